"""A trigger and the times of its sentence in, when the deed was, is or is to be done out."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from readout.reading.events.near import governor, near
from readout.reading.events.syntax import Syntax
from readout.reading.events.triggers import Trigger
from readout.records.event import EventTime
from readout.records.reading import Attribution
from readout.records.text import Span
from readout.records.time import Timex

__all__ = ["find_date"]

_BOUNDS = frozenset(
    {
        "after",
        "before",
        "until",
        "till",
        "by",
        "pending",
        "than",
        "following",
        "ahead",
        "to",
        "since",
    }
)
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF", ""})


def find_date(
    syntax: Syntax,
    trigger: Trigger,
    times: Sequence[Timex],
    told: Attribution | None,
    *,
    first: int,
) -> EventTime | None:
    """Return the time of the deed by its sentence, or None where it does not say.

    `times` are those of the sentence; `told` is the innermost attribution that tells the deed: the
    time of its cue is when it was said, not when it was done.
    """
    if not times:
        return None
    last = min(first + trigger.last - trigger.first, len(syntax.forms) - 1)
    deed = syntax.top(first, last)
    best: tuple[int, int, int] | None = None
    for number, time in enumerate(times):
        if time.type not in {"DATE", "TIME"} or time.value in _VAGUE:
            continue
        words = _words(syntax, time.span)
        if not words:
            continue
        cost = _cost(syntax, words, deed, told)
        if cost is not None:
            found = (cost, abs(words[0] - deed), number)
            best = found if best is None else min(best, found)
    if best is None:
        return None
    time = times[best[2]]
    by = "the time hangs on the deed" if not best[0] else "the time stands in the deed's clause"
    return EventTime(value=time.value, interval=time.interval, tid=time.tid, by=by)


def _words(syntax: Syntax, span: Span) -> range:
    """Return the words of a time expression."""
    first = bisect_right(syntax.ends, span.start)
    last = bisect_left(syntax.starts, span.end)
    return range(first, last) if first < last else range(0)


def _cost(syntax: Syntax, words: range, deed: int, told: Attribution | None) -> int | None:
    """Return how far a time is from the deed; None where it is another's, or only bounds it."""
    top = syntax.top(words[0], words[-1])
    if deed in words:
        return None
    governing, before = governor(syntax, top)
    before = before or (syntax.forms[words[0]] if syntax.forms[words[0]] in _BOUNDS else "")
    if before in _BOUNDS or governing == top or _is_cue(syntax, governing, told):
        return None
    return near(syntax, deed, governing)


def _is_cue(syntax: Syntax, at: int, told: Attribution | None) -> bool:
    """Say whether a word is what tells of the deed."""
    return told is not None and any(span.overlaps(syntax.span(at, at)) for span in told.cue)
