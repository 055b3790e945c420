"""Documents judged anew in, the copies among theirs and others' kept out: who repeats whom now.

Of a shingle in many documents only the first few are paired with all: a crowd. Who they are is
kept, so that a story printed by thousands is not looked through for each.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

import msgspec
from sqlalchemy import Connection, delete, func, insert, or_, select

from readout.ledger.judge import printed_of
from readout.ledger.lineages import is_pair, judge_pair, rank, representatives
from readout.ledger.lineages.candidates import MOST, Rank
from readout.records.lineage import Copy, Printed
from readout.stores.judging.documents import Batch, entered_of
from readout.stores.judging.kept import drop, put
from readout.stores.numbers import in_chunks
from readout.stores.rows import packed, unpacked
from readout.stores.schema import READING
from readout.stores.schema_judged import COPY, CROWD, JUDGED, SHINGLE

__all__ = ["copies_of", "restate_copies"]

_Pair = tuple[int, int]
_Held = dict[int, list[int]]
_FIRST = msgspec.json.Decoder(list[int])
_COPY = msgspec.json.Decoder(Copy)


def restate_copies(connection: Connection, batch: Batch) -> set[int]:
    """Judge the pairs that the batch brings or takes away; return the documents it touches so."""
    hashes = {
        value
        for shingles in (
            *(one.shingles for one in batch.now.values()),
            *(one.shingles for one in batch.before.values()),
        )
        for value in shingles
    }
    was = _firsts(connection, hashes)
    touched = _without(connection, batch)
    _enter(connection, batch)
    ranks = _Ranks(connection, batch)
    crowds = _crowds(connection, hashes)
    now = _firsts_now(connection, hashes, crowds, batch, ranks)
    wanted = _pairs(connection, batch, (was, now), set(crowds))
    return touched | _judge(connection, batch, wanted, now)


def copies_of(
    connection: Connection, documents: Collection[int], *, as_of: str | None = None
) -> list[Copy]:
    """Return the copies whose later article is one of these documents.

    With `as_of` the earlier one must have been published by that day.
    """
    found: list[Copy] = []
    first = JUDGED.c.number == COPY.c.original
    reading = READING.c.number == JUDGED.c.reading
    for chunk in in_chunks(sorted(documents)):
        asked = select(COPY.c.record).where(COPY.c.copy.in_(chunk))
        if as_of is not None:
            day = func.substr(func.coalesce(READING.c.published, READING.c.published_until), 1, 10)
            asked = asked.join(JUDGED, first).join(READING, reading).where(day <= as_of)
        records = connection.execute(asked).scalars()
        found += [_COPY.decode(unpacked(record)) for record in records]
    return sorted(found, key=lambda one: (one.copy, one.original))


def _firsts(connection: Connection, hashes: Collection[int]) -> _Held:
    """Return those that stand for each shingle as kept; all that have it where they are few."""
    crowds = _crowds(connection, hashes)
    return _holders(connection, [one for one in hashes if one not in crowds]) | crowds


def _crowds(connection: Connection, hashes: Collection[int]) -> _Held:
    found: _Held = {}
    for chunk in in_chunks(sorted(hashes)):
        asked = select(CROWD).where(CROWD.c.hash.in_(chunk))
        found.update((int(one), _FIRST.decode(first)) for one, first in connection.execute(asked))
    return found


def _holders(connection: Connection, hashes: Collection[int]) -> _Held:
    found: _Held = defaultdict(list)
    for chunk in in_chunks(sorted(hashes)):
        asked = select(SHINGLE.c.hash, SHINGLE.c.document).where(SHINGLE.c.hash.in_(chunk))
        for one, document in connection.execute(asked):
            found[one].append(document)
    return dict(found)


def _without(connection: Connection, batch: Batch) -> set[int]:
    """Take what was judged of the batch away; return the documents that repeated its words."""
    touched: set[int] = set()
    numbers = sorted(batch.before)
    for chunk in in_chunks(numbers):
        mine = or_(COPY.c.copy.in_(chunk), COPY.c.original.in_(chunk))
        touched.update(connection.execute(select(COPY.c.copy).where(mine)).scalars())
        connection.execute(delete(COPY).where(mine))
    for number, one in batch.before.items():
        for chunk in in_chunks(one.shingles):
            mine = (SHINGLE.c.document == number) & SHINGLE.c.hash.in_(chunk)
            connection.execute(delete(SHINGLE).where(mine))
    return touched


def _enter(connection: Connection, batch: Batch) -> None:
    rows = sorted((value, number) for number, one in batch.now.items() for value in one.shingles)
    put(connection, SHINGLE, [{"hash": value, "document": number} for value, number in rows])


def _firsts_now(
    connection: Connection,
    hashes: Collection[int],
    crowds: Mapping[int, list[int]],
    batch: Batch,
    ranks: "_Ranks",
) -> _Held:
    """Return those that stand for each shingle now; keep who they are where there are many."""
    brought = _brought(batch)
    broken = {one for one, first in crowds.items() if set(first) & batch.before.keys()}
    whole = _holders(connection, [one for one in hashes if one not in crowds or one in broken])
    now: _Held = {}
    rows: dict[int, list[int]] = {}
    for value in hashes:
        held = whole.get(value, [])
        if value in crowds and value not in broken:
            held = [*crowds[value], *brought.get(value, ())]
        now[value] = ranks.first(set(held))
        crowd = value in crowds and value not in broken
        if (crowd and now[value] != crowds[value]) or len(held) > MOST or value in broken:
            rows[value] = now[value] if crowd or len(held) > MOST else []
    drop(connection, CROWD.c.hash, rows.keys())
    kept = [(value, first) for value, first in sorted(rows.items()) if first]
    put(
        connection,
        CROWD,
        [{"hash": one, "first": msgspec.json.encode(first).decode()} for one, first in kept],
    )
    return now


def _brought(batch: Batch) -> _Held:
    """Return which documents of the batch have each shingle."""
    found: _Held = defaultdict(list)
    for number, one in batch.now.items():
        for value in one.shingles:
            found[value].append(number)
    return dict(found)


def _pairs(
    connection: Connection, batch: Batch, firsts: tuple[_Held, _Held], crowded: set[int]
) -> set[_Pair]:
    """Return the pairs that may be judged otherwise than they were."""
    was, now = firsts
    fresh = set(batch.now)
    moved = {
        value: (set(was.get(value, ())) ^ set(first)) - fresh - (batch.before.keys() - fresh)
        for value, first in now.items()
    }
    full = [
        value
        for value, first in now.items()
        if (moved[value] or fresh & set(first)) and (value in crowded or len(first) >= MOST)
    ]
    holders = _holders(connection, full)
    brought = _brought(batch)
    found: set[_Pair] = set()
    for value, first in now.items():
        held = holders.get(value, first)
        for one in moved[value] | (fresh & set(first)):
            found.update(_pair(one, other) for other in held if other != one)
        for one in brought.get(value, ()):
            found.update(_pair(one, other) for other in first if other != one)
    return found


def _judge(connection: Connection, batch: Batch, wanted: Collection[_Pair], now: _Held) -> set[int]:
    """Judge the pairs, keep which are copies, return the documents for which that changed."""
    known = _Known(connection, batch, now)
    known.load({one for pair in wanted for one in pair})
    touched: set[int] = set()
    standing = _kept(connection, wanted)
    judged = [pair for pair in wanted if known.is_pair(*pair)]
    for pair in standing.keys() - set(judged):
        later, first = standing[pair]
        mine = (COPY.c.copy == later) & (COPY.c.original == first)
        connection.execute(delete(COPY).where(mine))
        touched.add(later)
    fresh = sorted(pair for pair in judged if pair not in standing)
    printed = known.printed({one for pair in fresh for one in pair})
    number_of = {one.id: number for number, one in printed.items()}
    for one, other in fresh:
        copy = judge_pair(printed[one], printed[other])
        if copy is not None:
            row = {"copy": number_of[copy.copy], "original": number_of[copy.original]}
            body = packed(msgspec.json.encode(copy))
            connection.execute(insert(COPY), row | {"record": body})
            touched.add(number_of[copy.copy])
    return touched


def _kept(connection: Connection, wanted: Collection[_Pair]) -> dict[_Pair, _Pair]:
    found: dict[_Pair, _Pair] = {}
    for chunk in in_chunks(sorted({one for pair in wanted for one in pair})):
        asked = select(COPY.c.copy, COPY.c.original).where(COPY.c.copy.in_(chunk))
        for later, first in connection.execute(asked):
            found[_pair(later, first)] = (later, first)
    return {pair: ordered for pair, ordered in found.items() if pair in wanted}


def _pair(one: int, other: int) -> _Pair:
    return (one, other) if one < other else (other, one)


class _Ranks:
    """What orders documents, looked up as far as it is needed."""

    def __init__(self, connection: Connection, batch: Batch) -> None:
        self._connection = connection
        self._ranks: dict[int, Rank] = {
            number: rank(printed_of(one.entered)) for number, one in batch.now.items()
        }

    def first(self, numbers: set[int]) -> list[int]:
        """Return those that stand for all of them."""
        if len(numbers) <= MOST:
            return sorted(numbers)
        self._load(numbers)
        number_of = {self._ranks[number][-1]: number for number in numbers}
        return sorted(
            number_of[one] for one in representatives(map(self._ranks.__getitem__, numbers))
        )

    def _load(self, numbers: Iterable[int]) -> None:
        for chunk in in_chunks(sorted(set(numbers) - self._ranks.keys())):
            asked = (
                select(JUDGED.c.number, JUDGED.c.document_id, READING.c.published)
                .join(READING, READING.c.number == JUDGED.c.reading)
                .where(JUDGED.c.number.in_(chunk))
            )
            for number, document, published in self._connection.execute(asked):
                self._ranks[number] = rank(Printed(id=document, text="", published=published))


class _Known:
    """The shingles and texts of documents, and who stands for the shingles."""

    def __init__(self, connection: Connection, batch: Batch, now: _Held) -> None:
        self._connection, self._batch = connection, batch
        self._firsts = {value: set(first) for value, first in now.items()}
        self._shingles = {number: set(one.shingles) for number, one in batch.now.items()}

    def load(self, numbers: Collection[int]) -> None:
        """Look up the shingles of these, and who stands for each that two of them may share."""
        decode = msgspec.msgpack.Decoder(set[int]).decode
        for chunk in in_chunks(sorted(set(numbers) - self._shingles.keys())):
            asked = select(JUDGED.c.number, JUDGED.c.shingles).where(JUDGED.c.number.in_(chunk))
            for number, shingles in self._connection.execute(asked):
                self._shingles[number] = decode(shingles)
        counts = Counter(value for one in numbers for value in self._shingles[one])
        shared = [value for value, n in counts.items() if n > 1 and value not in self._firsts]
        firsts = _firsts(self._connection, shared)
        self._firsts.update((value, set(first)) for value, first in firsts.items())

    def is_pair(self, one: int, other: int) -> bool:
        """Say whether the two share enough shingles for which either stands."""
        here, there = self._shingles[one], self._shingles[other]
        count = sum(
            one in self._firsts[value] or other in self._firsts[value] for value in here & there
        )
        return is_pair(count, len(here), len(there))

    def printed(self, numbers: Collection[int]) -> dict[int, Printed]:
        """Return the articles."""
        own = {
            number: self._batch.now[number].entered
            for number in numbers
            if number in self._batch.now
        }
        others = entered_of(self._connection, [one for one in numbers if one not in own])
        return {number: printed_of(one) for number, one in (own | others).items()}
