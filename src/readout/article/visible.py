"""Collect what the shown page says of itself: its judged units in, one Evidence a claim out."""

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from readout.article.dateline import from_dateline
from readout.article.dates import date_in, iso_date
from readout.article.judge import Judged
from readout.article.people import agency_in
from readout.article.segment import Unit
from readout.records.article import Evidence, Field

__all__ = ["from_visible"]

_SAID = re.compile(
    r"(?:(?P<mod>(?:last )?(?:updated|modified))|(?:first |originally )?(?:published|posted|created))"
    r"\s*(?:on|at|by|:)?\s*",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^\s*(?:(?:written|reported|posted|story|words|text) )?by:? (?=[A-Z])")
_NEAR = 8
_DATE_WORDS = 14


def from_visible(judged: Sequence[Judged], times: Sequence[tuple[int, _Element]]) -> Iterator[Evidence]:
    """Yield the claims of bylines, `time` elements and dates near the headline, and the dateline."""
    headline = next((i for i, j in enumerate(judged) if j.role == "headline"), None)
    first = next((i for i, j in enumerate(judged) if j.role == "paragraph"), None)
    if headline is not None:
        words = judged[headline].unit.text
        where = _where(judged[headline].unit)
        witness = "headline" if judged[headline].sure else "heading"
        yield Evidence(field="title", value=words, witness=witness, where=where, quote=words)
    if first is None:
        return
    start = headline if headline is not None and headline < first else first
    near = range(max(0, start - _NEAR), first)
    yield from _times(times, near.start, first, judged)
    for index in near:
        yield from _label(judged[index].unit)
    for item in judged:
        yield from _byline(item, near_top=item.unit in [judged[i].unit for i in near])
    opening = judged[first].unit
    yield from from_dateline(opening.text, where=_where(opening))


def _where(unit: Unit) -> str:
    """Return the XPath of a unit's element."""
    return unit.holder.element.getroottree().getpath(unit.holder.element)


def _times(
    times: Sequence[tuple[int, _Element]], start: int, first: int, judged: Sequence[Judged]
) -> Iterator[Evidence]:
    """Yield the `time` elements of the article's head."""
    for index, element in times:
        if not start <= index <= first:
            continue
        words = " ".join("".join(element.itertext()).split())
        raw = element.get("datetime") or element.get("content") or words
        value = iso_date(raw)
        if not value:
            continue
        name = f"{element.get('itemprop') or ''} {element.get('class') or ''} {words}".lower()
        before = judged[index - 1].unit.text.lower() if 0 < index <= len(judged) and judged[index - 1].unit.text.count(" ") < 4 else ""
        changed = any(w in name for w in ("modified", "updated")) or before.rstrip(": ").endswith(("updated", "modified"))
        path = element.getroottree().getpath(element)
        yield Evidence(field="modified" if changed else "published", value=value, witness="time", where=path, quote=words or raw)


def _label(unit: Unit) -> Iterator[Evidence]:
    """Yield the date of a short line that says published, or is but a date."""
    if unit.text.count(" ") >= _DATE_WORDS:
        return
    said = list(_SAID.finditer(unit.text))
    if not said:
        found = date_in(unit.text)
        rest = unit.text.replace(found[1], "") if found else ""
        if found and sum(c.isalpha() for c in rest) <= 20:
            yield Evidence(field="published", value=found[0], witness="text", where=_where(unit), quote=unit.text)
        return
    for index, mark in enumerate(said):
        end = said[index + 1].start() if index + 1 < len(said) else len(unit.text)
        found = date_in(unit.text[mark.end() : end])
        if found:
            field: Field = "modified" if mark["mod"] else "published"
            yield Evidence(field=field, value=found[0], witness="text", where=_where(unit), quote=unit.text)


def _byline(item: Judged, *, near_top: bool) -> Iterator[Evidence]:
    """Yield the people and the agency of a byline or credit."""
    text = item.unit.text
    if item.role == "byline" and text.startswith("("):
        agency = agency_in(text)
        if agency:
            yield Evidence(field="agency", value=agency, witness="credit", where=_where(item.unit), quote=text)
        return
    if text.count(" ") < 25 and (item.role == "byline" or (near_top and _BYLINE.match(text))):
        yield Evidence(field="authors", value=text, witness="byline", where=_where(item.unit), quote=text)
        agency = agency_in(text)
        if agency:
            yield Evidence(field="agency", value=agency, witness="byline", where=_where(item.unit), quote=text)
