"""Texts in, what the encoder says of them out, each text encoded once however often it is asked.

A runner that wants the scores of words beside the finished reading reads with this encoder.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from readout.models import Encoded
from readout.reading import read_articles
from readout.reading.events.quiet import doubt_of
from readout.reading.events.triggers import Trigger, find_triggers, trigger_at
from readout.reading.layout import Layout, find_layout
from readout.reading.read import ReadingEncoder
from readout.records.article import Article
from readout.records.reading import Reading

__all__ = ["Kept", "Scored", "read_scored"]


class Kept:
    """An encoder that remembers what it said of the texts it was given."""

    def __init__(self, encoder: ReadingEncoder) -> None:
        self._encoder = encoder
        self._said: dict[str, Encoded] = {}
        self.name, self.decoders = encoder.name, encoder.decoders

    def __call__(self, texts: Sequence[str]) -> list[Encoded]:
        """Encode the texts that are new; return what was said of each, in order."""
        new = [text for text in dict.fromkeys(texts) if text not in self._said]
        self._said.update(zip(new, self._encoder(new), strict=True))
        return [self._said[text] for text in texts]


@dataclass(frozen=True, slots=True)
class Scored:
    """An article's reading with what it was made from."""

    reading: Reading
    encoded: Encoded
    layout: Layout
    encoder: ReadingEncoder

    def triggers(self) -> list[Trigger]:
        """Return the triggers that reading would find."""
        doubt = doubt_of(self.reading.article.text)
        return find_triggers(self.encoded, self.layout, self.encoder.decoders, doubt=doubt)

    def trigger(self, first: int, last: int) -> Trigger:
        """Take the words first..last for a trigger."""
        return trigger_at(self.encoded, self.layout, self.encoder.decoders, first, last)

    def covered(self, start: int, end: int) -> list[int]:
        """Return the words that share a character with a stretch of the text."""
        return [index for index, (s, e) in enumerate(self.encoded.words) if s < end and start < e]


def read_scored(articles: Sequence[Article], encoder: ReadingEncoder) -> list[Scored]:
    """Read the articles and keep the scores."""
    kept = Kept(encoder)
    readings = read_articles(articles, kept)
    return [
        Scored(
            reading,
            said,
            find_layout(said, encoder.decoders, blocks=reading.article.blocks),
            encoder,
        )
        for reading, said in zip(readings, kept([a.text for a in articles]), strict=True)
    ]
