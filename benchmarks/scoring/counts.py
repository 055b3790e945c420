"""Counts of hits in, precision, recall and F1 out, with an interval drawn from the articles."""

import random
from collections.abc import Iterable, Mapping, Sequence

import msgspec

__all__ = ["Counts", "interval", "total"]

_OUTER = 0.025  # on each side of a 95% interval


class Counts(msgspec.Struct, frozen=True):
    """How many predictions hit, how many there were, and how many there should have been."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Add two articles' counts."""
        return Counts(
            self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """The part of the predictions that hit; 0 where there were none."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The part of the gold that was hit; 0 where there was none."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.predicted + self.gold
        return 2 * self.hits / both if both else 0.0


def total(articles: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """Sum each measure over the articles."""
    sums: dict[str, Counts] = {}
    for counts in articles:
        for measure, count in counts.items():
            sums[measure] = sums.get(measure, Counts()) + count
    return sums


def interval(articles: Sequence[Counts], *, draws: int = 1000) -> tuple[float, float]:
    """Return the 95% interval of F1 over articles drawn with replacement, the same each time."""
    if not articles:
        return (0.0, 0.0)
    chance = random.Random(0)
    scores = sorted(
        sum(chance.choices(articles, k=len(articles)), Counts()).f1 for _ in range(draws)
    )
    return scores[int(_OUTER * draws)], scores[int((1 - _OUTER) * draws)]
