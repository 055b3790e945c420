"""Trained weights in, the encoder's ONNX graph out.

Written by hand with ONNX Runtime's fused operators, so that quantising to eight bits leaves few
and large kernels. Word-piece embeddings are stored as bytes with one scale a row.
"""

from collections.abc import Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from network import ATTENTION_HEADS, DIM, LAYERS, OF_WORDS

TOLD = ("role", "event", "mode", "status", "factuality")  # acts: rules still tell them better
CLASSES = (*TOLD, *OF_WORDS)
WORD_ENDS = ("arc.child", "arc.parent", "lab.child", "lab.parent")
ENDS = (
    *WORD_ENDS,
    "link.content",
    "link.cue_of",
    "link.cue",
    "link.source_of",
    "party.actor_of",
    "party.actor",
    "party.recipient_of",
    "party.recipient",
)


class Graph:
    """The nodes and weights written so far."""

    def __init__(self) -> None:
        self.nodes: list = []
        self.weights: list = []

    def weight(self, name: str, value: np.ndarray) -> str:
        """Add a weight, return its name."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, op: str, inputs: list[str], output: str, **attributes: object) -> str:
        """Add a node with one output, return its name."""
        domain = "com.microsoft" if op in ("Attention", "Gelu") else ""
        self.nodes.append(
            helper.make_node(op, inputs, [output], name=output, domain=domain, **attributes)
        )
        return output


def build(state: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Pieces and feature [1, T], first [M] in; classes and ends [M, ...] out."""
    g = Graph()
    x = embed(g, state)
    for i in range(LAYERS):
        x = layer(g, state, i, x)
    flat = g.add("Reshape", [x, g.weight("rows", np.array([-1, DIM]))], "flat")
    words = g.add("Gather", [flat, "first"], "words")
    syntax = word_layer(g, state, words)
    classes = [
        linear(g, state, words, [f"classify.{k}" for k in TOLD], "told_classes"),
        linear(g, state, syntax, [f"classify.{k}" for k in OF_WORDS], "word_classes"),
        linear(g, state, words, ["no_source"], "no_source"),
    ]
    g.add("Concat", classes, "classes", axis=-1)
    ends = [
        linear(g, state, syntax, WORD_ENDS, "word_ends"),
        linear(g, state, words, ENDS[len(WORD_ENDS) :], "told_ends"),
    ]
    g.add("Gelu", [g.add("Concat", ends, "ends_linear", axis=-1)], "ends")
    dims = {"pieces": [1, "T"], "feature": [1, "T"], "first": ["M"]}
    inputs = [helper.make_tensor_value_info(k, TensorProto.INT32, v) for k, v in dims.items()]
    outputs = [
        helper.make_tensor_value_info(k, TensorProto.FLOAT, ["M", None])
        for k in ("classes", "ends")
    ]
    graph = helper.make_graph(g.nodes, "readout", inputs, outputs, g.weights)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def embed(g: Graph, state: dict[str, np.ndarray]) -> str:
    """Write the embeddings: pieces from bytes, features and positions from floats."""
    scale = np.abs(state["pieces.weight"]).max(1, keepdims=True) / 127
    table = g.weight("pieces_int8", np.round(state["pieces.weight"] / scale).astype(np.int8))
    rows = g.add("Gather", [table, "pieces"], "piece_rows")
    scales = g.weight("pieces_scale", scale.astype(np.float32))
    scales = g.add("Gather", [scales, "pieces"], "piece_scales")
    rows = g.add("Cast", [rows], "piece_float", to=TensorProto.FLOAT)
    x = g.add("Mul", [rows, scales], "piece_vectors")
    features = g.weight("features", state["features.weight"] + state["kind"])
    x = g.add("Add", [x, g.add("Gather", [features, "feature"], "feature_vectors")], "featured")
    shape, one = g.add("Shape", ["pieces"], "shape"), g.weight("one", np.array([1]))
    length = g.add("Gather", [shape, one], "length")
    positions = g.weight("positions", state["positions.weight"])
    zero = g.weight("zero", np.array([0]))
    places = g.add("Slice", [positions, zero, length, zero], "places")
    x = g.add("Add", [x, places], "embedded")
    ends = [g.weight("norm_w", state["norm.weight"]), g.weight("norm_b", state["norm.bias"])]
    return g.add("LayerNormalization", [x, *ends], "h0", epsilon=1e-12)


def linear(
    g: Graph, state: dict[str, np.ndarray], x: str, parts: Sequence[str], output: str
) -> str:
    """Write several linear heads as one."""
    w = np.concatenate([state[p + ".weight"] for p in parts]).T
    b = np.concatenate([state[p + ".bias"] for p in parts])
    product = g.add("MatMul", [x, g.weight(output + "_w", w)], output + "_matmul")
    return g.add("Add", [product, g.weight(output + "_b", b)], output)


class Weights:
    """The weights of one layer, under its own names in the graph."""

    def __init__(self, g: Graph, state: dict[str, np.ndarray], of: str, name: str) -> None:
        """`of` is how the layer's weights begin in the state, `name` how they do in the graph."""
        self.g, self.state, self.of, self.name = g, state, of, name

    def weight(self, k: str, *, turn: bool = False) -> str:
        """Add one weight."""
        v = self.state[f"{self.of}.{k}"]
        return self.g.weight(f"{self.name}.{k}", v.T if turn else v)

    def affine(self, x: str, k: str) -> str:
        """Multiply and add."""
        product = self.g.add(
            "MatMul", [x, self.weight(k + ".weight", turn=True)], f"{self.name}.{k}_matmul"
        )
        return self.g.add("Add", [product, self.weight(k + ".bias")], f"{self.name}.{k}")

    def normed(self, x: str, k: str, output: str) -> str:
        """Normalise."""
        # SkipLayerNormalization would take the sum too, but its kernel is ten times slower
        ends = [self.weight(k + ".weight"), self.weight(k + ".bias")]
        return self.g.add("LayerNormalization", [x, *ends], output, epsilon=1e-12)

    def attention(self, x: str) -> str:
        """Attend, and turn what was attended to."""
        parts = [x, self.weight("qkv.weight", turn=True), self.weight("qkv.bias")]
        a = self.g.add("Attention", parts, f"{self.name}.attention", num_heads=ATTENTION_HEADS)
        return self.affine(a, "out")

    def inner(self, x: str) -> str:
        """Go up and down."""
        return self.affine(self.g.add("Gelu", [self.affine(x, "up")], f"{self.name}.inner"), "down")


def layer(g: Graph, state: dict[str, np.ndarray], i: int, x: str) -> str:
    """Write one BERT layer, which normalises after each half."""
    w = Weights(g, state, f"layers.{i}", f"l{i}")
    x = w.normed(g.add("Add", [w.attention(x), x], f"l{i}.h_sum"), "norm1", f"l{i}.h")
    return w.normed(g.add("Add", [w.inner(x), x], f"l{i}.end_sum"), "norm2", f"l{i}.end")


def word_layer(g: Graph, state: dict[str, np.ndarray], words: str) -> str:
    """Write the layer over words, which normalises before each half."""
    w = Weights(g, state, "word_layer", "w")
    batch = g.weight("one_batch", np.array([1, -1, DIM]))
    x = g.add("Reshape", [words, batch], "w.words")
    x = g.add("Add", [w.attention(w.normed(x, "norm1", "w.h")), x], "w.h_sum")
    x = g.add("Add", [w.inner(w.normed(x, "norm2", "w.end")), x], "w.end_sum")
    return g.add("Reshape", [x, "rows"], "syntax")
