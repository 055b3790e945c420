"""Attributions' places in, an index of their contents out: in whose content a word stands."""

from collections.abc import Sequence

from readout.reading.mentions.resolve import Places
from readout.reading.mentions.words import Words

__all__ = ["Contents"]


class Contents:
    """The contents of a page's attributions by the sentences they reach over."""

    def __init__(self, words: Words, places: Sequence[Places]) -> None:
        """Enter each content under each of its sentences."""
        self._words = words
        self._by_sentence: dict[int, list[int]] = {}
        self._contents = [place.content for place in places]
        for number, place in enumerate(places):
            for part in place.content:
                if not part:
                    continue
                for sentence in range(words.sentence[part[0]], words.sentence[part[-1]] + 1):
                    self._by_sentence.setdefault(sentence, []).append(number)

    def holding(self, first: int, last: int) -> list[int]:
        """Return the attributions with a content that has both words, the shortest first."""
        near = self._by_sentence.get(self._words.sentence[first], ())
        found = sorted(
            {
                (len(part), number)
                for number in near
                for part in self._contents[number]
                if first in part and last in part
            }
        )
        return [number for _, number in found]

    def holder(self, number: int, place: Places) -> int | None:
        """Return the attribution in whose content source and cue of attribution `number` stand."""
        parts = [part for part in (place.source, place.cue) if part]
        if not parts:
            return None
        first, last = min(part[0] for part in parts), max(part[-1] for part in parts)
        return next((one for one in self.holding(first, last) if one != number), None)
