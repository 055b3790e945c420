"""Collect what a page's head says of its article: the tree in, one Evidence a claim out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from readout.article.dates import iso_date, month_number
from readout.article.json_ld import LinkedData
from readout.data.tables import rows
from readout.records.article import Evidence, Field

__all__ = ["described", "from_head", "from_linked_data", "from_url"]

_LONGEST = 600
_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})[/_-](?P<m>0?[1-9]|1[0-2]|[a-z]{3,9})[/_-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<!\d)(?P<c>(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)",
    re.IGNORECASE,
)
_DESCRIPTIONS = frozenset(
    {"og:description", "description", "twitter:description", "dc.description"}
)


def from_head(root: HtmlElement) -> list[Evidence]:
    """Return the claims of `meta`, `title`, `link` and `html lang`, each field's best first."""
    ranks = _ranks()
    found: list[tuple[int, Evidence]] = []
    for meta in root.iter("meta"):
        quote = " ".join((meta.get("content") or meta.get("datetime") or "").split())[:_LONGEST]
        name = _name(meta)
        if not quote or name not in ranks:
            continue
        rank, field, witness = ranks[name]
        claim = _claim(field, quote, witness, name)
        if claim is not None:
            found.append((rank, claim))
    found.sort(key=lambda pair: pair[0])
    return [claim for _, claim in found] + list(_from_other_tags(root))


def described(root: HtmlElement) -> tuple[str, ...]:
    """Return what the head gives as the article's description."""
    texts = (m.get("content") for m in root.iter("meta") if _name(m) in _DESCRIPTIONS)
    return tuple(dict.fromkeys(" ".join(t.split()) for t in texts if t and t.strip()))


def from_linked_data(data: LinkedData) -> Iterator[Evidence]:
    """Return the claims of the JSON-LD."""
    for field, raw, path in data.told:
        claim = _claim(field, raw[:_LONGEST], "json-ld", path)
        if claim is not None:
            yield claim


def from_url(url: str) -> Iterator[Evidence]:
    """Return the day that a web address holds, where it holds a whole one."""
    match = _URL_DAY.search(url.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0])
    if not match:
        return
    if match["c"]:
        raw = match["c"]
    else:
        month = match["m"] if match["m"].isdigit() else month_number(match["m"])
        if month is None:
            return
        raw = f"{match['y']}-{int(month):02d}-{int(match['d']):02d}"
    value = iso_date(raw)
    if value:
        yield Evidence(field="published", value=value, witness="url", where=url, quote=match[0])


def _from_other_tags(root: HtmlElement) -> Iterator[Evidence]:
    """Yield the claims of `title`, `link rel=canonical` and `html lang`."""
    title = root.find(".//head/title")
    text = " ".join((title.text or "").split()) if title is not None else ""
    if text:
        yield Evidence(field="title", value=text, witness="title", where="title", quote=text)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").strip():
            href = (link.get("href") or "").strip()
            yield Evidence(
                field="url", value=href, witness="link", where="link[@rel='canonical']", quote=href
            )
    lang = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    ).strip()
    if lang:
        yield Evidence(
            field="language", value=_language(lang), witness="html", where="html[@lang]", quote=lang
        )


def _name(meta: HtmlElement) -> str:
    """Return the name of a `meta` element in lower case."""
    get = meta.get
    return (
        (get("property") or get("name") or get("itemprop") or get("http-equiv") or "")
        .strip()
        .lower()
    )


@lru_cache(maxsize=1)
def _ranks() -> dict[str, tuple[int, str, str]]:
    """Return rank, field and witness of each known name of a `meta` element."""
    return {row[1]: (i, row[0], row[2]) for i, row in enumerate(rows("meta_names.tsv"))}


def _claim(field: str, quote: str, witness: str, where: str) -> Evidence | None:
    """Return the claim with its value normalised, None where it claims nothing usable."""
    known: dict[str, Field] = {
        "published": "published",
        "modified": "modified",
        "title": "title",
        "outlet": "outlet",
        "authors": "authors",
        "language": "language",
        "url": "url",
        "organisation": "agency",
    }
    if field not in known:
        return None
    value: str | None = quote
    if field in {"published", "modified"}:
        value = iso_date(quote)
    elif field == "language":
        value = _language(quote)
    elif field in {"authors", "outlet"} and quote.startswith(("http:", "https:", "//")):
        value = None
    if not value:
        return None
    return Evidence(field=known[field], value=value, witness=witness, where=where, quote=quote)


def _language(raw: str) -> str:
    """Return the two or three letters of a language tag, in lower case."""
    return re.split(r"[-_,; ]", raw.strip())[0].lower()
