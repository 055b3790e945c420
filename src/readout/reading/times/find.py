"""An article's text in, its time expressions out, each with its value and where it can its days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from readout.reading.times.anchors import Window, anchor_of, day_in
from readout.reading.times.draft import Draft
from readout.reading.times.extend import extend
from readout.reading.times.resolve import Spoken, open_value, value_at
from readout.reading.times.scan import lower, scan
from readout.reading.times.tense import Tenses
from readout.reading.times.undated import date_undated
from readout.reading.times.values import ends_of
from readout.records.article import Block, Published
from readout.records.reading import Sentence
from readout.records.text import Span
from readout.records.time import Anchor, Interval, Timex

__all__ = ["find_times"]

_COMPLETE = re.compile(r"\d{2,4}(?:-.*)?")
_DAY_KINDS = frozenset({"weekday", "date", "shift", "holiday"})
_JOINT = re.compile(r",?\s(?:on\s)?|,\s?")
_MEMORY = 1000
_UNDATED = Published()
_DIRECTED = frozenset({"weekday", "date", "part", "holiday", "ordinal_day", "weekend"})
_NARRATIVE_KINDS = frozenset({"clock", "ordinal_day"})


def find_times(
    text: str,
    *,
    sentences: Sequence[Sentence] = (),
    blocks: Sequence[Block] = (),
    published: Published = _UNDATED,
) -> tuple[Timex, ...]:
    """Return the time expressions of `text` in order, none overlapping another.

    What cannot be placed on the calendar keeps the value its own words give it and no interval.
    """
    low = lower(text)
    placed = _placed(text, low, Tenses(low, sentences))
    found = _resolve(placed, blocks, published, low)
    if published.value is None and published.interval is None:
        inferred = date_undated(text, found, sentences=sentences, blocks=blocks)
        if inferred and inferred.start and inferred.end:
            found = _resolve(placed, blocks, Published(interval=inferred), low)
    return found


def _placed(text: str, low: str, tenses: Tenses) -> list[tuple[Draft, int]]:
    """Return the drafts, each with the direction of tense where that can matter."""
    return [
        (draft, tenses.at(draft.start, draft.end) if draft.kind in _DIRECTED else 0)
        for draft in _joined(text, low)
    ]


def _resolve(
    placed: Sequence[tuple[Draft, int]], blocks: Sequence[Block], published: Published, low: str
) -> tuple[Timex, ...]:
    """Return the expressions of the drafts, each resolved against what stands before it."""
    timed = [block for block in blocks if block.time]
    found: list[Timex] = []
    spoken: Spoken | None = None
    quarter: Spoken | None = None
    for draft, direction in placed:
        present = anchor_of(published, timed, draft.start)
        if spoken and draft.start - spoken.place > _MEMORY:
            spoken = None
        timex = _timex(draft, present, direction, quarter if draft.spoken else spoken, low)
        found.append(msgspec.structs.replace(timex, tid=f"t{len(found) + 1}"))
        if draft.spoken:
            continue
        spoken = _spoken(timex) or spoken
        if spoken and spoken.grain == "quarter":
            quarter = spoken
    return tuple(found)


def _joined(text: str, low: str) -> Iterator[Draft]:
    """Yield the drafts with their modifiers; a clock time and the day beside it are one."""
    held: Draft | None = None
    for found in scan(text, low):
        draft = extend(found, low)
        if held and draft.start < held.end:
            draft = msgspec.structs.replace(draft, start=found.start)
        joined = _join(held, draft, low) if held else None
        if held and joined is None:
            yield held
        held = joined or draft
    if held:
        yield held


def _join(held: Draft, draft: Draft, low: str) -> Draft | None:
    """Return "10 p.m." and "Wednesday" as one draft; None where they are two."""
    if held.kind != "clock" or draft.kind not in _DAY_KINDS or draft.clock:
        return None
    if draft.kind == "shift" and draft.grain != "day":
        return None
    if not _JOINT.fullmatch(low, held.end, draft.start):
        return None
    return msgspec.structs.replace(
        draft, start=held.start, clock=held.clock, zone=held.zone, type="TIME"
    )


def _timex(
    draft: Draft, present: Window | None, direction: int, spoken: Spoken | None, low: str
) -> Timex:
    """Return the expression with its value, its interval and what it was resolved against."""
    value, anchor = _resolved(draft, present, direction, spoken)
    ends = ends_of(value, draft.zone) if draft.type in {"DATE", "TIME"} else None
    if ends and "fiscal" in low[draft.start : draft.end]:
        ends = None  # a company's or a country's fiscal year has its own first day
    return Timex(
        tid="",
        span=Span(draft.start, draft.end),
        type=draft.type,
        value=value,
        mod=draft.mod,
        interval=Interval(start=ends[0], end=ends[1]) if ends else None,
        anchor=anchor if ends else "none",
    )


def _resolved(
    draft: Draft, present: Window | None, direction: int, spoken: Spoken | None
) -> tuple[str, Anchor]:
    """Return the value and its anchor; the open value where nothing anchors it."""
    complete = draft.kind == "fixed" or (draft.year and draft.kind in {"date", "part", "holiday"})
    if complete:
        return value_at(draft, _ANY, direction, None), "text"
    told = spoken if draft.narrative or draft.spoken or draft.kind in _NARRATIVE_KINDS else None
    if draft.narrative and draft.unit == "day" and (told is None or told.grain != "day"):
        return "", "none"
    if told:
        return value_at(draft, present or _ANY, direction, told), "narrative"
    if present is None:
        return open_value(draft), "none"
    return value_at(draft, present, direction, None) or open_value(draft), present.anchor


_ANY = Window(date(2000, 1, 1), date(2000, 1, 1), "none")


def _spoken(timex: Timex) -> Spoken | None:
    """Return the date an expression makes the text speak of, None where it has none."""
    if timex.interval is None or timex.type not in {"DATE", "TIME"}:
        return None
    first = day_in(timex.interval.start)
    if first is None:
        return None
    return Spoken(first, _grain(timex.value), timex.span.end)


def _grain(value: str) -> str:
    """Return the unit a value is told in."""
    if re.match(r"\d{4}-\d\d-\d\d", value):
        return "day"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return "month"
    if re.fullmatch(r"\d{4}-Q\d", value):
        return "quarter"
    return "week" if "-W" in value else "year"
