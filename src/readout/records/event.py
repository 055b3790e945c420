"""Events: who did what to whom, where, when and how far it came, each tied to its words."""

from typing import Literal

from readout.records.text import Record, Span
from readout.records.time import Interval

__all__ = ["Actor", "Event", "EventMention", "EventTime", "EventType", "Place", "Status", "Voice"]

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
"""PLOVER's sixteen types; a bare statement is no event but an attribution."""
Status = Literal[
    "occurred",
    "ongoing",
    "planned",
    "proposed",
    "conditional",
    "hypothetical",
    "denied",
    "cancelled",
]


class Actor(Record, frozen=True, kw_only=True):
    """Who one mention stands for, as far as its own words and its own page tell."""

    name: str
    """The fullest words the page has for the actor: a name, else a noun phrase."""
    span: Span
    """The mention at this place."""
    country: str | None = None
    """ISO 3166-1 alpha-3; None for bodies of several states and where nothing tells."""
    country_span: Span | None = None
    """The words that say so: "Russian", "the Kremlin"."""
    sectors: tuple[str, ...] = ()
    """PLOVER's codes of walks of life, the main one first: GOV, MIL."""
    organisation: str | None = None
    """The organisation that the words name, by its usual name: UN, NATO, Hamas."""
    role: str | None = None
    """What the words say the actor is: "presidential aide"."""
    former: bool = False
    """The role is one the actor has no more."""
    by: str = ""
    """The rule, and the words, that said so; "" where nothing was told."""


class Place(Record, frozen=True, kw_only=True):
    """Where an event is told to have been."""

    name: str
    span: Span
    country: str | None = None
    """ISO 3166-1 alpha-3, where the name leaves no doubt."""
    geonames: int | None = None
    """GeoNames id, where the name leaves no doubt."""


class EventTime(Record, frozen=True, kw_only=True):
    """When an event was, is or is to be; the granularity is that of the words."""

    value: str
    """TIMEX3 value, e.g. 2018-03-20 or 2018-03."""
    interval: Interval | None = None
    tid: str | None = None
    """The time expression it was read from; None where it was worked out from another event."""
    by: str
    """How the two were tied."""


class Voice(Record, frozen=True, kw_only=True):
    """Who says that it is so: a statement of the page, or the outlet in its own voice."""

    aid: str | None = None
    """The innermost attribution whose content tells the event; None for the outlet's own voice."""
    name: str | None = None
    """Its speaker's name, where the page tells."""


class EventMention(Record, frozen=True, kw_only=True):
    """One place of the page that tells the event, with what that place alone says."""

    trigger: Span
    type: EventType
    mode: str | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    place: Place | None = None
    time: EventTime | None = None
    status: Status
    status_p: float
    status_by: str
    """What decided the status: the words ("may", "denied"), or the model alone."""
    factuality: float | None = None
    """How sure it happened by the text, from -3 (did not) to 3 (did)."""
    voice: Voice = Voice()
    p: float
    """Calibrated probability that the words tell an event of this type."""
    tied_by: str = ""
    """Why this mention is of the event: "" for the first."""


class Event(Record, frozen=True, kw_only=True):
    """One event as one article tells it, all its mentions put together."""

    eid: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    """PLOVER contexts."""
    actors: tuple[Actor, ...] = ()
    """Both sides where the deed is mutual."""
    recipients: tuple[Actor, ...] = ()
    place: Place | None = None
    time: EventTime | None = None
    status: Status
    """How far it had come when the article was written."""
    status_p: float
    voice: Voice = Voice()
    """According to whom the event has its status."""
    background: bool = False
    """Whether it is older than what the article reports."""
    mentions: tuple[EventMention, ...]
    """In text order, the one the event's fields lean on included."""
    lead: int = 0
    """Which of the mentions says most: the event's evidence."""
    p: float
    by: str
