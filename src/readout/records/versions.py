"""Versions of a document and what changed between them: a second layer, worked out from entries."""

from typing import Literal

from readout.records.reading import Reader
from readout.records.text import Record

__all__ = [
    "Change",
    "ChangeKind",
    "Difference",
    "Flaw",
    "LedgerStats",
    "OrderedBy",
    "ReadingHead",
    "Version",
]

ChangeKind = Literal["gained", "lost", "changed"]
OrderedBy = Literal["only", "modified", "published", "fetched", "address", "digest"]


class ReadingHead(Record, frozen=True, kw_only=True):
    """What is needed of a reading to tell which stands and in which order versions came."""

    reading_id: str
    document_id: str
    url: str | None = None
    page: str
    text: str
    reader: Reader
    reader_turn: int
    """The place of its reader among the readers of the ledger, in the order they came."""
    told_turn: int = 0
    """The higher, the later the caller told of the page; 0 where he told nothing."""
    published: str | None = None
    modified: str | None = None
    fetched: str | None = None
    address: str = ""


class Version(Record, frozen=True, kw_only=True):
    """One page of a document, with the reading that stands for it."""

    document_id: str
    url: str | None = None
    page: str
    reading_id: str
    version: int
    """From 1; pages with the same words are one version."""
    stands: bool
    """Whether this page, of those with the same words, stands for the version."""
    latest: bool
    """Whether it stands for the last version: its statements and reports are the ones in force."""
    ordered_by: OrderedBy
    """What tells that it came after the version before."""


class Difference(Record, frozen=True, kw_only=True):
    """One part of a fact that is not as it was."""

    field: str
    before: str | None = None
    after: str | None = None


class Change(Record, frozen=True, kw_only=True):
    """One fact gained, lost or changed from one reading to another."""

    change_id: str
    before_reading: str
    after_reading: str
    kind: ChangeKind
    about: Literal["statement", "report"]
    before: str | None = None
    """The id of the statement or report; None where the fact is gained."""
    after: str | None = None
    words: str
    """The fact in the words of the later reading that has it."""
    differences: tuple[Difference, ...] = ()
    why: str
    """What brought it about: other words on the page, another reader, what the caller told."""


class Flaw(Record, frozen=True, kw_only=True):
    """Something in the ledger that is not as it was entered."""

    table: str
    entry: str
    """The id or digest of what is flawed."""
    what: str


class LedgerStats(Record, frozen=True, kw_only=True):
    """How much a ledger holds."""

    schema_version: str
    pages: int
    documents: int
    versions: int
    readings: int
    readings_in_force: int
    statements: int
    statements_in_force: int
    reports: int
    reports_in_force: int
    refused: dict[str, int]
    """Pages that no reader has read, by reason."""
    readers: tuple[Reader, ...]
    first_published: str | None = None
    last_published: str | None = None
    page_bytes: int
    """Of all pages as they came."""
    kept_bytes: int
    """Of all pages as they are kept."""
