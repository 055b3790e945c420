"""People's decisions in, kept for ever in the ledger; and what waits to be judged noted down."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
from sqlalchemy import Connection, RowMapping, insert, select

from readout.errors import StoreError
from readout.records.identities import Decision
from readout.stores.numbers import in_chunks, next_number
from readout.stores.rows import Row, seal
from readout.stores.schema_judged import DECISION, PENDING

__all__ = [
    "decision_seal",
    "keep_decision",
    "load_decisions",
    "mark_pending",
    "read_decisions_beside",
]

_BESIDE = ".decisions.jsonl"
_LISTS = ("pages", "other_pages")
_DECODER = msgspec.json.Decoder(Decision)


def load_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Return the decisions in the order they were kept."""
    rows = connection.execute(select(DECISION).order_by(DECISION.c.number)).mappings()
    return tuple(_decision(row) for row in rows)


def keep_decision(connection: Connection, decision: Decision) -> None:
    """Keep a decision; what it touches waits to be judged."""
    row: Row = {name: getattr(decision, name) for name in Decision.__struct_fields__}
    row |= {name: msgspec.json.encode(getattr(decision, name)).decode() for name in _LISTS}
    row |= {"number": next_number(connection, DECISION)}
    connection.execute(insert(DECISION), row | {"seal": _seal(row)})
    mark_pending(connection, [""])


def decision_seal(row: RowMapping) -> str:
    """Return the digest of what a kept decision says."""
    return _seal({name: row[name] for name in (*Decision.__struct_fields__, "number")})


def mark_pending(connection: Connection, documents: Iterable[str]) -> None:
    """Note that these documents wait to be judged."""
    for chunk in in_chunks(dict.fromkeys(documents)):
        noted = select(PENDING.c.document_id).where(PENDING.c.document_id.in_(chunk))
        known = set(connection.execute(noted).scalars())
        rows = [{"document_id": one} for one in chunk if one not in known]
        if rows:
            connection.execute(insert(PENDING), rows)


def read_decisions_beside(connection: Connection) -> None:
    """Take in the decisions that an earlier version kept in a file beside the ledger's.

    The file is left as it is, and is not read again. Raises StoreError where a line is none.
    """
    database = connection.engine.url.database
    if connection.dialect.name != "sqlite" or not database:
        return
    place = Path(database + _BESIDE)
    if not place.exists():
        return
    for number, line in enumerate(_lines(place), start=1):
        if line.strip():
            try:
                decision = _DECODER.decode(line)
            except msgspec.DecodeError as error:
                what = f"line {number} of '{place}' is no decision: {error}"
                raise StoreError(what, hint="mend the line or take it out") from error
            keep_decision(connection, decision)


def _lines(place: Path) -> list[bytes]:
    try:
        return place.read_bytes().splitlines()
    except OSError as error:
        raise StoreError(f"'{place}' cannot be read: {error.strerror}") from error


def _seal(row: Row) -> str:
    told = [row[name] for name in (*Decision.__struct_fields__, "number")]
    return seal("decision", *(part for part in told if not isinstance(part, float)))


def _decision(row: RowMapping) -> Decision:
    told = {name: row[name] for name in Decision.__struct_fields__}
    return msgspec.convert(
        told | {name: msgspec.json.decode(row[name]) for name in _LISTS}, Decision
    )
