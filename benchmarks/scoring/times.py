"""The times of one text as marked by hand and as found in, the counts of every measure out.

strict   the same stretch of text
relaxed  paired with a time that overlaps, each at most once: same stretches first, then by overlap
value    paired, and the same TIMEX3 value
type     paired, and the same type
"""

from collections.abc import Sequence

import msgspec

from benchmarks.scoring.counts import Counts

__all__ = ["MarkedTime", "score_times"]


class MarkedTime(msgspec.Struct, frozen=True, kw_only=True):
    """One time expression in a row's text."""

    start: int
    end: int
    type: str
    value: str | None = None


def score_times(gold: Sequence[MarkedTime], predicted: Sequence[MarkedTime]) -> dict[str, Counts]:
    """Return what each measure counts for one text."""
    pairs = [(gold[i], predicted[j]) for i, j in _paired(gold, predicted)]
    hits = {
        "strict": sum(_same_place(one, other) for one, other in pairs),
        "relaxed": len(pairs),
        "value": sum(_value(one) == _value(other) for one, other in pairs),
        "type": sum(one.type == other.type for one, other in pairs),
    }
    return {
        measure: Counts(hits=count, predicted=len(predicted), gold=len(gold))
        for measure, count in hits.items()
    }


def _paired(gold: Sequence[MarkedTime], predicted: Sequence[MarkedTime]) -> list[tuple[int, int]]:
    """Return the pairs that overlap, by index, each time in at most one."""
    candidates = sorted(
        (not _same_place(one, other), -shared, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (shared := min(one.end, other.end) - max(one.start, other.start)) > 0
    )
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in candidates:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs


def _same_place(one: MarkedTime, other: MarkedTime) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _value(time: MarkedTime) -> str:
    return (time.value or "").strip().upper()
