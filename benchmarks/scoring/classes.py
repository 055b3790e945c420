"""A right and a found class for each row in, accuracy, F1 of each class and their mean out.

The mean is over the classes that occur among the right ones; a row without an answer is wrong.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from benchmarks.scoring.counts import Counts

__all__ = ["accuracy", "class_counts", "confusion", "macro_f1"]


def class_counts(right: Sequence[str], found: Sequence[str | None]) -> dict[str, Counts]:
    """Return the counts of each class that occurs among the right ones, in alphabetical order."""
    pairs = list(zip(right, found, strict=True))
    hits = Counter(one for one, other in pairs if one == other)
    gold, predicted = Counter(right), Counter(found)
    return {name: Counts(hits[name], predicted[name], gold[name]) for name in sorted(gold)}


def macro_f1(right: Sequence[str], found: Sequence[str | None]) -> float:
    """Return the mean of the classes' F1, in hundredths."""
    counts = class_counts(right, found)
    return round(100 * sum(one.f1 for one in counts.values()) / max(1, len(counts)), 2)


def accuracy(right: Sequence[str], found: Sequence[str | None]) -> float:
    """Return the share of rows whose class was found, in hundredths."""
    hits = sum(one == other for one, other in zip(right, found, strict=True))
    return round(100 * hits / max(1, len(right)), 2)


def confusion(right: Sequence[str], found: Sequence[str | None]) -> Mapping[str, Mapping[str, int]]:
    """Return for each right class what was found in its stead, the most frequent first."""
    wrong = {name: Counter[str]() for name in sorted(set(right))}
    for one, other in zip(right, found, strict=True):
        if one != other:
            wrong[one][other or ""] += 1
    return {name: dict(counts.most_common()) for name, counts in wrong.items()}
