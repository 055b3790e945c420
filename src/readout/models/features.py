"""What the uncased encoder is told of a word besides its pieces: words in, an integer each out.

The integer joins the word's shape (letter case, digits, quotation mark that opens or closes),
the gap before it (none, blank, line or paragraph) and whether it stands inside double quotes.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["FEATURES", "word_features"]

_SHAPES, _GAPS, _INSIDE = 10, 3, 2
FEATURES = _SHAPES * _GAPS * _INSIDE
"""How many different values a word's feature has."""

_LOWER, _TITLE, _UPPER, _CAPITAL, _MIXED, _DIGITS, _ALNUM, _MARK, _OPEN, _CLOSE = range(_SHAPES)
_OPENING = frozenset("“„«‟")
_CLOSING = frozenset("”»")
_EITHER = frozenset({'"', "''", "``"})
_PARAGRAPH = re.compile(r"\n\s*\n")


def word_features(text: str, words: Sequence[tuple[int, int]]) -> list[int]:
    """Return the feature of each word, 0 <= feature < FEATURES."""
    features: list[int] = []
    inside = False
    last = 0
    for start, end in words:
        if start == last and start:
            gap = 0
        else:
            between = text[last:start]
            gap = 2 if not last or "\n" in between else 1
            if gap == 2 and _PARAGRAPH.search(between):  # noqa: PLR2004  a line break
                inside = False  # a quote that goes on opens again in its new paragraph
        shape = _shape(text[start:end])
        if shape >= _OPEN:
            shape, inside = _turn(text[start:end], shape=shape, inside=inside)
        features.append((shape * _GAPS + gap) * _INSIDE + (inside and shape != _OPEN))
        last = end
    return features


def _turn(mark: str, *, shape: int, inside: bool) -> tuple[int, bool]:
    """Return a double quotation mark's shape and whether what follows is inside."""
    if mark in _EITHER and mark != "``":
        shape = _CLOSE if inside else _OPEN
    return shape, shape == _OPEN


@lru_cache(maxsize=200_000)
def _shape(word: str) -> int:  # noqa: PLR0911  a table of cases reads best flat
    if word in _OPENING or word == "``":
        return _OPEN
    if word in _CLOSING or word in _EITHER:
        return _CLOSE
    if not any(char.isalnum() for char in word):
        return _MARK
    if any(char.isdigit() for char in word):
        return _DIGITS if not any(char.isalpha() for char in word) else _ALNUM
    letters = "".join(char for char in word if char.isalpha())
    if not letters:  # fractions and the like
        return _DIGITS
    if letters.islower():
        return _LOWER
    if len(letters) == 1:
        return _CAPITAL
    if letters.isupper():
        return _UPPER
    return _TITLE if letters[0].isupper() and letters[1:].islower() else _MIXED
