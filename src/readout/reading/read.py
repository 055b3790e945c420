"""Articles in, readings out: the encoder reads them once, the finders decide."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Protocol

from msgspec.structs import replace

from readout.models import Decoders, Encoded
from readout.reading.acts import with_acts
from readout.reading.attributions import find_attributions
from readout.reading.events import Read, find_events
from readout.reading.layout import find_layout
from readout.reading.sentences import find_sentences
from readout.reading.speakers import find_speakers
from readout.reading.times import date_undated, find_times
from readout.records.article import Article
from readout.records.reading import Reader, Reading, Sentence
from readout.records.time import Timex

__all__ = ["ReadingEncoder", "read_articles"]


class ReadingEncoder(Protocol):
    """What reading asks of a model; the ONNX encoder is one, a test's stub another."""

    name: str
    decoders: Decoders

    def __call__(self, texts: Sequence[str]) -> Sequence[Encoded]:
        """Encode the texts, in their order."""
        ...


def read_articles(articles: Sequence[Article], encoder: ReadingEncoder) -> tuple[Reading, ...]:
    """Read the articles, in their order; several at once are a little faster than one by one."""
    texts = [article.text for article in articles]
    encoded = encoder(texts)
    layouts = [
        find_layout(words, encoder.decoders, blocks=article.blocks)
        for article, words in zip(articles, encoded, strict=True)
    ]
    attributions = find_attributions(texts, encoded, layouts, encoder.decoders, by=encoder.name)
    reader = Reader(version=version("readout"), model=encoder.name)
    readings: list[Reading] = []
    for article, words, layout, found in zip(articles, encoded, layouts, attributions, strict=True):
        sentences = find_sentences(article.text, words, layout, encoder.decoders)
        dated, times = _dated(article, sentences)
        told = with_acts(article.text, find_speakers(article, sentences, found))
        read = Read(dated, sentences, times, told, words, layout)
        readings.append(
            Reading(
                article=dated,
                sentences=sentences,
                times=times,
                attributions=told,
                events=find_events(read, encoder.decoders, by=encoder.name),
                reader=reader,
            )
        )
    return tuple(readings)


def _dated(article: Article, sentences: Sequence[Sentence]) -> tuple[Article, tuple[Timex, ...]]:
    """Find the times; where the page declares no date, find first when it can have been published.

    The interval that its words allow goes into the article with its reason, and times that it
    suffices to place are placed by it.
    """
    text, blocks, published = article.text, article.blocks, article.published
    times = find_times(text, sentences=sentences, blocks=blocks, published=published)
    if published.value is not None or published.interval is not None:
        return article, times
    interval = date_undated(text, times, sentences=sentences, blocks=blocks)
    if interval is None:
        return article, times
    published = replace(published, interval=interval)
    times = find_times(text, sentences=sentences, blocks=blocks, published=published)
    return replace(article, published=published), times
