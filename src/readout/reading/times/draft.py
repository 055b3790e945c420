"""What a rule found before it is placed on the calendar, and the shape of a rule."""

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from readout.records.text import Record
from readout.records.time import TimeMod, TimeType

__all__ = ["Build", "Draft", "Kind", "Rule", "figure"]

Kind = Literal["fixed", "date", "part", "weekday", "shift", "holiday", "clock", "ordinal_day", "weekend"]


class Draft(Record, frozen=True, kw_only=True):
    """One time expression with what its own words say; `kind` tells how it is resolved.

    fixed        `value` is complete
    date         month `number` and `day`, perhaps a `year`
    part         `value` is a part of a year (03, Q3, SU, H1), perhaps with a `year`
    weekday      ISO weekday `number`
    shift        `count` units of `unit` from the anchor, as a value of unit `grain`
    holiday      `value` is the day's rule in the table
    clock        a time of day alone
    ordinal_day  the `day` of an unnamed month
    weekend      the one `which` or the tense tells
    """

    start: int
    end: int
    kind: Kind
    type: TimeType = "DATE"
    value: str = ""
    year: int | None = None
    number: int = 0
    day: int = 0
    unit: str = ""
    grain: str = ""
    count: int = 0
    which: Literal["", "last", "this", "next"] = ""
    clock: str = ""
    """The part after T of a TIMEX3 value: 10:00, MO."""
    zone: str = ""
    mod: TimeMod | None = None
    spoken: bool = False
    """Of the quarter or month the text speaks of, where it speaks of one: a year earlier."""
    narrative: bool = False
    """Relative to what the text speaks of (that day, a year earlier), not to its publication."""
    article: bool = False
    """Whether a preceding "the" belongs to it."""


Build = Callable[[re.Match[str], str], Sequence[Draft]]


class Rule(NamedTuple):
    """Words an expression can start with ("0" for figures), its form, and what it means."""

    starts: frozenset[str]
    pattern: re.Pattern[str]
    build: Build


def figure(match: re.Match[str], group: str) -> int | None:
    """Return the number a group of figures names, None where the group is absent."""
    found = match[group]
    return int(found) if found else None
