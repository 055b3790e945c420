"""The tables of actors in, one lexicon out: for a word or several, what they say of an actor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from readout.data.tables import rows
from readout.reading.actors.pieces import key

__all__ = ["GROUP", "NAMED", "WEAK", "Entry", "EntryKind", "Lexicon", "lexicon"]

EntryKind = Literal["country", "people", "seat", "region", "place", "town", "organisation", "word"]

WEAK, GROUP, NAMED = 10, 5, 25
"""How firmly a weak word, a people without a state and a named organisation tell a sector.

Words have ten times the figure of their table.
"""

_LONGEST_ACRONYM = 6
_ENDINGS = {"man": "men", "child": "children", "wife": "wives"} | {
    end: end + "es" for end in ("s", "x", "ch", "sh")
}
_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What the tables say of one form."""

    kind: EntryKind
    name: str
    """The usual name of an organisation, else the form itself."""
    country: str = ""
    """ISO 3166-1 alpha-3, or UNO, EUR or IGO for a body of states."""
    codes: tuple[str, ...] = ()
    strength: int = 0
    capital: bool = False
    """It is a name: the phrase must write it with a capital."""
    acronym: bool = False
    """It must be in capitals throughout."""
    later: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Days from which it has other codes."""

    def codes_on(self, day: str | None) -> tuple[str, ...]:
        """Return the codes that hold on an ISO day; those of today without one."""
        held = self.codes
        for since, codes in self.later:
            if day is None or day >= since:
                held = codes
        return held


@dataclass(slots=True)
class Lexicon:
    """All entries by key."""

    entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    """For a first word, the most words an entry that begins with it has."""
    signs: dict[str, frozenset[str]] = field(default_factory=dict)
    swapped: dict[str, str] = field(default_factory=dict)
    """Keys of countries with two neighbouring letters swapped, to the right key."""
    international: dict[str, str] = field(default_factory=dict)
    """UNO, EUR or IGO by the name of a body of states."""

    def add(self, form: str, entry: Entry) -> None:
        """Enter a form; an earlier entry of the same form goes first."""
        found = key(form)
        if not found:
            return
        known = self.entries.get(found, ())
        marks = (entry.kind, entry.acronym, entry.capital)
        if any((e.kind, e.acronym, e.capital) == marks for e in known):
            return
        self.entries[found] = (*known, entry)
        first, _, rest = found.partition(" ")
        size = 1 + rest.count(" ") + bool(rest)
        if size > self.longest.get(first, 0):
            self.longest[first] = size


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon of all tables; the first call reads them."""
    made = Lexicon(signs={sign: frozenset(w.split(";")) for sign, w in rows("actors_signs.tsv")})
    for form, entry in _organisations():
        made.add(form, entry)
        if entry.country in _INTERNATIONAL:
            made.international[entry.name] = entry.country
    for name, _ in rows("agencies.tsv"):
        made.add(name, _named("organisation", name, name, "", ("JRN",)))
    for form, entry in (*_countries("countries.tsv"), *_countries("actors_countries.tsv")):
        made.add(form, entry)
    for form, entry in _words():
        made.add(form, entry)
    for form, entry in (*_places("actors_regions.tsv"), *_places("actors_places.tsv")):
        made.add(form, entry)
    made.swapped.update(_swapped(made))
    return made


def _named(
    kind: EntryKind, form: str, name: str, country: str, codes: tuple[str, ...] = ()
) -> Entry:
    bare = form.removeprefix("the ").removeprefix("The ")
    letters = bare.replace(".", "").replace("-", "")
    acronym = letters.isupper() and len(letters) <= _LONGEST_ACRONYM and " " not in bare
    strength = 0 if not codes else NAMED if country or codes[0] != "CVL" else GROUP
    return Entry(
        kind,
        name,
        country,
        codes,
        strength,
        capital=bare[:1].isupper(),
        acronym=acronym,
    )


