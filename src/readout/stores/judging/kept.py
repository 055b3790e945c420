"""Records in, the bytes that are kept of them out, and back; rows put and taken by number."""

from collections.abc import Collection, Iterable, Sequence
from hashlib import blake2b
from typing import TypeVar

import msgspec
from sqlalchemy import Column, Connection, Table, delete, insert

from readout.stores.numbers import in_chunks
from readout.stores.rows import Row

__all__ = ["drop", "hashed", "pack", "put", "unpack"]

_T = TypeVar("_T")
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_BITS = 63  # so that a database's signed integers hold it


def pack(value: object) -> bytes:
    """Return the bytes of a record; equal records have equal bytes."""
    return _ENCODER.encode(value)


def unpack(body: bytes, kind: type[_T]) -> _T:
    """Return what was packed."""
    return msgspec.msgpack.decode(body, type=kind)


def hashed(key: str) -> int:
    """Return a number for a key; who finds two things by it still looks at the keys themselves."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) >> (64 - _BITS)


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def drop(connection: Connection, column: Column[int], values: Collection[int]) -> None:
    """Delete the rows whose `column` is among the values."""
    _drop(connection, column, sorted(values))


def _drop(connection: Connection, column: Column[int], values: Iterable[int]) -> None:
    for chunk in in_chunks(values):
        connection.execute(delete(column.table).where(column.in_(chunk)))
