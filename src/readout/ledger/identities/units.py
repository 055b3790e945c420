"""Mentions in, what they name out: those by name gathered a page, those that need no judging."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from readout.ledger.identities.fold import fold_name
from readout.ledger.identities.naming import Named, what_is_named
from readout.ledger.identities.offices import office_of
from readout.ledger.identities.walks import walks_of
from readout.records.identities import ActorMention, IdentityKind

__all__ = ["Held", "Sorted", "Unit", "Words", "office_held", "sort_mentions"]

Words = tuple[str, ...]
Held = tuple[str, str | None]
"""An office and whose it is."""
_BY_NAME = frozenset({"person", "organisation", "name"})


@dataclass(slots=True)
class Unit:
    """All that one page says of one name."""

    page: str
    words: Words
    day: str | None
    kinds: Counter[IdentityKind] = field(default_factory=Counter)
    mentions: list[ActorMention] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    walks: set[str] = field(default_factory=set)
    offices: set[Held] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Sorted:
    """The mentions by how they can be told apart."""

    units: list[Unit] = field(default_factory=list)
    keyed: dict[Words, list[Unit]] = field(default_factory=dict)
    """States, offices of states and organisations of the tables: one by their words alone."""
    posts: list[tuple[Named, ActorMention]] = field(default_factory=list)
    ties: dict[str, set[Words]] = field(default_factory=dict)
    """For a name of one word, the full names of those whom some page calls so."""


def sort_mentions(mentions: Iterable[ActorMention]) -> Sorted:
    """Return the mentions sorted; those that name nobody are left out.

    On a page, a single name is the one person's whose full name it is part of.
    """
    found = Sorted()
    pages: dict[str, dict[Words, Unit]] = defaultdict(dict)
    tables: dict[str, dict[Words, Unit]] = defaultdict(dict)
    for mention in mentions:
        named = what_is_named(mention.name, mention.kind, mention.country, mention.organisation)
        if named is None:
            continue
        if named.kind == "post":
            found.posts.append((named, mention))
        elif named.kind in _BY_NAME and not _of_tables(named, mention):
            _add(pages[mention.page], named, mention, found.ties)
        else:
            of_tables = (f"{named.kind}:{named.place or ''}", *named.words)
            _add(tables[mention.page], named._replace(words=of_tables), mention, {})
    for units in pages.values():
        _tie_single(units, found.ties)
        found.units += units.values()
    for units in tables.values():
        for words, unit in units.items():
            found.keyed.setdefault(words, []).append(unit)
    return found


def office_held(mention: ActorMention) -> Held | None:
    """Return the office the mention's role is, where it is one of a state or an organisation."""
    office = office_of(mention.role) if mention.role and not mention.former else None
    if office is None:
        return None
    if mention.sectors and mention.sectors[0] == "BUS":
        return None  # the president of a company
    return office.name, office.country or mention.country or office.organisation


def _of_tables(named: Named, mention: ActorMention) -> bool:
    return (
        named.kind == "organisation"
        and mention.organisation is not None
        and fold_name(mention.organisation) == named.words
    )


def _add(
    units: dict[Words, Unit], named: Named, mention: ActorMention, ties: dict[str, set[Words]]
) -> None:
    words = named.words
    unit = units.get(words)
    if unit is None:
        unit = units[words] = Unit(mention.page, words, mention.day)
    unit.mentions.append(mention)
    unit.kinds[named.kind] += 1
    if mention.country:
        unit.countries.add(mention.country)
    if not mention.former:
        unit.walks |= walks_of(mention.sectors, mention.role)
    if mention.role and named.kind in _BY_NAME:
        unit.kinds["person"] += 1
        held = office_held(mention)
        if held is not None:
            unit.offices.add(held)
    if mention.organisation:
        unit.organisations.add(mention.organisation)
    for form in mention.forms:
        told = fold_name(form)
        if len(told) == 1 and len(words) > 1 and told[0] in words:
            ties.setdefault(told[0], set()).add(words)


def _tie_single(units: dict[Words, Unit], ties: dict[str, set[Words]]) -> None:
    """Give a single name's mentions to the one full name of the page that has it."""
    owners = _owners(units)
    for (word,) in [words for words in units if len(words) == 1]:
        full = owners.get(word, [])
        if len(full) != 1 or _gainsay(units[(word,)], units[full[0]]):
            continue
        lone, own = units.pop((word,)), units[full[0]]
        own.mentions += lone.mentions
        own.kinds.update(lone.kinds)
        own.countries |= lone.countries
        own.walks |= lone.walks
        own.offices |= lone.offices
        own.organisations |= lone.organisations
        ties.setdefault(word, set()).add(own.words)


def _owners(units: Mapping[Words, Unit]) -> dict[str, list[Words]]:
    owners: dict[str, list[Words]] = {}
    for words in units:
        for word in set(words[1:]):
            owners.setdefault(word, []).append(words)
    return owners


def _gainsay(one: Unit, other: Unit) -> bool:
    return bool(one.countries and other.countries and one.countries.isdisjoint(other.countries))
