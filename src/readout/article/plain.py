"""Read plain text: a text in, an Article over exactly that text out."""

import re
from collections.abc import Sequence

from readout.article.caller import from_caller
from readout.article.dateline import from_dateline
from readout.article.facts import choose
from readout.article.language import language_of
from readout.records.article import Article, Block, Evidence
from readout.records.text import Span

__all__ = ["article_from", "article_of_text"]

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:[^\S\n]*\n[^\S\n]*\S(?:.*\S)?)*")


def article_of_text(
    text: str, *, published: str | None = None, outlet: str | None = None, url: str | None = None
) -> Article:
    """Return the article whose `text` is `text` itself: nothing is trimmed, joined or replaced.

    Blocks are the runs of lines between blank lines, each a paragraph.
    """
    return article_from(text, from_caller(published=published, outlet=outlet, url=url))


def article_from(text: str, told: Sequence[Evidence]) -> Article:
    """Return the article of `text` with what the caller told of it."""
    blocks = tuple(
        Block(role="paragraph", span=Span(*match.span())) for match in _PARAGRAPH.finditer(text)
    )
    opening = blocks[0].span.of(text) if blocks else ""
    facts = choose((*told, *from_dateline(opening, where="")))
    return Article(
        text=text,
        blocks=blocks,
        title=facts.title,
        outlet=facts.outlet,
        authors=facts.authors,
        agency=facts.agency,
        language=language_of(text)[0] or "und",
        url=facts.url.value,
        published=facts.published,
        modified=facts.modified,
        evidence=facts.evidence,
    )
