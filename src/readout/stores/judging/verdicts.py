"""Events in, the verdicts on them out, judged by the entries of the documents that tell of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace
from sqlalchemy import Connection, select

from readout.ledger.sayings import tie_sayings
from readout.ledger.tellings import known_by, tellings_of
from readout.ledger.verdicts import judge_event
from readout.records.entries import Entered
from readout.records.judgements import LedgerEvent
from readout.records.verdicts import EventVerdict
from readout.stores.judging.documents import entered_of
from readout.stores.judging.lineages import copies_of
from readout.stores.judging.who import names_on
from readout.stores.numbers import in_chunks
from readout.stores.schema import REPORT
from readout.stores.schema_judged import EVENT_PARTY, JUDGED, TOLD

__all__ = ["documents_of", "events_told_by", "judge_events", "stories_of"]

_AT_ONCE = 200  # documents whose entries are held at once, where no event has more


def events_told_by(
    connection: Connection, documents: Collection[int], *, bodies: bool = False
) -> set[int]:
    """Return the events these documents tell; `bodies` leaves those that no organisation is in."""
    found: set[int] = set()
    for chunk in in_chunks(sorted(documents)):
        asked = select(TOLD.c.event).where(TOLD.c.document.in_(chunk), TOLD.c.event.is_not(None))
        if bodies:
            party = EVENT_PARTY
            asked = asked.join(party, party.c.event == TOLD.c.event)
            asked = asked.where(party.c.kind == "organisation")
        found.update(connection.execute(asked).scalars())
    return found


def judge_events(
    connection: Connection, events: Mapping[int, LedgerEvent], *, as_of: str | None = None
) -> Iterator[tuple[int, EventVerdict]]:
    """Yield the verdict on each event; with `as_of` by what was published by then alone.

    An event that nobody had told by then is left out.
    """
    documents = documents_of(connection, events)
    for numbers in _together(documents):
        wanted = {one for number in numbers for one in documents[number]}
        entered = entered_of(connection, sorted(wanted))
        if as_of is not None:
            known = {one.reading.document_id for one in known_by(entered.values(), as_of)}
            entered = {n: e for n, e in entered.items() if e.reading.document_id in known}
        yield from _judge(connection, {n: events[n] for n in numbers}, entered, as_of)


def documents_of(connection: Connection, events: Collection[int]) -> dict[int, set[int]]:
    """Return the documents that tell of each event."""
    found: dict[int, set[int]] = defaultdict(set)
    for chunk in in_chunks(sorted(events)):
        asked = select(TOLD.c.event, TOLD.c.document).where(TOLD.c.event.in_(chunk))
        for event, document in connection.execute(asked):
            found[event].add(document)
    return found


def stories_of(connection: Connection, events: Collection[int]) -> dict[int, int]:
    """Return for each event the story that most of its reports are in."""
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for chunk in in_chunks(sorted(events)):
        asked = (
            select(TOLD.c.event, JUDGED.c.story)
            .join(JUDGED, JUDGED.c.number == TOLD.c.document)
            .where(TOLD.c.event.in_(chunk))
        )
        for event, story in connection.execute(asked):
            counts[event][story] += 1
    return {event: min(told, key=lambda one: (-told[one], one)) for event, told in counts.items()}


def _together(documents: Mapping[int, Collection[int]]) -> Iterator[list[int]]:
    """Yield events in lists whose documents can be held at once."""
    held: set[int] = set()
    numbers: list[int] = []
    for number in sorted(documents, key=lambda one: (min(documents[one]), one)):
        if numbers and len(held | set(documents[number])) > _AT_ONCE:
            yield numbers
            held, numbers = set(), []
        held |= set(documents[number])
        numbers.append(number)
    if numbers:
        yield numbers


def _judge(
    connection: Connection,
    events: Mapping[int, LedgerEvent],
    entered: Mapping[int, Entered],
    as_of: str | None,
) -> Iterator[tuple[int, EventVerdict]]:
    """Yield the verdicts by these documents alone."""
    names = names_on(connection, entered.values())
    tellings = tellings_of(entered.values(), names, copies_of(connection, entered, as_of=as_of))
    event_of = _events_of(connection, entered)
    sayings = tie_sayings(entered.values(), event_of)
    for number, event in events.items():
        told = [tellings[rid] for rid in event.reports if rid in tellings]
        if told:
            one = replace(event, reports=tuple(one.report.report_id for one in told))
            yield number, judge_event(one, told, sayings.get(str(number), ()), names)


def _events_of(connection: Connection, documents: Iterable[int]) -> dict[str, str]:
    """Return the number of the event that each report of these documents is of, by its id."""
    found: dict[str, str] = {}
    for chunk in in_chunks(sorted(documents)):
        asked = (
            select(REPORT.c.report_id, TOLD.c.event)
            .join(TOLD, TOLD.c.report == REPORT.c.number)
            .where(TOLD.c.document.in_(chunk))
        )
        found.update((str(rid), str(event)) for rid, event in connection.execute(asked))
    return found
