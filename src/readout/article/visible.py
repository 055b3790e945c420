"""Collect what the shown page says of itself: its judged units in, one Evidence a claim out."""

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from readout.article.dateline import from_dateline
from readout.article.dates import date_in, iso_date
from readout.article.judge import Judged
from readout.article.paths import Paths
from readout.article.people import agency_in
from readout.article.segment import Unit
from readout.records.article import Evidence, Field

__all__ = ["from_visible"]

_SAID = re.compile(
    r"(?:(?P<mod>(?:last )?(?:updated|modified))|"
    r"(?:first |originally )?(?:published|posted|created))"
    r"\s*(?:on|at|by|:)?\s*",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^\s*(?:(?:written|reported|posted|story|words|text) )?by:? (?=[A-Z])")
_CHANGED = re.compile(r"modified|updated", re.IGNORECASE)
_NEAR = 8
_LABEL_SPACES = 4
_DATE_WORDS = 20
_FEW_LETTERS = 20
_OPENING_LETTERS = 40
_OPENERS = frozenset({"paragraph", "update", "quote", "list_item"})


def from_visible(
    judged: Sequence[Judged], times: Sequence[tuple[int, _Element]], paths: Paths
) -> Iterator[Evidence]:
    """Yield the claims of the headline, bylines, `time` elements, dates and the dateline."""
    headline = next((i for i, j in enumerate(judged) if j.role == "headline"), None)
    first = next((i for i, j in enumerate(judged) if _opens(j)), None)
    if headline is not None:
        words = judged[headline].unit.text
        where = paths.of(judged[headline].unit.holder.element)
        witness = "headline" if judged[headline].sure else "heading"
        yield Evidence(field="title", value=words, witness=witness, where=where, quote=words)
    if first is None:
        return
    start = headline if headline is not None and headline < first else first
    near = range(max(0, start - _NEAR), first)
    yield from _times(times, near, judged, paths)
    for index in near:
        yield from _said(judged[index].unit, paths)
    bare = ((abs(i - start), i) for i in near if not _SAID.search(judged[i].unit.text))
    for _, index in sorted(bare):
        found = list(_bare(judged[index].unit, paths))
        if found:
            yield from found
            break
    for item in judged:
        yield from _byline(item, paths)
    for item in judged[: first + 1]:
        if item.role in _OPENERS:
            yield from from_dateline(item.unit.text, where=paths.of(item.unit.holder.element))


def _opens(item: Judged) -> bool:
    """Say whether the unit can be the first words of the body."""
    return item.role in _OPENERS and len(item.unit.norm) >= _OPENING_LETTERS


def _times(
    times: Sequence[tuple[int, _Element]], near: range, judged: Sequence[Judged], paths: Paths
) -> Iterator[Evidence]:
    """Yield the `time` elements of the article's head, without those of a live page's updates."""
    updates = {item.time for item in judged if item.time}
    for index, element in times:
        if index not in near and index != near.stop:
            continue
        words = " ".join("".join(map(str, element.itertext())).split())
        raw = element.get("datetime") or element.get("content") or words
        value = iso_date(raw)
        if not value or value in updates:
            continue
        name = f"{element.get('itemprop') or ''} {element.get('class') or ''} {words}"
        changed = _CHANGED.search(name) or _CHANGED.search(_label_of(index, element, judged))
        yield Evidence(
            field="modified" if changed else "published",
            value=value,
            witness="time",
            where=paths.of(element),
            quote=words or raw,
        )


def _label_of(index: int, element: _Element, judged: Sequence[Judged]) -> str:
    """Return the words before a `time`: in its own line, else a short line above."""
    before = element.getprevious()
    parent = element.getparent()
    own = before.tail if before is not None else parent.text if parent is not None else ""
    if own and own.strip():
        return own
    above = judged[index - 1].unit.text if 0 < index <= len(judged) else ""
    return above if above.count(" ") < _LABEL_SPACES else ""


def _said(unit: Unit, paths: Paths) -> Iterator[Evidence]:
    """Yield the dates of a short line that says published or updated."""
    if unit.text.count(" ") >= _DATE_WORDS:
        return
    marks = list(_SAID.finditer(unit.text))
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(unit.text)
        found = date_in(unit.text[mark.end() : end])
        if found:
            field: Field = "modified" if mark["mod"] else "published"
            yield Evidence(
                field=field,
                value=found[0],
                witness="text",
                where=paths.of(unit.holder.element),
                quote=unit.text,
            )


def _bare(unit: Unit, paths: Paths) -> Iterator[Evidence]:
    """Yield the date of a line that is a date and little else, or that a byline ends with."""
    found = date_in(unit.text) if unit.text.count(" ") < _DATE_WORDS else None
    if not found:
        return
    rest = sum(c.isalpha() for c in unit.text.replace(found[1], ""))
    if rest <= _FEW_LETTERS or _BYLINE.match(unit.text):
        yield Evidence(
            field="published",
            value=found[0],
            witness="text",
            where=paths.of(unit.holder.element),
            quote=unit.text,
        )


def _byline(item: Judged, paths: Paths) -> Iterator[Evidence]:
    """Yield the people and the agency of a byline, the agency of a credit in brackets."""
    if item.role != "byline":
        return
    text, where = item.unit.text, paths.of(item.unit.holder.element)
    credit = text.startswith("(")
    if not credit:
        yield Evidence(field="authors", value=text, witness="byline", where=where, quote=text)
    agency = agency_in(text)
    if agency:
        witness = "credit" if credit else "byline"
        yield Evidence(field="agency", value=agency, witness=witness, where=where, quote=text)
