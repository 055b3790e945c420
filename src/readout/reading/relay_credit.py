"""An article in, the news agency its byline, dateline or closing credit names out."""

import re
from functools import lru_cache

from readout.data.tables import rows
from readout.records.article import Article
from readout.records.reading import Relay
from readout.records.text import Span

__all__ = ["credited_agency"]

_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][^\n(),]{1,40})[^\n()]{0,30}?"
    r"\((?P<name>[^\W\d_][\w .&-]{1,30})\)\s{0,2}(?:--?|[–—]|:)"
)
_CREDIT = re.compile(
    r"(?:\(|[–—-]\s?|©\s?|Copyright \d{4} |(?:Reporting|Source|Credit)[:\s]{1,2}(?:by )?)"
    r"(?P<name>[^\W\d_][\w .&-]{1,30}?)\)?\.?\s*$"
)
_OPENING_BLOCKS = 6
_LONGEST_CREDIT = 60


def credited_agency(article: Article) -> Relay | None:
    """Return the agency that is the last link of each statement, where the text credits one."""
    text, blocks = article.text, article.blocks
    if article.agency and article.agency == article.outlet.value:
        return None
    for block in blocks[:_OPENING_BLOCKS]:
        words = block.span.of(text)
        match = _DATELINE.match(words)
        if match and (
            match["name"].strip() in _forms() | {article.agency} or match["place"].isupper()
        ):
            return _relay(article, block.span.start + match.start("name"), match["name"])
        if article.agency and block.role in {"byline", "dateline"}:
            for form in _forms_of(article.agency):
                if (at := words.find(form)) >= 0:
                    return _relay(article, block.span.start + at, form)
    last = blocks[-1].span if blocks else None
    if last is not None:
        start = max(last.start, last.end - _LONGEST_CREDIT)
        match = _CREDIT.search(text[start : last.end])
        if match and match["name"].strip() in _forms():
            return _relay(article, start + match.start("name"), match["name"].strip())
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
