"""Turn trained weights into the package's model folder.

    python training/export.py --weights run1/weights.pt --work training/sets \
        --vocab vocab.txt --out src/readout/models/en

Writes encoder.onnx (eight bits), decoders.npz (the bilinear weights that the decoders use, in
float), pieces.txt and manifest.json, and prints how far the file is from the network.
"""

import argparse
import hashlib
import json
import pathlib
import tempfile

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic

from arrays import Words
from graph import CLASSES, ENDS, build
from network import Reader
from readout.models.features import FEATURES
from readout.reading.pairs import PAIR_FEATURES
from settings import Settings

CHECKED = 40  # windows on which file and network are compared


def session(path: pathlib.Path) -> ort.InferenceSession:
    """Open a file on one thread."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def compare(model: Reader, path: pathlib.Path, words: Words) -> dict[str, float]:
    """Share of words on which the file and the network choose the same class, over some windows."""
    run, same, n = session(path), dict.fromkeys(CLASSES, 0), 0
    windows = words.windows(range(30), Settings(), None)[:CHECKED]
    for w in windows:
        b = words.batch([w])
        first = b["first"][0].numpy().astype(np.int32)
        (got,) = run.run(
            ["classes"],
            {
                "pieces": b["pieces"].numpy().astype(np.int32),
                "feature": b["feature"].numpy().astype(np.int32),
                "first": first,
            },
        )
        with torch.no_grad():
            want = model(b, 0.0)
        at = 0
        for k in CLASSES:
            size = want[k].shape[-1]
            same[k] += int(
                (got[:, at : at + size].argmax(1) == want[k][0].argmax(-1).numpy()).sum()
            )
            at += size
        n += len(first)
    return {k: round(v / n, 4) for k, v in same.items()}


def write_decoders(out: pathlib.Path, state: dict[str, np.ndarray]) -> None:
    """Write the weights that decide on scores; training/calibrate.py fits the last two."""
    np.savez(
        out / "decoders.npz",
        transitions=state["transitions"],
        arc=state["arc_weight"],
        label=state["lab_weight"],
        link=state["link_weight"],
        link_distance=state["link_distance"],
        party=state["party_weight"],
        party_bias=state["party_bias"],
        pair=np.zeros((2, PAIR_FEATURES), np.float32),
        calibration=np.array([1.5, 1, 0, 1, 1, 1], np.float32),
    )


def write_manifest(out: pathlib.Path, state: dict[str, np.ndarray], vocab: dict) -> None:
    """Write what the folder holds: classes, sizes of the ends, and a digest of each file."""
    classes = {
        **vocab,
        "role": ["O", *(f"{p}-{r}" for r in ("source", "cue", "content") for p in "BI")],
        "start": ["in", "start"],
        "factuality": ["value"],
    }
    manifest = {
        "format": 2,
        "name": "readout-en",
        "window": {"pieces": Settings.limit, "overlap": Settings.overlap},
        "classes": {k: classes[k] for k in (*CLASSES, "label")},  # in the order of the graph
        "ends": {k: int(state[k + ".weight"].shape[0]) for k in ENDS},
        "digests": {
            name: hashlib.sha256((out / name).read_bytes()).hexdigest()
            for name in ("encoder.onnx", "decoders.npz", "pieces.txt")
        },
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (out / "manifest.json").write_text(text + "\n")


def main() -> None:
    """Read the command line, write the folder."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("weights", "work", "vocab", "out"):
        ap.add_argument(f"--{name}", required=True, type=pathlib.Path)
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    vocab = json.loads((a.work / "vocab.json").read_text())
    model = Reader({k: len(v) for k, v in vocab.items()}, FEATURES)
    model.load_state_dict(torch.load(a.weights))
    model.eval()
    state = {k: v.numpy() for k, v in model.state_dict().items()}
    with tempfile.TemporaryDirectory() as folder:
        full = pathlib.Path(folder, "full.onnx")
        onnx.save(build(state), full)
        words = Words(a.work / "dev.npz")
        print("float", compare(model, full, words))
        quantize_dynamic(
            full,
            a.out / "encoder.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Attention"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    print("int8", compare(model, a.out / "encoder.onnx", words))
    write_decoders(a.out, state)
    (a.out / "pieces.txt").write_bytes(a.vocab.read_bytes())
    write_manifest(a.out, state, vocab)


if __name__ == "__main__":
    main()
