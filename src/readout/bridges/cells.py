"""Facts of records in, the cells of a table out; a fact that is not told is an empty cell."""

import re

from readout.records.article import Article
from readout.records.event import EventTime
from readout.records.time import Interval

__all__ = ["Row", "day_of", "number_of", "one_line", "published_day", "told_date"]

Row = dict[str, str]
"""A row: its cells by the names of their columns, in the order of the columns."""

_DAY = 10  # characters of YYYY-MM-DD
_CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
_BLANK = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_FORMULA = re.compile(r"[=+@-]")


def one_line(words: str) -> str:
    """Return words of a page as one line that no spreadsheet takes for a formula."""
    line = _CONTROL.sub("\ufffd", _BLANK.sub(" ", words)).strip()
    return f"'{line}" if _FORMULA.match(line) else line


def number_of(number: float) -> str:
    """Return a number without a needless ".0"."""
    return f"{number:g}"


def day_of(interval: Interval | None) -> str:
    """Return the day, YYYY-MM-DD, where the interval lies inside one."""
    if interval is None or interval.start is None or interval.end is None:
        return ""
    day = interval.start[:_DAY]
    return day if day == interval.end[:_DAY] else ""


def published_day(article: Article) -> str:
    """Return the day of publication where the page or the caller declares one."""
    return (article.published.value or "")[:_DAY]


def told_date(time: EventTime | None) -> str:
    """Return a day, month or year as ISO 8601, else an interval "start/end", else ""."""
    if time is None:
        return ""
    day = day_of(time.interval)
    if day or _CALENDAR.match(time.value):
        return day or time.value
    span = time.interval
    if span is None or span.start is None or span.end is None:
        return ""
    return f"{span.start[:_DAY]}/{span.end[:_DAY]}"
