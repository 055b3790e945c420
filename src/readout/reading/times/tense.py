"""A place in a text in, the direction its sentence looks from the present out: past or future.

Parts of speech are used where the sentence has them, words alone where it has none.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from readout.data.tables import rows
from readout.records.reading import Sentence

__all__ = ["Tenses"]

_WORD = re.compile(r"'ll\b|[a-z]+(?:n't)?")
_END = re.compile(r"(?<=[a-z\d%]{3})[.!?][\"'”’)]*\s+|\n\s*\n")
_SIGNS = {"past": -1, "future": 1, "modal": 2}
_MODAL = 2
_REACH = 160
_NEAR = 12


@lru_cache(maxsize=1)
def _signs() -> dict[str, int]:
    """Return -1 for each word of the past, 1 for each of the future, 2 for a modal verb."""
    return {
        word: _SIGNS[tense] for tense, words in rows("tense_words.tsv") for word in words.split(",")
    }


class Tenses:
    """The direction of tense at each place of one text; holds the text and its sentences."""

    def __init__(self, low: str, sentences: Sequence[Sentence] = ()) -> None:
        self._low = low
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]

    def at(self, start: int, end: int) -> int:
        """Return -1 for the past, 1 for the future, 0 where no verb near tells."""
        before, after = self._around(start, end)
        if before == [1]:
            before = []  # "Until Thursday, ..." opens a sentence of any tense
        for place, sign in enumerate(before[:_NEAR]):
            if sign:  # "would be paid": the participle is as its modal says
                return 1 if sign > 0 or _MODAL in before[place + 1 : place + 4] else -1
        for sign in after[:_NEAR]:
            if sign:
                return 1 if sign == _MODAL else -1
        return 0

    def _around(self, start: int, end: int) -> tuple[list[int], list[int]]:
        """Return the signs of the words before, nearest first, and after, in their sentence."""
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and any(token.tag for token in self._sentences[index].tokens):
            tokens = self._sentences[index].tokens
            words = [self._low[t.start : t.end] for t in tokens]
            signs = _signed(words, [t.tag for t in tokens])
            before = [s for s, t in zip(signs, tokens, strict=True) if t.end <= start]
            after = [s for s, t in zip(signs, tokens, strict=True) if t.start >= end]
            return before[::-1], after
        left = self._low[max(0, start - _REACH) : start]
        left = _END.split(left)[-1]
        right = _END.split(self._low[end : end + _REACH])[0]
        worded = [_WORD.findall(words) for words in (left, right)]
        before, after = (_signed(words, [""] * len(words)) for words in worded)
        return before[::-1], after


def _signed(words: Sequence[str], tags: Sequence[str]) -> list[int]:
    """Return which way each word looks, with the next word in view ("set to", "early as")."""
    pairs = (f"{word} {after}" for word, after in pairwise([*words, ""]))
    return [
        _signs().get(pair) or _sign(word, tag)
        for pair, word, tag in zip(pairs, words, tags, strict=True)
    ]


def _sign(word: str, tag: str) -> int:
    """Return which way one word looks."""
    sign = _signs().get(word, 0)
    if tag:
        if tag == "MD":
            return _MODAL
        return sign or -1 if tag in {"VBD", "VBN"} else sign
    if sign:
        return sign
    return -1 if word.endswith("ed") and len(word) > len("need") else 0
