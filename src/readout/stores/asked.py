"""A question over a ledger in, the events or steps that answer it out, by the columns kept of them.

Only what is shown is decoded. Everything is answered from what is judged.
"""

import string
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple, TypeVar

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    exists,
    func,
    select,
    true,
)

from readout.ledger.questions import EventQuestion, party_code
from readout.ledger.who import fold
from readout.records.event import EventType
from readout.records.judgements import LedgerEvent
from readout.records.verdicts import EventVerdict, HistoryEntry
from readout.stores.rows import unpacked
from readout.stores.schema_judged import ACTOR_NAME, EVENT, EVENT_NAME, EVENT_PARTY, EVENT_STEP

__all__ = [
    "ToldStep",
    "count_events",
    "each_event",
    "each_step",
    "events_begun",
    "merged_event",
    "numbers_asked",
]

_VERDICT = msgspec.json.Decoder(EventVerdict)
_MERGED = msgspec.json.Decoder(LedgerEvent)
_STEP = msgspec.json.Decoder(HistoryEntry)
_T = TypeVar("_T")
_FEW = 10
_STREAMED = 200  # rows fetched at once
_SIDE = EVENT_PARTY.alias("side")


class ToldStep(NamedTuple):
    """A step of an event's history, with the event it is of."""

    event_id: str
    type: EventType | None
    name: str
    step: HistoryEntry


def each_event(
    connection: Connection, question: EventQuestion, *, most: int | None = None
) -> Iterator[EventVerdict]:
    """Yield the events that answer the question, in order of their first days; at most so many."""
    asked, first = _asked(connection, select(EVENT.c.record), question)
    asked = asked.order_by(first, EVENT.c.event_id).limit(most)
    for record in connection.execute(asked).scalars():
        yield _VERDICT.decode(unpacked(record))


def count_events(connection: Connection, question: EventQuestion) -> int:
    """Return how many events answer the question."""
    asked, _ = _asked(connection, select(func.count()).select_from(EVENT), question)
    return int(connection.execute(asked).scalar() or 0)


def each_step(
    connection: Connection, question: EventQuestion, *, most: int | None = None
) -> Iterator[ToldStep]:
    """Yield the steps of the events that answer the question, in the order they were said.

    No step is older than the first day of its event. So events are walked through by their first
    days, and a step waits only until the next event is of a later day.
    """
    step = EVENT_STEP
    columns = (EVENT.c.first, EVENT.c.event_id, EVENT.c.type, EVENT.c.name)
    of_steps = (step.c.day, step.c.position, step.c.step)
    steps: Select[str] = select(*columns, *of_steps).join(step, step.c.event == EVENT.c.number)
    asked, first = _asked(connection, steps, question)
    asked = asked.order_by(first, EVENT.c.event_id).execution_options(yield_per=_STREAMED)
    yield from islice(_in_order(connection.execute(asked).mappings()), most)


def _in_order(rows: Iterable[RowMapping]) -> Iterator[ToldStep]:
    """Yield the steps by their days, then their events' ids, of rows by the events' first days."""
    waiting: list[tuple[str, str, int, ToldStep]] = []
    for row in rows:
        while waiting and waiting[0][0] < row["first"]:
            yield heappop(waiting)[-1]
        told = ToldStep(row["event_id"], row["type"], row["name"], _STEP.decode(row["step"]))
        heappush(waiting, (row["day"], row["event_id"], row["position"], told))
    while waiting:
        yield heappop(waiting)[-1]


def numbers_asked(
    connection: Connection, question: EventQuestion, *, first_by: str
) -> Sequence[int]:
    """Return the events first told by that day that may have answered the question then.

    They have the parties, names and type that are asked for; the rest is still to be looked at.
    """
    asked, _ = _asked(connection, select(EVENT.c.number), question, lasting=True)
    return connection.execute(asked.where(EVENT.c.first <= first_by)).scalars().all()


