"""A reading in, its events as a reader is shown them out: numbered, in text order."""

from collections.abc import Sequence

from readout.reading.evidence import lead_of, sentence_of, told_by
from readout.records.event import Actor, Event, EventTime
from readout.records.event import Place as Whereabouts
from readout.records.reading import Reading
from readout.records.text import Record, Span
from readout.views.wording import (
    Place,
    count_of,
    quote_words,
    tell_interval,
    tell_place,
    tell_sureness,
)

__all__ = ["EventRow", "Evidence", "event_rows"]


class Evidence(Record, frozen=True, kw_only=True):
    """The sentence that tells an event, cut at its trigger."""

    before: str
    trigger: str
    after: str


class EventRow(Record, frozen=True, kw_only=True):
    """One event with all a view says of it; "" stands for what the page does not tell."""

    number: int
    event: Event
    deed: str
    """The type and, where there is one, the mode."""
    actors: str
    """Both sides where the deed is mutual."""
    recipients: str
    status: str
    """How far it has come, and according to whom."""
    statement: int | None
    """The number of the statement that says so; None for the outlet's own voice."""
    when: str
    where: str
    notes: str
    """That it is background, and how often the page tells it."""
    evidence: Evidence
    place: Place
    """Where in the page the evidence stands."""
    sureness: str
    """sure, likely or unsure that there is such an event."""


def event_rows(reading: Reading) -> tuple[EventRow, ...]:
    """Return a row for each event, in the order of the reading."""
    numbers = {found.aid: number for number, found in enumerate(reading.attributions, 1)}
    return tuple(
        _row(reading, number, event, numbers.get(event.voice.aid or ""))
        for number, event in enumerate(reading.events, 1)
    )


def _row(reading: Reading, number: int, event: Event, statement: int | None) -> EventRow:
    lead = lead_of(event)
    return EventRow(
        number=number,
        event=event,
        deed=event.type.lower() + (f", {event.mode.replace('-', ' ')}" if event.mode else ""),
        actors=_parties(event.actors),
        recipients=_parties(event.recipients),
        status=f"{event.status}, {_according(reading, event)}",
        statement=statement,
        when=_when(event.time),
        where=_where(event.place),
        notes=_notes(event),
        evidence=_evidence(reading, lead.trigger),
        place=tell_place(reading.article.blocks, (lead.trigger,)),
        sureness=tell_sureness(event.p),
    )


def _parties(parties: Sequence[Actor]) -> str:
    told = [_party(one) for one in parties]
    return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def _party(actor: Actor) -> str:
    """Name an actor, with country, sectors and organisation where they say more."""
    former = "former" if actor.former else None
    organisation = actor.organisation if actor.organisation != actor.name else None
    codes = [one for one in (former, organisation, actor.country, *actor.sectors) if one]
    return f"{actor.name} ({' '.join(codes)})" if codes else actor.name


def _according(reading: Reading, event: Event) -> str:
    if event.voice.aid is None:
        outlet = reading.article.outlet.value
        return f"in the words of {outlet} itself" if outlet else "in the outlet's own words"
    name = told_by(reading, event.voice)
    return f"says {name}" if name else "says a source that is not named"


def _when(time: EventTime | None) -> str:
    """Tell the time as exactly as the page does, and the days where they say more."""
    if time is None:
        return ""
    days = tell_interval(time.interval)
    return time.value if days in {"", time.value} else f"{time.value} ({days})"


def _where(place: Whereabouts | None) -> str:
    if place is None:
        return ""
    return f"{place.name} ({place.country})" if place.country else place.name


def _notes(event: Event) -> str:
    often = count_of(len(event.mentions), "mention")
    return " · ".join((*(("background",) if event.background else ()), often))


def _evidence(reading: Reading, trigger: Span) -> Evidence:
    text, sentence = reading.article.text, sentence_of(reading, trigger)
    end = max(sentence.end, trigger.end)
    return Evidence(
        before=_words(text, sentence.start, trigger.start),
        trigger=quote_words(text, (trigger,)),
        after=_words(text, trigger.end, end),
    )


def _words(text: str, start: int, end: int) -> str:
    return quote_words(text, (Span(start, end),)) if start < end else ""
