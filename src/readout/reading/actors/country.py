"""The parts of a phrase in, the hit that says of what country the actor is out."""

from collections.abc import Iterable, Sequence

from readout.reading.actors.hits import Hit
from readout.reading.actors.lexicon import WEAK, Lexicon
from readout.reading.actors.parts import Part, Parts
from readout.reading.actors.sector import Head

__all__ = ["find_country", "two_sides"]

_PLAIN = frozenset({"country", "people"})
_PLACES = frozenset({"seat", "region", "place", "town"})
_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO"})
_OWN = frozenset({"of", "from", "for"})
_WHERE = frozenset({"in", "across", "at", "within", "throughout", "near", "around"})


def find_country(
    parts: Parts, heads: Sequence[Head], sector: Hit | None, lexicon: Lexicon
) -> Hit | None:
    """Return the hit: the core goes before what belongs to it, countries before other names."""
    for head in heads:
        found = _in_part(parts, head.part, lexicon) or _states(head.part)
        if found is None:
            links = _OWN | _WHERE if sector is not None else _OWN
            belonging = (part for part in head.after if part.link in links)
            found = _first(_in_part(parts, part, lexicon) for part in belonging)
        if found is not None:
            return found
        if sector is not None and sector in head.hits and sector.entry.country in _INTERNATIONAL:
            return sector
    return None


def two_sides(parts: Parts) -> bool:
    """Say whether "and" ties actors of two countries: "Russian and Ukrainian envoys"."""
    sides: set[str] = set()
    for at, part in enumerate(parts.parts):
        if part.kind == "core" or (part.link in {"and", ","} and at):
            lands = {
                h.entry.country for h in part.hits if h.entry.kind in {"country", "people", "seat"}
            }
            sides |= lands
        elif part.kind != "after":
            break
    linked = any(part.link == "and" and part.hits for part in parts.parts)
    return linked and len(sides) > 1


def _states(part: Part) -> Hit | None:
    """Return the body of states that a part names: UN troops in a country are not the country's."""
    return _first(hit for hit in part.hits if hit.entry.country in _INTERNATIONAL)


def _first(hits: Iterable[Hit | None]) -> Hit | None:
    return next((hit for hit in hits if hit is not None), None)


def _in_part(parts: Parts, part: Part, lexicon: Lexicon) -> Hit | None:
    plain = (h for h in part.hits if h.entry.kind in _PLAIN and not _person(parts, h, lexicon))
    named = (
        h
        for h in part.hits
        if h.entry.kind == "organisation"
        and h.entry.country
        and h.entry.country not in _INTERNATIONAL
    )
    places = (h for h in part.hits if h.entry.kind in _PLACES and _stands(parts, part, h))
    return _first((*plain, *named, *places))


def _person(parts: Parts, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether a country's name is a person's here: "Jordan Ellery", "Mae Holland"."""
    word = parts.words[hit.first]
    if hit.first != hit.last or word.owns or word.said not in lexicon.signs["given"]:
        return False
    return _beside(parts, hit)


def _beside(parts: Parts, hit: Hit) -> bool:
    """Say whether a name that no table knows stands beside the hit."""
    before, after = hit.first - 1, hit.last + 1
    return (before >= 0 and parts.strange(before) and not parts.words[before].owns) or (
        after < len(parts.words) and parts.strange(after)
    )


def _stands(parts: Parts, part: Part, hit: Hit) -> bool:
    """Say whether a place is one here: no part of a longer name, no surname after an office."""
    if parts.words[hit.last].owns or hit.entry.kind == "region" or hit.first != hit.last:
        return True
    if _beside(parts, hit) or (hit.entry.kind == "town" and part.hits == (hit,) and not part.link):
        return False
    office = next((h for h in part.hits if h.last == hit.first - 1), None)
    return not (
        office is not None
        and office.entry.kind == "word"
        and office.entry.strength > WEAK
        and hit.last == part.last
    )
