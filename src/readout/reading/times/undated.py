"""The words and times of an undated page in, the days it can have been published out, with why.

Only what the words force is said: a past day named in full is never younger than its page, a day
to come never older. Which year an April is of is left open where no word tells it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from readout.reading.times.anchors import day_in
from readout.reading.times.scan import lower
from readout.reading.times.tense import Tenses
from readout.reading.times.values import day_of, ends_of, shift
from readout.records.article import Block
from readout.records.reading import Sentence
from readout.records.text import Span
from readout.records.time import Interval, Timex

__all__ = ["date_undated"]

_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-\d")
_MONTHS_BACK = {"last month": 1, "earlier this month": 0, "this month": 0}
_BREAK = re.compile(r"(?<=[a-z\d%]{3})[.!?][\"'”’)]*\s+|\n\s*\n")
_CONTENT = re.compile(r"\b[a-z]{5,}")
_STEM, _SHARED = 5, 2
_FIRST = 20  # times compared with each other, at most
_EMPTY_WORDS = (
    "after before since their there which while would could should about other these those month "
    "months where again under until during early earlier later being first hours today"
)
_EMPTY = frozenset(re.findall("[a-z]+", _EMPTY_WORDS))


class _Bound(NamedTuple):
    day: date
    words: str


class _Bounds(NamedTuple):
    """The latest past day and the earliest day to come that a text names in full."""

    after: _Bound | None
    until: _Bound | None


class _Month(NamedTuple):
    """A month of publication the words agree on; year None where they tell none."""

    year: int | None
    month: int
    date_words: str
    month_words: str


def date_undated(
    text: str,
    timexes: Sequence[Timex],
    *,
    sentences: Sequence[Sentence] = (),
    blocks: Sequence[Block] = (),
) -> Interval | None:
    """Return when the page can have been published, an end left open where no word tells it.

    `timexes` are the page's times found without a publication date. None where no day bounds it.
    """
    tenses = Tenses(lower(text), sentences)
    after, until = _not_before(text, timexes, tenses, blocks), _not_after(text, timexes, tenses)
    if after and until and after.day > until.day:
        until = None  # one of the two is not what it seems; the past day is the surer
    month = _month(text, timexes, tenses)
    if month and month.year is None and after is None:
        month = None
    start, end = _ends(after, until, month)
    if start is None and end is None:
        return None
    weekdays = {t.span.of(text) for t in timexes if _WEEKDAY.fullmatch(t.value)}
    return Interval(
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        reason=_reason(_Bounds(after, until), month, start, weekdays),
    )


def _complete(timexes: Sequence[Timex]) -> Iterator[tuple[Timex, date, date]]:
    """Yield the times that are complete in themselves, with their first and last day."""
    for timex in timexes:
        if timex.anchor == "text" and timex.interval:
            first, last = day_in(timex.interval.start), day_in(timex.interval.end)
            if first and last:
                yield timex, first, last


def _not_before(
    text: str, timexes: Sequence[Timex], tenses: Tenses, blocks: Sequence[Block]
) -> _Bound | None:
    """Return the latest past day that is named in full; a caption's picture is past anyway."""
    captions = [block.span for block in blocks if block.role == "caption"]
    found = [
        _Bound(first, timex.span.of(text))
        for timex, first, _ in _complete(timexes)
        if any(timex.span.overlaps(caption) for caption in captions)
        or tenses.at(timex.span.start, timex.span.end) < 0
        or _credited(text, timex.span)
    ]
    return max(found, key=lambda bound: bound.day, default=None)


def _credited(text: str, span: Span) -> bool:
    """Say whether a photo credit follows: a caption in plain text, which has no roles."""
    paragraph = text[span.end : span.end + 120].split("\n", 1)[0]
    return bool(
        re.search(r"\((?:Photo|Image|Picture|AP|Reuters|AFP)\b|\bGetty Images\b", paragraph)
    )


def _not_after(text: str, timexes: Sequence[Timex], tenses: Tenses) -> _Bound | None:
    """Return the earliest day to come that is named in full."""
    found = [
        _Bound(last, timex.span.of(text))
        for timex, _, last in _complete(timexes)
        if tenses.at(timex.span.start, timex.span.end) > 0
    ]
    return min(found, key=lambda bound: bound.day, default=None)


