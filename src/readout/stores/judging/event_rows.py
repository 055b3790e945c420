"""Verdicts on events in, their rows out and kept: columns to be asked by beside whole records."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, RowMapping, select

from readout.ledger.who import fold
from readout.records.judgements import LedgerEvent
from readout.records.verdicts import EventVerdict, PartyLine
from readout.stores.judging.kept import drop, put
from readout.stores.numbers import in_chunks, next_number
from readout.stores.rows import Row, packed, seal, unpacked
from readout.stores.schema_judged import (
    ACTOR_NAME,
    EVENT,
    EVENT_NAME,
    EVENT_PARTY,
    EVENT_STEP,
    LATE,
)

__all__ = ["JudgedEvent", "drop_events", "event_row_again", "keep_events"]

_WORDS = ("confirms", "denies", "proposes", "declines", "silent")
_AT_ONCE = 500


class JudgedEvent(NamedTuple):
    """An event with all that is judged of it."""

    number: int
    merged: LedgerEvent
    verdict: EventVerdict
    story: int | None = None


def drop_events(connection: Connection, numbers: Collection[int]) -> None:
    """Take events away."""
    for column in (
        EVENT.c.number,
        EVENT_NAME.c.event,
        EVENT_STEP.c.event,
        EVENT_PARTY.c.event,
    ):
        drop(connection, column, numbers)


def keep_events(connection: Connection, events: Iterable[JudgedEvent]) -> None:
    """Keep the events, none of which is there."""
    waiting: list[JudgedEvent] = []
    for one in events:
        waiting.append(one)
        if len(waiting) >= _AT_ONCE:
            _keep(connection, waiting)
            waiting = []
    _keep(connection, waiting)


def event_row_again(row: RowMapping) -> Row:
    """Return the row that the records of a kept row make; raises where they cannot be read."""
    merged = msgspec.json.decode(unpacked(row["merged"]), type=LedgerEvent)
    verdict = msgspec.json.decode(unpacked(row["record"]), type=EventVerdict)
    again = _event(JudgedEvent(row["number"], merged, verdict, row["story"]))
    records = {name: row[name] for name in ("merged", "record")}
    return again | records | {"seal": seal("event", *records.values())}


def _keep(connection: Connection, events: Sequence[JudgedEvent]) -> None:
    put(connection, EVENT, [_event(one) for one in events])
    put(connection, EVENT_PARTY, [row for one in events for row in _parties(one)])
    put(connection, EVENT_STEP, [row for one in events for row in _steps(one)])
    named = sorted({(name, side, one.number) for one in events for name, side in _names(one)})
    numbers = _numbers(connection, {name for name, *_ in named})
    rows: list[Row] = [
        {"name": numbers[name], "side": side, "event": event} for name, side, event in named
    ]
    put(connection, EVENT_NAME, rows)


def _event(one: JudgedEvent) -> Row:
    verdict = one.verdict
    first, last = verdict.start or verdict.first, verdict.end or verdict.last
    records = [packed(msgspec.json.encode(record)) for record in (one.merged, verdict)]
    return {
        "number": one.number,
        "event_id": verdict.event_id,
        "type": verdict.type,
        "mode": verdict.mode,
        "status": verdict.status,
        "status_day": verdict.history[-1].said if verdict.history and verdict.status else None,
        "first": verdict.first or LATE,
        "last": verdict.last or LATE,
        "begins": first or last,
        "ends": last or first,
        "verdict": verdict.verdict,
        "disputed": verdict.disputed,
        "background": verdict.background,
        "origins": len(verdict.origins),
        "reports": len(verdict.reports),
        "outlets": len(verdict.outlets),
        "story": one.story,
        "p": one.merged.p,
        "place_country": verdict.place_country,
        "name": verdict.name,
        "seal": seal("event", *records),
        "merged": records[0],
        "record": records[1],
    }


def _parties(one: JudgedEvent) -> Iterator[Row]:
    lines: dict[str, list[PartyLine]] = {}
    for line in one.verdict.parties:
        lines.setdefault(fold(line.party), []).append(line)
    for party, several in lines.items():
        words = {stance.kind for line in several for stance in line.stances}
        yield {
            "party": party,
            "first": one.verdict.first or LATE,
            "event": one.number,
            "name": several[0].party,
            "kind": min(line.kind for line in several),
            "word": next(word for word in _WORDS if word in words),
        }


def _steps(one: JudgedEvent) -> Iterator[Row]:
    for position, step in enumerate(one.verdict.history):
        yield {
            "event": one.number,
            "position": position,
            "day": step.said or LATE,
            "step": msgspec.json.encode(step).decode(),
        }


def _names(one: JudgedEvent) -> Iterator[tuple[str, str]]:
    verdict = one.verdict
    for name in (*verdict.actors, *verdict.recipients):
        yield name.casefold(), "party"
    speakers = [name for origin in verdict.origins for name in origin.speakers]
    speakers += [said.speaker or "" for line in verdict.parties for said in line.stances]
    for name in speakers:
        if name:
            yield name.casefold(), "speaker"


def _numbers(connection: Connection, names: Collection[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in in_chunks(sorted(names)):
        asked = select(ACTOR_NAME.c.name, ACTOR_NAME.c.number).where(ACTOR_NAME.c.name.in_(chunk))
        found.update((str(name), int(number)) for name, number in connection.execute(asked))
    fresh = [name for name in sorted(names) if name not in found]
    numbered = list(enumerate(fresh, next_number(connection, ACTOR_NAME)))
    found.update((name, number) for number, name in numbered)
    put(connection, ACTOR_NAME, [{"number": number, "name": name} for number, name in numbered])
    return found
