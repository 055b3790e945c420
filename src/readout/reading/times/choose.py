"""A date without its year and a present day in, the year it most likely means out.

News names the year of what lies far off, so the nearest day wins; a verb that looks the other way,
another calendar year and the future each have to be made up for by nearness.
"""

import re
from collections.abc import Callable
from datetime import date

from readout.reading.times.values import day_of, ends_of, on_weekday, shift

__all__ = ["Direction", "holiday_in", "nearest_year", "part_year"]

Direction = int
"""-1 past, 1 future, 0 not told."""

_AGAINST_TENSE, _OTHER_YEAR, _UNTOLD_FUTURE = 150, 60, 60
_EASTER = re.compile(r"easter([+-]\d+)")
_NTH = re.compile(r"(\d\d)-(\d)-(-?\d)(?:\+(\d+))?")
_FIXED = re.compile(r"(\d\d)-(\d\d)")


def nearest_year(present: date, direction: Direction, day_in: Callable[[int], date | None]) -> int:
    """Return the year, of three, whose day is nearest to the present with the tense weighed in."""

    def cost(year: int) -> tuple[float, int]:
        day = day_in(year)
        if day is None:
            return (float("inf"), year)
        days = (day - present).days
        against = (direction < 0 < days) or (direction > 0 > days)
        return (
            abs(days)
            + _AGAINST_TENSE * against
            + _OTHER_YEAR * (year != present.year)
            + _UNTOLD_FUTURE * (direction == 0 and days > 0),
            year,
        )

    return min(range(present.year - 1, present.year + 2), key=cost)


def part_year(present: date, direction: Direction, part: str, which: str) -> int:
    """Return the year of a month, quarter, half or season ("03", "Q3", "SU") with no year."""

    def ends(year: int) -> tuple[date, date] | None:
        found = ends_of(f"{year:04d}-{part}")
        return (date.fromisoformat(found[0]), date.fromisoformat(found[1])) if found else None

    years = [y for y in range(present.year - 2, present.year + 3) if ends(y)]
    spans = {year: found for year in years if (found := ends(year))}
    past = [year for year, (_, last) in spans.items() if last < present]
    coming = [year for year, (first, _) in spans.items() if first > present]
    if which == "last" and past:
        return past[-1]
    if which == "next" and coming:
        return coming[0]
    if which == "this":
        return present.year

    def nearest(year: int) -> date | None:
        if year not in spans:
            return None
        first, last = spans[year]
        return min(max(first, present), last)

    return nearest_year(present, direction, nearest)


def holiday_in(rule: str, year: int) -> date | None:
    """Return a holiday's day in a year; None where the calendar does not fix it."""
    if match := _EASTER.fullmatch(rule):
        easter = _easter(year)
        return shift(easter, "day", int(match[1])) if easter else None
    if match := _NTH.fullmatch(rule):
        day = _nth_weekday(year, int(match[1]), int(match[2]), int(match[3]))
        return shift(day, "day", int(match[4] or 0)) if day else None
    match = _FIXED.fullmatch(rule)
    return day_of(year, int(match[1]), int(match[2])) if match else None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the nth such weekday of a month; -1 is the last."""
    if nth > 0:
        first = day_of(year, month, 1)
        day = on_weekday(first, weekday, 1) if first else None
        return shift(day, "day", 7 * (nth - 1)) if day else None
    first = day_of(year, month, 1)
    after = shift(first, "month", 1) if first else None
    last = shift(after, "day", -1) if after else None
    return on_weekday(last, weekday, -1) if last else None


def _easter(year: int) -> date | None:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return day_of(year, month, day + 1)
