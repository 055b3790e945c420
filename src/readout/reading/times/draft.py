"""What a rule found before it is placed on the calendar, and the shape of a rule."""

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from readout.records.text import Record
from readout.records.time import TimeMod, TimeType

__all__ = [
    "Build",
    "Draft",
    "Kind",
    "Rule",
    "Which",
    "fixed_date",
    "fixed_length",
    "shifted",
    "words_of",
]

Kind = Literal[
    "fixed", "date", "part", "weekday", "shift", "holiday", "clock", "ordinal_day", "weekend"
]


Which = Literal["", "last", "this", "next"]


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
    which: Which = ""
    in_year: int | None = None
    """Years from the present's: "May last year" is -1."""
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


def fixed_date(match: re.Match[str], value: str, *, article: bool = False) -> Draft:
    """Return the draft of a date whose value is complete."""
    return Draft(start=match.start(), end=match.end(), kind="fixed", value=value, article=article)


def fixed_length(match: re.Match[str], value: str, *, article: bool = False) -> Draft:
    """Return the draft of a length of time."""
    return Draft(
        start=match.start(),
        end=match.end(),
        kind="fixed",
        type="DURATION",
        value=value,
        article=article,
    )


def shifted(
    match: re.Match[str], unit: str, count: int, *, narrative: bool = False, article: bool = False
) -> Draft:
    """Return the draft of the unit that lies `count` units away."""
    return Draft(
        start=match.start(),
        end=match.end(),
        kind="shift",
        unit=unit,
        grain=unit,
        count=count,
        narrative=narrative,
        article=article,
    )


def words_of(match: re.Match[str], group: str) -> str:
    """Return the words of a group with one blank between them."""
    return " ".join(match[group].split())
