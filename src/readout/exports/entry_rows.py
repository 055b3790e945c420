"""What is to be exported in, the rows of pages' entries out: articles, statements, reports."""

from collections.abc import Iterator, Sequence

from readout.exports.cells import day, hull, joined
from readout.exports.chosen import Chosen
from readout.exports.row_types import (
    ArticleRow,
    ReportPartyRow,
    ReportRow,
    StatementRow,
    StatementSpanRow,
)
from readout.ledger.tellings import day_of
from readout.records.entries import Entered, Report, Statement
from readout.records.text import Span

__all__ = [
    "article_rows",
    "report_party_rows",
    "report_rows",
    "statement_rows",
    "statement_span_rows",
]


def article_rows(chosen: Chosen) -> Iterator[ArticleRow]:
    """Yield a row an article."""
    lineage = {
        article: one.origin
        for one in chosen.judged.lineages
        for article in one.members
        if len(one.members) > 1
    }
    story = {article: one.story_id for one in chosen.judged.stories for article in one.articles}
    for one in chosen.entered:
        reading = one.reading
        yield ArticleRow(
            article=reading.document_id,
            page=reading.page,
            version=chosen.versions.get(reading.reading_id),
            url=reading.url,
            outlet=reading.outlet,
            agency=reading.agency,
            title=reading.title,
            published=reading.published,
            day=day(day_of(reading)),
            published_from=day(reading.published_from),
            published_until=day(reading.published_until),
            modified=reading.modified,
            lineage=lineage.get(reading.document_id),
            story=story.get(reading.document_id),
            reader=reading.reader.version,
            model=reading.reader.model,
            text=one.text,
        )


def statement_rows(chosen: Chosen) -> Iterator[StatementRow]:
    """Yield a row a statement, an article's after the other's."""
    utterance = {
        said: one.utterance_id for one in chosen.judged.utterances for said in one.statements
    }
    for one in chosen.entered:
        ids = {said.aid: said.statement_id for said in one.statements}
        for said in one.statements:
            yield _statement(chosen, one, said, ids.get(said.within or ""), utterance)


def _statement(
    chosen: Chosen, one: Entered, said: Statement, within: str | None, utterance: dict[str, str]
) -> StatementRow:
    source, cue = hull(said.source_spans), hull(said.cue_spans)
    first, last = said.content_spans[0], said.content_spans[-1]
    return StatementRow(
        statement=said.statement_id,
        article=one.reading.document_id,
        page=one.reading.page,
        day=day(day_of(one.reading)),
        outlet=one.reading.outlet or one.reading.agency,
        within=within,
        utterance=utterance.get(said.statement_id),
        speaker=said.speaker,
        speaker_kind=said.speaker_kind,
        speaker_role=said.speaker_role,
        speaker_country=said.speaker_country,
        actor=chosen.actor_of(one.reading.page, said.speaker),
        act=said.act,
        quote=said.quote,
        hedged=said.hedged,
        relay=joined(said.relay),
        source=said.source,
        source_start=source[0],
        source_end=source[1],
        cue=said.cue,
        cue_start=cue[0],
        cue_end=cue[1],
        content=said.content,
        content_start=first.start,
        content_end=last.end,
        p=said.p,
    )


def statement_span_rows(chosen: Chosen) -> Iterator[StatementSpanRow]:
    """Yield a row for each stretch of each statement."""
    for one in chosen.entered:
        for said in one.statements:
            yield from _stretches(one, said, "source", said.source_spans)
            yield from _stretches(one, said, "cue", said.cue_spans)
            yield from _stretches(one, said, "content", said.content_spans)


def _stretches(
    one: Entered, said: Statement, part: str, spans: Sequence[Span]
) -> Iterator[StatementSpanRow]:
    for position, span in enumerate(spans):
        yield StatementSpanRow(
            statement=said.statement_id,
            page=one.reading.page,
            part=part,
            position=position,
            start=span.start,
            end=span.end,
            words=span.of(one.text),
        )


def report_rows(chosen: Chosen) -> Iterator[ReportRow]:
    """Yield a row a report, an article's after the other's."""
    origin = {
        report: number
        for one in chosen.events
        for number, each in enumerate(one.origins, start=1)
        for report in each.reports
    }
    for one in chosen.entered:
        ids = {said.aid: said.statement_id for said in one.statements}
        for report in one.reports:
            yield _report(
                one,
                report,
                event=chosen.event_of.get(report.report_id),
                origin=origin.get(report.report_id),
                voice=ids.get(report.voice or ""),
            )


def _report(
    one: Entered, report: Report, *, event: str | None, origin: int | None, voice: str | None
) -> ReportRow:
    return ReportRow(
        report=report.report_id,
        event=event,
        article=one.reading.document_id,
        page=one.reading.page,
        day=day(day_of(one.reading)),
        outlet=one.reading.outlet or one.reading.agency,
        origin=origin,
        type=report.type,
        mode=report.mode,
        contexts=joined(report.contexts),
        status=report.status,
        status_p=report.status_p,
        background=report.background,
        starts=day(report.start),
        ends=day(report.end),
        place=report.place,
        place_country=report.place_country,
        geonames=report.geonames,
        voice=voice,
        voice_name=report.voice_name,
        trigger=report.trigger,
        trigger_start=report.trigger_span.start,
        trigger_end=report.trigger_span.end,
        sentence=report.sentence,
        sentence_start=report.sentence_span.start,
        sentence_end=report.sentence_span.end,
        p=report.p,
    )


def report_party_rows(chosen: Chosen) -> Iterator[ReportPartyRow]:
    """Yield a row for each actor and recipient of each report."""
    for one, report in chosen.reports.values():
        page = one.reading.page
        for party in report.parties:
            yield ReportPartyRow(
                report=report.report_id,
                event=chosen.event_of.get(report.report_id),
                page=page,
                side=party.side,
                position=party.position,
                name=party.name,
                start=party.span.start,
                end=party.span.end,
                country=party.country,
                sectors=joined(party.sectors),
                organisation=party.organisation,
                role=party.role,
                former=party.former,
                actor=chosen.actor_of(page, party.name, party.span),
            )
