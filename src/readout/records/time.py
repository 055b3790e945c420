"""Times: resolved intervals and TIMEX3 expressions."""

from typing import Literal

from readout.records.text import Record, Span

__all__ = ["Anchor", "Interval", "TimeMod", "TimeType", "Timex"]

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeMod = Literal[
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
]
Anchor = Literal["published", "narrative", "block", "text", "none"]


class Interval(Record, frozen=True, kw_only=True):
    """A stretch of calendar time; both ends are ISO 8601 dates (or date-times) and included.

    A day is the interval whose ends are equal. An end is None where it is open or unknown.
    """

    start: str | None = None
    end: str | None = None
    reason: str = ""
    """Why these ends, where they had to be worked out, in words a reader understands."""


class Timex(Record, frozen=True, kw_only=True):
    """One time expression (ISO-TimeML TIMEX3), with the calendar interval it was resolved to."""

    tid: str
    span: Span
    type: TimeType
    value: str
    """TIMEX3 @value, e.g. 2018-03-20, 2018-W14, P3D, PAST_REF; "" when it is left open."""
    mod: TimeMod | None = None
    interval: Interval | None = None
    """Where on the calendar; None for durations, sets and what could not be resolved."""
    anchor: Anchor = "none"
    """What a relative expression was resolved against; "text" where it is complete in itself."""
    p: float = 1.0
