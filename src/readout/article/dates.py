"""Read a written date: a string in, ISO 8601 out, or None where it is not one whole day.

A day and month that could be swapped (03/04/2018) are not guessed.
"""

import re
from datetime import UTC, datetime
from functools import lru_cache

from readout.data.tables import rows

__all__ = ["date_in", "day_of", "iso_date", "month_number", "months_pattern"]

_EARLIEST, _LATEST = 1970, 2100
_MONTHS = 12
_ISO = re.compile(
    r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"
    r"(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}(?!\d))?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z)?$")
_EPOCH = re.compile(r"^1\d{9}(?:\d{3})?$")
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])(?: ?([ap])\.?m\b)?", re.IGNORECASE
)
_OFFSET = re.compile(
    r"(?:\d|[ap]\.?m\.?) ?(?:(Z|UTC|GMT)\b|(?:GMT|UTC)?([+-]\d{2}):?(\d{2})\b)", re.IGNORECASE
)


@lru_cache(maxsize=1)
def months_pattern() -> str:
    """Return an expression for the names of months, longest first."""
    names = sorted(_months(), key=len, reverse=True)
    return "(?:" + "|".join(names) + r")\b\.?"


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the number of each month name."""
    return {
        form: int(number) for number, forms in rows("month_names.tsv") for form in forms.split()
    }


def month_number(name: str) -> int | None:
    """Return the number of a month's name or short form."""
    return _months().get(name.lower().rstrip("."))


@lru_cache(maxsize=1)
def _worded() -> re.Pattern[str]:
    """Return the expression of a date with its month in words."""
    month = months_pattern()
    return re.compile(
        rf"\b(?P<m1>{month}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,? ?| at \d\S* )(?P<y1>\d{{4}})\b"
        rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<m2>{month})[,-]? ?"
        r"(?P<y2>\d{4})\b",
        re.IGNORECASE,
    )


def iso_date(raw: str) -> str | None:
    """Return the one date, or date and time, that `raw` declares."""
    raw = " ".join(raw.split())[:120]
    if _EPOCH.match(raw):
        return _of_epoch(raw)
    compact = _COMPACT.match(raw)
    if compact:
        return _join(
            compact[1],
            compact[2],
            compact[3],
            (compact[4], compact[5], compact[6]),
            compact[7] or "",
        )
    found = date_in(raw)
    return found[0] if found else None


def date_in(raw: str) -> tuple[str, str] | None:
    """Return the first whole date written in `raw` as ISO 8601, and its words."""
    match = _ISO.search(raw)
    if match:
        year, month, day, hour, minute, second, zone = match.groups()
        value = _join(year, month, day, (hour, minute, second), zone or "")
        return (value, match[0]) if value else None
    match = _worded().search(raw)
    if match:
        name, day, year = (
            (match["m1"], match["d1"], match["y1"])
            if match["m1"]
            else (match["m2"], match["d2"], match["y2"])
        )
        clock, zone = _clock(raw, match.end())
        value = _join(year, str(month_number(name)), day, clock, zone)
        return (value, match[0]) if value else None
    match = _SLASHED.search(raw)
    if match:
        first, second_number, year = int(match[1]), int(match[3]), match[4]
        if match[2] == "." or first > _MONTHS:  # 19.11.2019, 19/11/2019
            value = _join(year, str(second_number), str(first), (None, None, None), "")
        elif second_number > _MONTHS or first == second_number:
            value = _join(year, str(first), str(second_number), (None, None, None), "")
        else:
            return None
        return (value, match[0]) if value else None
    return None


def day_of(value: str) -> datetime | None:
    """Return the day of an ISO 8601 value, for counting days between witnesses."""
    try:
        return datetime.strptime(value[:10], "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return None


def _clock(raw: str, after: int) -> tuple[tuple[str | None, str | None, str | None], str]:
    """Return the time of day near a worded date, and its offset where that is a number."""
    match = _CLOCK.search(raw, after) or _CLOCK.search(raw)
    if not match:
        return (None, None, None), ""
    hour = int(match[1])
    half = (match[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = _OFFSET.search(raw, match.start())
    offset = "" if not zone else "Z" if zone[1] else f"{zone[2]}:{zone[3]}"
    return (str(hour), match[2], match[3]), offset


def _of_epoch(raw: str) -> str | None:
    """Return the moment that seconds or milliseconds since 1970 name."""
    moment = datetime.fromtimestamp(int(raw[:10]), UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _join(
    year: str | None,
    month: str | None,
    day: str | None,
    clock: tuple[str | None, ...],
    zone: str,
) -> str | None:
    """Return ISO 8601 of the parts, None where they are no day of the calendar."""
    hour, minute, second = (*clock, None, None, None)[:3]
    try:
        moment = datetime(
            int(year or 0),
            int(month or 0),
            int(day or 0),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            tzinfo=UTC,
        )
    except ValueError:
        return None
    if not _EARLIEST < moment.year < _LATEST:
        return None
    if hour is None or minute is None:
        return moment.strftime("%Y-%m-%d")
    mark = "Z" if zone.upper() in {"Z", "UTC", "GMT"} else zone
    if len(mark) == len("+0000"):
        mark = f"{mark[:3]}:{mark[3:]}"
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + mark
