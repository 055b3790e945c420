"""A ledger's entries, its judgements and a question in, what is to be exported of them out.

Without filters that is all that is in force. With filters it is the events that answer, their
reports, the statements that tell them or state a party's stance, and the articles these stand in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypedDict

from msgspec.structs import replace

from readout.errors import StoreError
from readout.exports.row_types import PageRow
from readout.ledger import reading_of
from readout.ledger.questions import EventQuestion, choose_events
from readout.ledger.tellings import day_of, known_by
from readout.ledger.who import fold
from readout.records.entries import Entered, Report
from readout.records.event import EventType
from readout.records.reading import Reading
from readout.records.text import Span
from readout.records.verdicts import EventVerdict, Judged, Milestone
from readout.records.versions import Change

__all__ = ["Chosen", "EventFilters", "choose", "is_everything", "question_from"]


class EventFilters(TypedDict, total=False):
    """The filters that `Ledger.events` takes, as keyword arguments."""

    between: Sequence[str]
    actor: str | None
    speaker: str | None
    type: EventType | None
    status: Milestone | None
    since: str | None
    until: str | None
    as_of: str | None
    confirmed_by: str | None
    disputed: bool
    origins_at_least: int


@dataclass(frozen=True)
class Chosen:
    """What is to be exported, each part in an order that does not depend on the order of adding."""

    judged: Judged
    events: tuple[EventVerdict, ...]
    entered: tuple[Entered, ...]
    """The articles in order of their days, with the statements and the reports chosen of each."""
    changes: tuple[Change, ...] = ()
    versions: Mapping[str, int] = field(default_factory=dict)
    """Which version of its document each reading is, by the reading's id."""
    pages: tuple[PageRow, ...] = ()
    _readings: dict[str, Reading] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def articles(self) -> Mapping[str, Entered]:
        """Return the articles by their ids."""
        return {one.reading.document_id: one for one in self.entered}

    @cached_property
    def by_reading(self) -> Mapping[str, Entered]:
        """Return the articles by the ids of their readings."""
        return {one.reading.reading_id: one for one in self.entered}

    @cached_property
    def reports(self) -> Mapping[str, tuple[Entered, Report]]:
        """Return each report with its article, by the report's id."""
        return {report.report_id: (one, report) for one in self.entered for report in one.reports}

    @cached_property
    def event_of(self) -> Mapping[str, str]:
        """Return the id of the event that each report tells, by the report's id."""
        return {report: one.event_id for one in self.events for report in one.reports}

    def reading(self, one: Entered) -> Reading:
        """Return an article's reading as it was read."""
        found = self._readings.get(one.reading.reading_id)
        if found is None:
            found = reading_of(one.reading, one.text)
            self._readings[one.reading.reading_id] = found
        return found

    def actor_of(self, page: str, name: str | None, span: Span | None = None) -> str | None:
        """Return the id of whom a page speaks of by that name, or there; None where it is open."""
        if span is not None and (page, span) in self._by_place:
            return self._by_place[page, span]
        return self._by_name.get((page, fold(name))) if name else None

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, Span], str]:
        return {
            (mention.page, mention.span): one.identity_id
            for one in self.judged.identities.identities
            for mention in one.mentions
        }

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], str | None]:
        """Return whom a name means on a page; None where it means two."""
        found: dict[tuple[str, str], str | None] = {}
        for one in self.judged.identities.identities:
            for mention in one.mentions:
                key = mention.page, fold(mention.name)
                known = found.setdefault(key, one.identity_id)
                if known != one.identity_id:
                    found[key] = None
        return found


def question_from(filters: EventFilters) -> EventQuestion:
    """Return the question that the filters ask; the day of `as_of` is no part of it."""
    return EventQuestion(
        between=tuple(filters.get("between", ())),
        actor=filters.get("actor"),
        speaker=filters.get("speaker"),
        type=filters.get("type"),
        status=filters.get("status"),
        since=filters.get("since"),
        until=filters.get("until"),
        confirmed_by=filters.get("confirmed_by"),
        disputed=filters.get("disputed", False),
        origins_at_least=filters.get("origins_at_least", 0),
    )


def choose(
    entered: Iterable[Entered],
    judged: Judged,
    question: EventQuestion,
    *,
    changes: Iterable[Change] = (),
) -> Chosen:
    """Return what the question chooses of the entries in force and of what is judged of them.

    Raises StoreError where another program entered pages after they were judged.
    """
    known = sorted(
        known_by(entered, judged.as_of),
        key=lambda one: (day_of(one.reading) or "9999", one.reading.document_id),
    )
    events = tuple(choose_events(judged.verdicts, question))
    every = is_everything(question)
    kept = tuple(known if every else _telling(known, events))
    there = {report.report_id for one in kept for report in one.reports}
    if any(report not in there for one in events for report in one.reports):
        raise StoreError("the ledger changed while it was exported", hint="run the command again")
    told = changes if every and judged.as_of is None else _told_in(changes, kept, every=every)
    return Chosen(judged=judged, events=events, entered=kept, changes=tuple(told))


def is_everything(question: EventQuestion) -> bool:
    """Say whether the question leaves nothing out."""
    return question == EventQuestion()


def _telling(entered: Iterable[Entered], events: Iterable[EventVerdict]) -> Iterator[Entered]:
    """Yield the articles that tell the events or state a stance, with what does so and no more."""
    chosen = list(events)
    reports = {report for one in chosen for report in one.reports}
    stances = {said.statement for one in chosen for line in one.parties for said in line.stances}
    for one in entered:
        told = tuple(report for report in one.reports if report.report_id in reports)
        voices = {report.voice for report in told}
        said = tuple(
            each for each in one.statements if each.aid in voices or each.statement_id in stances
        )
        if told or said:
            yield replace(one, reports=told, statements=said)


def _told_in(
    changes: Iterable[Change], entered: Iterable[Entered], *, every: bool
) -> Iterator[Change]:
    """Yield the changes that led to these articles; not `every`, those of what is chosen alone."""
    kept = list(entered)
    readings = {one.reading.reading_id for one in kept}
    facts = {said.statement_id for one in kept for said in one.statements}
    facts |= {report.report_id for one in kept for report in one.reports}
    for one in changes:
        if one.after_reading in readings and (every or {one.before, one.after} & facts):
            yield one
