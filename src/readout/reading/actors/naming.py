"""The parts of a phrase in, the name and the role among its words out."""

from readout.reading.actors.hits import Hit
from readout.reading.actors.parts import Parts
from readout.reading.actors.sector import Head
from readout.reading.mentions.lexicon import role_noun

__all__ = ["find_name", "find_role"]

_ARTICLES = frozenset({"the", "a", "an"})
_LANDS = frozenset({"country", "people", "seat", "region", "place", "town"})


def find_name(phrase: str, parts: Parts) -> str:
    """Return the person's name that ends the core, else the words without their article."""
    words = parts.words
    core = parts.parts[0] if parts.parts else None
    if core is not None and core.hits:
        at = core.last
        while at >= core.first and parts.strange(at):
            at -= 1
        before = core.hits[-1]
        if at < core.last and before.last == at and before.entry.kind == "word":
            return phrase[words[at + 1].start : words[core.last].end]
    first = 1 if len(words) > 1 and words[0].norm in _ARTICLES else 0
    return phrase[words[first].start : words[-1].end]


def find_role(parts: Parts, head: Head, sector: Hit) -> tuple[int, int] | None:
    """Return the first and last word of the role that a head states of one person, or None."""
    core = head.part
    nouns = [at for at in range(core.first, core.last + 1) if role_noun(parts.words[at].said)]
    if not nouns or _plural(parts, nouns[-1]):
        return None
    cover = next((hit for hit in core.hits if hit.first <= nouns[-1] <= hit.last), None)
    if cover is not None and cover.entry.kind == "organisation":
        return None  # "Five Star Movement" is no star's role
    last = cover.last if cover else nouns[-1]
    if last < core.last and not parts.strange(last + 1):
        return None
    first = core.first
    while first < last and (_is_land(first, core.hits) or parts.words[first].norm in _ARTICLES):
        first += 1
    if sector.first > core.last and last == core.last:
        last = sector.last
    return first, last


def _is_land(at: int, hits: tuple[Hit, ...]) -> bool:
    return any(h.first <= at <= h.last and h.entry.kind in _LANDS for h in hits)


def _plural(parts: Parts, at: int) -> bool:
    noun = role_noun(parts.words[at].said)
    return noun is not None and noun.plural
