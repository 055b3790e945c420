"""An article in, the news agency its byline, dateline or closing credit names out."""

import re
from functools import lru_cache

from readout.data.tables import rows
from readout.reading.mentions.lexicon import agency
from readout.records.article import Article
from readout.records.reading import Relay
from readout.records.text import Span

__all__ = ["credited_agency", "names_same"]

_DATELINE = re.compile(
    r"^(?P<place>(?:[^\W\d_][^\n(),]{1,40}[^\n()]{0,30}?)?)"
    r"\((?P<name>[^\W\d_][\w .&/-]{1,30})\)\s{0,2}(?:--?|[–—]|:)"
)
_CREDIT = re.compile(
    r"(?:\(|[–—-]\s?|©\s?|Copyright \d{4} |(?:Reporting|Source|Credit)[:\s]{1,2}(?:by )?"
    r"|originally (?:appeared|published) (?:at|on|in|by) |^)"
    r"(?P<name>[^\W\d_][\w .&-]{1,30}?)\)?\.?\s*$"
)
_RIGHTS = re.compile(
    r"^(?:Copyright(?: ©| \(c\))?|©|\(c\)) (?:\d{4} )?(?:by )?(?:The |the )?"
    r"(?P<name>[^\W\d_][\w .&-]{1,30}?)\. All rights reserved",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:By:? ?)?(?P<name>[^\W\d_][\w .&-]{1,40}?)\s*(?:\||$)")
_OPENING_BLOCKS = 6
_CLOSING_BLOCKS = 2
_LONGEST_CREDIT = 60


def credited_agency(article: Article) -> Relay | None:
    """Return the agency that is the last link of each statement, where the text credits one."""
    if article.agency and article.agency == article.outlet.value:
        return None
    return _at_the_top(article) or _at_the_end(article)


def names_same(credit: Relay, link: Relay) -> bool:
    """Say whether a link is the agency that is credited: "The Associated Press" and "(AP)"."""
    if credit.name == link.name:
        return True
    known = agency(credit.name)
    return bool(known) and any(
        re.search(rf"(?<!\w){re.escape(form)}(?!\w)", link.name) for form in _forms_of(known)
    )


def _at_the_top(article: Article) -> Relay | None:
    """Return the agency of the dateline or the byline."""
    for block in article.blocks[:_OPENING_BLOCKS]:
        words = block.span.of(article.text)
        match = _DATELINE.match(words)
        if match:
            names = match["name"].strip().split("/")
            known = next((n for n in names if n in _forms() or n == article.agency), None)
            if known or match["place"].isupper():
                name = known or match["name"]
                return _relay(
                    article, block.span.start + words.index(name, match.start("name")), name
                )
        match = _BYLINE.match(words)
        if match and match["name"] in _forms():
            return _relay(article, block.span.start + match.start("name"), match["name"])
        if article.agency and block.role in {"byline", "dateline"}:
            for form in _forms_of(article.agency):
                if (at := words.find(form)) >= 0:
                    return _relay(article, block.span.start + at, form)
    return None


def _at_the_end(article: Article) -> Relay | None:
    """Return the agency of the closing credit."""
    for block in article.blocks[-_CLOSING_BLOCKS:]:
        start = max(block.span.start, block.span.end - _LONGEST_CREDIT)
        match = _CREDIT.search(article.text[start : block.span.end])
        if match and match["name"].strip() in _forms():
            return _relay(article, start + match.start("name"), match["name"].strip())
        match = _RIGHTS.match(block.span.of(article.text))
        if match and match["name"] in _forms():
            return _relay(article, block.span.start + match.start("name"), match["name"])
    return None


def _relay(article: Article, start: int, name: str) -> Relay:
    span = Span(start, start + len(name))
    return Relay(span=span, name=span.of(article.text), kind="agency")


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    return frozenset(
        form for name, forms in rows("agencies.tsv") for form in (name, *forms.split(";"))
    )


def _forms_of(agency: str) -> list[str]:
    found = {agency}
    for name, forms in rows("agencies.tsv"):
        if name == agency:
            found.update(forms.split(";"))
    return sorted(found, key=len, reverse=True)
