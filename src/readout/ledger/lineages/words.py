"""Text in, its words out as 64-bit hashes with their places, alike however a page sets them.

Letter case, accents, quotation marks, dashes, white space and characters that do not show make no
difference; a word is a run of letters and digits. The hashes are the same on every machine.
"""

import unicodedata
from functools import cache

import msgspec
import numpy as np
import numpy.typing as npt

from readout.records.text import Span

__all__ = ["SHINGLE", "Hashes", "Words", "shingle_hashes", "words_of"]

Hashes = npt.NDArray[np.uint64]
SHINGLE = 5
"""Words in a shingle: few enough to survive light edits, too many to be shared by chance often."""

_PLANE = 0x10000  # letters beyond the basic plane do not occur in news
_BASE = 0x9E3779B97F4A7C15
_STEP = 0xD1342543DE82EF95
_BITS = 64


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one text: a hash, a start and an end (in code points) for each."""

    hashes: Hashes
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]

    def span(self, first: int, past: int) -> Span:
        """Return the stretch of text from word `first` to the one before `past`."""
        return Span(int(self.starts[first]), int(self.ends[past - 1]))


def words_of(text: str) -> Words:
    """Return the words of `text` in order."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    values, unseen = _letters()
    codes = np.minimum(codes, _PLANE)
    kept = np.flatnonzero(~unseen[codes])
    letters = values[codes[kept]]
    inside = letters != 0
    edges = np.diff(inside, prepend=False, append=False)
    bounds = np.flatnonzero(edges)
    starts, ends = bounds[::2], bounds[1::2]
    if not starts.size:
        return Words(hashes=letters[:0], starts=starts, ends=ends)
    powers, inverse = _powers(1 << int(letters.size).bit_length())
    # Letters beside words are 0, so each sum is that of one word; the factor takes its place away.
    sums = np.add.reduceat(letters * powers[: letters.size], starts) * inverse[starts]
    return Words(hashes=_mixed(sums), starts=kept[starts], ends=kept[ends - 1] + 1)


def shingle_hashes(words: Words) -> Hashes:
    """Return the hash of each run of five words, one for each word that begins one."""
    count = max(0, words.hashes.size - SHINGLE + 1)
    total = np.zeros(count, np.uint64)
    for place in range(SHINGLE):
        total = total * np.uint64(_STEP) + words.hashes[place : place + count]
    # One bit less, so that a database's signed integers hold it.
    return _mixed(total) >> np.uint64(1)


@cache
def _letters() -> tuple[Hashes, npt.NDArray[np.bool_]]:
    """Return a number for each character (0 beside words), and which ones do not show."""
    folded = np.zeros(_PLANE + 1, np.uint64)
    unseen = np.zeros(_PLANE + 1, np.bool_)
    for code in range(_PLANE):
        character = chr(code)
        if character.isalnum():
            folded[code] = ord(unicodedata.normalize("NFKD", character.casefold())[0])
        else:
            unseen[code] = unicodedata.category(character) in {"Mn", "Cf"}
    return np.where(folded == 0, np.uint64(0), _mixed(folded)), unseen


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Return the powers of the base, modulo 2^64, and their inverses."""
    base = np.full(size, _BASE, np.uint64)
    inverse = np.full(size, pow(_BASE, -1, 1 << _BITS), np.uint64)
    base[0] = inverse[0] = 1
    return np.cumprod(base), np.cumprod(inverse)


def _mixed(values: Hashes) -> Hashes:
    """Spread each number over all 64 bits (the finaliser of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