def events_begun(connection: Connection, beginning: str) -> list[tuple[int, EventVerdict]]:
    """Return a few of the events whose ids begin so, with their numbers."""
    start = beginning.casefold()
    if not start or set(start) - set(string.hexdigits):
        return []
    column = EVENT.c.event_id
    asked = select(EVENT.c.number, EVENT.c.record).where(column >= start, column < f"{start}g")
    rows = connection.execute(asked.order_by(column).limit(_FEW))
    return [(number, _VERDICT.decode(unpacked(record))) for number, record in rows]


def merged_event(connection: Connection, event_id: str) -> LedgerEvent | None:
    """Return how the reports of the event of that id were merged."""
    asked = select(EVENT.c.merged).where(EVENT.c.event_id == event_id)
    merged = connection.execute(asked).scalar()
    return None if merged is None else _MERGED.decode(unpacked(merged))


def _asked(
    connection: Connection, asked: Select[_T], question: EventQuestion, *, lasting: bool = False
) -> tuple[Select[_T], ColumnElement[str]]:
    """Return what is asked with its conditions, and the column of the events' first days.

    The events of the rarest party asked for are walked through; `lasting` leaves out conditions
    on what changes with the days.
    """
    parties = dict.fromkeys((fold(party_code(one)) for one in question.between), False)
    if question.confirmed_by is not None and not lasting:
        parties[fold(party_code(question.confirmed_by))] = True
    first: ColumnElement[str] = EVENT.c.first
    if parties:
        rarest, *others = _by_rarity(connection, parties)
        first = _SIDE.c.first
        asked = asked.join(_SIDE, _SIDE.c.event == EVENT.c.number)
        asked = asked.where(_SIDE.c.party == rarest)
        if parties[rarest]:
            asked = asked.where(_SIDE.c.word == "confirms")
        for party in others:
            asked = asked.where(_is_side(party, confirming=parties[party]))
    for condition in (*_lasting(question), *(() if lasting else _passing(question))):
        asked = asked.where(condition)
    return asked, first


def _lasting(question: EventQuestion) -> Iterator[ColumnElement[bool]]:
    if question.type is not None:
        yield EVENT.c.type == question.type
    if question.actor is not None:
        yield EVENT.c.number.in_(_named("party", question.actor))
    if question.speaker is not None:
        yield EVENT.c.number.in_(_named("speaker", question.speaker))


def _passing(question: EventQuestion) -> Iterator[ColumnElement[bool]]:
    if question.status is not None:
        yield EVENT.c.status == question.status
    if question.since is not None:
        yield EVENT.c.ends >= question.since
    if question.until is not None:
        yield EVENT.c.begins <= question.until
    if question.disputed:
        yield EVENT.c.disputed
    if question.origins_at_least:
        yield EVENT.c.origins >= question.origins_at_least


def _is_side(party: str, *, confirming: bool) -> ColumnElement[bool]:
    row = EVENT_PARTY.c
    event = and_(row.first == _SIDE.c.first, row.event == _SIDE.c.event)
    told = and_(row.party == party, event, row.word == "confirms" if confirming else true())
    return exists().where(told)


def _named(side: str, words: str) -> Select[tuple[int]]:
    """Return the question for the events with a name that has the words in it."""
    return (
        select(EVENT_NAME.c.event)
        .join(ACTOR_NAME, ACTOR_NAME.c.number == EVENT_NAME.c.name)
        .where(
            EVENT_NAME.c.side == side,
            ACTOR_NAME.c.name.contains(words.casefold(), autoescape=True),
        )
    )


def _by_rarity(connection: Connection, parties: Iterable[str]) -> list[str]:
    listed = list(parties)
    if len(listed) == 1:
        return listed
    asked = (
        select(EVENT_PARTY.c.party, func.count())
        .where(EVENT_PARTY.c.party.in_(listed))
        .group_by(EVENT_PARTY.c.party)
    )
    counts = {str(party): int(count) for party, count in connection.execute(asked)}
    return sorted(listed, key=lambda party: (counts.get(party, 0), party))
