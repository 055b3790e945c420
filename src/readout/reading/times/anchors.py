"""What an article says of its own date in, the days relative times are counted from out."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from readout.reading.times.values import day_of
from readout.records.article import Block, Published
from readout.records.time import Anchor, Interval

__all__ = ["Window", "anchor_of", "day_in", "window_of"]

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


class Window(NamedTuple):
    """The first and last day the present of a text can be; equal where its day is known."""

    first: date
    last: date
    anchor: Anchor


def day_in(value: str | None) -> date | None:
    """Return the day an ISO 8601 date or date-time starts with."""
    match = _DAY.match(value or "")
    return day_of(*map(int, match.groups())) if match else None


def window_of(interval: Interval | None) -> Window | None:
    """Return the window of a closed interval; an open one tells no day."""
    if interval is None:
        return None
    first, last = day_in(interval.start), day_in(interval.end)
    if first is None or last is None or first > last:
        return None
    return Window(first, last, "published")


def anchor_of(published: Published, blocks: Sequence[Block], place: int) -> Window | None:
    """Return the window at one place: its block's own time, else when the page was published."""
    for block in blocks:
        if block.time and block.span.start <= place < block.span.end:
            day = day_in(block.time)
            return Window(day, day, "block") if day else None
    day = day_in(published.value)
    return Window(day, day, "published") if day else window_of(published.interval)
