"""Words to word pieces: a word in, the encoder's vocabulary indices out.

Greedy longest match over BERT's vocabulary (Schuster and Nakajima 2012; Devlin et al. 2019), with
BERT's clean-up: lower case, no accents, punctuation apart. Quotation marks of all shapes become
one, since their direction reaches the encoder as a word feature.
"""

import string
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["CLS", "SEP", "WordPieces"]

CLS, SEP, _UNKNOWN = 101, 102, 100
_MOST_PIECES = 6  # of one word; longer ones are addresses and noise
_ASCII_MARKS = frozenset(string.punctuation)
_SAME = {
    **dict.fromkeys(["“", "”", "„", "‟", "«", "»", "''", "``"], '"'),
    **dict.fromkeys(["‘", "’", "‚", "‹", "›", "`", "´"], "'"),
    "—": "-",
    "–": "-",
    "--": "-",
    "…": "...",
}


class WordPieces:
    """The vocabulary, with the pieces of each word it has met."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the vocabulary in the order of its indices."""
        self._index = {piece: i for i, piece in enumerate(vocabulary)}
        self.of = lru_cache(maxsize=500_000)(self._pieces)

    def _pieces(self, word: str) -> tuple[int, ...]:
        """Return the indices of one word's pieces, at least one and at most six."""
        pieces: list[int] = []
        for part in _parts(_SAME.get(word, word)):
            pieces.extend(self._match(part))
        return tuple(pieces[:_MOST_PIECES]) or (_UNKNOWN,)

    def _match(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part):
            end = min(len(part), start + 100)
            while end > start:
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if (index := self._index.get(piece)) is not None:
                    break
                end -= 1
            else:
                return [_UNKNOWN]
            found.append(index)
            start = end
        return found


def _parts(word: str) -> list[str]:
    """Lower the case, strip accents, and set punctuation and CJK characters apart."""
    if word.isascii() and word.isalnum():
        return [word.lower()]
    parts = [""]
    for char in unicodedata.normalize("NFD", word.lower().replace("’", "'")):
        category = unicodedata.category(char)
        if category == "Mn" or category[0] == "C":
            continue
        if _stands_alone(char, category):
            parts.extend([char, ""])
        else:
            parts[-1] += char
    return [part for part in parts if part]


def _stands_alone(char: str, category: str) -> bool:
    return char in _ASCII_MARKS or category[0] == "P" or "一" <= char <= "鿿"
