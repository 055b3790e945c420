"""Trained weights in, the encoder's ONNX graph out.

Written by hand with ONNX Runtime's fused operators, so that quantising to eight bits leaves few
and large kernels. Word-piece embeddings are stored as bytes with one scale a row.
"""

from collections.abc import Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from network import ATTENTION_HEADS, DIM, LAYERS

CLASSES = (
    *("role", "start", "tag", "lemma", "entity"),
    *("event", "mode", "status", "factuality"),  # acts are taught, but rules still tell them better
)
ENDS = (
    "arc.child",
    "arc.parent",
    "lab.child",
    "lab.parent",
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
    linear(g, state, words, [f"classify.{k}" for k in CLASSES] + ["no_source"], "classes")
    ends = linear(g, state, words, ENDS, "ends_linear")
    g.add("Gelu", [ends], "ends")
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


def layer(g: Graph, state: dict[str, np.ndarray], i: int, x: str) -> str:
    """Write one BERT layer."""

    def weight(k: str, *, turn: bool = False) -> str:
        v = state[f"layers.{i}.{k}"]
        return g.weight(f"l{i}.{k}", v.T if turn else v)

    def affine(a: str, k: str) -> str:
        product = g.add("MatMul", [a, weight(k + ".weight", turn=True)], f"l{i}.{k}_matmul")
        return g.add("Add", [product, weight(k + ".bias")], f"l{i}.{k}")

    def normed(a: str, b: str, k: str, output: str) -> str:
        # SkipLayerNormalization would be one node, but its kernel is ten times slower than these
        both = g.add("Add", [a, b], output + "_sum")
        ends = [weight(k + ".weight"), weight(k + ".bias")]
        return g.add("LayerNormalization", [both, *ends], output, epsilon=1e-12)

    a = g.add(
        "Attention",
        [x, weight("qkv.weight", turn=True), weight("qkv.bias")],
        f"l{i}.attention",
        num_heads=ATTENTION_HEADS,
    )
    x = normed(affine(a, "out"), x, "norm1", f"l{i}.h")
    inner = g.add("Gelu", [affine(x, "up")], f"l{i}.inner")
    return normed(affine(inner, "down"), x, "norm2", f"l{i}.end")
