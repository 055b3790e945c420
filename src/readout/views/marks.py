"""A text and the marks over it in, the text cut into pieces out, each knowing which marks cover it.

Marks overlap and nest, so no element can wrap one whole; a piece ends wherever a mark does.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from readout.records.event import Event
from readout.records.reading import Reading
from readout.records.text import Record, Span

__all__ = ["EVENT_KINDS", "Mark", "MarkKind", "Piece", "cut_at_marks", "marks_of"]

MarkKind = Literal["source", "cue", "content", "time", "trigger", "actor", "recipient"]
EVENT_KINDS: frozenset[MarkKind] = frozenset(("trigger", "actor", "recipient"))
"""The marks of events; their numbers count events."""


class Mark(Record, frozen=True, kw_only=True):
    """One stretch of the text with what it is and the number of the find it is part of."""

    kind: MarkKind
    number: int
    span: Span
    first: bool = False
    """Where a link to the find lands: its first stretch, or the trigger that says most."""
    last: bool = False
    """Where the find's number stands: the last stretch of a content, each trigger of an event."""


class Piece(Record, frozen=True, kw_only=True):
    """A stretch of the text in which no mark begins or ends."""

    span: Span
    marks: tuple[Mark, ...]


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Return every mark; statements, times and events count from 1, each by themselves."""
    marks: list[Mark] = []
    for number, found in enumerate(reading.attributions, 1):
        kinds: tuple[tuple[MarkKind, tuple[Span, ...]], ...] = (
            ("source", found.source),
            ("cue", found.cue),
            ("content", found.content),
        )
        marks.extend(_numbered([(kind, s) for kind, spans in kinds for s in spans], number))
    for number, time in enumerate(reading.times, 1):
        marks.extend(_numbered([("time", time.span)], number))
    for number, event in enumerate(reading.events, 1):
        marks.extend(_of_event(event, number))
    return tuple(marks)


def _of_event(event: Event, number: int) -> Iterator[Mark]:
    """Yield trigger and parties of each mention."""
    for at, mention in enumerate(event.mentions):
        lead = at == event.lead
        yield Mark(kind="trigger", number=number, span=mention.trigger, first=lead, last=True)
        for actor in mention.actors:
            yield Mark(kind="actor", number=number, span=actor.span)
        for recipient in mention.recipients:
            yield Mark(kind="recipient", number=number, span=recipient.span)


def _numbered(stretches: Sequence[tuple[MarkKind, Span]], number: int) -> Iterator[Mark]:
    start = min((span.start for _, span in stretches), default=0)
    end = max((span.end for kind, span in stretches if kind in {"content", "time"}), default=0)
    starts = True
    for kind, span in stretches:
        first = starts and span.start == start
        starts = starts and not first
        last = span.end == end and kind in {"content", "time"}
        yield Mark(kind=kind, number=number, span=span, first=first, last=last)


def cut_at_marks(within: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Yield the pieces of `within`, in order and without gaps."""
    here = [mark for mark in marks if mark.span.overlaps(within)]
    edges = {within.start, within.end}
    for mark in here:
        edges.add(max(mark.span.start, within.start))
        edges.add(min(mark.span.end, within.end))
    order = sorted(edges)
    for start, end in pairwise(order):
        piece = Span(start, end)
        yield Piece(span=piece, marks=tuple(m for m in here if m.span.overlaps(piece)))
