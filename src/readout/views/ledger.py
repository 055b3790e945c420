"""What a ledger judges in, rows of a table and lines to be read out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from readout.ledger.tellings import day_of
from readout.records.entries import Entered, Report, Statement
from readout.records.event import EventType
from readout.records.judgements import LedgerEvent
from readout.records.text import Record, Span
from readout.records.verdicts import (
    Conflict,
    EventVerdict,
    HistoryEntry,
    Milestone,
    Origin,
    PartyLine,
    Utterance,
)
from readout.views.wording import count_of

__all__ = [
    "EVENT_COLUMNS",
    "HIT_COLUMNS",
    "STATEMENT_COLUMNS",
    "TIMELINE_COLUMNS",
    "UTTERANCE_COLUMNS",
    "Step",
    "event_lines",
    "event_row",
    "explain_lines",
    "hit_row",
    "statement_row",
    "timeline_lines",
    "timeline_rows",
    "timeline_steps",
    "utterance_rows",
]

EVENT_COLUMNS = (
    *("event", "first", "type", "mode", "status", "verdict", "disputed"),
    *("origins", "reports", "outlets", "parties", "start", "end", "place", "name"),
)
STATEMENT_COLUMNS = (
    *("statement", "day", "outlet", "speaker", "country", "act", "quote"),
    *("cue", "content", "relay"),
)
HIT_COLUMNS = ("kind", "day", "outlet", "who", "words")
TIMELINE_COLUMNS = ("said", "event", "status", "by", "planned_for", "type", "name")

UTTERANCE_COLUMNS = ("utterance", "first", "speaker", "origins", "outlet", "words")
_STATUS = max(len(one) for one in get_args(Milestone)) + 2  # the column of a status
_ID = 8  # letters of an id, enough to ask for it by
_TOGETHER = {
    "confirms": "confirm",
    "denies": "deny",
    "proposes": "propose",
    "declines": "decline",
}
"""What a stance is called of several parties."""
_REASONS = 4  # shown of why reports are one event
_Row = Mapping[str, str | int]


def event_row(one: EventVerdict) -> _Row:
    """Return the event's row, by `EVENT_COLUMNS`; "" stands for what is not known."""
    cells = (
        *(one.event_id, one.first or "", one.type or "", one.mode or "", one.status or ""),
        *(one.verdict, "yes" if one.disputed else "no", len(one.origins), len(one.reports)),
        *(len(one.outlets), " ".join(line.party for line in one.parties)),
        *(one.start or "", one.end or "", one.place or "", one.name),
    )
    return dict(zip(EVENT_COLUMNS, cells, strict=True))


def statement_row(entered: Entered, said: Statement) -> _Row:
    """Return the statement's row, by `STATEMENT_COLUMNS`."""
    reading = entered.reading
    cells = (
        *(said.statement_id, day_of(reading) or "", reading.outlet or reading.agency or ""),
        *(said.speaker or "", said.speaker_country or "", said.act or "", said.quote),
        *(said.cue, said.content, "; ".join(said.relay)),
    )
    return dict(zip(STATEMENT_COLUMNS, cells, strict=True))


def hit_row(found: Statement | Report, entered: Entered) -> _Row:
    """Return the row of a statement or a report, by `HIT_COLUMNS`."""
    if isinstance(found, Statement):
        kind, who, words = "statement", found.speaker or "", found.content
    else:
        kind, who, words = "report", found.voice_name or "", _flat(found.sentence)
    cells = (kind, day_of(entered.reading) or "", _outlet(entered), who, words)
    return dict(zip(HIT_COLUMNS, cells, strict=True))


def utterance_rows(one: Utterance) -> Iterator[_Row]:
    """Yield a row for each variant, by `UTTERANCE_COLUMNS`; altered words stand in brackets."""
    for variant in one.variants:
        outlets = ", ".join(variant.outlets)
        cells = (
            *(one.utterance_id, one.first or "", one.speaker or "", one.origins, outlets),
            _marked(variant.words, variant.altered),
        )
        yield dict(zip(UTTERANCE_COLUMNS, cells, strict=True))


def _marked(words: str, altered: Sequence[Span]) -> str:
    for span in reversed(altered):
        words = f"{words[: span.start]}[{span.of(words)}]{words[span.end :]}"
    return words


class Step(Record, frozen=True, kw_only=True):
    """A step of an event's history, with the event it is of."""

    event_id: str
    type: EventType | None
    name: str
    step: HistoryEntry


def timeline_steps(verdicts: Iterable[EventVerdict]) -> list[Step]:
    """Return the steps of all the events, in the order they were said."""
    steps = [
        Step(event_id=one.event_id, type=one.type, name=one.name, step=step)
        for one in verdicts
        for step in one.history
    ]
    return sorted(steps, key=lambda one: (one.step.said or "9999-12-31", one.event_id))


def timeline_rows(steps: Iterable[Step]) -> Iterator[_Row]:
    """Yield the row of each step, by `TIMELINE_COLUMNS`."""
    for one in steps:
        step = one.step
        cells = (
            *(step.said or "", one.event_id, step.status, step.by),
            *(step.planned_for or "", one.type or "", one.name),
        )
        yield dict(zip(TIMELINE_COLUMNS, cells, strict=True))


def timeline_lines(steps: Iterable[Step]) -> Iterator[str]:
    """Yield a line for each day, below it one for each step that was told on it."""
    told: str | None = ""
    for one in steps:
        step = one.step
        if step.said != told:
            told = step.said
            yield told or "undated"
        planned = f" (for {step.planned_for})" if step.planned_for else ""
        name = f"{one.name}{planned}"
        yield f"  {step.status:<{_STATUS}}{name} · by {step.by} · {one.event_id[:_ID]}"


