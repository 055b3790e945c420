"""Read one page: a Page in, its Article out, or the Refusal that stands in its place."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from lxml.html import HtmlElement

from readout.article.blocks import blocks_of, drops_of
from readout.article.caller import from_caller
from readout.article.content import content_reason
from readout.article.decode import Decoded, decode
from readout.article.facts import choose
from readout.article.guess import guessed_date
from readout.article.json_ld import LinkedData, linked_data
from readout.article.judge import Clues, Judged, judge
from readout.article.language import language_of
from readout.article.live import with_updates
from readout.article.paths import Paths
from readout.article.people import names_in
from readout.article.plain import article_from
from readout.article.refusals import refuse
from readout.article.segment import segment
from readout.article.site import from_site
from readout.article.titles import title_parts, without_site
from readout.article.tree import parse
from readout.article.visible import from_visible
from readout.article.votes import vote
from readout.article.witnesses import described, from_head, from_linked_data, from_url
from readout.records.article import BODY_ROLES, Article, Evidence
from readout.records.page import Page, Refusal

__all__ = ["MAX_CHARS", "MAX_ELEMENTS", "read_page"]

MAX_CHARS = 1_000_000
"""Longer texts are refused: some two hundred thousand words, a long book and no article."""

MAX_ELEMENTS = 60_000
"""Larger pages are refused: news pages hold a few thousand elements, live blogs thirty thousand."""

_FEW_SPACES = 1
_MARKUP = re.compile(r"\s*(<(?:[!?]?[a-z][a-z0-9]*)[^<>]{0,400}>)", re.IGNORECASE)
_LIVE = re.compile(
    r"\blive (?:blog|updates?|coverage|news)\b|\bliveblog\b|[-–—|:] live\b|^live\b[:!]"
    r"|\bas it happened\b",
    re.IGNORECASE,
)


def read_page(
    page: Page,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    lenient: bool = False,
) -> Article | Refusal:
    """Return the article of `page`; what the caller tells outranks what the page says.

    A page that is no article, or not English, comes back as a Refusal. A `lenient` reader reads
    on where there is some text, whatever its language and however short.
    """
    told = from_caller(published=published, outlet=outlet, url=url or page.url)
    decoded = decode(page)
    if isinstance(decoded, Refusal):
        return decoded
    if page.kind == "text":
        return _read_text(page, decoded, told, lenient=lenient)
    return _read_html(page, decoded, told, lenient=lenient)


def _read_text(
    page: Page, decoded: Decoded, told: Sequence[Evidence], *, lenient: bool
) -> Article | Refusal:
    """Read a page of plain text."""
    text = decoded.text
    if not any(c.isalnum() for c in text):
        return refuse(page, "empty", "no letter in the text")
    mark = _MARKUP.match(text)
    if mark and "</" in text:
        detail = f"given as plain text, but it is mark-up that starts with {mark[1][:20]!r}"
        hint = "read it as HTML: leave out --text, or name the file .html"
        return refuse(page, "wrong_type", detail, hint=hint)
    refusal = _too_long(page, len(text)) or (None if lenient else _foreign(page, language_of(text)))
    return refusal or _of_page(page, decoded, article_from(text, told))


def _read_html(
    page: Page, decoded: Decoded, told: Sequence[Evidence], *, lenient: bool
) -> Article | Refusal:
    """Read a page of HTML."""
    root = parse(decoded.text)
    if isinstance(root, str):
        return refuse(page, "malformed", root, hint="save the page again from a browser")
    elements = sum(1 for _ in root.iter())
    if elements > MAX_ELEMENTS:
        return refuse(page, "too_long", f"{elements} elements; the limit is {MAX_ELEMENTS}")
    found = segment(root)
    refusal = _too_long(page, sum(len(unit.text) for unit in found.units))
    if refusal:
        return refusal
    head = from_head(root)
    data = linked_data(root, tuple(e.value for e in head if e.field == "title"))
    head += from_linked_data(data)
    judged = judge(found.units, vote(root, found.units), _clues(root, head, data))
    if _is_live(data, head):
        judged = with_updates(judged, found.times)
    body = "\n".join(j.unit.text for j in judged if j.role in BODY_ROLES)
    spoken = language_of(body)
    refusal = _foreign(page, spoken) or _content(page, root, judged, data)
    if refusal and not (lenient and body):
        return refusal
    paths = Paths()
    shown = from_visible(judged, found.times, paths)
    headline = next((j.unit.text for j in judged if j.role == "headline"), "")
    heard = [*told, *head, *from_site(root, headline), *shown, *_from_addresses(told, head)]
    heard += [*_guessed(root, heard), *_spoken(spoken)]
    return _of_page(page, decoded, _article(judged, heard, paths))


def _too_long(page: Page, size: int) -> Refusal | None:
    """Refuse a text that is longer than any article."""
    if size <= MAX_CHARS:
        return None
    return refuse(page, "too_long", f"{size} characters of text; the limit is {MAX_CHARS}")


def _foreign(page: Page, spoken: tuple[str, str]) -> Refusal | None:
    """Refuse a text that is clearly in another language than English."""
    found, why = spoken
    if found in {"", "en"}:
        return None
    return refuse(page, "not_english", why)


def _content(
    page: Page, root: HtmlElement, judged: Sequence[Judged], data: LinkedData
) -> Refusal | None:
    """Refuse a page whose text is no article."""
    found = content_reason(root, judged, data.types, free=data.free)
    return refuse(page, found.reason, found.detail) if found else None


def _is_live(data: LinkedData, head: Sequence[Evidence]) -> bool:
    """Say whether the page says that it is a live blog."""
    titles = (e.value for e in head if e.field == "title")
    return "LiveBlogPosting" in data.types or any(_LIVE.search(title) for title in titles)


def _clues(root: HtmlElement, head: Sequence[Evidence], data: LinkedData) -> Clues:
    """Return the titles and descriptions that tell headline and dek."""
    outlets = [e.value for e in head if e.field == "outlet"]
    titles = [e.value for e in head if e.field == "title"]
    told = (raw for field, raw, _ in data.told if field == "description")
    return Clues(
        titles=tuple(
            dict.fromkeys(
                part
                for title in titles
                for part in (without_site(title, outlets), *title_parts(title))
                if 2 * len(part) > len(title) or part.count(" ") > _FEW_SPACES
            )
        ),
        descriptions=(*described(root), *told),
        people=tuple(
            name
            for claim in head
            if claim.field == "authors"
            for name in names_in(claim.value, not_names=outlets)
        ),
    )


def _from_addresses(told: Sequence[Evidence], head: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield the day in the page's address, the caller's before the page's own."""
    for claim in (*told, *head):
        if claim.field == "url":
            days = tuple(from_url(claim.value))
            if days:
                yield from days
                return


