"""A number of reports in, a ledger of so many out, entered and judged rows alike, made by chance.

Two pages of two outlets tell the same ten events. Words and countries are as unevenly common as in
the news. Rows go through the store's own writers; the judgements are invented with the reports, so
that what is measured is asking and not judging.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple, get_args

from sqlalchemy import Connection, delete, insert, select

from benchmarks.invented import READER
from readout.ledger import entry_id
from readout.records.entries import (
    Answer,
    Entered,
    EnteredReading,
    KeptPage,
    Question,
    Report,
    ReportParty,
    Sighting,
    Statement,
)
from readout.records.event import EventType
from readout.records.judgements import LedgerEvent
from readout.records.text import Span
from readout.records.verdicts import (
    EventVerdict,
    HistoryEntry,
    Milestone,
    Origin,
    PartyLine,
    Stance,
)
from readout.stores import Store, open_store
from readout.stores.judging.event_rows import JudgedEvent, keep_events
from readout.stores.schema_judged import PENDING, RULES

__all__ = ["COUNTRIES", "make_ledger", "word"]

COUNTRIES = (
    *("USA", "RUS", "CHN", "UKR", "ISR", "IRN", "GBR", "FRA", "DEU", "TUR", "SYR", "IND", "PAK"),
    *("JPN", "KOR", "PRK", "SAU", "EGY", "IRQ", "VEN", "MEX", "BRA", "POL", "NGA", "ZAF", "CAN"),
    *("AUS", "NOR", "SWE", "FIN", "ITA", "ESP", "GRC", "SRB", "GEO", "ARM", "AZE", "KAZ", "MMR"),
)
_EVENTS = 10  # of two pages
_WORDS = 20_000
_LENGTH = 18  # words of a sentence
_FIRST = date(2015, 1, 1)
_DAYS = 3650
_BATCH = 1000  # pages
_TYPES = get_args(EventType)
_STATUSES: tuple[Milestone, ...] = ("occurred", "planned", "proposed", "denied", "cancelled")


class _Deed(NamedTuple):
    """What two pages tell of one event."""

    type: EventType
    status: Milestone
    sides: tuple[str, str]
    names: tuple[str, str]
    sentence: str
    speaker: str
    day: str


def make_ledger(place: Path, reports: int) -> None:
    """Make a ledger of about so many reports at the path."""
    pages = max(2, reports // _EVENTS)
    with open_store(str(place), create=True) as store:
        for at in range(0, pages, _BATCH):
            _make(store, at, min(at + _BATCH, pages + pages % 2))


def word(rank: int) -> str:
    """Return the word of that rank, the commonest first."""
    letters = "bdfgklmnprstvz"
    syllables = [f"{one}{vowel}" for one in letters for vowel in "aeiou"]
    found, rank = "", rank + len(syllables)
    while rank:
        rank, at = divmod(rank, len(syllables))
        found += syllables[at]
    return found


def _make(store: Store, first: int, end: int) -> None:
    """Enter the pages of these numbers, and the events that they tell."""
    told = {pair: _deeds(pair) for pair in range(first // 2, (end + 1) // 2)}
    pages = [_page(number, told[number // 2]) for number in range(first, end)]
    store.enter(pages)
    with store.writing() as connection:
        connection.execute(delete(PENDING))
        _note_rules(connection)
        entered = [one.found for one in pages if isinstance(one.found, Entered)]
        keep_events(connection, _events(told, entered))


def _note_rules(connection: Connection) -> None:
    """Say that all is judged by the present rules."""
    from readout.stores.judging.judge import RULES_NOW  # noqa: PLC0415 -- slow to load

    if connection.execute(select(RULES.c.rules)).scalar() is None:
        connection.execute(insert(RULES), {"rules": RULES_NOW})


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    return [word(rank) for rank in range(_WORDS)], list(
        accumulate(1 / (rank + 10) for rank in range(_WORDS))
    )


def _deeds(pair: int) -> list[_Deed]:
    chance = Random(pair)
    words, weights = _vocabulary()
    day = (_FIRST + timedelta(days=chance.randrange(_DAYS))).isoformat()
    lands = [1 / (rank + 3) for rank in range(len(COUNTRIES))]
    found: list[_Deed] = []
    for _ in range(_EVENTS):
        one, other = chance.choices(COUNTRIES, lands, k=2)
        told = chance.choices(words, cum_weights=weights, k=_LENGTH)
        names = f"{told[0].title()} {told[1].title()}", f"{told[2].title()} {told[3].title()}"
        found.append(
            _Deed(
                type=chance.choice(_TYPES),
                status=chance.choice(_STATUSES),
                sides=(one, other),
                names=names,
                sentence=" ".join(told),
                speaker=names[0],
                day=day,
            )
        )
    return found


def _page(number: int, deeds: list[_Deed]) -> Answer:
    text = "\n\n".join(one.sentence for one in deeds)
    url = f"https://outlet{number % 200}.example/{number}"
    body = f"<p>{number}</p>{text}".encode()
    digest = sha256(body).hexdigest()
    day = deeds[0].day
    rid = entry_id("reading", url)
    reading = EnteredReading(
        reading_id=rid,
        document_id=entry_id("document", url),
        page=digest,
        text=sha256(text.encode()).hexdigest(),
        reader=READER,
        url=url,
        outlet=f"Outlet {number % 200}",
        title=deeds[0].sentence[:40],
        published=day,
        published_from=day,
        published_until=day,
        record=b"{}",
    )
    at, reports, statements = 0, list[Report](), list[Statement]()
    for n, one in enumerate(deeds):
        span = Span(at, at + len(one.sentence))
        reports.append(_report(rid, n, one, span))
        if n % 2:
            statements.append(_statement(rid, n, one, span))
        at += len(one.sentence) + 2
    found = Entered(
        reading=reading, text=text, statements=tuple(statements), reports=tuple(reports)
    )
    return Answer(
        question=Question(
            question_id=entry_id("question", url), page=digest, kind="html", reader=READER
        ),
        sighting=Sighting(page=digest, address=url, url=url),
        page=KeptPage(digest=digest, body=body),
        found=found,
    )


def _report(rid: str, n: int, one: _Deed, span: Span) -> Report:
    sides = (("actor", one.names[0], one.sides[0]), ("recipient", one.names[1], one.sides[1]))
    return Report(
        report_id=entry_id("report", rid, n),
        reading_id=rid,
        eid=f"e{n}",
        type=one.type,
        status="occurred" if one.status == "postponed" else one.status,
        status_p=0.9,
        trigger=one.sentence.split(" ", 5)[4],
        trigger_span=Span(span.start, span.start + 4),
        sentence=one.sentence,
        sentence_span=span,
        time=one.day,
        start=one.day,
        end=one.day,
        p=0.9,
        parties=tuple(
            ReportParty(
                side="actor" if side == "actor" else "recipient",
                position=0,
                name=name,
                span=span,
                country=land,
                sectors=("GOV",),
            )
            for side, name, land in sides
        ),
    )


def _statement(rid: str, n: int, one: _Deed, span: Span) -> Statement:
    return Statement(
        statement_id=entry_id("statement", rid, n),
        reading_id=rid,
        aid=f"a{n}",
        act="assert",
        quote="indirect",
        source=one.speaker,
        cue="said",
        content=one.sentence,
        content_spans=(span,),
        speaker=one.speaker,
        speaker_kind="person",
        speaker_country=one.sides[0],
        p=0.9,
    )


def _events(told: dict[int, list[_Deed]], entered: list[Entered]) -> Iterator[JudgedEvent]:
    """Yield the events of these pages; two pages next to each other tell the same."""
    for at, (pair, deeds) in enumerate(told.items()):
        pages = entered[2 * at : 2 * at + 2]
        for n, one in enumerate(deeds):
            reports = tuple(page.reports[n].report_id for page in pages)
            number = pair * _EVENTS + n + 1
            event_id = entry_id("event", *sorted(reports))
            merged = LedgerEvent(
                event_id=event_id, type=one.type, reports=tuple(sorted(reports)), p=0.9
            )
            documents = tuple(page.reading.document_id for page in pages)
            outlets = tuple(str(page.reading.outlet) for page in pages)
            verdict = _verdict(event_id, one, (reports, documents, outlets))
            yield JudgedEvent(number, merged, verdict, story=pair + 1)


def _verdict(event_id: str, one: _Deed, told: tuple[tuple[str, ...], ...]) -> EventVerdict:
    reports, documents, outlets = told
    said = Stance(
        kind="confirms", speaker=one.speaker, words=one.sentence, day=one.day, report=reports[0]
    )
    lines = [
        PartyLine(
            party=land, kind="country", stances=(said,) if not at else (Stance(kind="silent"),)
        )
        for at, land in enumerate(dict.fromkeys(one.sides))
    ]
    origin = Origin(
        kind="speaker",
        name=f"government of {one.sides[0]}",
        speakers=(one.speaker,),
        documents=documents,
        reports=reports,
        first=one.day,
        why=f"{one.speaker} speaks for the government of {one.sides[0]}",
    )
    step = HistoryEntry(said=one.day, status=one.status, by=one.speaker, report=reports[0])
    return EventVerdict(
        event_id=event_id,
        name=f"{one.names[0]} – {one.sentence[:9]} – {one.names[1]}",
        type=one.type,
        status=one.status,
        verdict="confirmed by one party",
        start=one.day,
        end=one.day,
        actors=(one.names[0],),
        recipients=(one.names[1],),
        reports=reports,
        documents=documents,
        outlets=outlets,
        first=one.day,
        last=one.day,
        origins=(origin,),
        parties=tuple(lines),
        history=(step,),
        why=(origin.why,) * len(reports),
    )
