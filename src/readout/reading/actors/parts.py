"""A phrase in, its parts out: the core that names the actor, and what stands after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.reading.actors.hits import Hit, find_hits
from readout.reading.actors.lexicon import WEAK, Lexicon
from readout.reading.actors.pieces import Piece, pieces

__all__ = ["Part", "Parts", "parts_of"]

_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"}
)
_VAGUE = frozenset({"CVL", "UNK"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a phrase and the hits that count in it."""

    kind: Literal["core", "after", "rest", "apposed"]
    link: str
    """The word that opens it: "of", "to", ","; "" for the core."""
    first: int
    last: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """A phrase taken apart."""

    words: tuple[Piece, ...]
    parts: tuple[Part, ...]
    """The core comes first."""
    known: frozenset[int]
    """Words that a hit covers, whether it counts or not."""

    def strange(self, at: int) -> bool:
        """Say whether a word is a name that no table knows."""
        word = self.words[at]
        return at not in self.known and word.said[0].isupper() and word.norm not in _DETERMINERS


def parts_of(phrase: str, lexicon: Lexicon) -> Parts:
    """Return the parts of a phrase, in its order."""
    words = tuple(pieces(phrase))
    hits = find_hits(words, lexicon)
    known = frozenset(at for hit in hits for at in range(hit.first, hit.last + 1))
    counted = [hit for hit in hits if _counts(words, hit, known, lexicon)]
    cut = tuple(_cut(words, known, counted, lexicon))
    return Parts(words, cut, known)


def _counts(words: Sequence[Piece], hit: Hit, known: frozenset[int], lexicon: Lexicon) -> bool:
    """Say whether a hit is about the actor: not the US of "US-backed", no king in "Ada King"."""
    signs = lexicon.signs
    after, before = hit.last + 1, hit.first - 1
    if after < len(words) and words[after].joined and words[after].norm in signs["skip"]:
        return False
    if hit.entry.kind == "word" and words[hit.first].said in signs["given"] and before >= 0:
        named = before not in known and words[before].said[0].isupper()
        if named and words[before].norm not in _DETERMINERS and not words[before].owns:
            return False
    vague = hit.entry.strength == WEAK and hit.entry.codes[0] in _VAGUE
    if vague and words[hit.last].said[0].isupper() and after < len(words) and after not in known:
        return not words[after].said[0].isupper()  # "Oakfield Community Network" is a name
    return not (words[hit.first].joined and before >= 0 and words[before].norm in signs["against"])


def _cut(
    words: Sequence[Piece], known: frozenset[int], hits: Sequence[Hit], lexicon: Lexicon
) -> Iterator[Part]:
    after, stop = lexicon.signs["after"], lexicon.signs["stop"]
    kind: Literal["core", "after", "rest", "apposed"] = "core"
    link, begin = "", 0
    for at in range(len(words) + 1):
        norm = words[at].norm if at < len(words) else "("
        if at in known or (norm not in after and norm not in stop):
            continue
        if at < len(words) and at == begin and not link:
            begin = at + 1  # nothing stands before: "In Lima, protesters"
            continue
        held = tuple(hit for hit in hits if begin <= hit.first and hit.last < at)
        yield Part(kind, link, begin, at - 1, held)
        link, begin = norm, at + 1
        if norm in after and kind != "rest":
            kind = "after"
        else:
            kind = "apposed" if norm in {",", ";", "(", "—", "–", ":"} else "rest"
