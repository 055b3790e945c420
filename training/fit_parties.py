"""Fit the weights of what speaks for a word as actor or recipient, from marked and labelled events.

    python -m training.fit_parties --data DATA --out src/readout/data/party_weights.tsv

Two logistic regressions over the signs of `readout.reading.events.evidence`, fitted together with
Adam. First a third of the sentences is held out in turn, and how well the rest tells its actors
and recipients is printed; then all are used. Run it again when the parse has changed much: signs
are read off the encoder's own parse. It takes a minute on one core.
"""

import argparse
import pathlib
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readout.reading.events.evidence import names_of, signs
from readout.reading.events.sides import find_sides
from readout.reading.events.syntax import Syntax, read_syntax
from readout.records.text import Span
from training.adam import Adam
from training.labelled import read_labelled
from training.marked_events import Marked, parse_labelled, parse_marked
from training.sentences import read_sentences

__all__ = ["main"]

FOLDS = 3
STEPS, SLOW_AFTER = 100, 70
RATE, SLOW_RATE = 0.1, 0.03
PULL = 0.5  # L2: how strongly weights are held near zero
FEWEST = 4  # words that must show a sign
SMALLEST = 0.15  # weights nearer to zero are left out
HEADER = """\
# What speaks for a word as the actor and as the recipient of a deed, in log odds.
# The signs are told in readout.reading.events.evidence.
# Columns: sign, tab, weight for actor, tab, weight for recipient.
# Source: training/fit_parties.py, on sentences written for Readout and events labelled in news.
# Licence: Apache-2.0. Date: 2026-11-24.
"""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Table:
    """All words that may be sides: entry k says that word `row[k]` shows sign `column[k]`."""

    names: list[str]
    row: Ints
    column: Ints
    gold: Floats
    """[word, 2]: whether it is an actor, a recipient."""
    sentence: Ints
    lost: int
    """Marked parties that no word stands for."""


def heads_of(syntax: Syntax, spans: tuple[Span, ...]) -> set[int]:
    """Return the words of the spans that hang on none in their span."""
    heads: set[int] = set()
    for span in spans:
        inside = [
            at
            for at, start in enumerate(syntax.starts)
            if start < span.end and syntax.ends[at] > span.start
        ]
        heads.update(
            at for at in inside if syntax.heads[at] not in inside or syntax.heads[at] == at
        )
    return heads


def tabulate(marked: list[Marked]) -> Table:
    """Return the signs of all words that may be sides to the marked events."""
    shown: list[list[str]] = []
    gold: list[tuple[bool, bool]] = []
    sentence: list[int] = []
    lost = 0
    for number, one in enumerate(marked):
        syntax = read_syntax(one.text, one.sentence)
        for event, trigger in zip(one.events, one.triggers, strict=True):
            actors = heads_of(syntax, event.actors)
            recipients = heads_of(syntax, event.recipients)
            sides = find_sides(syntax, trigger.first, trigger.last)
            lost += len((actors | recipients) - {side.head for side in sides})
            deed = syntax.lemmas[trigger.first]
            for side in sides:
                shows = signs(syntax, side, event.type, deed, trigger.first)
                shown.append(list(names_of(shows)))
                gold.append((side.head in actors, side.head in recipients))
                sentence.append(number)
    often = Counter(sign for some in shown for sign in some)
    names = [name for name, count in often.items() if count >= FEWEST]
    index = {name: at for at, name in enumerate(names)}
    entries = [
        (row, index[sign]) for row, some in enumerate(shown) for sign in some if sign in index
    ]
    row, column = np.array(entries, np.int64).T
    return Table(names, row, column, np.array(gold, float), np.array(sentence), lost)


def fit(table: Table, used: NDArray[np.bool_]) -> Floats:
    """Return the weights [sign, 2] that tell the used words' sides best."""
    mine = used[table.row]
    row, column = table.row[mine], table.column[mine]
    size = len(table.names)
    weights = np.zeros((size, 2))
    adam = Adam(weights)
    for step in range(1, STEPS + 1):
        wrong = (1 / (1 + np.exp(-told(table, weights))) - table.gold) * used[:, None]
        slope = PULL * weights
        for side in (0, 1):
            slope[:, side] += np.bincount(column, wrong[row, side], size)
        weights = adam.step(weights, slope, RATE if step <= SLOW_AFTER else SLOW_RATE)
    return weights


def told(table: Table, weights: Floats) -> Floats:
    """Return the log odds [word, 2]."""
    size = len(table.gold)
    sums = [np.bincount(table.row, weights[table.column, side], size) for side in (0, 1)]
    return np.stack(sums, axis=1)


def held_out(table: Table) -> dict[str, float]:
    """Return precision, recall and F1 of actors and recipients of sentences that were left out."""
    odds = np.zeros_like(table.gold)
    for fold in range(FOLDS):
        out = table.sentence % FOLDS == fold
        odds[out] = told(table, fit(table, ~out))[out]
    figures: dict[str, float] = {"lost": table.lost}
    for side, name in enumerate(("actor", "recipient")):
        found = (odds[:, side] > 0) & (odds[:, side] >= odds[:, 1 - side])
        right = float((found * table.gold[:, side]).sum())
        precision, recall = right / found.sum(), right / table.gold[:, side].sum()
        figures[f"{name}_p"] = round(precision, 3)
        figures[f"{name}_r"] = round(recall, 3)
        figures[f"{name}_f1"] = round(2 * precision * recall / (precision + recall), 3)
    return figures


def main() -> None:
    """Read the command line, print what is held out, write the weights."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--out", type=pathlib.Path, required=True)
    ap.add_argument("--data", type=pathlib.Path, help="folder of the labelled news texts")
    ap.add_argument("--unmeasured", action="store_true", help="hold nothing out")
    a = ap.parse_args()
    marked = list(parse_marked(read_sentences()))
    if a.data:
        marked += parse_labelled(read_labelled(a.data, held_out=False))
    table = tabulate(marked)
    print(len(table.gold), "words", len(table.names), "signs")
    if not a.unmeasured:
        print(held_out(table))
    weights = fit(table, np.ones(len(table.gold), bool)).round(2)
    lines = [
        f"{name}\t{actor:g}\t{recipient:g}\n"
        for name, (actor, recipient) in sorted(zip(table.names, weights.tolist(), strict=True))
        if max(abs(actor), abs(recipient)) >= SMALLEST
    ]
    a.out.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(len(lines), "weights")


if __name__ == "__main__":
    main()