def _guessed(root: HtmlElement, heard: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield htmldate's guess where no witness declares a publication date."""
    if any(e.field == "published" for e in heard):
        return
    value = guessed_date(root)
    if value:
        yield Evidence(field="published", value=value, witness="htmldate", where="", quote=value)


def _spoken(spoken: tuple[str, str]) -> Iterator[Evidence]:
    """Yield the language that the body's own words show."""
    found, why = spoken
    if found:
        yield Evidence(field="language", value=found, witness="text", where="", quote=why)


def _article(judged: Sequence[Judged], heard: Sequence[Evidence], paths: Paths) -> Article:
    """Return the article of judged units and the witnesses heard."""
    text, blocks = blocks_of(judged, paths)
    facts = choose(heard)
    return Article(
        text=text,
        blocks=blocks,
        title=facts.title,
        outlet=facts.outlet,
        authors=facts.authors,
        agency=facts.agency,
        language=facts.language.value or "und",
        url=facts.url.value,
        published=facts.published,
        modified=facts.modified,
        evidence=facts.evidence,
        drops=drops_of(judged, paths),
    )


def _of_page(page: Page, decoded: Decoded, article: Article) -> Article:
    """Return `article` with where its page came from."""
    return msgspec.structs.replace(
        article,
        charset=decoded.charset,
        address=page.address,
        digest=page.digest,
        fetched=page.fetched,
    )
