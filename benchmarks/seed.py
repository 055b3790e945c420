"""A page with its events marked by hand in, the events Readout reads off it and their figures out.

DATA is a folder: page.html, article.txt (its words, over which the places count) and gold.json
(events with type, accept, core, span and other_spans). Predictions are one row an event: type,
mode, actor and recipient with name, country and sector, date, status, start and end. The figures
only count events by type and place; a scorer of one's own may look at the rest.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.articles import Row, in_row, moved
from readout.flow import read_pages
from readout.models import load_encoder
from readout.pages import page_of_bytes
from readout.reading.actors import plover_country
from readout.records.event import Actor, Event, EventType, Status
from readout.records.page import Refusal
from readout.records.reading import Reading

__all__ = ["GoldEvent", "SeedEvent", "figures", "run", "seed_events"]


class GoldPlace(msgspec.Struct, frozen=True):
    """A place of the article's text that tells the event."""

    start: int
    end: int


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event marked by hand; `accept` holds types, some with a mode, that are right too."""

    type: str
    core: bool
    accept: tuple[str, ...] = ()
    span: GoldPlace
    other_spans: tuple[GoldPlace, ...] = ()


class _Gold(msgspec.Struct, frozen=True):
    events: tuple[GoldEvent, ...]


class SeedActor(msgspec.Struct, frozen=True, kw_only=True):
    """A party of an event."""

    name: str
    country: str | None
    sector: str | None


class SeedEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event as it was read, at the place of the mention that says most."""

    type: EventType
    mode: str | None
    actor: tuple[SeedActor, ...]
    recipient: tuple[SeedActor, ...]
    date: str | None
    status: Status
    start: int
    end: int


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Read the page, write its events to `out`, return the figures."""
    page = page_of_bytes((data / "page.html").read_bytes(), address="page.html")
    gold = msgspec.json.decode((data / "gold.json").read_bytes(), type=_Gold).events
    text = (data / "article.txt").read_text("utf-8")
    encoder = load_encoder(threads=1)
    (reading,) = read_pages([page], encoder)
    found = () if isinstance(reading, Refusal) else seed_events(reading, text)
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in found))
    return {"model": encoder.name, **figures(gold, found)}


def seed_events(reading: Reading, text: str) -> tuple[SeedEvent, ...]:
    """Return the events of a reading that stand in `text`, with their places there."""
    mapped = in_row(Row(id="", text=text), reading.article)
    told: list[SeedEvent] = []
    for event in reading.events:
        places = moved(mapped, [event.mentions[event.lead].trigger])
        told.extend(_told(event, start, end) for start, end in places)
    return tuple(told)


def figures(gold: Sequence[GoldEvent], found: Sequence[SeedEvent]) -> dict[str, object]:
    """Return how many events there are, and of how many the type was read at their words."""
    core = [event for event in gold if event.core]
    return {
        "events": len(gold),
        "core": len(core),
        "predicted": len(found),
        "found": sum(_is_found(event, found) for event in gold),
        "core_found": sum(_is_found(event, found) for event in core),
    }


def _told(event: Event, start: int, end: int) -> SeedEvent:
    return SeedEvent(
        type=event.type,
        mode=event.mode,
        actor=tuple(map(_actor, event.actors)),
        recipient=tuple(map(_actor, event.recipients)),
        date=event.time.value if event.time else None,
        status=event.status,
        start=start,
        end=end,
    )


def _actor(actor: Actor) -> SeedActor:
    sector = actor.sectors[0] if actor.sectors else None
    return SeedActor(name=actor.name, country=plover_country(actor), sector=sector)


def _is_found(event: GoldEvent, found: Sequence[SeedEvent]) -> bool:
    types = {event.type, *(name.partition("/")[0] for name in event.accept)}
    return any(
        one.type in types and one.start < place.end and place.start < one.end
        for one in found
        for place in (event.span, *event.other_spans)
    )
