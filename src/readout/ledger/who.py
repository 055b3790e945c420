"""All entries of a ledger in, who stands behind each name on each page out.

What one page leaves open another may tell: a spokeswoman's country, the company a lawyer is of.
Who is who across pages is judged by `readout.ledger.identities`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from readout.data.tables import rows
from readout.ledger.identities import find_identities, mentions_of
from readout.reading.actors import describe_actor
from readout.records.entries import Entered
from readout.records.identities import Decision, Identities, Identity, SaidOf

__all__ = [
    "STATE",
    "Names",
    "Who",
    "country_name",
    "fold",
    "learn_names",
    "patrons_of",
    "who_is",
    "who_of",
    "with_patron",
]

STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""PLOVER's codes of what belongs to a state."""
_TITLE = re.compile(r"^(?:the|a|an|mr|mrs|ms|dr|sir|president|captain)\.?\s+", re.IGNORECASE)
_OWNER = re.compile(r"^(?P<owner>.+?)[’']s?\s")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG = 4  # letters of a word that is not "of", "the" or "del"
_JOINT = re.compile(r"(?:both|the two)\s", re.IGNORECASE)
_SURE = 0.7  # the share of pages from which on a country is taken


@dataclass(frozen=True, slots=True)
class Who:
    """One whom the news speaks of, as far as all pages tell."""

    name: str
    country: str | None = None
    sector: str | None = None
    """PLOVER's main code."""
    organisation: str | None = None
    roles: tuple[str, ...] = ()
    joint: bool = False
    """Whether it is both sides speaking together: "both governments", "the two ministers"."""
    named: bool = True
    """Whether it is a name, and not "two officials"."""
    body: bool = False
    """Whether it is an organisation that speaks as one."""


@dataclass(frozen=True, slots=True)
class Names:
    """Who is meant by a name."""

    on_page: Mapping[tuple[str, str], Who] = field(default_factory=dict)
    """By the page's digest and the folded name."""
    anywhere: Mapping[str, Who] = field(default_factory=dict)
    """By the folded name, where but one bears it."""
    identities: Identities = field(default_factory=lambda: Identities(identities=()))


def learn_names(entered: Iterable[Entered], *, decisions: Iterable[Decision] = ()) -> Names:
    """Return who is who on the pages; their order changes nothing."""
    found = find_identities(
        (mention for one in entered for mention in mentions_of(one)), decisions=decisions
    )
    known = {one.identity_id: who_of(one) for one in found.identities}
    bearers: dict[str, set[str]] = {}
    for one in found.identities:
        for told in one.names:
            bearers.setdefault(fold(told.value), set()).add(one.identity_id)
    anywhere = {
        name: known[next(iter(ids))] for name, ids in sorted(bearers.items()) if len(ids) == 1
    }
    known = {key: with_patron(who, anywhere) for key, who in known.items()}
    on_page = {
        (mention.page, fold(mention.name)): known[one.identity_id]
        for one in found.identities
        for mention in one.mentions
    }
    for each in found.references:
        if each.identity in known:
            on_page[each.mention.page, fold(each.mention.name)] = known[each.identity]
    anywhere = {name: known[next(iter(bearers[name]))] for name in anywhere}
    return Names(on_page=on_page, anywhere=anywhere, identities=found)


def who_is(
    name: str, names: Names, *, page: str, role: str | None = None, country: str | None = None
) -> Who:
    """Return who `name` is on a page, as far as it and the other pages tell."""
    known = names.on_page.get((page, fold(name))) or names.anywhere.get(fold(name))
    own = _described(name, role, country)
    if known is None:
        return own
    return replace(
        known,
        country=known.country or own.country if not known.named else known.country,
        sector=known.sector or own.sector,
        organisation=known.organisation or own.organisation,
        roles=known.roles or own.roles,
    )


def fold(name: str) -> str:
    """Return the form under which a name is looked up."""
    bare = " ".join(name.split())
    while (shorter := _TITLE.sub("", bare)) != bare:
        bare = shorter
    return bare.casefold()


def country_name(code: str) -> str:
    """Return the country's usual name; the code where the table has none."""
    return _country_names().get(code, code)


def who_of(one: Identity) -> Who:
    """Return what is known of an identity by itself, without whom it speaks for."""
    stands = one.kind in {"state", "office", "post"}
    return Who(
        name=one.name,
        country=_most(one.countries),
        sector=_most(one.sectors, sure=0.0) or ("GOV" if stands else None),
        organisation=_most(one.organisations),
        roles=tuple(said.value for said in one.roles),
        body=one.kind == "organisation",
    )


def patrons_of(who: Who) -> tuple[str, ...]:
    """Return the folded names of those whose spokeswoman, lawyer or aide it is."""
    owners = [match["owner"] for role in who.roles if (match := _OWNER.match(role))]
    return tuple(fold(owner) for owner in owners)


def with_patron(who: Who, anywhere: Mapping[str, Who]) -> Who:
    """Let "Eikeland's spokeswoman" be of Eikeland's country and speak for her."""
    if who.country:
        return who
    patrons = [anywhere[owner] for owner in patrons_of(who) if owner in anywhere]
    countries = {patron.country for patron in patrons if patron.country}
    if len(countries) != 1:
        return who
    sectors = sorted({patron.sector for patron in patrons if patron.sector})
    return replace(who, country=countries.pop(), sector=who.sector or next(iter(sectors), None))


@lru_cache(maxsize=65536)
def _described(name: str, role: str | None, country: str | None) -> Who:
    """Return what the words alone say."""
    told = [describe_actor(words) for words in (role, name) if words]
    found = [one for one in told if one is not None]
    land = country or next((one.country for one in found if one.country), None)
    sector = next((one.sectors[0] for one in found if one.sectors), None)
    return Who(
        name=name,
        country=land,
        sector=sector,
        organisation=next((one.organisation for one in found if one.organisation), None),
        roles=(role,) if role else (),
        joint=not land and sector == "GOV" and _JOINT.match(name) is not None,
        named=_is_name(name),
    )


def _is_name(name: str) -> bool:
    """Say whether each word but the small ones has a capital."""
    words = [word for word in _WORD.findall(_TITLE.sub("", name)) if len(word) >= _LONG]
    return bool(words) and all(word[0].isupper() for word in words)


def _most(told: Sequence[SaidOf], *, sure: float = _SURE) -> str | None:
    """Return what most pages say; None where too many say otherwise."""
    best = min(told, key=lambda one: (-len(one.pages), one.value), default=None)
    total = sum(len(one.pages) for one in told)
    return best.value if best is not None and len(best.pages) >= sure * total else None


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    return {code: names.split(";")[0] for code, names, *_ in rows("countries.tsv")}
