"""Attributions marked by hand in a row's text in, the same in the places of the article out."""

import re

import msgspec

from benchmarks.articles import Row, in_row
from benchmarks.scoring.tokens import Place
from readout.reading.quotes import find_quoted, quote_kind
from readout.records.article import Article
from readout.records.reading import Attribution
from readout.records.text import Span

__all__ = ["MarkedRow", "inverse", "marked_attributions", "placed"]

_WORD = re.compile(r"\w+")


class _Gold(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution marked by hand."""

    id: str
    source: tuple[Place, ...] = ()
    cue: tuple[Place, ...] = ()
    content: tuple[Place, ...] = ()


class MarkedRow(msgspec.Struct, frozen=True, kw_only=True):
    """One article of an evaluation file, with the ids of its attributions."""

    id: str
    text: str
    date: str | None = None
    attributions: tuple[_Gold, ...] = ()


def inverse(row: MarkedRow, article: Article) -> dict[int, int]:
    """Map each place of the row's text that is no space to its place in the article's text."""
    mapped = in_row(Row(id=row.id, text=row.text), article)
    return {place: index for index, place in mapped.items()}


def placed(mapped: dict[int, int], places: tuple[Place, ...]) -> tuple[Span, ...]:
    """Return the places as spans of the article, without what the article left out."""
    spans: list[Span] = []
    for start, end in places:
        inside = [mapped[index] for index in range(start, end) if index in mapped]
        if inside:
            spans.append(Span(inside[0], inside[-1] + 1))
    return tuple(spans)


def marked_attributions(row: MarkedRow, article: Article) -> tuple[Attribution, ...]:
    """Return the row's attributions as a reading holds them, without what the article lacks."""
    mapped = inverse(row, article)
    quoted = find_quoted(article.text)
    found: list[Attribution] = []
    for gold in row.attributions:
        content = placed(mapped, gold.content)
        if not content:
            continue
        words = [m.span() for s in content for m in _WORD.finditer(article.text, s.start, s.end)]
        found.append(
            Attribution(
                aid=gold.id,
                source=placed(mapped, gold.source),
                cue=placed(mapped, gold.cue),
                content=content,
                quote=quote_kind(words, quoted),
                p=1.0,
                by="hand",
            )
        )
    return tuple(found)
