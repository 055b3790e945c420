"""Who is who across pages: mentions of actors, the identities they are judged to be, decisions."""

from typing import Literal

from readout.records.reading import SpeakerKind
from readout.records.text import Record, Span

__all__ = [
    "ActorMention",
    "Decision",
    "Identities",
    "Identity",
    "IdentityKind",
    "KnownActor",
    "OfficeReference",
    "SaidOf",
    "Verb",
]

IdentityKind = Literal["person", "organisation", "office", "post", "state", "name"]
"""An office is a house, a ministry or a seat that speaks for its state ("the Kremlin"); a post is
what one person at a time holds ("foreign minister"); a name is what may be a person or a body."""
Verb = Literal["merge", "split"]


class ActorMention(Record, frozen=True, kw_only=True):
    """One place where a page speaks of an actor, with what that page says of it."""

    name: str
    """The fullest words the page has for the actor."""
    page: str
    """The page's digest."""
    day: str | None = None
    """When it was published, ISO 8601 date."""
    span: Span
    """Where the actor stands in the article's text."""
    kind: SpeakerKind | None = None
    forms: tuple[str, ...] = ()
    """Other words by which the page calls the same actor: "Mr Aasgaard"."""
    role: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    sectors: tuple[str, ...] = ()
    """PLOVER's codes of walks of life, the main one first."""
    organisation: str | None = None
    former: bool = False
    """The role is one the actor has no more."""


class SaidOf(Record, frozen=True, kw_only=True):
    """Something that pages say of an identity: a name, a role, a country."""

    value: str
    first: str | None = None
    last: str | None = None
    """The days of the first and the last page that says so; None where no such page is dated."""
    pages: tuple[str, ...]
    """Their digests, sorted."""


class Identity(Record, frozen=True, kw_only=True):
    """One person or body, in all the mentions judged to be of it."""

    identity_id: str
    """Digest of its mentions."""
    kind: IdentityKind
    name: str
    """The fullest of the names that most pages use."""
    names: tuple[SaidOf, ...]
    roles: tuple[SaidOf, ...] = ()
    countries: tuple[SaidOf, ...] = ()
    sectors: tuple[SaidOf, ...] = ()
    organisations: tuple[SaidOf, ...] = ()
    first: str | None = None
    last: str | None = None
    pages: tuple[str, ...]
    mentions: tuple[ActorMention, ...]
    p: float
    """How likely the least sure of its names or pages is of it; 1 where there is but one."""
    reasons: tuple[str, ...] = ()
    """Why its mentions are of one, in words; people's decisions among them."""
    open: tuple[str, ...] = ()
    """What keeps it from being one with others of the name, in words."""


class OfficeReference(Record, frozen=True, kw_only=True):
    """A mention by office alone, "the foreign minister", and whom it is resolved to, if anyone."""

    mention: ActorMention
    office: str
    """Its usual name: "foreign minister"."""
    place: str | None = None
    """The country's code, or the organisation, whose office it is."""
    identity: str | None = None
    """Id of the person who held it then; None where the ledger does not know or two would fit."""
    name: str | None = None
    """That person's name."""
    p: float = 0.0
    reason: str
    """How it was resolved, or why not."""


class Decision(Record, frozen=True, kw_only=True):
    """A person's judgement that outdoes the automatic one: kept, replayed, never edited."""

    verb: Verb
    name: str
    other: str | None = None
    """Whom to merge with, or to split from; a split without it sets `name` apart from all."""
    pages: tuple[str, ...] = ()
    """Pages that bear `name` and so say which one is meant; a split takes these alone."""
    other_pages: tuple[str, ...] = ()
    reason: str
    made: str
    """When it was made, ISO 8601; later decisions outdo earlier ones."""


class Identities(Record, frozen=True, kw_only=True):
    """All that the mentions of a ledger amount to."""

    identities: tuple[Identity, ...]
    references: tuple[OfficeReference, ...] = ()
    unapplied: tuple[Decision, ...] = ()
    """Decisions whose names no page bears any more."""


class KnownActor(Record, frozen=True, kw_only=True):
    """An identity, with the mentions by office alone that are resolved to it."""

    identity: Identity
    references: tuple[OfficeReference, ...] = ()
