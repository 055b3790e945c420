"""Fit how grammar, encoder and factuality tell a status: labelled news in, weights out.

    python -m training.fit_status --data DATA --out src/readout/data/event_status.tsv

What the grammar says is counted against the labels of all texts and sentences, since it learned
from none. The weights are fitted on the texts that taught the encoder nothing, by maximum
likelihood with Adam; how wary to be of "occurred" is chosen there too, and all are printed for
`readout.reading.events.status`.
"""

import argparse
import json
import pathlib
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring.classes import macro_f1
from readout.models import load_encoder
from readout.reading.events.embedding import told_status
from readout.reading.events.status import FLOOR, ORDER
from readout.reading.events.syntax import read_syntax
from training.adam import Adam
from training.labelled import read_labelled
from training.marked_events import Marked, parse_labelled, parse_marked
from training.sentences import read_sentences

__all__ = ["main"]

HAPPENED = frozenset({"occurred", "ongoing"})
SMOOTH = 6.0  # deeds of the usual shares added to each count
MARKED = 0.5  # of a written sentence against one of news
STEPS, RATE = 400, 0.02
SURE = 2.0
WARY = tuple(round(0.1 * step, 1) for step in range(21))
HEADER = """\
# How sure what the grammar says of a deed makes each status, in percent.
# Columns: what the grammar says, tab, occurred, ongoing, planned, proposed, conditional,
# hypothetical, denied, cancelled. It says a status; purpose: "to do" after a deed; under way: "was
# doing"; would and whether: nothing outside them decides. all: how many deeds have each status.
# Source: training/fit_status.py on marked events. Licence: Apache-2.0. Date: 2026-11-24.
"""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Deed:
    """One labelled deed: what grammar, encoder and factuality say, and what is right."""

    told: str
    model: Floats
    factuality: float
    right: str


def deeds_of(marked: list[Marked], statuses: tuple[str, ...]) -> list[Deed]:
    """Return the deeds of parsed sentences."""
    columns = [statuses.index(name) for name in ORDER]
    found: list[Deed] = []
    for one in marked:
        syntax = read_syntax(one.text, one.sentence)
        for event, trigger in zip(one.events, one.triggers, strict=True):
            last = min(trigger.last, len(syntax.forms) - 1)
            told = told_status(syntax, trigger.first, last, trigger.type)
            model = np.log(trigger.status[columns].astype(float) + FLOOR)
            found.append(Deed(told.status, model, trigger.factuality, event.status))
    return found


def shares(deeds: list[tuple[Deed, float]]) -> dict[str, Floats]:
    """Return how often each status is right beside what the grammar says, and over all."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for deed, weight in deeds:
        counts[deed.told][deed.right] += weight
        counts["all"][deed.right] += weight
    usual = np.array([counts["all"][name] for name in ORDER], float)
    usual = (usual + 1) / (usual + 1).sum()
    found = {"all": usual}
    for told, some in counts.items():
        if told != "all":
            row = np.array([some[name] for name in ORDER], float) + SMOOTH * usual
            found[told] = row / row.sum()
    return found


def scores_of(deeds: list[Deed], table: dict[str, Floats], weights: Floats) -> Floats:
    """[deed, status]: the sum of the three voices under the weights of model, grammar and fact."""
    model, grammar, doubt = parts_of(deeds, table)
    return weights[0] * model + weights[1] * grammar + weights[2] * doubt


def parts_of(deeds: list[Deed], table: dict[str, Floats]) -> tuple[Floats, Floats, Floats]:
    """Return what each voice says, [deed, status] each."""
    usual = np.log(table["all"])
    happened = np.array([float(name in HAPPENED) for name in ORDER])
    model = np.stack([deed.model for deed in deeds])
    grammar = np.stack([np.log(table.get(deed.told, table["all"])) - usual for deed in deeds])
    doubt = np.array([min(deed.factuality - SURE, 0.0) for deed in deeds])[:, None] * happened
    return model, grammar, doubt


def fit(deeds: list[Deed], table: dict[str, Floats]) -> Floats:
    """Return the weights under which the right statuses are likeliest."""
    parts = np.stack(parts_of(deeds, table))
    right = np.array([ORDER.index(deed.right) for deed in deeds])
    gold = np.eye(len(ORDER))[right]
    weights = np.array([1.0, 0.5, 0.5])
    adam = Adam(weights)
    for _ in range(STEPS):
        scores = np.tensordot(weights, parts, 1)
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        slope = (parts * (chances - gold)).sum(axis=(1, 2)) / len(deeds)
        weights = np.maximum(
            adam.step(weights, slope, RATE), 0.0
        )  # no voice may speak against what it says
    return weights


def figures(deeds: list[Deed], scores: Floats, wary: float) -> dict[str, float]:
    """Return macro F1 and how many that did not happen are called occurred."""
    held = scores - wary * np.array([float(name == "occurred") for name in ORDER])
    told = [ORDER[best] for best in held.argmax(axis=1)]
    right = [deed.right for deed in deeds]
    wrong = [a == "occurred" for a, b in zip(told, right, strict=True) if b not in HAPPENED]
    return {
        "wary": wary,
        "macro_f1": macro_f1(right, told),
        "accuracy": round(
            100 * float(np.mean([a == b for a, b in zip(told, right, strict=True)])), 1
        ),
        "called_occurred": round(100 * float(np.mean(wrong)), 1),
    }


def main() -> None:
    """Read the command line, print the weights and figures, write the table."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--data", type=pathlib.Path, required=True)
    ap.add_argument("--out", type=pathlib.Path, required=True)
    a = ap.parse_args()
    statuses = load_encoder().decoders.classes["status"]
    taught = deeds_of(list(parse_labelled(read_labelled(a.data, held_out=False))), statuses)
    kept = deeds_of(list(parse_labelled(read_labelled(a.data, held_out=True))), statuses)
    written = deeds_of(list(parse_marked(read_sentences())), statuses)
    table = shares([*((d, 1.0) for d in taught), *((d, MARKED) for d in written)])
    weights = fit(kept, table)
    print(json.dumps({"deeds": len(kept), "model, grammar, fact": weights.round(2).tolist()}))
    scores = scores_of(kept, table, weights)
    for wary in WARY:
        print(json.dumps(figures(kept, scores, wary)))
    lines = [
        "\t".join([told, *(f"{100 * share:.3g}" for share in row)]) + "\n"
        for told, row in sorted(table.items())
    ]
    a.out.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
