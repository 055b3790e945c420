"""A question over a ledger in, the events or steps that answer it out, by the columns kept of them.

Only what is shown is decoded. Everything is answered from what is judged.
"""

import string
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

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
    """Yield the steps of the events that answer the question, in the order they were said."""
    step = EVENT_STEP
    columns = (EVENT.c.event_id, EVENT.c.type, EVENT.c.name, step.c.step)
    steps: Select[str] = select(*columns).join(step, step.c.event == EVENT.c.number)
    asked, _ = _asked(connection, steps, question)
    asked = asked.order_by(step.c.day, EVENT.c.event_id, step.c.position).limit(most)
    for row in connection.execute(asked).mappings():
        told = _STEP.decode(row["step"])
        yield ToldStep(row["event_id"], row["type"], row["name"], told)


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
    parties = dict.fromkeys(fold(party_code(one)) for one in question.between)
    first: ColumnElement[str] = EVENT.c.first
    if parties:
        rarest, *others = _by_rarity(connection, parties)
        first = _SIDE.c.first
        asked = asked.join(_SIDE, _SIDE.c.event == EVENT.c.number).where(_SIDE.c.party == rarest)
        for party in others:
            asked = asked.where(_is_side(party))
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
    if question.confirmed_by is not None:
        yield _is_side(fold(party_code(question.confirmed_by)), confirming=True)
    if question.disputed:
        yield EVENT.c.disputed
    if question.origins_at_least:
        yield EVENT.c.origins >= question.origins_at_least


def _is_side(party: str, *, confirming: bool = False) -> ColumnElement[bool]:
    row = EVENT_PARTY.c
    told = and_(row.event == EVENT.c.number, row.party == party)
    if confirming:
        told = and_(told, row.word == "confirms")
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
