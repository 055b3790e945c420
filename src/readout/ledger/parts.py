"""Entries in, what each says out, as the parts its id is a digest of and its columns hold."""

from collections.abc import Sequence
from hashlib import sha256

from readout.ledger.digests import Part
from readout.records.entries import EnteredReading, Report, ReportParty, Statement
from readout.records.text import Span

__all__ = ["party_parts", "reading_parts", "report_parts", "statement_parts"]


def reading_parts(reading: EnteredReading) -> tuple[Part, ...]:
    """Return all that the reading's entry says."""
    return (
        reading.document_id,
        reading.page,
        reading.text,
        reading.reader.version,
        reading.reader.model,
        reading.url,
        reading.outlet,
        reading.title,
        reading.agency,
        reading.published,
        reading.published_from,
        reading.published_until,
        reading.modified,
        sha256(reading.record).hexdigest(),
    )


def statement_parts(said: Statement) -> tuple[Part, ...]:
    """Return all that the statement says."""
    return (
        said.reading_id,
        said.aid,
        said.within,
        said.act,
        said.quote,
        said.source,
        said.cue,
        said.content,
        _places(said.source_spans),
        _places(said.cue_spans),
        _places(said.content_spans),
        said.speaker,
        said.speaker_kind,
        said.speaker_role,
        said.speaker_country,
        said.hedged,
        said.relay,
        said.p,
    )


def report_parts(report: Report) -> tuple[Part, ...]:
    """Return all that the report says, its parties included."""
    return (
        report.reading_id,
        report.eid,
        report.type,
        report.mode,
        report.contexts,
        report.status,
        report.status_p,
        report.background,
        report.trigger,
        _places((report.trigger_span,)),
        report.sentence,
        _places((report.sentence_span,)),
        report.place,
        report.place_country,
        report.geonames,
        report.time,
        report.start,
        report.end,
        report.voice,
        report.voice_name,
        report.p,
        tuple(party_parts(party) for party in report.parties),
    )


def party_parts(party: ReportParty) -> tuple[Part, ...]:
    """Return all that the party says."""
    return (
        party.side,
        party.position,
        party.name,
        _places((party.span,)),
        party.country,
        party.sectors,
        party.organisation,
        party.role,
        party.former,
    )


def _places(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)
