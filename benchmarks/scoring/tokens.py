"""A text in, its tokens out, and which of them given spans cover.

A token is a run of word characters or one other character that is no space, so that two systems
with tokenizers of their own are measured alike.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import msgspec

__all__ = ["Place", "TokenSet", "Tokens", "covered", "cut", "in_quotes", "overlap", "words_of"]

Place = tuple[int, int]
"""Start and end of a span, in code points, half open."""
TokenSet = frozenset[int]
"""Tokens by their index in the text."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_OPENING, _CLOSING, _TOGGLING = "“„«", "”»", '"'
_DOUBLED = "'`"  # some papers set '' or `` for a double quotation mark


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """The tokens of one text, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]

    def is_word(self, index: int) -> bool:
        """Say whether the token is a word and not a mark."""
        first = self.forms[index][0]
        return first.isalnum() or first == "_"


def cut(text: str) -> Tokens:
    """Return the tokens of `text`."""
    found = list(_TOKEN.finditer(text))
    return Tokens(
        starts=tuple(match.start() for match in found),
        ends=tuple(match.end() for match in found),
        forms=tuple(match.group() for match in found),
    )


def covered(tokens: Tokens, places: Iterable[Place]) -> TokenSet:
    """Return the tokens that share at least one character with any of `places`."""
    return frozenset(
        index
        for start, end in places
        for index in range(bisect_right(tokens.ends, start), bisect_left(tokens.starts, end))
    )


def words_of(tokens: Tokens, chosen: TokenSet) -> TokenSet:
    """Return those of the `chosen` tokens that are words."""
    return frozenset(index for index in chosen if tokens.is_word(index))


def overlap(one: TokenSet, other: TokenSet) -> float:
    """Return how many tokens two sets share, in parts of all they hold (0 where one is empty)."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def in_quotes(text: str, tokens: Tokens) -> TokenSet:
    """Return the tokens inside double quotation marks, which end with their line at the latest."""
    inside, found, previous_end = False, [], 0
    for index, form in enumerate(tokens.forms):
        if "\n" in text[previous_end : tokens.starts[index]]:
            inside = False
        previous_end = tokens.ends[index]
        if form in _OPENING:
            inside = True
        elif form in _CLOSING:
            inside = False
        elif form in _TOGGLING or _is_doubled(tokens, index):
            inside = not inside
        if inside:
            found.append(index)
    return frozenset(found)


def _is_doubled(tokens: Tokens, index: int) -> bool:
    """Say whether this token and the next are one mark written as two."""
    following = index + 1
    return (
        tokens.forms[index] in _DOUBLED
        and following < len(tokens.forms)
        and tokens.forms[following] == tokens.forms[index]
        and tokens.starts[following] == tokens.ends[index]
    )