def event_lines(one: EventVerdict, pages: Mapping[str, Entered]) -> Iterator[str]:
    """Yield the event's lines: what it is, its parties, its history, its reports; by document."""
    yield f"{one.name}"
    deed = (one.type or "").lower() + (f", {one.mode.replace('-', ' ')}" if one.mode else "")
    yield f"  event      {one.event_id}, {deed}{' (background)' if one.background else ''}"
    yield f"  verdict    {one.verdict}" + (f"; {one.status}" if one.status else "")
    if one.start:
        yield f"  when       {_days(one.start, one.end)}"
    if one.place:
        yield f"  where      {one.place}" + (f" ({one.place_country})" if one.place_country else "")
    yield from _parties(one.parties)
    yield from _history(one.history)
    yield from _conflicts(one.conflicts)
    yield "  reports"
    reports = {
        report.report_id: (entered, report)
        for document in one.documents
        for entered in (pages[document],)
        for report in entered.reports
    }
    for rid in one.reports:
        entered, report = reports[rid]
        reading = entered.reading
        yield f"    {day_of(reading) or 'undated'}  {_outlet(entered)}: {report.status}"
        yield f"      {_flat(report.sentence)}"
        span = report.trigger_span
        where = reading.url or f"page {reading.page[:12]}"
        yield f"      “{report.trigger}”, characters {span.start}-{span.end} of {where}"


def explain_lines(
    one: EventVerdict, pages: Mapping[str, Entered], merged: LedgerEvent
) -> Iterator[str]:
    """Yield why its reports are one event, how its origins were counted, and the verdict's why."""
    count = len(one.origins)
    yield f"{one.name}"
    yield (
        f"  {count_of(len(one.reports), 'report')} in {count_of(len(one.documents), 'article')} of "
        f"{count_of(len(one.outlets), 'outlet')}: {count_of(count, 'independent origin')}"
    )
    if merged.judgements:
        reasons = Counter(reason for tie in merged.judgements for reason in tie.reasons)
        most = [
            reason for reason, _ in sorted(reasons.items(), key=lambda each: -each[1])[:_REASONS]
        ]
        yield f"  held to be one event (p {merged.p:.2f}): {'; '.join(most)}"
    for number, origin in enumerate(one.origins, start=1):
        yield f"  {number}. {_origin(origin)}"
        yield f"     {origin.why}"
        outlets = dict.fromkeys(_outlet(pages[document]) for document in origin.documents)
        yield f"     told by {', '.join(outlets)}"
    counted = {report for origin in one.origins for report in origin.reports}
    rest = [why for report, why in zip(one.reports, one.why, strict=True) if report not in counted]
    if rest:
        yield "  not counted"
        yield from (f"     {why}" for why in dict.fromkeys(rest))
    yield f"  verdict: {one.verdict}"
    yield from (f"     {line}" for line in _verdict(one))
    yield from _parties(one.parties)


def _verdict(one: EventVerdict) -> Iterator[str]:
    denying = [
        (line.party, said.speaker)
        for line in one.parties
        for said in line.stances
        if said.kind == "denies"
    ]
    if one.disputed:
        yield f"it is affirmed by {', '.join(origin.name for origin in one.origins)}"
        yield from (f"{party} denies it ({speaker})" for party, speaker in dict.fromkeys(denying))
        told = {speaker for _, speaker in denying}
        steps = [step.by for step in one.history if step.status == "denied"]
        yield from (f"{name} denies it" for name in dict.fromkeys(steps) if name not in told)
        return
    for line in one.parties:
        speakers = [said.speaker for said in line.stances if said.kind == "confirms"]
        if speakers:
            names = ", ".join(name for name in dict.fromkeys(speakers) if name)
            yield f"{line.party} confirms it ({names})"


def _parties(lines: Sequence[PartyLine]) -> Iterator[str]:
    """Yield a line for each stance; parties for which one speaks, in the same words, share it."""
    if lines:
        yield "  parties"
    stances: dict[tuple[str, ...], list[str]] = {}
    for line in lines:
        for said in line.stances:
            who = f"  {said.day or 'undated'}  {said.speaker}: " if said.speaker else ""
            told: tuple[str, ...] = (said.kind, f"{who}{_flat(said.words)}")
            # Two that keep silent have nothing in common.
            key = told if said.words else (*told, line.party)
            stances.setdefault(key, []).append(line.party)
    for (kind, words, *_), parties in stances.items():
        deed = kind if len(parties) == 1 else _TOGETHER.get(kind, kind)
        yield f"    {' and '.join(parties)} {deed}{words}"


def _history(steps: Sequence[HistoryEntry]) -> Iterator[str]:
    if steps:
        yield "  history"
    for step in steps:
        planned = f" for {step.planned_for}" if step.planned_for else ""
        yield f"    {step.said or 'undated'}  {step.status}{planned}, by {step.by}"


def _conflicts(conflicts: Sequence[Conflict]) -> Iterator[str]:
    if conflicts:
        yield "  conflicts"
    for one in conflicts:
        values = " / ".join(dict.fromkeys(value.value for value in one.values))
        about = f"{one.about}: " if one.kind == "number" else ""
        yield f"    {one.kind}: {about}{values}"


def _origin(origin: Origin) -> str:
    speakers = ", ".join(origin.speakers)
    told = f" ({speakers})" if speakers and speakers != origin.name else ""
    return f"{origin.kind}: {origin.name}{told}, first on {origin.first or 'no known day'}"


def _outlet(entered: Entered) -> str:
    return entered.reading.outlet or entered.reading.agency or "an outlet it does not name"


def _days(start: str, end: str | None) -> str:
    return start if end in {start, None} else f"{start} to {end}"


def _flat(words: str) -> str:
    return " ".join(words.split())
