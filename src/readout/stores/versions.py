"""Ids of documents in, their versions and changes worked out anew and kept, where they differ."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import Connection, delete, func, insert, select

from readout.ledger import arrange, changes_between
from readout.records.reading import Reader
from readout.records.versions import Change, ReadingHead, Version
from readout.stores.decided import mark_pending
from readout.stores.numbers import in_chunks, numbers_of
from readout.stores.read import load_entered
from readout.stores.rows import Row, change_row
from readout.stores.schema import (
    CHANGE,
    PAGE,
    QUESTION,
    READER,
    READING,
    SIGHTING,
    TEXT,
    VERSION,
)

__all__ = ["OTHER_WORDS", "arrange_documents", "reading_heads", "versions_of"]

OTHER_WORDS = "the page has other words"
_Kept = dict[str, list[Version]]


def arrange_documents(connection: Connection, documents: Sequence[str]) -> None:
    """Work out the versions of these documents, and what changed from each to the next."""
    was = versions_of(connection, documents)
    rows: list[Row] = []
    touched: list[str] = []
    waiting: list[str] = []
    for document_id, heads in reading_heads(connection, documents).items():
        now = arrange(heads)
        if list(now) == was.get(document_id):
            continue
        if document_id in was:
            touched.append(document_id)
        if _in_force(now) != _in_force(was.get(document_id, ())):
            waiting.append(document_id)
        rows.extend(_rows(now))
        if now[-1].version > 1:
            _keep_changes(connection, document_id, [v.reading_id for v in now if v.stands])
    for chunk in in_chunks(touched):
        connection.execute(delete(VERSION).where(VERSION.c.document_id.in_(chunk)))
    pages = numbers_of(connection, PAGE, (str(row["page"]) for row in rows), by="digest")
    readings = numbers_of(
        connection, READING, (str(row["reading"]) for row in rows), by="reading_id"
    )
    for row in rows:
        row |= {"page": pages[str(row["page"])], "reading": readings[str(row["reading"])]}
    if rows:
        connection.execute(insert(VERSION), rows)
    mark_pending(connection, waiting)


def _in_force(versions: Sequence[Version]) -> list[str]:
    return [one.reading_id for one in versions if one.latest]


def versions_of(connection: Connection, documents: Sequence[str]) -> _Kept:
    """Return the versions of these documents as they are kept, in their order."""
    found: _Kept = defaultdict(list)
    for chunk in in_chunks(documents):
        asked = (
            select(VERSION, READING.c.reading_id, READING.c.url, PAGE.c.digest)
            .join(READING, READING.c.number == VERSION.c.reading)
            .join(PAGE, PAGE.c.number == VERSION.c.page)
            .where(VERSION.c.document_id.in_(chunk))
        )
        for row in connection.execute(asked).mappings():
            found[row["document_id"]].append(
                Version(
                    document_id=row["document_id"],
                    url=row["url"],
                    page=row["digest"],
                    reading_id=row["reading_id"],
                    version=row["version"],
                    stands=row["stands"],
                    latest=row["latest"],
                    ordered_by=row["ordered_by"],
                )
            )
    return {
        document_id: sorted(versions, key=lambda v: (v.version, not v.stands, v.page))
        for document_id, versions in found.items()
    }


def reading_heads(connection: Connection, documents: Sequence[str]) -> dict[str, list[ReadingHead]]:
    """Return what is needed of all readings of these documents to arrange them."""
    turn = (
        select(func.max(QUESTION.c.turn))
        .where(QUESTION.c.reading == READING.c.number)
        .scalar_subquery()
    )
    seen = [
        select(func.min(column)).where(SIGHTING.c.page == PAGE.c.number).scalar_subquery()
        for column in (SIGHTING.c.fetched, SIGHTING.c.address)
    ]
    found: dict[str, list[ReadingHead]] = defaultdict(list)
    for chunk in in_chunks(documents):
        asked = (
            select(
                READING.c.reading_id,
                READING.c.document_id,
                READING.c.url,
                READING.c.published,
                READING.c.modified,
                PAGE.c.digest.label("page"),
                TEXT.c.digest.label("text"),
                READER.c.version,
                READER.c.model,
                READER.c.number.label("reader_turn"),
                turn.label("told_turn"),
                seen[0].label("fetched"),
                seen[1].label("address"),
            )
            .join(PAGE, PAGE.c.number == READING.c.page)
            .join(TEXT, TEXT.c.number == READING.c.text)
            .join(READER, READER.c.number == READING.c.reader)
            .where(READING.c.document_id.in_(chunk))
        )
        for row in connection.execute(asked).mappings():
            told = {name: row[name] for name in _HEAD}
            reader = Reader(version=row["version"], model=row["model"])
            head = ReadingHead(
                **told,
                reader=reader,
                told_turn=row["told_turn"] or 0,
                address=row["address"] or "",
            )
            found[head.document_id].append(head)
    return found


_HEAD = (
    "reading_id",
    "document_id",
    "url",
    "published",
    "modified",
    "page",
    "text",
    "reader_turn",
    "fetched",
)


def _rows(versions: Sequence[Version]) -> list[Row]:
    """Return the rows of versions, with digests where their numbers are to be."""
    return [
        {
            "document_id": v.document_id,
            "page": v.page,
            "reading": v.reading_id,
            "version": v.version,
            "stands": v.stands,
            "latest": v.latest,
            "ordered_by": v.ordered_by,
        }
        for v in versions
    ]


def _keep_changes(connection: Connection, document_id: str, standing: Sequence[str]) -> None:
    """Keep what changed from each standing reading to the next; drop what is no more so."""
    entered = load_entered(connection, standing)
    changes: list[Change] = []
    for before, after in pairwise(standing):
        pair = entered[before], entered[after]
        changes.extend(changes_between(*pair, why=OTHER_WORDS))
    connection.execute(delete(CHANGE).where(CHANGE.c.document_id == document_id))
    if changes:
        rows = [change_row(change, document_id, at) for at, change in enumerate(changes)]
        connection.execute(insert(CHANGE), rows)
