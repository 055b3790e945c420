"""What is to be exported in, the rows of its events out: parties, origins, history, conflicts."""

from collections.abc import Iterator

from readout.exports.cells import day, hull, joined
from readout.exports.chosen import Chosen
from readout.exports.row_types import ConflictRow, EventRow, HistoryRow, OriginRow, PartyRow
from readout.records.verdicts import PartyLine, Stance

__all__ = ["conflict_rows", "event_rows", "history_rows", "origin_rows", "party_rows"]


def event_rows(chosen: Chosen) -> Iterator[EventRow]:
    """Yield a row an event."""
    sure = {one.event_id: one.p for one in chosen.judged.events}
    for one in chosen.events:
        yield EventRow(
            event=one.event_id,
            name=one.name,
            type=one.type,
            mode=one.mode,
            status=one.status,
            verdict=one.verdict,
            disputed=one.disputed,
            background=one.background,
            starts=day(one.start),
            ends=day(one.end),
            place=one.place,
            place_country=one.place_country,
            actors=joined(one.actors),
            recipients=joined(one.recipients),
            origins=len(one.origins),
            reports=len(one.reports),
            articles=len(one.documents),
            outlets=len(one.outlets),
            first=day(one.first),
            last=day(one.last),
            p=sure[one.event_id],
        )


def party_rows(chosen: Chosen) -> Iterator[PartyRow]:
    """Yield a row for each stance of each party to each event."""
    for one in chosen.events:
        for line in one.parties:
            for said in line.stances:
                yield _party(chosen, one.event_id, line, said)


def _party(chosen: Chosen, event: str, line: PartyLine, said: Stance) -> PartyRow:
    article = chosen.by_reading.get(said.reading or "")
    start, end = hull(said.spans)
    return PartyRow(
        event=event,
        party=line.party,
        kind=line.kind,
        stance=said.kind,
        day=day(said.day),
        speaker=said.speaker,
        words=said.words or None,
        statement=said.statement,
        report=said.report,
        page=article.reading.page if article else None,
        start=start,
        end=end,
        by=said.by or None,
    )


def origin_rows(chosen: Chosen) -> Iterator[OriginRow]:
    """Yield a row for each origin of each event."""
    for one in chosen.events:
        for number, origin in enumerate(one.origins, start=1):
            yield OriginRow(
                event=one.event_id,
                origin=number,
                kind=origin.kind,
                name=origin.name,
                speakers=joined(origin.speakers),
                articles=len(origin.documents),
                reports=len(origin.reports),
                first=day(origin.first),
                why=origin.why,
            )


def history_rows(chosen: Chosen) -> Iterator[HistoryRow]:
    """Yield a row for each step of each event."""
    for one in chosen.events:
        for number, step in enumerate(one.history, start=1):
            yield HistoryRow(
                event=one.event_id,
                step=number,
                said=day(step.said),
                status=step.status,
                by=step.by,
                report=step.report,
                planned_for=step.planned_for,
            )


def conflict_rows(chosen: Chosen) -> Iterator[ConflictRow]:
    """Yield a row for each value of each conflict."""
    for one in chosen.events:
        for conflict in one.conflicts:
            for value in conflict.values:
                article = chosen.by_reading.get(value.reading)
                yield ConflictRow(
                    event=one.event_id,
                    kind=conflict.kind,
                    about=conflict.about,
                    value=value.value,
                    report=value.report,
                    page=article.reading.page if article else None,
                    start=value.span.start,
                    end=value.span.end,
                    words=value.words,
                )