def _month(text: str, timexes: Sequence[Timex], tenses: Tenses) -> _Month | None:
    """Return the month of publication where "last month" and a past day tell of the same thing."""
    told = [
        (timex, words)
        for timex in timexes
        if (words := " ".join(timex.span.of(text).lower().split())) in _MONTHS_BACK
    ][:_FIRST]
    days = [(t, named) for t in timexes if told and (named := _past_day(t, tenses))][:_FIRST]
    found: dict[tuple[int | None, int], _Month] = {}
    for (timex, named), (other, words) in product(days, told):
        if _tell_the_same(text, timex.span, other.span):
            year, month = _later(named, _MONTHS_BACK[words])
            found[year, month] = _Month(year, month, timex.span.of(text), words)
    years, months = {year for year, _ in found if year}, {month for _, month in found}
    if len(months) != 1 or len(years) > 1:
        return None
    return max(found.values(), key=lambda one: one.year or 0)


def _past_day(timex: Timex, tenses: Tenses) -> tuple[int | None, int] | None:
    """Return year (None where it names none) and month of a past day."""
    if tenses.at(timex.span.start, timex.span.end) > 0:
        return None
    if match := _YEARLESS.fullmatch(timex.value):
        return None, int(match[1])
    first = day_in(timex.value) if timex.anchor == "text" else None
    return (first.year, first.month) if first else None


def _later(named: tuple[int | None, int], back: int) -> tuple[int | None, int]:
    """Return the month that lies so many months after the named one."""
    year, month = named
    carried, month = divmod(month - 1 + back, 12)
    return (None if year is None else year + carried), month + 1


def _tell_the_same(text: str, one: Span, other: Span) -> bool:
    """Say whether the sentences around two times share at least two words of content."""
    return len(_stems(text, one) & _stems(text, other)) >= _SHARED


def _stems(text: str, span: Span) -> frozenset[str]:
    """Return the beginnings of the longer small words in the sentence around a span."""
    before = _BREAK.split(text[max(0, span.start - 300) : span.start])[-1]
    after = _BREAK.split(text[span.end : span.end + 300])[0]
    words = _CONTENT.findall(f"{before} | {after}")
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY)


def _ends(
    after: _Bound | None, until: _Bound | None, month: _Month | None
) -> tuple[date | None, date | None]:
    """Return the first and last day of publication, None where it is open."""
    start, end = after.day if after else None, until.day if until else None
    if month is None:
        return start, end
    if month.year is None:
        first = _first_month(start, month.month) if start else None
        return (max(first, start) if first and start else start), end
    days = ends_of(f"{month.year:04d}-{month.month:02d}")
    if days is None:
        return start, end
    first, last = map(date.fromisoformat, days)
    if (start and start > last) or (end and end < first):
        return start, end
    return max(first, start or first), min(last, end or last)


def _first_month(start: date, month: int) -> date | None:
    """Return the first day of the first such month that is not over before `start`."""
    year = start.year + (month < start.month)
    return day_of(year, month, 1)


def _reason(bounds: _Bounds, month: _Month | None, start: date | None, weekdays: set[str]) -> str:
    """Say in words why these ends."""
    parts = ["an undated page"]
    if bounds.after:
        day, words = bounds.after
        parts.append(f"its latest past date named in full is {day} ('{words}')")
    if bounds.until:
        day, words = bounds.until
        parts.append(f"{day} ('{words}') is still to come")
    if month and start:
        parts.extend(_month_reason(month, start))
        if len(weekdays) == 1:
            parts.append(f"'{weekdays.pop()}' is then one {_mondays(start)}")
    return "; ".join(parts)


def _month_reason(month: _Month, start: date) -> Iterator[str]:
    named = shift(start, "month", -_MONTHS_BACK[month.month_words]) or start
    yield f"'{month.month_words}' and '{month.date_words}' tell of the same, so of {named:%B}"
    if month.year is None:
        yield (
            f"so it was published in {start:%B}, and {start:%B %Y} is the first that fits; "
            "no year is named with it, so a later one is not excluded"
        )
    else:
        yield f"so it was published in {start:%B %Y}"


def _mondays(start: date) -> str:
    """Say where the last weekday before a page of the month of `start` can lie."""
    first, end = shift(start.replace(day=1), "day", -6), shift(start.replace(day=1), "month", 1)
    last = shift(end, "day", -1) if end else None
    return f"from {first} to {last}"
