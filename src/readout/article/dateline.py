"""Read a dateline: the opening of a paragraph in, one Evidence a claim out.

The dateline itself stays in its paragraph, so that the first sentence keeps its words.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from readout.article.dates import month_number, months_pattern
from readout.article.people import agency_in
from readout.records.article import Evidence

__all__ = ["from_dateline"]

_OPENING = 160
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
    agency = agency_in(
        parts.get("agency") or parts.get("slashed") or (match[1] if not parts else "")
    )
    if agency:
        yield Evidence(field="agency", value=agency, witness="dateline", where=where, quote=quote)
    if parts.get("month"):
        month = month_number(parts["month"]) or 0
        value = f"{parts['year'] or '-'}-{month:02d}-{int(parts['day']):02d}"
        yield Evidence(field="published", value=value, witness="dateline", where=where, quote=quote)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Return the expression of a dateline that opens with a place in capitals."""
    return re.compile(
        r"^\s*[A-Z][A-Z.'’ -]{2,40}(?:[,/] ?[A-Z][^\d,/()\n–—]{1,24}?){0,2},? ?"
        rf"(?:(?P<month>(?i:{months_pattern()})) (?P<day>\d{{1,2}})(?:,? (?P<year>\d{{4}}))?,? ?)?"
        r"(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<slashed>[A-Z][\w-]{1,20})/)?\.? ?[-–—]{1,2} ?"
    )