def _organisations() -> Iterator[tuple[str, Entry]]:
    dated: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for _, codes, since, names in rows("actors_organisations.tsv"):
        if since != "-":
            for name in names.split(";"):
                dated.setdefault(name.split("=")[0], []).append((since, tuple(codes.split())))
    for land, codes, since, names in rows("actors_organisations.tsv"):
        for forms in names.split(";") if since == "-" else ():
            name, *others = forms.split("=")
            country = "" if land == "-" else land
            later = tuple(sorted(dated.get(name, ())))
            for form in (name, *others):
                entry = _named("organisation", form, name, country, tuple(codes.split()))
                yield form.removeprefix("the "), _with_later(entry, later)


def _with_later(entry: Entry, later: tuple[tuple[str, tuple[str, ...]], ...]) -> Entry:
    if not later:
        return entry
    return Entry(
        entry.kind,
        entry.name,
        entry.country,
        entry.codes,
        entry.strength,
        capital=entry.capital,
        acronym=entry.acronym,
        later=later,
    )


def _countries(table: str) -> Iterator[tuple[str, Entry]]:
    kinds: tuple[EntryKind, ...] = ("country", "people", "seat")
    for iso, *columns in rows(table):
        for kind, forms in zip(kinds, columns, strict=False):
            for form in filter(None, forms.split(";")):
                yield _bare(form), _named(kind, form, form, iso)


def _places(table: str) -> Iterator[tuple[str, Entry]]:
    kinds: tuple[EntryKind, ...] = ("region",) if "regions" in table else ("place", "town")
    for iso, *columns in rows(table):
        for kind, names in zip(kinds, columns, strict=False):
            for name in filter(None, names.split(";")):
                yield name, _named(kind, name, name, iso)


def _bare(form: str) -> str:
    return form.removeprefix("the ").removeprefix("The ")


def _words() -> Iterator[tuple[str, Entry]]:
    for second, names in rows("actors_portfolios.tsv"):
        codes = ("GOV",) if second == "-" else ("GOV", second)
        for form in _offices(names.split(";")):
            yield form, Entry("word", form, "", codes, 3 * WEAK)
    for strength, codes_told, nouns in rows("actors_words.tsv"):
        told = () if codes_told == "-" else tuple(codes_told.split())
        for noun in nouns.split(";"):
            name = noun[:1].isupper()
            entry = Entry("word", noun, "", told, WEAK * int(strength), capital=name)
            for form in (noun, *_plurals(noun)):
                yield form, entry


def _offices(portfolios: Iterable[str]) -> Iterator[str]:
    """Yield the names of the offices and houses of each portfolio."""
    for name in portfolios:
        for noun in ("minister", "ministers", "ministry", "secretary", "department", "portfolio"):
            yield f"{name} {noun}"
        for noun in ("minister", "ministers", "ministry", "secretary", "department"):
            for link in ("of", "for", "of the", "for the"):
                yield f"{noun} {link} {name}"
        yield f"{name} official"
        yield f"{name} officials"


def _plurals(noun: str) -> tuple[str, ...]:
    """Return the plural of a noun, and of the noun before "of" in a longer name."""
    head, link, rest = noun.partition(" of ")
    if link:
        return tuple(f"{form}{link}{rest}" for form in _plurals(head))
    *before, last = noun.split(" ")
    lead = " ".join((*before, ""))
    if last.endswith("y") and last[-2:-1] not in set("aeiou"):
        return (lead + last[:-1] + "ies",)
    ending = next((e for e in _ENDINGS if last.endswith(e)), "")
    return (lead + last.removesuffix(ending) + _ENDINGS.get(ending, "s"),)


def _swapped(made: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield misspellings of countries and peoples: two neighbouring letters changed places."""
    shortest = 5
    for right, entries in made.entries.items():
        if (
            entries[0].kind in {"country", "people", "seat"}
            and len(right) >= shortest
            and right.isalpha()
        ):
            for at in range(1, len(right) - 1):
                wrong = right[:at] + right[at + 1] + right[at] + right[at + 2 :]
                if wrong not in made.entries:
                    yield wrong, right
