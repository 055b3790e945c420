"""Read a page's JSON-LD: the tree in, what its article nodes say out, each with its JSON path."""

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import cast

from lxml.html import HtmlElement

from readout.records.text import Record

__all__ = ["LinkedData", "linked_data"]

_ARTICLES = frozenset(
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "Report",
        "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "BlogPosting",
        "AskPublicNewsArticle", "LiveBlogPosting", "TechArticle", "ScholarlyArticle", "Review",
        "SocialMediaPosting", "AdvertiserContentArticle", "SatiricalArticle", "ClaimReview",
    }
)  # fmt: skip
_PAGES = frozenset({"WebPage", "ItemPage"})
_MOST = 400_000
_NODES = 5_000
_TRAILING = re.compile(r",\s*([}\]])")
_WRAPPER = re.compile(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$")
_PAIR = re.compile(
    r'"(headline|datePublished|dateModified|inLanguage)"\s*:\s*"((?:[^"\\]|\\.){1,400})"'
)


class LinkedData(Record, frozen=True, kw_only=True):
    """What a page's JSON-LD says: (field, raw words, JSON path) of its article, and its types."""

    told: tuple[tuple[str, str, str], ...] = ()
    types: frozenset[str] = frozenset()
    free: bool | None = None
    """False where the article is declared not free to read."""


def linked_data(root: HtmlElement, titles: tuple[str, ...] = ()) -> LinkedData:
    """Return what the article's node says; of several, the one whose headline is a known title."""
    types: set[str] = set()
    articles: list[tuple[str, dict[str, object]]] = []
    pages: list[tuple[str, dict[str, object]]] = []
    broken: list[tuple[str, str, str]] = []
    for number, script in enumerate(root.iter("script")):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "")[:_MOST]
        value = _loaded(text)
        if value is None:
            broken += [
                (_FIELDS[k], _json_text(v), f"script[{number}].{k}") for k, v in _PAIR.findall(text)
            ]
            continue
        for path, node in _nodes(value, f"script[{number}]"):
            own = _types(node)
            types |= own
            if own & _ARTICLES:
                articles.append((path, node))
            elif own & _PAGES:
                pages.append((path, node))
    chosen = _chosen(articles, titles) or next(iter(pages), None)
    if chosen is None:
        return LinkedData(told=tuple(broken), types=frozenset(types))
    path, node = chosen
    return LinkedData(told=tuple(_told(path, node)), types=frozenset(types), free=_free(node))


_FIELDS = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "modified",
    "inLanguage": "language",
}


def _json_text(raw: str) -> str:
    """Return the text of a JSON string literal's inside."""
    value = _loaded(f'["{raw}"]')
    first = cast("list[object]", value)[0] if isinstance(value, list) and value else raw
    return first if isinstance(first, str) else raw


def _loaded(text: str) -> object:
    """Parse JSON as pages write it: with comments around, raw line breaks, trailing commas."""
    text = _WRAPPER.sub("", text).strip().rstrip(";")
    for attempt in (text, _TRAILING.sub(r"\1", text)):
        try:
            return cast("object", json.loads(attempt, strict=False))
        except (ValueError, RecursionError):  # broken JSON; JSON nested without end
            continue
    return None


def _nodes(value: object, path: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each object in the value that has a type, outer ones first."""
    waiting: deque[tuple[str, object]] = deque([(path, value)])
    for _ in range(_NODES):
        if not waiting:
            return
        at, item = waiting.popleft()
        if isinstance(item, dict):
            node = cast("dict[str, object]", item)
            if "@type" in node:
                yield at, node
            waiting += [
                (f"{at}.{key}", inner)
                for key, inner in node.items()
                if isinstance(inner, dict | list)
            ]
        elif isinstance(item, list):
            waiting += [(f"{at}[{i}]", inner) for i, inner in enumerate(cast("list[object]", item))]


def _types(node: dict[str, object]) -> set[str]:
    """Return the names of a node's types, without their address."""
    value = node.get("@type")
    names = cast("list[object]", value) if isinstance(value, list) else [value]
    return {n.rsplit("/", 1)[-1] for n in names if isinstance(n, str)}


def _chosen(
    articles: list[tuple[str, dict[str, object]]], titles: tuple[str, ...]
) -> tuple[str, dict[str, object]] | None:
    """Return the node of this page's article among all that the page describes."""
    known = {_letters(title) for title in titles}
    for path, node in articles:
        headline = node.get("headline") or node.get("name")
        if isinstance(headline, str) and _letters(headline) in known:
            return path, node
    return articles[0] if articles else None


def _letters(text: str) -> str:
    """Return the letters and digits of `text` in lower case."""
    return "".join(c for c in text.lower() if c.isalnum())


def _told(path: str, node: dict[str, object]) -> Iterator[tuple[str, str, str]]:
    """Yield (field, raw, JSON path) for what an article's node declares."""
    for key, field in (*_FIELDS.items(), ("name", "title")):
        if key == "name" and "headline" in node:
            continue
        for value in _strings(node.get(key)):
            yield field, value, f"{path}.{key}"
    for key in ("author", "creator"):
        for field, value in _named(node.get(key)):
            yield field, value, f"{path}.{key}"
    for key in ("publisher", "sourceOrganization"):
        for _, value in _named(node.get(key)):
            yield "outlet", value, f"{path}.{key}.name"
    for value in _strings(node.get("description")):
        yield "description", value, f"{path}.description"
    whole = node.get("mainEntityOfPage")
    address = node.get("url") or (
        cast("dict[str, object]", whole).get("@id") if isinstance(whole, dict) else whole
    )
    for value in _strings(address):
        yield "url", value, f"{path}.url"


def _strings(value: object) -> Iterator[str]:
    """Yield the strings in a value that is one or a list of them."""
    for item in cast("list[object]", value) if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield " ".join(html.unescape(item).split())
        elif isinstance(item, int) and not isinstance(item, bool):
            yield str(item)


def _named(value: object) -> Iterator[tuple[str, str]]:
    """Yield ("authors", name) for people and ("organisation", name) for what is no person."""
    for item in cast("list[object]", value) if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            node = cast("dict[str, object]", item)
            field = "organisation" if "Organization" in "".join(_types(node)) else "authors"
            yield from ((field, name) for name in _strings(node.get("name")))
        else:
            yield from (("authors", name) for name in _strings(item))


def _free(node: dict[str, object]) -> bool | None:
    """Return what the node says of reading without paying."""
    value = node.get("isAccessibleForFree")
    if isinstance(value, str):
        return value.strip().lower() != "false"
    return value if isinstance(value, bool) else None
