"""A phrase's words in, the longest entries of the lexicon among them out."""

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.actors.lexicon import Entry, Lexicon
from readout.reading.actors.pieces import Piece

__all__ = ["Hit", "find_hits"]

_SHORTEST_SPELT = 5
_SHORTEST_SPOKEN = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """Words first to last, both included, that the lexicon knows."""

    first: int
    last: int
    entry: Entry
    spelt: bool = True
    """False where two letters had changed places."""


def find_hits(words: Sequence[Piece], lexicon: Lexicon) -> list[Hit]:
    """Return the hits in their order; the longest one at a word wins, and none overlap."""
    hits: list[Hit] = []
    at, end = 0, len(words)
    while at < end:
        hit = _at(words, at, lexicon)
        if hit is None:
            at += 1
            continue
        hits.append(hit)
        at = hit.last + 1
    return hits


def _at(words: Sequence[Piece], at: int, lexicon: Lexicon) -> Hit | None:
    first = words[at].norm
    most = lexicon.longest.get(first, 0)
    if not most:
        return _misspelt(words, at, lexicon)
    ends, norms = [at], [first]
    place = at + 1
    while len(norms) < most and place < len(words):
        if words[place].norm:
            norms.append(words[place].norm)
            ends.append(place)
        place += 1
    for size in range(len(norms), 0, -1):
        for entry in lexicon.entries.get(" ".join(norms[:size]), ()):
            if _cased(words[at], entry, lexicon):
                return Hit(at, ends[size - 1], entry)
    return None


def _cased(word: Piece, entry: Entry, lexicon: Lexicon) -> bool:
    """Say whether a name is written as a name: with a capital, an acronym in capitals."""
    if entry.acronym:
        letters = word.said.replace(".", "")
        if letters.isupper() or letters == entry.name:
            return True
        spelt = len(letters) >= _SHORTEST_SPOKEN and word.norm not in lexicon.signs["spells"]
        return spelt and letters[0].isupper()  # "Farc", "Unita"
    return not entry.capital or not word.said[0].islower()


def _misspelt(words: Sequence[Piece], at: int, lexicon: Lexicon) -> Hit | None:
    word = words[at]
    if len(word.norm) < _SHORTEST_SPELT or not word.said[0].isupper():
        return None
    right = lexicon.swapped.get(word.norm)
    return Hit(at, at, lexicon.entries[right][0], spelt=False) if right else None
