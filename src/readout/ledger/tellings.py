"""Entries in, the tellings out: each report with its page, its day, and whose knowledge it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from readout.ledger.asides import is_aside
from readout.ledger.speakers import country_of, speaker_of
from readout.ledger.who import Names, Who, fold
from readout.records.entries import Entered, EnteredReading, Report, Statement
from readout.records.lineage import Copy
from readout.records.text import Span

__all__ = ["Telling", "day_of", "known_by", "tellings_of"]

_DAY = 10  # length of 2018-03-20


@dataclass(frozen=True, slots=True)
class Telling:
    """One report as the ledger weighs it."""

    report: Report
    reading: EnteredReading
    day: str | None
    """Of publication; None where no page says."""
    outlet: str
    said: Statement | None = None
    """The statement that tells it, or whose cue it is; None for the outlet's own voice."""
    who: Who | None = None
    """Who says so; None for the outlet's own voice."""
    copied: str | None = None
    """The document whose words it repeats."""
    aside: bool = False
    """Whether it takes the event for known."""
    countries: frozenset[str] = frozenset()
    """Of its parties."""


def tellings_of(
    entered: Iterable[Entered], names: Names, copies: Iterable[Copy]
) -> dict[str, Telling]:
    """Return a telling for each report, by the report's id."""
    taken = _taken(copies)
    return {
        report.report_id: _telling(one, report, names, taken)
        for one in entered
        for report in one.reports
    }


def day_of(reading: EnteredReading) -> str | None:
    """Return the day a page was published; for an undated one the last it can have been."""
    day = reading.published or reading.published_until
    return day[:_DAY] if day else None


def known_by(entered: Iterable[Entered], as_of: str | None) -> Iterator[Entered]:
    """Yield what was published by that day; all where no day is given."""
    for one in entered:
        day = day_of(one.reading)
        if as_of is None or (day is not None and day <= as_of):
            yield one


def _telling(
    entered: Entered,
    report: Report,
    names: Names,
    taken: Mapping[str, Sequence[tuple[Span, str]]],
) -> Telling:
    reading = entered.reading
    said = _statement(entered.statements, report)
    outlet = reading.outlet or reading.agency or "an outlet that no page names"
    copied = [
        original
        for span, original in taken.get(reading.document_id, ())
        if span.start <= report.trigger_span.start and report.trigger_span.end <= span.end
    ]
    who = None
    if said is not None and said.speaker and fold(said.speaker) != fold(outlet):
        who = speaker_of(said, names, page=reading.page, report=report, beside=entered.statements)
    lands = [country_of(one, names, page=reading.page, speaker=who) for one in report.parties]
    return Telling(
        report=report,
        reading=reading,
        day=day_of(reading),
        outlet=outlet,
        said=said if who else None,
        who=who,
        copied=min(copied, default=None),
        aside=is_aside(report),
        countries=frozenset(land for land in lands if land),
    )


def _statement(statements: Sequence[Statement], report: Report) -> Statement | None:
    """Return the statement that tells the event, or of which the event is the saying itself."""
    for said in statements:
        if said.aid == report.voice:
            return said
    for said in statements:
        if any(span.overlaps(report.trigger_span) for span in said.cue_spans):
            return said
    return None


def _taken(copies: Iterable[Copy]) -> dict[str, list[tuple[Span, str]]]:
    """Return for each copy the stretches it has from another article, and which."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for one in copies:
        found.setdefault(one.copy, []).extend((part.copy, one.original) for part in one.spans)
    return found
