"""The tellings of one event in, the numbers, days and places on which they differ out."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from readout.data.tables import rows
from readout.ledger.stories.stems import stem
from readout.ledger.stories.vectors import rarity
from readout.ledger.tellings import Telling
from readout.records.text import Span
from readout.records.verdicts import Conflict, ConflictKind, ConflictValue

__all__ = ["conflicts_of"]

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: str(value) for value, word in enumerate(_SMALL, start=1)}
_COUNTED = re.compile(
    rf"\b(?P<number>\d[\d,.]*|{'|'.join(_SMALL)})(?:-| )(?P<first>[^\W\d_]+)"
    r"(?:(?:-| )(?P<second>[^\W\d_]+))?",
    re.IGNORECASE,
)
_MONTHS = frozenset(form for _, forms in rows("month_names.tsv") for form in forms.split())
_TELLING = 1.0
"""How rare a word must be for its numbers to be compared."""


def conflicts_of(tellings: Sequence[Telling]) -> tuple[Conflict, ...]:
    """Return where the tellings differ; copies tell nothing of their own."""
    own = [one for one in tellings if one.copied is None]
    return (*_days(own), *_places(own), *_numbers(own))


def _days(tellings: Sequence[Telling]) -> Iterator[Conflict]:
    """Yield one conflict where two tell it as having been on days that lie apart."""
    dated = [
        one
        for one in tellings
        if one.report.status in {"occurred", "ongoing"} and one.report.start and one.report.end
    ]
    spans = {(one.report.start or "", one.report.end or "") for one in dated}
    if any(one[1] < other[0] or other[1] < one[0] for one, other in combinations(spans, 2)):
        values = [(one, one.report.time or one.report.start or "") for one in dated]
        yield _conflict("date", "date", [(*value, None) for value in values])


def _places(tellings: Sequence[Telling]) -> Iterator[Conflict]:
    placed = [one for one in tellings if one.report.place]
    countries = {one.report.place_country for one in placed if one.report.place_country}
    ids = {one.report.geonames for one in placed if one.report.geonames}
    if len(countries) > 1 or len(ids) > 1:
        yield _conflict("place", "place", [(one, one.report.place or "", None) for one in placed])


def _numbers(tellings: Sequence[Telling]) -> Iterator[Conflict]:
    """Yield one conflict for each thing that is counted otherwise by another telling."""
    found: dict[str, dict[str, list[tuple[Telling, str, Span | None]]]] = {}
    for one in tellings:
        for thing, number, span in _counted(one):
            values = found.setdefault(thing, {}).setdefault(number, [])
            values.append((one, number, span))
    for thing in sorted(found):
        numbers = found[thing]
        pages = [{one.reading.document_id for one, _, _ in rows} for rows in numbers.values()]
        if len(numbers) > 1 and len(set.union(*pages)) > 1:
            rows = [min(rows, key=lambda row: row[0].day or "9999") for rows in numbers.values()]
            yield _conflict("number", thing, rows)


def _counted(telling: Telling) -> Iterator[tuple[str, str, Span]]:
    """Yield what the sentence counts, how many, and where."""
    report = telling.report
    for match in _COUNTED.finditer(report.sentence):
        number = match["number"].casefold()
        number = _NUMBERS.get(number, number.rstrip(".,").replace(",", ""))
        for name in ("first", "second"):
            word = (match[name] or "").casefold()
            if word in _MONTHS:
                break
            if word and rarity(stem(word)) >= _TELLING:
                at = report.sentence_span.start
                yield stem(word), number, Span(at + match.start(), at + match.end())


def _conflict(
    kind: ConflictKind, about: str, values: Sequence[tuple[Telling, str, Span | None]]
) -> Conflict:
    return Conflict(
        kind=kind,
        about=about,
        values=tuple(
            ConflictValue(
                value=value,
                report=one.report.report_id,
                reading=one.reading.reading_id,
                words=one.report.sentence,
                span=span or one.report.sentence_span,
            )
            for one, value, span in values
        ),
    )
