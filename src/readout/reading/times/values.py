"""Calendar arithmetic: days and units in, TIMEX3 values and the intervals they stand for out.

Years run from 1 to 9999; what would fall outside is None, never an error.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

__all__ = ["DAY_UNITS", "Ends", "day_of", "ends_of", "on_weekday", "shift", "unit_value"]

Ends = tuple[str, str]
"""First and last day or minute, both included."""

DAY_UNITS = {"day": 1, "week": 7, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON, _QUARTER, _HALF = 3, 3, 6
_LAST_MONTH = 12
_DAYPARTS = {
    "MO": ("00:00", "11:59"),
    "MI": ("11:00", "13:59"),
    "AF": ("12:00", "17:59"),
    "EV": ("17:00", "23:59"),
    "NI": ("17:00", "23:59"),
    "DT": ("06:00", "17:59"),
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_YEAR = re.compile(r"\d{2,4}")
_PART = re.compile(r"(\d{4})-(?:(\d\d)|Q(\d)|H(\d)|(SP|SU|FA|WI))")
_CLOCK = re.compile(r"(\d\d)(?::(\d\d)(?::(\d\d))?)?")


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none: 30 February, month 13, year 0."""
    if not (1 <= year <= date.max.year and 1 <= month <= _LAST_MONTH):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def shift(day: date, unit: str, count: int) -> date | None:
    """Return the day `count` units after `day`; months end where the shorter month ends."""
    if unit in DAY_UNITS:
        number = day.toordinal() + DAY_UNITS[unit] * count
        return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None
    number = day.year * 12 + day.month - 1 + _MONTHS.get(unit, 0) * count
    year, month = divmod(number, 12)
    if not 1 <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def on_weekday(day: date, weekday: int, direction: int) -> date | None:
    """Return the nearest such ISO weekday from `day`, itself included, back (-1) or forward (1)."""
    ahead = (weekday - day.isoweekday()) % 7
    return shift(day, "day", ahead if direction > 0 or not ahead else ahead - 7)


def unit_value(day: date, unit: str) -> str:
    """Return the TIMEX3 value of the unit of time that holds `day`."""
    iso = day.isocalendar()
    values = {
        "week": f"{iso.year:04d}-W{iso.week:02d}",
        "weekend": f"{iso.year:04d}-W{iso.week:02d}-WE",
        "month": f"{day.year:04d}-{day.month:02d}",
        "quarter": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}",
        "century": f"{day.year // 100:02d}",
    }
    return values.get(unit) or day.isoformat()


def ends_of(value: str, zone: str = "") -> Ends | None:
    """Return the first and last day, or minute, of a TIMEX3 date value; None where it is open."""
    stem, _, clock = value.partition("T")
    days = _days(stem)
    if days is None:
        return None
    start, end = (day.isoformat() for day in days)
    if not clock:
        return start, end
    return _minutes(start, clock, zone) if start == end else None


def _days(stem: str) -> tuple[date, date] | None:
    """Return the first and last day of a value without a time of day."""
    if match := _DAY.fullmatch(stem):
        day = day_of(*map(int, match.groups()))
        return (day, day) if day else None
    if match := _WEEK.fullmatch(stem):
        return _week(int(match[1]), int(match[2]), weekend=bool(match[3]))
    match = _PART.fullmatch(stem)
    return _part(match.groups()) if match else _years(stem)


def _years(stem: str) -> tuple[date, date] | None:
    """Return the first and last day of a year, a decade or a century; there is no year 0."""
    if not _YEAR.fullmatch(stem):
        return None
    number, count = int(stem), 10 ** (4 - len(stem))
    missing = number == 0
    return _months(number * count + missing, 1, 12 * (count - missing))


def _part(groups: Sequence[str | None]) -> tuple[date, date] | None:
    """Return the first and last day of a month, a quarter, a half or a (northern) season."""
    year, month, quarter, half, season = groups
    if month:
        return _months(int(year or 0), int(month), 1)
    if season:
        return _months(int(year or 0), _SEASON_STARTS[season], _SEASON)
    if quarter:
        return _months(int(year or 0), _QUARTER * int(quarter) - 2, _QUARTER)
    return _months(int(year or 0), _HALF * int(half or 0) - 5, _HALF)


def _months(year: int, month: int, count: int) -> tuple[date, date] | None:
    """Return the first and last day of `count` months."""
    first = day_of(year, month, 1)
    number = year * 12 + month + count - 2
    last_year, last_month = divmod(number, 12)
    if first is None or not year <= last_year <= date.max.year:
        return None
    return first, date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def _week(year: int, week: int, *, weekend: bool) -> tuple[date, date] | None:
    """Return Monday and Sunday, or Saturday and Sunday, of an ISO week."""
    fourth = day_of(year, 1, 4)
    if fourth is None:
        return None
    monday = fourth.toordinal() - fourth.isoweekday() + 1 + 7 * (week - 1)
    if not (monday >= 1 and monday + 6 <= date.max.toordinal()):
        return None
    return date.fromordinal(monday) + timedelta(days=5 * weekend), date.fromordinal(monday + 6)


def _minutes(day: str, clock: str, zone: str) -> Ends | None:
    """Return the first and last minute of a clock time or a part of the day."""
    if clock in _DAYPARTS:
        start, end = _DAYPARTS[clock]
        return f"{day}T{start}{zone}", f"{day}T{end}{zone}"
    match = _CLOCK.fullmatch(clock)
    if not match or int(match[1]) > 24:  # noqa: PLR2004 -- 24:00 is midnight at the day's end
        return None
    time = f"{day}T{match[1]}:{match[2] or '00'}"
    seconds = f":{match[3]}" if match[3] else ""
    return f"{time}{seconds}{zone}", f"{time}{seconds}{zone}"
