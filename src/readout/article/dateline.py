"""Read a dateline: the opening of a paragraph in, one Evidence a claim out.

The dateline itself stays in its paragraph, so that the first sentence keeps its words.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from readout.article.dates import month_number, months_pattern
from readout.article.people import agency_in
from readout.data.tables import rows
from readout.records.article import Evidence

__all__ = ["from_dateline"]

_OPENING = 160
_NAME = re.compile(r"[^\W\d_a-z]{2,8}|[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3}")
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_MIXED = re.compile(r"^\s*(?:[A-Z][\w.’' ,]{2,40} )?\(([^()\n]{2,40})\) ?[-–—]")


def from_dateline(paragraph: str, *, where: str) -> Iterator[Evidence]:
    """Yield the date and the agency of "MOSCOW, April 2 (TASS) —" at the start of `paragraph`.

    A day without its year is given as ISO 8601 allows, --04-02; it is no whole date.
    """
    opening = paragraph[:_OPENING]
    match = _pattern().match(opening) or _MIXED.match(opening)
    if not match:
        return
    parts = match.groupdict()
    quote = match[0].strip()
    credit = parts.get("agency") or parts.get("slashed") or ("" if parts else match[1])
    agency = agency_in(credit) or (_named(credit) if parts.get("agency") else None)
    if agency:
        yield Evidence(field="agency", value=agency, witness="dateline", where=where, quote=quote)
    name = parts.get("month") or parts.get("month_after")
    if name:
        month, day = month_number(name) or 0, int(parts["day"] or parts["day_before"])
        value = f"{parts['year'] or '-'}-{month:02d}-{day:02d}"
        yield Evidence(field="published", value=value, witness="dateline", where=where, quote=quote)


def _named(credit: str) -> str | None:
    """Return an agency no table knows, as its credit in a dateline of the usual form names it.

    "(Meridian Wire)" does; a country, a state or a day in brackets does not.
    """
    if not _NAME.fullmatch(credit) or credit in _places():
        return None
    return None if _DAY.match(credit) or month_number(credit.split(maxsplit=1)[0]) else credit


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Return the names of countries, which also stand in brackets after a town's name."""
    return frozenset(
        form for row in rows("countries.tsv") for cell in row[1:] for form in cell.split(";")
    )


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Return the expression of a dateline that opens with a place in capitals."""
    return re.compile(
        r"^\s*[A-Z][A-Z.'’ -]{2,40}(?:[,/] ?[A-Z][^\d,/()\n–—]{1,24}?){0,2},? ?"
        rf"(?:(?:(?P<month>(?i:{months_pattern()})) (?P<day>\d{{1,2}})"
        rf"|(?P<day_before>\d{{1,2}}) (?P<month_after>(?i:{months_pattern()})))"
        r"(?:,? (?P<year>\d{4}))?,? ?)?"
        r"(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<slashed>[A-Z][\w-]{1,20})/)?\.? ?[-–—]{1,2} ?"
    )
