"""Rows of an evaluation file in, readings out, with their spans placed in the rows' own texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.scoring.pairs import Marked
from benchmarks.scoring.tokens import Place
from readout.article import article_of_text
from readout.models import Encoder
from readout.reading import read_articles
from readout.records.article import Article
from readout.records.page import Refusal
from readout.records.reading import Reading
from readout.records.text import Span

__all__ = ["BATCH", "Row", "in_row", "moved", "readings", "rows"]

BATCH = 16
"""Articles read at once: their tags are decoded together."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One article of an evaluation file."""

    id: str
    text: str
    date: str | None = None
    attributions: tuple[Marked, ...] = ()


def rows(path: Path) -> tuple[Row, ...]:
    """Return the rows of a JSON lines file, in order."""
    lines = path.read_bytes().splitlines()
    return tuple(msgspec.json.decode(line, type=Row) for line in lines if line.strip())


def readings(chosen: Sequence[Row], encoder: Encoder) -> Iterator[tuple[Row, Reading | Refusal]]:
    """Read each row's text, dated by the row, and yield it with what was found."""
    for start in range(0, len(chosen), BATCH):
        batch = chosen[start : start + BATCH]
        articles = [article_of_text(row.text, published=row.date) for row in batch]
        found = iter(read_articles([a for a in articles if isinstance(a, Article)], encoder))
        for row, article in zip(batch, articles, strict=True):
            yield row, article if isinstance(article, Refusal) else next(found)


def in_row(row: Row, article: Article) -> dict[int, int]:
    """Map each character of the article's text that is no space to its place in the row's text.

    An article has its own white space and may leave blocks out, so each block is looked for after
    the one before it. A block that was changed in any other way is left unmapped.
    """
    places = [index for index, char in enumerate(row.text) if not char.isspace()]
    bare = "".join(row.text[index] for index in places)
    mapped: dict[int, int] = {}
    cursor = 0
    for block in sorted(article.blocks, key=lambda block: block.span):
        inside = range(block.span.start, block.span.end)
        offsets = [index for index in inside if not article.text[index].isspace()]
        found = bare.find("".join(article.text[index] for index in offsets), cursor)
        if found < 0:
            continue
        cursor = found + len(offsets)
        mapped.update(zip(offsets, places[found:cursor], strict=True))
    return mapped


def moved(mapped: dict[int, int], spans: Sequence[Span]) -> tuple[Place, ...]:
    """Return the spans in the row's text, without what is not there."""
    moved_spans: list[Place] = []
    for span in spans:
        inside = [mapped[index] for index in range(span.start, span.end) if index in mapped]
        if inside:
            moved_spans.append((inside[0], inside[-1] + 1))
    return tuple(moved_spans)
