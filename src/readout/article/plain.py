"""Read plain text: a text in, an Article over exactly that text out."""

import re
from collections.abc import Sequence

from readout.article.caller import from_caller
from readout.article.dateline import from_dateline
from readout.article.facts import choose
from readout.article.language import language_of
from readout.records.article import Article, Block, Evidence, Field, Role
from readout.records.text import Span

__all__ = ["article_from", "article_of_text"]

_OPENING = 5  # blocks among which a headline, a byline and a dateline stand
_MOST_WORDS = 25
_BYLINE = re.compile(r"[Bb][Yy]:? (?=[^\W\d_a-z])")
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:[^\S\n]*\n[^\S\n]*\S(?:.*\S)?)*")


def article_of_text(
    text: str, *, published: str | None = None, outlet: str | None = None, url: str | None = None
) -> Article:
    """Return the article whose `text` is `text` itself: nothing is trimmed, joined or replaced.

    Blocks are the runs of lines between blank lines. A headline is one that a byline or a
    dateline follows, as in a wire's file; without these all are paragraphs.
    """
    return article_from(text, from_caller(published=published, outlet=outlet, url=url))


def article_from(text: str, told: Sequence[Evidence]) -> Article:
    """Return the article of `text` with what the caller told of it."""
    spans = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    roles, heard = _opening([span.of(text) for span in spans[:_OPENING]])
    blocks = tuple(
        Block(role=roles.get(index, "paragraph"), span=span) for index, span in enumerate(spans)
    )
    facts = choose((*told, *heard))
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


def _opening(blocks: Sequence[str]) -> tuple[dict[int, Role], tuple[Evidence, ...]]:
    """Return the roles of the first blocks that are no paragraphs, and what they say."""
    for index, block in enumerate(blocks):
        dateline = tuple(from_dateline(block, where=""))
        if not dateline:
            continue
        roles: dict[int, Role] = {}
        heard = list(dateline)
        above = index - 1
        if above >= 0 and _BYLINE.match(blocks[above]) and _is_line(blocks[above]):
            roles[above] = "byline"
            heard.append(_said("authors", "byline", blocks[above]))
            above -= 1
        if above >= 0 and _is_line(blocks[above]):
            roles[above] = "headline"
            heard.append(_said("title", "headline", blocks[above]))
        return roles, tuple(heard)
    return {}, ()


def _is_line(block: str) -> bool:
    """Say whether a block is one short line that is no sentence."""
    short = "\n" not in block and len(block.split()) <= _MOST_WORDS
    return short and block.rstrip()[-1] not in ".!?:,;"


def _said(field: Field, witness: str, words: str) -> Evidence:
    """Return what a block above the dateline says."""
    return Evidence(field=field, value=words, witness=witness, where="", quote=words)
