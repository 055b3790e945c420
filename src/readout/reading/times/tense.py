"""A place in a text in, the direction its sentence looks from the present out: past or future.

Parts of speech are used where the sentence has them, words alone where it has none.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from readout.article.tables import rows
from readout.records.reading import Sentence

__all__ = ["Tenses"]

_WORD = re.compile(r"'ll\b|[a-z]+(?:n't)?")
_END = re.compile(r"[.!?][\"'”’)]*\s+|\n\s*\n")
_REACH = 160
_NEAR = 12


@lru_cache(maxsize=1)
def _signs() -> dict[str, int]:
    """Return -1 for each word of the past and 1 for each of the future."""
    return {
        word: 1 if tense == "future" else -1
        for tense, words in rows("tense_words.tsv")
        for word in words.split()
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
        for sign in (*before[:_NEAR], *after[:_NEAR]):
            if sign:
                return sign
        return 0

    def _around(self, start: int, end: int) -> tuple[list[int], list[int]]:
        """Return the signs of the words before, nearest first, and after, in their sentence."""
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and any(token.tag for token in self._sentences[index].tokens):
            tokens = self._sentences[index].tokens
            signs = [self._sign(self._low[t.start : t.end], t.tag) for t in tokens]
            before = [s for s, t in zip(signs, tokens, strict=True) if t.end <= start]
            after = [s for s, t in zip(signs, tokens, strict=True) if t.start >= end]
            return before[::-1], after
        left = self._low[max(0, start - _REACH) : start]
        left = _END.split(left)[-1]
        right = _END.split(self._low[end : end + _REACH])[0]
        return self._worded(left)[::-1], self._worded(right)

    def _worded(self, words: str) -> list[int]:
        return [self._sign(word, "") for word in _WORD.findall(words)]

    @staticmethod
    def _sign(word: str, tag: str) -> int:
        """Return which way one word looks."""
        sign = _signs().get(word, 0)
        if tag:
            if tag == "MD":
                return 1
            if tag == "VBD":
                return -1 if sign <= 0 or word.endswith("ed") and word != "expected" else 1
            return sign if sign > 0 or tag in {"VBN", "VBZ", "VBP"} else 0
        if sign:
            return sign
        return -1 if word.endswith("ed") and len(word) > len("need") else 0
