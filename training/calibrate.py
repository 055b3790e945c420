"""Fit the two small models that stand behind the encoder on articles that training held out.

    python training/calibrate.py --data DATA/attribution_train.jsonl --model src/readout/models/en

First the weights of a pair's features, by which contents choose cues and cues choose sources (a
conditional logit). Then the probability of an attribution (a logistic regression): it counts as
right when its content overlaps a gold one's by half, its source is the gold one's and the cues
share a word. Rewrites decoders.npz and its digest in the manifest.
"""

import argparse
import hashlib
import json
import pathlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

ROOT = pathlib.Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # benchmarks is no package of the installation

from benchmarks.articles import Row, rows  # noqa: E402
from benchmarks.scoring.attribution import score  # noqa: E402
from benchmarks.scoring.pairs import Marked  # noqa: E402
from readout.models import Decoders, Encoded, load_encoder  # noqa: E402
from readout.reading.attributions import decide_pieces, evidence  # noqa: E402
from readout.reading.layout import Layout, find_layout  # noqa: E402
from readout.reading.links import link_pieces  # noqa: E402
from readout.reading.pairs import PAIR_FEATURES, PairGroup, pair_features  # noqa: E402
from readout.reading.roles import Piece  # noqa: E402
from settings import Settings  # noqa: E402

Place = tuple[int, int]


@dataclass(frozen=True)
class Read:
    """One held-out article, encoded and cut into pieces."""

    row: Row
    encoded: Encoded
    layout: Layout
    pieces: list[Piece]

    def places(self, pieces: Sequence[Piece]) -> tuple[Place, ...]:
        """Characters that each piece covers."""
        return tuple(
            (self.encoded.words[p.first][0], self.encoded.words[p.last][1]) for p in pieces
        )


def meets(place: Place, others: Sequence[Place]) -> bool:
    """Whether a place shares a character with one of the others."""
    return any(place[0] < end and start < place[1] for start, end in others)


def choices(read: Read, decoders: Decoders, which: int) -> list[tuple[np.ndarray, int]]:
    """Features of what each piece may choose, and which of them is right by the gold."""
    places = read.places(read.pieces)
    choosers = [i for i, p in enumerate(read.pieces) if p.role == ("content", "cue")[which]]
    whole = PairGroup(0, read.pieces, choosers)
    candidates, table, may = pair_features(whole, read.encoded, read.layout, decoders, which)
    samples: list[tuple[np.ndarray, int]] = []
    for i, features, allowed in zip(choosers, table, may, strict=True):
        golds = [a for a in read.row.attributions if meets(places[i], (a.content, a.cue)[which])]
        if not golds:
            continue
        wanted = (golds[0].cue, golds[0].source)[which]
        right = [k for k, j in enumerate(candidates) if allowed[k] and meets(places[j], wanted)]
        if which and not wanted:
            right = [len(candidates)]
        if right and allowed.sum() > 1:
            kept = np.nonzero(allowed)[0]
            samples.append((features[kept].astype(float), int((kept == right[0]).argmax())))
    return samples


def fit_choices(samples: list[tuple[np.ndarray, int]], *, shrink: float = 0.002) -> np.ndarray:
    """Weights of a conditional logit, held near the encoder's own scores."""
    prior = np.zeros(PAIR_FEATURES)
    prior[[0, -1]] = 1  # trust the encoder alone
    w = prior.copy()
    for _ in range(1500):
        slope = -shrink * (w - prior)
        for features, right in samples:
            z = features @ w
            p = np.exp(z - z.max())
            slope += (features[right] - p @ features / p.sum()) / len(samples)
        w += 0.5 * slope
    return w


def fit_odds(x: np.ndarray, y: np.ndarray, *, shrink: float = 1.0) -> np.ndarray:
    """Weights of a logistic regression with a ridge, by Newton's method."""
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        curve = (x * (p * (1 - p))[:, None]).T @ x + shrink * np.eye(len(w))
        w += np.linalg.solve(curve, x.T @ (y - p) - shrink * w)
    return w


def attributions(reads: list[Read], decoders: Decoders) -> tuple[np.ndarray, np.ndarray]:
    """Evidence of each attribution found, and whether it is right."""
    x, y = [], []
    for read in reads:
        for group in link_pieces(read.pieces, read.encoded, read.layout, decoders):
            found = Marked(
                source=read.places([group.source] if group.source else []),
                cue=read.places([group.cue]),
                content=read.places(group.content),
            )
            counts = score(read.row.text, read.row.attributions, [found])
            x.append(evidence(group))
            y.append(counts["all_relation_cue"].hits)
    return np.array(x), np.array(y, float)


def rewrite(model: pathlib.Path, weights: dict[str, np.ndarray]) -> None:
    """Put new weights into decoders.npz and its new digest into the manifest."""
    path = model / "decoders.npz"
    with np.load(path) as old:
        arrays = {k: old[k] for k in old.files}
    np.savez(path, **(arrays | {k: v.astype(np.float32) for k, v in weights.items()}))
    manifest = json.loads((model / "manifest.json").read_text())
    manifest["digests"]["decoders.npz"] = hashlib.sha256(path.read_bytes()).hexdigest()
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (model / "manifest.json").write_text(text + "\n")


def main() -> None:
    """Read the command line, fit, rewrite the folder, print how good the fits are."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--data", required=True, type=pathlib.Path)
    ap.add_argument("--model", required=True, type=pathlib.Path)
    a = ap.parse_args()
    encoder = load_encoder(folder=a.model)
    decoders = encoder.decoders
    reads = []
    for row in rows(a.data)[-Settings.held_out :]:
        (encoded,) = encoder([row.text])
        layout = find_layout(encoded, decoders)
        (pieces,) = decide_pieces([encoded], [layout], decoders)
        reads.append(Read(row, encoded, layout, pieces))
    pair = []
    for which in (0, 1):
        samples = [sample for read in reads for sample in choices(read, decoders, which)]
        pair.append(fit_choices(samples))
        right = np.mean([(features @ pair[which]).argmax() == k for features, k in samples])
        print(json.dumps({"pairs": which, "n": len(samples), "right": round(float(right), 3)}))
    decoders = replace(decoders, pair=np.array(pair, np.float32))
    x, y = attributions(reads, decoders)
    odds = fit_odds(x, y)
    p = 1 / (1 + np.exp(-x @ odds))
    for low in np.arange(0, 1, 0.2):
        inside = (p >= low) & (p < low + 0.2)
        if inside.any():
            told = {"n": int(inside.sum()), "said": p[inside].mean(), "true": y[inside].mean()}
            print(json.dumps({k: round(float(v), 3) for k, v in told.items()}))
    rewrite(a.model, {"pair": np.array(pair), "calibration": odds})


if __name__ == "__main__":
    main()
