"""Fit the probability of an attribution on held-out articles: model folder in, same folder out.

    python training/calibrate.py --data DATA/attribution_train.jsonl --model src/readout/models/en

An attribution counts as right when its content overlaps a gold one's by half, its source is the
gold one's and the cues share a word. Logistic regression by Newton's method; rewrites
decoders.npz and its digest in the manifest, and prints how far the probabilities are from truth.
"""

import argparse
import hashlib
import json
import pathlib
import sys
from collections.abc import Sequence

import numpy as np

ROOT = pathlib.Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # benchmarks is no package of the installation

from benchmarks.articles import rows  # noqa: E402
from benchmarks.scoring.attribution import score  # noqa: E402
from benchmarks.scoring.pairs import Marked  # noqa: E402
from readout.models import Encoded, load_encoder  # noqa: E402
from readout.reading.attributions import evidence  # noqa: E402
from readout.reading.links import link_pieces  # noqa: E402
from readout.reading.roles import Piece, find_pieces  # noqa: E402
from settings import Settings  # noqa: E402


def samples(data: pathlib.Path, model: pathlib.Path) -> tuple[np.ndarray, np.ndarray]:
    """Evidence of each attribution found in the held-out articles, and whether it is right."""
    encoder = load_encoder(folder=model)
    decoders = encoder.decoders
    x, y = [], []
    for row in rows(data)[-Settings.held_out :]:
        (encoded,) = encoder([row.text])
        (pieces,) = find_pieces(
            [encoded.scores["role"]], decoders.classes["role"], decoders.transitions
        )
        for group in link_pieces(pieces, encoded.scores, decoders):
            found = Marked(
                source=places(encoded, [group.source] if group.source else []),
                cue=places(encoded, [group.cue]),
                content=places(encoded, group.content),
            )
            x.append(evidence(group))
            y.append(score(row.text, row.attributions, [found])["all_relation_cue"].hits)
    return np.array(x), np.array(y, float)


def places(encoded: Encoded, pieces: Sequence[Piece]) -> tuple[tuple[int, int], ...]:
    """Characters that each piece covers."""
    return tuple((encoded.words[p.first][0], encoded.words[p.last][1]) for p in pieces)


def fit(x: np.ndarray, y: np.ndarray, *, shrink: float = 1.0) -> np.ndarray:
    """Weights of a logistic regression with a ridge."""
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (y - p) - shrink * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + shrink * np.eye(len(w))
        w += np.linalg.solve(curve, slope)
    return w


def main() -> None:
    """Read the command line, fit, rewrite the folder."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--data", required=True, type=pathlib.Path)
    ap.add_argument("--model", required=True, type=pathlib.Path)
    a = ap.parse_args()
    x, y = samples(a.data, a.model)
    w = fit(x, y)
    p = 1 / (1 + np.exp(-x @ w))
    bins = np.minimum((p * 5).astype(int), 4)
    table = [
        (
            int((bins == b).sum()),
            round(float(p[bins == b].mean()), 2),
            round(float(y[bins == b].mean()), 2),
        )
        for b in range(5)
        if (bins == b).any()
    ]
    print(
        json.dumps(
            {
                "attributions": len(y),
                "right": round(float(y.mean()), 3),
                "weights": w.round(3).tolist(),
                "bins (n, said, true)": table,
            }
        )
    )
    with np.load(a.model / "decoders.npz") as old:
        arrays = {k: old[k] for k in old.files}
    np.savez(a.model / "decoders.npz", **(arrays | {"calibration": w.astype(np.float32)}))
    manifest = json.loads((a.model / "manifest.json").read_text())
    manifest["digests"]["decoders.npz"] = hashlib.sha256(
        (a.model / "decoders.npz").read_bytes()
    ).hexdigest()
    (a.model / "manifest.json").write_text(
        json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    )


if __name__ == "__main__":
    main()
