"""An actor's words in, the actor out: by the tables, and by what its own page says of a name."""

from dataclasses import dataclass

from readout.reading.actors.country import find_country, two_sides
from readout.reading.actors.hits import Hit
from readout.reading.actors.known import Known, Told
from readout.reading.actors.lexicon import GROUP, WEAK, Lexicon, lexicon
from readout.reading.actors.naming import find_name, find_role
from readout.reading.actors.parts import Parts, parts_of
from readout.reading.actors.sector import Head, find_sector, heads_of
from readout.records.event import Actor
from readout.records.text import Span

__all__ = ["describe_actor", "plover_country"]

_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO"})
_FORMER = "ELI"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one stretch of words says of an actor; offsets are its own."""

    parts: Parts
    heads: tuple[Head, ...]
    sector: Hit | None
    codes: tuple[str, ...]
    land: Hit | None
    sides: bool
    """It names actors of two countries, so that no one country is told."""
    former: bool
    role: tuple[int, int] | None
    by: str


def describe_actor(
    phrase: str,
    *,
    at: int = 0,
    known: Known | None = None,
    around: str = "",
    day: str | None = None,
) -> Actor | None:
    """Return who the words of `phrase` stand for; None where there are no words.

    `at` is where the phrase begins in its page, `known` what the page says of names, `around` words
    that may name the country, `day` an ISO date for those that changed sides. Nothing is guessed:
    what no table and no page tells stays empty.
    """
    lex = lexicon()
    own = _read(phrase, lex, day)
    if not own.parts.words:
        return None
    told = _told(phrase, own, known)
    page = _read(told.words, lex, day) if told else None
    land = _land(own, at)
    unsaid = own.land is None and not own.sides
    if unsaid and page is not None and told is not None:
        land = _land(page, told.start)
    country = land[0] if land else None
    if unsaid and land is None and around:
        country = _around(around, lex)
    speaks = own if own.codes or page is None else page
    first, last = own.parts.words[0], own.parts.words[-1]
    return Actor(
        name=told.name if told else find_name(phrase, own.parts),
        span=Span(at + first.start, at + last.end),
        country=country,
        country_span=land[1] if land else None,
        sectors=speaks.codes,
        organisation=_organisation(own) or (_organisation(page) if page else None),
        role=_said(phrase, own) or (_said(told.words, page) if told and page else None),
        former=own.former or (page is not None and not own.codes and page.former),
        by=speaks.by if speaks is own or told is None else f"page: {told.words}",
    )


def plover_country(actor: Actor) -> str | None:
    """Return the country as PLOVER codes it: that of a body of states is UNO, EUR or IGO."""
    if actor.country or not actor.organisation:
        return actor.country
    return lexicon().international.get(actor.organisation)


def _read(phrase: str, lex: Lexicon, day: str | None) -> _Reading:
    parts = parts_of(phrase, lex)
    heads = tuple(heads_of(parts))
    sector = next((hit for hit in (find_sector(head, lex) for head in heads) if hit), None)
    sides = two_sides(parts)
    land = None if sides else find_country(parts, heads, sector, lex)
    former = _is_former(parts, sector, lex)
    role = find_role(parts, heads[0], sector) if heads and sector else None
    codes, by = _codes(parts, sector, land, day)
    if former and codes and codes[0] in lex.signs["elite"] and _of_rank(sector):
        codes = (_FORMER, *codes)
    return _Reading(parts, heads, sector, codes, land, sides, former, role, by)


def _land(reading: _Reading, base: int) -> tuple[str, Span] | None:
    """Return the country and the words that say so; a body of states has none."""
    hit, words = reading.land, reading.parts.words
    if hit is None or hit.entry.country in _INTERNATIONAL:
        return None
    return hit.entry.country, Span(base + words[hit.first].start, base + words[hit.last].end)


def _codes(
    parts: Parts, sector: Hit | None, land: Hit | None, day: str | None
) -> tuple[tuple[str, ...], str]:
    """Return the codes and the rule that gave them."""
    if sector is not None:
        codes = sector.entry.codes_on(day)
        return codes, f"{sector.entry.kind}: {_words(parts, sector)}"
    if land is None:
        return (), ""
    alone = not any(parts.strange(at) for at in range(len(parts.words)))
    said = _words(parts, land)
    in_core = (
        bool(parts.parts)
        and land in parts.parts[0].hits
        and len(parts.known) == (land.last - land.first + 1)
    )
    if alone and in_core and land.entry.kind == "seat":
        return ("GOV",), f"metonym: {said}"
    if alone and in_core and land.entry.kind == "place":
        return ("CVL",), f"place: {said}"
    return (), f"{land.entry.kind}: {said}"


def _is_former(parts: Parts, sector: Hit | None, lex: Lexicon) -> bool:
    if sector is None:
        return False
    return any(
        word.norm in lex.signs["former"] and at < sector.first and at not in parts.known
        for at, word in enumerate(parts.words)
    )


def _of_rank(sector: Hit | None) -> bool:
    """Say whether leaving makes an elder: a minister, a CIA man, not a soldier."""
    return sector is not None and (
        sector.entry.kind == "organisation"
        or sector.entry.codes[0] != "MIL"
        or sector.entry.strength > 2 * WEAK
    )


def _words(parts: Parts, hit: Hit) -> str:
    return " ".join(word.said for word in parts.words[hit.first : hit.last + 1])


def _said(phrase: str, reading: _Reading) -> str | None:
    if reading.role is None:
        return None
    first, last = reading.role
    return phrase[reading.parts.words[first].start : reading.parts.words[last].end]


def _told(phrase: str, own: _Reading, known: Known | None) -> Told | None:
    """Return what the page says of the name in the phrase, the longest that it knows."""
    if not known:
        return None
    words = own.parts.words
    for size in range(len(words), 0, -1):
        for at in range(len(words) - size + 1):
            name = phrase[words[at].start : words[at + size - 1].end]
            if name in known:
                return known[name]
    return None


def _around(around: str, lex: Lexicon) -> str | None:
    parts = parts_of(around, lex)
    found = find_country(parts, heads_of(parts), None, lex)
    return found.entry.country if found else None


def _organisation(reading: _Reading) -> str | None:
    """Return the organisation that tells the sector, else one that the core names."""
    hits = list(reading.heads[0].part.hits) if reading.heads else []
    if reading.sector is not None:
        hits.insert(0, reading.sector)
    for hit in hits:
        if hit.entry.kind == "organisation" and hit.entry.strength > GROUP:
            return hit.entry.name
    return None
