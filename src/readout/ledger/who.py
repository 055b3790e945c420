"""All entries of a ledger in, what they together say of each speaker and actor out.

A page that names a spokeswoman without her country is helped by another that gives it. What two
pages contradict each other in is left open.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from readout.data.tables import rows
from readout.reading.actors import describe_actor
from readout.records.entries import Entered

__all__ = ["STATE", "Names", "Who", "country_name", "fold", "is_country", "learn_names", "who_is"]

STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""PLOVER's codes of what belongs to a state."""
_TITLE = re.compile(r"^(?:the|a|an|mr|mrs|ms|dr|sir|president|captain)\.?\s+", re.IGNORECASE)
_OWNER = re.compile(r"^(?P<owner>.+?)[’']s?\s")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG = 4  # letters of a word that is not "of", "the" or "del"
_JOINT = re.compile(r"(?:both|the two)\s", re.IGNORECASE)
_SURE = 0.7  # the share of votes from which on a country or sector is taken


@dataclass(frozen=True, slots=True)
class Who:
    """One whom the news names, as far as all pages tell."""

    name: str
    country: str | None = None
    sector: str | None = None
    """PLOVER's main code."""
    organisation: str | None = None
    joint: bool = False
    """Whether it is both sides speaking together: "both governments", "the two ministers"."""
    named: bool = True
    """Whether it is a name, and not "two officials"."""
    body: bool = False
    """Whether it is an organisation that speaks as one."""


Names = Mapping[str, Who]
"""Who stands behind each name, by its folded form."""


def learn_names(entered: Iterable[Entered]) -> Names:
    """Return what the pages together tell of each name; their order changes nothing."""
    votes: defaultdict[str, _Votes] = defaultdict(_Votes)
    for one in entered:
        for said in one.statements:
            if said.speaker:
                own = _described(said.speaker, said.speaker_role)
                cast = votes[fold(said.speaker)]
                cast.add(said.speaker, said.speaker_country or own.country, own.sector)
                cast.roles.update([said.speaker_role] if said.speaker_role else [])
                cast.bodies += said.speaker_kind == "organisation"
        for report in one.reports:
            for party in report.parties:
                sector = next(iter(party.sectors), None)
                votes[fold(party.name)].add(party.name, party.country, sector)
    known = {form: cast.who() for form, cast in sorted(votes.items())}
    return _with_owners(_with_surnames(known), votes)


def who_is(name: str, names: Names, *, role: str | None = None, country: str | None = None) -> Who:
    """Return who `name` is, by its own page's words first, then by the others'."""
    known = names.get(fold(name))
    own = _described(name, role)
    base = known or own
    return replace(
        base,
        joint=_is_joint(name, own),
        country=country or (known and known.country) or own.country,
        sector=(known and known.sector) or own.sector,
        organisation=(known and known.organisation) or own.organisation,
    )


def fold(name: str) -> str:
    """Return the form under which a name is looked up."""
    bare = " ".join(name.split())
    while (shorter := _TITLE.sub("", bare)) != bare:
        bare = shorter
    return bare.casefold()


def is_country(name: str) -> bool:
    """Say whether the words name a country, or the seat that stands for its government."""
    return fold(name) in _country_forms()


def country_name(code: str) -> str:
    """Return the country's usual name; the code where the table has none."""
    return _country_names().get(code, code)


class _Votes:
    """What has been said of one name."""

    def __init__(self) -> None:
        self.names = Counter[str]()
        self.roles = Counter[str]()
        self.countries = Counter[str]()
        self.sectors = Counter[str]()
        self.bodies = 0

    def add(self, name: str, country: str | None, sector: str | None) -> None:
        """Count one mention, with what its page says of it."""
        self.names[name] += 1
        self.countries.update([country] if country else [])
        self.sectors.update([sector] if sector else [])

    def who(self) -> Who:
        """Return what nearly all say."""
        name = min(self.names, key=lambda one: (-self.names[one], one))
        return Who(
            name=name,
            country=_most(self.countries),
            sector="GOV" if is_country(name) else _most(self.sectors),
            named=_is_name(name),
            body=self.bodies > 0 and not is_country(name),
        )


@lru_cache(maxsize=65536)
def _described(name: str, role: str | None) -> Who:
    """Return what the words alone say."""
    told = [describe_actor(words) for words in (role, name) if words]
    found = [one for one in told if one is not None]
    return Who(
        name=name,
        country=next((one.country for one in found if one.country), None),
        sector="GOV"
        if is_country(name)
        else next((one.sectors[0] for one in found if one.sectors), None),
        organisation=next((one.organisation for one in found if one.organisation), None),
        named=_is_name(name),
    )


def _is_joint(name: str, who: Who) -> bool:
    """Say whether the words are of two governments at once, and name none of them."""
    return not who.country and who.sector == "GOV" and _JOINT.match(name) is not None


def _is_name(name: str) -> bool:
    """Say whether each word but the small ones has a capital."""
    words = [word for word in _WORD.findall(_TITLE.sub("", name)) if len(word) >= _LONG]
    return bool(words) and all(word[0].isupper() for word in words)


def _with_surnames(known: dict[str, Who]) -> dict[str, Who]:
    """Let a surname alone stand for the one full name that ends in it."""
    ends: defaultdict[str, set[str]] = defaultdict(set)
    for form, who in known.items():
        if who.named and " " in form:
            ends[form.rpartition(" ")[2]].add(form)
    found = dict(known)
    for last, forms in ends.items():
        if len(forms) == 1:
            found[last] = known[next(iter(forms))]
    return found


def _with_owners(known: dict[str, Who], votes: Mapping[str, _Votes]) -> dict[str, Who]:
    """Let "Eikeland's spokeswoman" be of Eikeland's country and speak for her."""
    found = dict(known)
    for form, who in known.items():
        cast = votes.get(fold(who.name))
        if cast is None or who.country:
            continue
        owners = [_OWNER.match(role) for role in sorted(cast.roles)]
        patrons = [found.get(fold(one["owner"])) for one in owners if one]
        countries = {one.country for one in patrons if one and one.country}
        if len(countries) == 1:
            patron = next(one for one in patrons if one and one.country)
            found[form] = replace(who, country=patron.country, sector=who.sector or patron.sector)
    return found


def _most(votes: Counter[str]) -> str | None:
    """Return what nearly all say; None where they differ."""
    best = min(votes, key=lambda one: (-votes[one], one), default=None)
    return best if best is not None and votes[best] >= _SURE * votes.total() else None


@lru_cache(maxsize=1)
def _country_forms() -> frozenset[str]:
    return frozenset(
        form.casefold()
        for _, names, *others in rows("countries.tsv")
        for form in (*names.split(";"), *(others[1].split(";") if len(others) > 1 else ()))
    )


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    return {code: names.split(";")[0] for code, names, *_ in rows("countries.tsv")}
