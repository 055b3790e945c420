"""Entries in, rows of the tables out, and back again."""

import zlib
from hashlib import sha256

import msgspec
from sqlalchemy import RowMapping

from readout.ledger.digests import entry_id
from readout.records.entries import EnteredReading, Report, ReportParty, Statement
from readout.records.page import Refusal
from readout.records.reading import Reader
from readout.records.versions import Change, Difference

__all__ = [
    "Row",
    "Value",
    "change_of",
    "change_row",
    "packed",
    "party_of",
    "party_row",
    "reading_of_row",
    "reading_row",
    "refusal_id",
    "report_of",
    "report_row",
    "seal",
    "statement_of",
    "statement_row",
    "unpacked",
]

Value = str | int | float | bytes | bool | None
Row = dict[str, Value]

_LEVEL = 6  # zlib; level 1 is twice as fast and leaves a fifth more
_SPANS = ("source_spans", "cue_spans", "content_spans", "relay")
_ENCODER = msgspec.json.Encoder()
_STATEMENT_FIELDS = tuple(f for f in Statement.__struct_fields__ if f != "reading_id")
_REPORT_FIELDS = tuple(
    f for f in Report.__struct_fields__ if f not in {"reading_id", "parties", "report_id"}
)
_READING_FIELDS = (
    "reading_id",
    "document_id",
    "url",
    "outlet",
    "title",
    "agency",
    "published",
    "published_from",
    "published_until",
    "modified",
)


def packed(body: bytes) -> bytes:
    """Return the bytes compressed; the same bytes come out the same."""
    return zlib.compress(body, _LEVEL)


def unpacked(body: bytes) -> bytes:
    """Return what was packed; raises zlib.error where a byte of it has changed."""
    return zlib.decompress(body)


def seal(kind: str, *parts: str | int | bytes | None) -> str:
    """Return the digest of a row that has no id of its own; of bytes their digest is taken."""
    told = (sha256(p).hexdigest() if isinstance(p, bytes) else p for p in parts)
    return entry_id(kind, *told)


def refusal_id(refusal: Refusal) -> str:
    """Return the digest of what the refusal says."""
    return entry_id("refusal", *msgspec.structs.astuple(refusal))


def reading_row(entered: EnteredReading, *, page: int, text: int, reader: int) -> Row:
    """Return the row of a reading, without its number; the others are numbers of its parts."""
    row: Row = {name: getattr(entered, name) for name in _READING_FIELDS}
    record = packed(entered.record)
    row |= {"page": page, "text": text, "reader": reader}
    row |= {"record": record, "seal": seal("reading", entered.reading_id, record)}
    return row


def reading_of_row(row: RowMapping) -> EnteredReading:
    """Return a reading of its row joined with the digests of page and text, and its reader."""
    return EnteredReading(
        **{name: row[name] for name in _READING_FIELDS},
        page=row["page_digest"],
        text=row["text_digest"],
        reader=Reader(version=row["reader_version"], model=row["reader_model"]),
        record=unpacked(row["record"]),
    )


def statement_row(said: Statement, number: int, reading: int) -> Row:
    """Return the row of a statement."""
    row: Row = {name: getattr(said, name) for name in _STATEMENT_FIELDS}
    row |= {name: _json(getattr(said, name)) for name in _SPANS}
    row |= {"number": number, "reading": reading}
    return row


def statement_of(row: RowMapping, reading_id: str) -> Statement:
    """Return a statement of its row."""
    told = _loaded(row, _STATEMENT_FIELDS, _SPANS)
    return msgspec.convert(told | {"reading_id": reading_id}, Statement)


def report_row(report: Report, number: int, reading: int) -> Row:
    """Return the row of a report; its parties have rows of their own."""
    row: Row = {name: getattr(report, name) for name in _REPORT_FIELDS}
    row |= {n: _json(getattr(report, n)) for n in ("contexts", "trigger_span", "sentence_span")}
    row |= {"number": number, "reading": reading, "report_id": report.report_id}
    return row


def report_of(row: RowMapping, reading_id: str, parties: tuple[ReportParty, ...]) -> Report:
    """Return a report of its row and its parties."""
    told = _loaded(row, _REPORT_FIELDS, ("contexts", "trigger_span", "sentence_span"))
    told |= {"reading_id": reading_id, "report_id": row["report_id"], "parties": parties}
    return msgspec.convert(told, Report)


def party_row(party: ReportParty, report: int) -> Row:
    """Return the row of one party to a report."""
    row: Row = {name: getattr(party, name) for name in ReportParty.__struct_fields__}
    return row | {"span": _json(party.span), "sectors": _json(party.sectors), "report": report}


def party_of(row: RowMapping) -> ReportParty:
    """Return a party of its row."""
    told = _loaded(row, ReportParty.__struct_fields__, ("span", "sectors"))
    return msgspec.convert(told, ReportParty)


def change_row(change: Change, document_id: str, position: int) -> Row:
    """Return the row of a change in a document."""
    row: Row = {name: getattr(change, name) for name in Change.__struct_fields__}
    row |= {"document_id": document_id, "position": position}
    return row | {"differences": _json(change.differences)}


def change_of(row: RowMapping) -> Change:
    """Return a change of its row."""
    told = {name: row[name] for name in Change.__struct_fields__}
    differences = msgspec.json.decode(row["differences"], type=tuple[Difference, ...])
    return msgspec.convert(told | {"differences": differences}, Change)


def _json(value: object) -> str:
    return _ENCODER.encode(value).decode()


def _loaded(
    row: RowMapping, fields: tuple[str, ...], encoded: tuple[str, ...]
) -> dict[str, object]:
    """Return the row's columns, those that hold JSON decoded."""
    told: dict[str, object] = {name: row[name] for name in fields}
    return told | {name: msgspec.json.decode(str(row[name])) for name in encoded}
