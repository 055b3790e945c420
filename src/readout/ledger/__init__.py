"""Readings in, what the ledger says of them out: pure functions, with no file and no clock."""

from readout.ledger.changes import changes_between
from readout.ledger.checks import entry_flaws, page_flaws
from readout.ledger.digests import entry_id
from readout.ledger.entries import document_id_of, enter_reading, question_of, reading_of, words_at
from readout.ledger.versions import arrange, reading_rank

__all__ = [
    "arrange",
    "changes_between",
    "document_id_of",
    "enter_reading",
    "entry_flaws",
    "entry_id",
    "page_flaws",
    "question_of",
    "reading_of",
    "reading_rank",
    "words_at",
]
