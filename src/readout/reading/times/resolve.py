"""A draft, the present of its text and what was last spoken of in, a TIMEX3 value out."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from readout.reading.times.anchors import Window
from readout.reading.times.choose import holiday_in, nearest_year, part_year
from readout.reading.times.draft import Draft
from readout.reading.times.values import day_of, on_weekday, shift, unit_value

__all__ = ["Spoken", "open_value", "value_at"]

_DAYS_A_WEEK = 7


class Spoken(NamedTuple):
    """A date a text spoke of: its first day, the unit it was told in, and where."""

    day: date
    grain: str
    place: int


def value_at(draft: Draft, present: Window, direction: int, spoken: Spoken | None) -> str:
    """Return the value, "" where the days the present can be do not agree on one."""
    base = spoken.day if spoken and (draft.narrative or draft.spoken) else None
    value = _VALUES[draft.kind](draft, base or present.first, direction, spoken)
    if base or present.first == present.last:
        return value
    same = _VALUES[draft.kind](draft, present.last, direction, spoken) == value
    return value if same else ""


def open_value(draft: Draft) -> str:
    """Return what the words themselves fix of a value: XXXX-03-20, XXXX-WXX-1; else ""."""
    match draft.kind:
        case "date":
            value = f"XXXX-{draft.number:02d}-{draft.day:02d}"
        case "part":
            value = "" if draft.which or draft.in_year is not None else f"XXXX-{draft.value}"
        case "weekday":
            value = f"XXXX-WXX-{draft.number}"
        case "clock":
            value = "XXXX-XX-XX"
        case _:
            value = ""
    return f"{value}T{draft.clock}" if value and draft.clock else value


def _date(draft: Draft, present: date, direction: int, _spoken: Spoken | None) -> str:
    def day_in(year: int) -> date | None:
        return day_of(year, draft.number, draft.day)

    if draft.which == "last":
        direction = -1
    day = day_in(draft.year or nearest_year(present, direction, day_in))
    return _timed(day, draft)


def _timed(day: date | None, draft: Draft) -> str:
    """Return a day's value with the draft's time of day."""
    if day is None:
        return ""
    return day.isoformat() + (f"T{draft.clock}" if draft.clock else "")


def _part(draft: Draft, present: date, direction: int, _spoken: Spoken | None) -> str:
    year = draft.year or _shifted_year(draft, present, direction)
    return f"{year:04d}-{draft.value}"


def _shifted_year(draft: Draft, present: date, direction: int) -> int:
    """Return the year of a part: told from the present's, else the likeliest."""
    if draft.in_year is not None:
        return present.year + draft.in_year
    return part_year(present, direction, draft.value, draft.which)


def _weekday(draft: Draft, present: date, direction: int, _spoken: Spoken | None) -> str:
    """Monday is today where today is one, else the last or, with the future, the next."""
    if draft.which == "last":
        start = shift(present, "day", -1)
        return _timed(on_weekday(start, draft.number, -1) if start else None, draft)
    if draft.which == "next":
        start = shift(present, "day", 1)
        return _timed(on_weekday(start, draft.number, 1) if start else None, draft)
    if draft.which == "this":
        return _timed(on_weekday(present, draft.number, 1 if direction >= 0 else -1), draft)
    return _timed(on_weekday(present, draft.number, direction or -1), draft)


def _shift(draft: Draft, present: date, _direction: int, spoken: Spoken | None) -> str:
    grain = draft.grain or (spoken.grain if spoken else "year")
    count = 0 if spoken and draft.spoken and draft.unit == "quarter" else draft.count
    day = shift(present, draft.unit, count)
    if day and draft.year:
        day = day_of(draft.year, day.month, 1)
    if day is None:
        return ""
    value = unit_value(day, grain)
    return f"{value}T{draft.clock}" if draft.clock and grain == "day" else value


def _weekend(draft: Draft, present: date, direction: int, _spoken: Spoken | None) -> str:
    """Return the week of this Saturday, else of the last or, with the future, the next."""
    days = present.isoweekday() - 6
    back = draft.which == "last" or (not draft.which and direction <= 0)
    if draft.which == "next" or (back and (days < 0 or draft.which == "last")):
        day = shift(present, "week", 1 if draft.which == "next" else -1)
    else:
        day = present
    return unit_value(day, "weekend") if day else ""


def _holiday(draft: Draft, present: date, direction: int, _spoken: Spoken | None) -> str:
    def day_in(year: int) -> date | None:
        return holiday_in(draft.value, year)

    if draft.value == "?":
        return ""
    if draft.which == "last":
        direction = -1
    year = draft.year or nearest_year(present, direction, day_in)
    return _timed(day_in(year), draft)


def _clock(draft: Draft, present: date, _direction: int, spoken: Spoken | None) -> str:
    day = spoken.day if spoken and spoken.grain == "day" else present
    return _timed(day, draft)


def _ordinal_day(draft: Draft, present: date, direction: int, spoken: Spoken | None) -> str:
    """Return the 20th of the month spoken of, else of the nearest month the tense allows."""
    if spoken:
        day = day_of(spoken.day.year, spoken.day.month, draft.day)
        return day.isoformat() if day else ""
    day = day_of(present.year, present.month, draft.day)
    if day and ((direction < 0 < (day - present).days) or (direction > 0 > (day - present).days)):
        day = shift(day, "month", direction)
    return day.isoformat() if day else ""


def _fixed(draft: Draft, _present: date, _direction: int, _spoken: Spoken | None) -> str:
    return draft.value


_VALUES: dict[str, Callable[[Draft, date, int, Spoken | None], str]] = {
    "fixed": _fixed,
    "date": _date,
    "part": _part,
    "weekday": _weekday,
    "shift": _shift,
    "holiday": _holiday,
    "clock": _clock,
    "ordinal_day": _ordinal_day,
    "weekend": _weekend,
}
