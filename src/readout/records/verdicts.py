"""What the ledger says of an event: its origins, each party's stance, its history, and of words.

All of it is worked out from entries and can be worked out again; `as_of` leaves out what was
published after a day.
"""

from typing import Literal

from readout.records.event import EventType
from readout.records.identities import Identities
from readout.records.judgements import LedgerEvent, Story
from readout.records.lineage import Copy, Lineage
from readout.records.text import Record, Span

__all__ = [
    "Conflict",
    "ConflictKind",
    "ConflictValue",
    "EventVerdict",
    "HistoryEntry",
    "Judged",
    "Milestone",
    "Origin",
    "OriginKind",
    "PartyKind",
    "PartyLine",
    "Stance",
    "StanceKind",
    "Utterance",
    "Variant",
]

OriginKind = Literal["speaker", "outlet"]
StanceKind = Literal["confirms", "denies", "proposes", "declines", "silent"]
PartyKind = Literal["country", "organisation"]
ConflictKind = Literal["date", "place", "number"]
Milestone = Literal[
    "proposed",
    "planned",
    "conditional",
    "postponed",
    "ongoing",
    "occurred",
    "cancelled",
    "denied",
]


class Origin(Record, frozen=True, kw_only=True):
    """Where reports of an event have their knowledge from, independent of the other origins."""

    kind: OriginKind
    name: str
    """Whose knowledge it is: "government of Chile", a person, an outlet."""
    speakers: tuple[str, ...] = ()
    """Who spoke for it, by name."""
    documents: tuple[str, ...]
    """Ids of the documents that have it, in order of their days."""
    reports: tuple[str, ...]
    first: str | None = None
    """The first day on which it is told; None where no page says."""
    why: str
    """Why these are one origin and no other's, in words."""


class Stance(Record, frozen=True, kw_only=True):
    """What a party says of an event, in whose words; silent where none of its words are known."""

    kind: StanceKind
    speaker: str | None = None
    words: str = ""
    day: str | None = None
    """The day of the page that has it first."""
    statement: str | None = None
    """The statement's id."""
    report: str | None = None
    """The id of the report in it; None where it speaks of the event without telling it."""
    reading: str | None = None
    spans: tuple[Span, ...] = ()
    """Where its words stand in the article of that reading."""
    by: str = ""
    """What decided the kind."""


class PartyLine(Record, frozen=True, kw_only=True):
    """A side to an event, with its stances in order of their days."""

    party: str
    """ISO 3166-1 alpha-3 of a country, or an organisation's name."""
    kind: PartyKind
    stances: tuple[Stance, ...]


class HistoryEntry(Record, frozen=True, kw_only=True):
    """How far an event had come by what was said on a day."""

    said: str | None
    status: Milestone
    by: str
    """According to whom."""
    report: str
    planned_for: str | None = None
    """The day for which it was planned."""


class ConflictValue(Record, frozen=True, kw_only=True):
    """One of the values that differ, with its evidence."""

    value: str
    report: str
    reading: str
    words: str
    span: Span


class Conflict(Record, frozen=True, kw_only=True):
    """A matter on which reports of one event differ."""

    kind: ConflictKind
    about: str
    """What differs: "minutes", "place"."""
    values: tuple[ConflictValue, ...]


class EventVerdict(Record, frozen=True, kw_only=True):
    """One event with all that the ledger says of it."""

    event_id: str
    name: str
    """A line for it, of its reports' own words."""
    type: EventType | None
    mode: str | None = None
    status: Milestone | None = None
    """The last one; None where it is disputed, or no report tells how far it has come."""
    verdict: str
    """"1 origin", "2 origins", "confirmed by one party", "confirmed by both", "disputed"."""
    disputed: bool = False
    """Whether one says that it is so and another that it is not."""
    background: bool = False
    start: str | None = None
    end: str | None = None
    """The days it can have been, as most reports have it."""
    place: str | None = None
    place_country: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    reports: tuple[str, ...]
    """Ids of its reports, in order of their days."""
    documents: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    """The first and the last day on which a page tells of it."""
    origins: tuple[Origin, ...] = ()
    parties: tuple[PartyLine, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    why: tuple[str, ...] = ()
    """How its origins were counted, in words: a line for each report."""


class Variant(Record, frozen=True, kw_only=True):
    """One way in which an utterance is quoted."""

    words: str
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    altered: tuple[Span, ...] = ()
    """The words, as stretches of `words`, that the fullest variant does not have there."""


class Utterance(Record, frozen=True, kw_only=True):
    """Statements that quote the same words of one speaker, at whatever length."""

    utterance_id: str
    speaker: str | None
    words: str
    """Of the fullest variant."""
    statements: tuple[str, ...]
    variants: tuple[Variant, ...]
    """The fullest first."""
    origins: int
    """How many independent origins: one for one speaker's words, whoever quotes them."""
    first: str | None = None
    p: float


class Judged(Record, frozen=True, kw_only=True):
    """All that the ledger judges of its entries."""

    as_of: str | None = None
    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    events: tuple[LedgerEvent, ...] = ()
    verdicts: tuple[EventVerdict, ...] = ()
    """In order of their first days, then of their ids."""
    identities: Identities
    utterances: tuple[Utterance, ...] = ()
