"""Documents whose reports are told otherwise in, the events they touch out: merged anew or gone."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select, update

from readout.ledger.events import Told, are_one, event_keys, merge_reports
from readout.ledger.judge import told_of
from readout.records.judgements import LedgerEvent
from readout.stores.judging.documents import entered_of
from readout.stores.judging.kept import drop, hashed, pack, put, unpack
from readout.stores.judging.reach import reach
from readout.stores.judging.who import names_on
from readout.stores.numbers import in_chunks, next_number, numbers_of
from readout.stores.rows import Row, unpacked
from readout.stores.schema import REPORT
from readout.stores.schema_judged import EVENT, EVENT_KEY, JUDGED, TOLD

__all__ = ["Merged", "merged_of", "restate_events"]

_AT_ONCE = 200
_MERGED = msgspec.json.Decoder(LedgerEvent)


class Merged(NamedTuple):
    """What a batch does to events."""

    now: Mapping[int, LedgerEvent]
    """Those that are new, or merged for other reasons, by their numbers."""
    gone: frozenset[int]


def restate_events(connection: Connection, documents: Collection[int]) -> Merged:
    """Tell the reports of these documents anew, and merge what hangs together with them."""
    events = _Events(connection)
    for chunk in in_chunks(sorted(documents)):
        for at in range(0, len(chunk), _AT_ONCE):
            events.tell(chunk[at : at + _AT_ONCE])
    return events.merge()


def merged_of(connection: Connection, numbers: Collection[int]) -> dict[int, LedgerEvent]:
    """Return the events as they were merged."""
    found: dict[int, LedgerEvent] = {}
    for chunk in in_chunks(sorted(numbers)):
        asked = select(EVENT.c.number, EVENT.c.merged).where(EVENT.c.number.in_(chunk))
        for number, merged in connection.execute(asked):
            found[number] = _MERGED.decode(unpacked(merged))
    return found


class _Events:
    """The events of a ledger while a batch is judged."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._told: dict[int, Told] = {}
        self._keys: dict[int, frozenset[str]] = {}
        self._seeds: set[int] = set()
        self._gone: set[int] = set()
        self._had: set[int] = set()

    def tell(self, documents: Sequence[int]) -> None:
        """Tell the reports of these anew; note which others hang together with what was changed."""
        was, events = self._kept(documents)
        now, of = self._anew(documents)
        differing = {n for n in was.keys() | now.keys() if was.get(n) != now.get(n)}
        stale = differing & was.keys()
        self._forget(stale)
        self._told.update((n, unpack(was[n], Told)) for n in stale)
        self._seeds |= self.near(stale)
        self._forget(differing)
        self._had.update(event for n in stale if (event := events[n]) is not None)
        self._gone |= stale - now.keys()
        drop(self._connection, TOLD.c.report, stale)
        self._drop_keys(stale, was)
        rows: list[Row] = []
        keys: set[tuple[int, int]] = set()
        for n in sorted(differing & now.keys()):
            rows.append({"report": n, "document": of[n], "event": events.get(n), "record": now[n]})
            keys.update((hashed(key), n) for key in event_keys(unpack(now[n], Told)))
        put(self._connection, TOLD, rows)
        put(self._connection, EVENT_KEY, [{"key": k, "report": n} for k, n in sorted(keys)])
        self._seeds |= differing & now.keys()

    def merge(self) -> Merged:
        """Merge what hangs together with the changed."""
        together = reach(self._seeds - self._gone, self.near)
        self._load(together)
        number_of = {self._told[n].report_id: n for n in together}
        events = merge_reports([self._told[n] for n in together])
        had: dict[int, int] = {}
        for chunk in in_chunks(sorted(together)):
            asked = select(TOLD.c.report, TOLD.c.event).where(
                TOLD.c.report.in_(chunk), TOLD.c.event.is_not(None)
            )
            had.update((int(n), int(event)) for n, event in self._connection.execute(asked))
        was = merged_of(self._connection, self._had | set(had.values()))
        by_id = {one.event_id: number for number, one in was.items()}
        fresh = next_number(self._connection, EVENT)
        now: dict[int, LedgerEvent] = {}
        kept: set[int] = set()
        for one in events:
            number = by_id.get(one.event_id)
            if number is None:
                number, fresh = fresh, fresh + 1
            kept.add(number)
            if was.get(number) != one:
                now[number] = one
            members = [number_of[rid] for rid in one.reports]
            self._move([n for n in members if had.get(n) != number], number)
        return Merged(now=now, gone=frozenset(was.keys() - kept))

    def near(self, reports: Iterable[int]) -> set[int]:
        """Return the reports that may be of one event with these."""
        found: set[int] = set()
        for one in reports:
            self._load([one])
            keys = self._keys_of(one)
            others = self._under(keys) - {one}
            self._load(others)
            found.update(
                other
                for other in others
                if keys & self._keys_of(other) and are_one(self._told[one], self._told[other])
            )
        return found

    def _under(self, keys: Collection[str]) -> set[int]:
        asked = select(EVENT_KEY.c.report).where(EVENT_KEY.c.key.in_([hashed(k) for k in keys]))
        return set(self._connection.execute(asked).scalars())

    def _keys_of(self, report: int) -> frozenset[str]:
        if report not in self._keys:
            self._keys[report] = event_keys(self._told[report])
        return self._keys[report]

    def _load(self, reports: Iterable[int]) -> None:
        for chunk in in_chunks(sorted(set(reports) - self._told.keys())):
            asked = select(TOLD.c.report, TOLD.c.record).where(TOLD.c.report.in_(chunk))
            for number, record in self._connection.execute(asked):
                self._told[number] = unpack(record, Told)

    def _forget(self, reports: Iterable[int]) -> None:
        for one in reports:
            self._told.pop(one, None)
            self._keys.pop(one, None)

    def _drop_keys(self, reports: Iterable[int], was: Mapping[int, bytes]) -> None:
        table = EVENT_KEY
        for n in reports:
            keys = [hashed(key) for key in event_keys(unpack(was[n], Told))]
            mine = table.c.key.in_(keys) & (table.c.report == n)
            self._connection.execute(table.delete().where(mine))

    def _kept(self, documents: Sequence[int]) -> tuple[dict[int, bytes], dict[int, int | None]]:
        """Return the reports of the documents as they were told, and of which events they were."""
        asked = select(TOLD).where(TOLD.c.document.in_(documents))
        rows = self._connection.execute(asked).mappings().all()
        told = {row["report"]: bytes(row["record"]) for row in rows}
        return told, {row["report"]: row["event"] for row in rows}

    def _anew(self, documents: Sequence[int]) -> tuple[dict[int, bytes], dict[int, int]]:
        """Return the reports of the documents as they are told now, and of which documents."""
        entered = entered_of(self._connection, documents)
        names = names_on(self._connection, entered.values())
        asked = select(JUDGED.c.number, JUDGED.c.story).where(JUDGED.c.number.in_(documents))
        stories = {int(number): str(story) for number, story in self._connection.execute(asked)}
        told = {
            one.report_id: (number, one)
            for number, each in entered.items()
            for one in told_of(each, stories[number], names)
        }
        numbers = numbers_of(self._connection, REPORT, told, by="report_id")
        found = {numbers[rid]: pack(one) for rid, (_, one) in told.items()}
        return found, {numbers[rid]: number for rid, (number, _) in told.items()}

    def _move(self, reports: Sequence[int], event: int) -> None:
        for chunk in in_chunks(reports):
            mine = update(TOLD).where(TOLD.c.report.in_(chunk))
            self._connection.execute(mine.values(event=event))
