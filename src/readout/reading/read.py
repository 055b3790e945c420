"""Articles in, readings out: the encoder reads them once, the finders decide."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Protocol

from readout.models import Decoders, Encoded
from readout.reading.attributions import find_attributions
from readout.reading.layout import find_layout
from readout.reading.sentences import find_sentences
from readout.reading.times import find_times
from readout.records.article import Article
from readout.records.reading import Reader, Reading

__all__ = ["ReadingEncoder", "read_articles"]


class ReadingEncoder(Protocol):
    """What reading asks of a model; the ONNX encoder is one, a test's stub another."""

    name: str
    decoders: Decoders

    def __call__(self, texts: Sequence[str]) -> Sequence[Encoded]:
        """Encode the texts, in their order."""
        ...


def read_articles(articles: Sequence[Article], encoder: ReadingEncoder) -> tuple[Reading, ...]:
    """Read the articles, in their order; several at once are faster than one by one."""
    texts = [article.text for article in articles]
    encoded = encoder(texts)
    layouts = [find_layout(words, encoder.decoders) for words in encoded]
    attributions = find_attributions(texts, encoded, layouts, encoder.decoders, by=encoder.name)
    reader = Reader(version=version("readout"), model=encoder.name)
    readings: list[Reading] = []
    for article, words, layout, found in zip(articles, encoded, layouts, attributions, strict=True):
        sentences = find_sentences(article.text, words, layout, encoder.decoders)
        readings.append(
            Reading(
                article=article,
                sentences=sentences,
                times=find_times(
                    article.text,
                    sentences=sentences,
                    blocks=article.blocks,
                    published=article.published,
                ),
                attributions=found,
                reader=reader,
            )
        )
    return tuple(readings)
