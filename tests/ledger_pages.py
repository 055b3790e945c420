"""Pages made of statements and reports alone, for tests of what the ledger judges of them."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from readout.records.article import Article, Fact
from readout.records.entries import Entered, EnteredReading, Report, ReportParty, Statement
from readout.records.event import EventType, Status
from readout.records.reading import Act, Attribution, Reader, Reading, Speaker
from readout.records.text import Span

__all__ = ["page", "party", "report", "said"]

READER = Reader(version="0", model="m")


def party(
    name: str, *, side: str = "actor", country: str | None = None, sector: str = "GOV"
) -> ReportParty:
    """Return one actor or recipient."""
    return ReportParty(
        side="actor" if side == "actor" else "recipient",
        position=0,
        name=name,
        span=Span(0, 1),
        country=country,
        sectors=(sector,) if sector else (),
    )


def said(  # noqa: PLR0913  one parameter a field
    aid: str,
    speaker: str | None,
    content: str,
    *,
    at: int = 0,
    act: Act = "assert",
    country: str | None = None,
    role: str | None = None,
    direct: bool = False,
    cue: str = "said",
) -> Statement:
    """Return one statement that stands at that place of its page."""
    return Statement(
        statement_id="",
        reading_id="",
        aid=aid,
        act=act,
        quote="direct" if direct else "indirect",
        source=speaker or "",
        cue=cue,
        content=content,
        cue_spans=(Span(at, at + 4),),
        content_spans=(Span(at + 5, at + 5 + len(content)),),
        speaker=speaker,
        speaker_kind="person",
        speaker_country=country,
        speaker_role=role,
        p=0.9,
    )


def report(  # noqa: PLR0913  one parameter a field
    trigger: str,
    *parties: ReportParty,
    at: int = 0,
    status: Status = "occurred",
    voice: str | None = None,
    day: str | None = None,
    sentence: str | None = None,
    event_type: EventType = "SANCTION",
) -> Report:
    """Return one report whose trigger stands at that place of its page."""
    words = sentence or trigger
    return Report(
        report_id="",
        reading_id="",
        eid="e",
        type=event_type,
        status=status,
        status_p=0.9,
        trigger=trigger,
        trigger_span=Span(at, at + len(trigger)),
        sentence=words,
        sentence_span=Span(at, at + len(words)),
        time=day,
        start=day,
        end=day,
        voice=voice,
        p=0.9,
        parties=parties,
    )


def _record(statements: Sequence[Statement]) -> bytes:
    """Return the reading as it is kept, with the statements' speakers and nothing else."""
    attributions = tuple(
        Attribution(
            aid=one.aid,
            content=one.content_spans,
            quote=one.quote,
            speaker=Speaker(
                name=one.speaker,
                mention=Span(0, 1),
                kind="person",
                role=one.speaker_role,
                country=one.speaker_country,
                mentions=(),
                p=1.0,
                by="",
            )
            if one.speaker
            else None,
            p=1.0,
            by="",
        )
        for one in statements
    )
    article = Article(text="", blocks=(), title=Fact(), outlet=Fact())
    reading = Reading(
        article=article, sentences=(), times=(), attributions=attributions, reader=READER
    )
    return msgspec.json.encode(reading)


def page(
    outlet: str,
    day: str | None,
    *,
    statements: Sequence[Statement] = (),
    reports: Sequence[Report] = (),
    text: str = "",
) -> Entered:
    """Return one page's entries; ids are its outlet's name and running numbers."""
    rid = f"{outlet}|{day}"
    return Entered(
        reading=EnteredReading(
            reading_id=rid,
            document_id=rid,
            page=rid,
            text=rid,
            reader=READER,
            outlet=outlet,
            published=day,
            published_from=day,
            published_until=day,
            record=_record(statements),
        ),
        text=text or f"{outlet} {day}",
        statements=tuple(
            replace(one, statement_id=f"{rid}|s{number}", reading_id=rid)
            for number, one in enumerate(statements)
        ),
        reports=tuple(
            replace(one, report_id=f"{rid}|r{number}", reading_id=rid, eid=f"e{number}")
            for number, one in enumerate(reports)
        ),
    )
