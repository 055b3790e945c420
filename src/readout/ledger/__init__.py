"""Readings in, what the ledger says of them out: pure functions, with no file and no clock."""

from readout.ledger.changes import changes_between
from readout.ledger.digests import entry_id
from readout.ledger.entries import document_id_of, enter_reading, question_of, reading_of
from readout.ledger.versions import arrange

__all__ = [
    "arrange",
    "changes_between",
    "document_id_of",
    "enter_reading",
    "entry_id",
    "question_of",
    "reading_of",
]
