"""A mention of an event made by hand, for tests of tying: a few words in, the mention out."""

from readout.reading.events.mentioned import Mentioned
from readout.records.article import Role
from readout.records.event import Actor, EventMention, EventTime, EventType, Status, Voice
from readout.records.text import Span
from readout.records.time import Interval

__all__ = ["actor", "mention_of"]


def actor(name: str, country: str | None = None, *sectors: str, role: str | None = None) -> Actor:
    """Return an actor whose words stand nowhere in particular."""
    return Actor(name=name, span=Span(0, 1), country=country, sectors=sectors, role=role)


def mention_of(  # noqa: PLR0913  one field each, by name
    kind: EventType,
    stem: str,
    *,
    at: int,
    actors: tuple[Actor, ...] = (),
    recipients: tuple[Actor, ...] = (),
    status: Status = "occurred",
    mode: str | None = None,
    day: str | None = None,
    role: Role = "paragraph",
    definite: bool = False,
    background: bool = False,
    voice: str | None = None,
) -> Mentioned:
    """Return a mention in sentence `at`."""
    when = None
    if day is not None:
        when = EventTime(value=day, interval=Interval(start=day, end=day), by="hand")
    told = EventMention(
        trigger=Span(at * 10, at * 10 + 5),
        type=kind,
        mode=mode,
        actors=actors,
        recipients=recipients,
        time=when,
        status=status,
        status_p=0.9,
        status_by="hand",
        voice=Voice(aid=voice),
        p=0.9,
    )
    return Mentioned(
        mention=told,
        sentence=at,
        stem=stem,
        definite=definite,
        role=role,
        contexts=(),
        background=background,
    )
