"""Fit the words that tell sport, markets and arts from politics: marked and labelled texts in.

    python -m training.fit_quiet --data DATA --without IDS --out src/readout/data/quiet_words.tsv

A logistic regression, fitted with Adam: on one side the written sentences without events, the
labelled openings without any and news whose words are of sport or markets; on the other the
sentences with events and the openings with many. A fifth of the texts is held out in turn first,
and how many of either side score so high is printed. IDS is a file with a text's id a line, of
texts that are kept to measure on.
"""

import argparse
import json
import pathlib
from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from readout.reading.events.quiet import shares_of
from training.adam import Adam
from training.labelled import LABELS, read_labelled
from training.prepare_quiet import is_quiet
from training.sentences import read_sentences

__all__ = ["main"]

FOLDS = 5
STEPS, RATE = 300, 0.05
PULL = 0.33  # L2
FEWEST = 6  # texts that must have a word
SMALLEST = 0.2  # weights nearer to zero are left out
MANY = 4  # events of an opening that speaks of politics
LEADING = 1500  # characters of a quiet text
HEADER = """\
# Words by which a page speaks of sport, markets, arts and science (above 0) or of politics (below).
# Columns: word ("(all)": what holds for every text), tab, weight in log odds.
# Source: training/fit_quiet.py, on sentences written for Readout and labelled news.
# Licence: Apache-2.0. Date: 2026-11-24.
"""

Floats = NDArray[np.float64]
Texts = list[tuple[str, bool, str]]  # text, whether it is quiet, where it is from


def texts_of(data: pathlib.Path, without: set[str]) -> Iterator[tuple[str, bool, str]]:
    """Yield the texts of both sides."""
    for example in read_sentences():
        yield example.text, not example.events, "written"
    for example in read_labelled(data, held_out=False):
        if not example.events or len(example.events) >= MANY:
            yield example.text, not example.events, "labelled"
    labelled = {json.loads(line)["article"] for line in LABELS.read_bytes().splitlines()}
    for line in (data / "news_texts.jsonl").read_bytes().splitlines():
        row = json.loads(line)
        if row["id"] not in without | labelled and is_quiet(row["text"]):
            yield row["text"][:LEADING], True, "news"


class Words:
    """Which text has which word, as arrays of entries."""

    def __init__(self, texts: Texts) -> None:
        shares = [shares_of(text) for text, _, _ in texts]
        often = Counter(word for one in shares for word in one)
        self.names = sorted(word for word, count in often.items() if count >= FEWEST)
        index = {word: at for at, word in enumerate(self.names)}
        entries = [
            (row, index[word], share)
            for row, one in enumerate(shares)
            for word, share in one.items()
            if word in index
        ]
        self.row = np.array([row for row, _, _ in entries])
        self.column = np.array([column for _, column, _ in entries])
        self.share = np.array([share for _, _, share in entries])
        self.gold = np.array([float(quiet) for _, quiet, _ in texts])

    def score(self, weights: Floats) -> Floats:
        """[text]: log odds of being quiet; the last weight holds for all."""
        told = self.share * weights[self.column]
        return np.bincount(self.row, told, len(self.gold)) + weights[-1]

    def fit(self, used: NDArray[np.bool_]) -> Floats:
        """Return the weights that tell the used texts best, both sides weighing the same."""
        quiet = self.gold * used
        heavy = used * np.where(self.gold > 0, 0.5 / quiet.sum(), 0.5 / (used.sum() - quiet.sum()))
        heavy = heavy * used.sum()
        weights = np.zeros(len(self.names) + 1)
        adam = Adam(weights)
        for _ in range(STEPS):
            wrong = heavy * (1 / (1 + np.exp(-self.score(weights))) - self.gold)
            slope = PULL * weights
            slope[:-1] += np.bincount(self.column, wrong[self.row] * self.share, len(self.names))
            slope[-1] = wrong.sum()
            weights = adam.step(weights, slope, RATE)
        return weights


def held_out(words: Words, texts: Texts) -> Iterator[dict[str, object]]:
    """Yield, for some scores, the share of either side that is above when left out."""
    fold = np.random.default_rng(0).integers(0, FOLDS, len(texts))
    score = np.zeros(len(texts))
    for k in range(FOLDS):
        score[fold == k] = words.score(words.fit(fold != k))[fold == k]
    for least in (0.0, 0.5, 1.0, 1.5, 2.0):
        above: dict[str, object] = {"score": least}
        for side in sorted({(whence, quiet) for _, quiet, whence in texts}):
            mine = [(whence, quiet) == side for _, quiet, whence in texts]
            name = f"{side[0]}, {'quiet' if side[1] else 'events'}"
            above[name] = round(float((score[mine] > least).mean()), 3)
        yield above


def main() -> None:
    """Read the command line, print what is held out, write the weights."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("data", "without", "out"):
        ap.add_argument(f"--{name}", required=True, type=pathlib.Path)
    a = ap.parse_args()
    texts = list(texts_of(a.data, set(a.without.read_text().split())))
    words = Words(texts)
    print(len(texts), "texts", len(words.names), "words")
    for line in held_out(words, texts):
        print(json.dumps(line))
    weights = words.fit(np.ones(len(texts), bool)).round(2)
    told = sorted(zip(words.names, weights[:-1].tolist(), strict=True))
    lines = [f"(all)\t{weights[-1]:g}\n"]
    lines += [f"{word}\t{weight:g}\n" for word, weight in told if abs(weight) >= SMALLEST]
    a.out.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(len(lines), "weights")


if __name__ == "__main__":
    main()
