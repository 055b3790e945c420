"""An open ledger in, every flaw of it out: pages, texts, entries and what was made of them."""

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

import msgspec
from sqlalchemy import Connection, Engine, RowMapping, Table, select, text

from readout.errors import InvalidRecord
from readout.ledger import arrange, changes_between, entry_flaws, entry_id, page_flaws
from readout.records.entries import Entered
from readout.records.page import Refusal
from readout.records.versions import Change, Flaw
from readout.stores.decided import decision_seal
from readout.stores.engine import reading, writing
from readout.stores.judging.event_rows import event_row_again
from readout.stores.read import load_entered
from readout.stores.rows import change_of, refusal_id, seal, unpacked
from readout.stores.schema import (
    CHANGE,
    PAGE,
    QUESTION,
    READER,
    READING,
    REFUSAL,
    SIGHTING,
    TEXT,
    VERSION,
)
from readout.stores.schema_judged import DECISION, EVENT
from readout.stores.search import INDEXED, check_words
from readout.stores.versions import OTHER_WORDS, reading_heads, versions_of

__all__ = ["each_flaw"]

_BATCH = 200
_BROKEN = (zlib.error, msgspec.DecodeError, msgspec.ValidationError, UnicodeError, InvalidRecord)
_Progress = Callable[[int], None]


def each_flaw(engine: Engine, *, wait: float, progress: _Progress) -> Iterator[Flaw]:
    """Yield each flaw; `progress` hears how many pages have been checked since it last did."""
    if engine.dialect.name == "sqlite":
        with reading(engine) as connection:
            for (said,) in connection.execute(text("PRAGMA quick_check(20)")):
                if said != "ok":
                    yield Flaw(table="the file", entry="", what=str(said))
    with reading(engine) as connection:
        yield from _sealed(connection)
        yield from _pages(connection, progress)
        yield from _documents(connection)
    with writing(engine, wait=wait) as connection:
        for table in INDEXED:
            if not check_words(connection, table):
                yield Flaw(table=f"{table}_words", entry="", what="words cannot be found by it")


def _pages(connection: Connection, progress: _Progress) -> Iterator[Flaw]:
    """Yield the flaws of pages and of their readings, a batch of pages after the other."""
    numbers = connection.execute(select(PAGE.c.number).order_by(PAGE.c.number)).scalars().all()
    for at in range(0, len(numbers), _BATCH):
        first, last = numbers[at], numbers[min(at + _BATCH, len(numbers)) - 1]
        asked = select(PAGE).where(PAGE.c.number.between(first, last))
        pages = {row["number"]: row for row in connection.execute(asked).mappings()}
        of = select(READING.c.page, READING.c.reading_id).where(READING.c.page.between(first, last))
        readings: dict[int, list[str]] = defaultdict(list)
        for page, reading_id in connection.execute(of):
            readings[page].append(reading_id)
        ids = [one for several in readings.values() for one in several]
        entered, flaws = _loaded(connection, ids)
        yield from flaws
        for number, row in pages.items():
            yield from _page(row, [entered[r] for r in readings[number] if r in entered])
            if not readings[number]:
                yield Flaw(table="page", entry=row["digest"], what="the readings of it are lost")
        progress(len(pages))


def _page(row: RowMapping, entered: Sequence[Entered]) -> Iterator[Flaw]:
    """Yield the flaws of one page and its readings."""
    body = _unpacked(row["body"])
    if (
        body is None
        or seal("page", row["digest"], row["size"], row["body"]) != row["seal"]
        or sha256(body).hexdigest() != row["digest"]
    ):
        yield Flaw(table="page", entry=row["digest"], what="it is not the page that was kept")
    for one in entered:
        rid = one.reading.reading_id
        try:
            yield from entry_flaws(one)
            if body is not None:
                yield from page_flaws(one, body)
        except _BROKEN as error:
            yield Flaw(table="reading", entry=rid, what=f"its record is damaged: {error}")
        if one.reading.page != row["digest"]:
            yield Flaw(table="reading", entry=rid, what="it is of another page")


def _loaded(connection: Connection, ids: Sequence[str]) -> tuple[dict[str, Entered], list[Flaw]]:
    """Return the entries of these readings, and a flaw for each that cannot be read at all."""
    try:
        return load_entered(connection, ids), []
    except _BROKEN as error:
        if len(ids) == 1:
            what = f"it or an entry of it cannot be read: {error}"
            return {}, [Flaw(table="reading", entry=ids[0], what=what)]
    entered: dict[str, Entered] = {}
    flaws: list[Flaw] = []
    for one in ids:
        alone, why = _loaded(connection, [one])
        entered |= alone
        flaws += why
    return entered, flaws


def _sealed(connection: Connection) -> Iterator[Flaw]:
    """Yield the rows that are not what their seals, or their ids, were made of."""
    for table, entry, made_of in _SEALS:
        asked = select(table)
        if table is SIGHTING:
            asked = select(table, PAGE.c.digest).join(PAGE, PAGE.c.number == table.c.page)
        if table is QUESTION:
            asked = select(table, READER.c.version, READER.c.model).join(
                READER, READER.c.number == table.c.reader
            )
        for row in connection.execute(asked.execution_options(yield_per=_BATCH)).mappings():
            if not made_of(row):
                what = "what it says is not what its seal was made of"
                yield Flaw(table=table.name, entry=str(row[entry]), what=what)


def _text(row: RowMapping) -> bool:
    body = _unpacked(row["body"])
    return (
        body is not None
        and seal("text", row["digest"], row["body"]) == row["seal"]
        and sha256(body).hexdigest() == row["digest"]
    )


def _reading(row: RowMapping) -> bool:
    return seal("reading", row["reading_id"], row["record"]) == str(row["seal"])


def _reader(row: RowMapping) -> bool:
    return seal("reader", row["version"], row["model"], row["number"]) == str(row["seal"])


def _sighting(row: RowMapping) -> bool:
    told = seal("sighting", row["digest"], row["address"], row["url"], row["fetched"])
    return told == str(row["seal"])


def _refusal(row: RowMapping) -> bool:
    told = {name: row[name] for name in Refusal.__struct_fields__ if name != "digest"}
    try:
        refusal = msgspec.convert(
            {**told, "type": "refusal", "digest": row["page"] or None}, Refusal
        )
    except msgspec.ValidationError:
        return False
    return refusal_id(refusal) == str(row["refusal_id"])


def _question(row: RowMapping) -> bool:
    came = [row[name] for name in ("page", "kind", "charset", "url")]
    told = [row[name] for name in ("told_url", "told_outlet", "told_published")]
    made = entry_id("question", *came, *told, row["version"], row["model"])
    answers = (row["reading"], row["refusal"])
    return made == str(row["question_id"]) and answers.count(None) == 1


def _decision(row: RowMapping) -> bool:
    return decision_seal(row) == str(row["seal"])


def _event(row: RowMapping) -> bool:
    """Say whether the columns are those of the records, and these as they were judged."""
    try:
        return dict(row) == event_row_again(row)
    except _BROKEN:
        return False


_SEALS: tuple[tuple[Table, str, Callable[[RowMapping], bool]], ...] = (
    (TEXT, "digest", _text),
    (READING, "reading_id", _reading),
    (READER, "version", _reader),
    (SIGHTING, "address", _sighting),
    (REFUSAL, "refusal_id", _refusal),
    (QUESTION, "question_id", _question),
    (DECISION, "name", _decision),
    (EVENT, "event_id", _event),
)


def _documents(connection: Connection) -> Iterator[Flaw]:
    """Yield documents whose versions or changes are not what their readings say."""
    asked = select(READING.c.document_id).union(select(VERSION.c.document_id))
    documents = connection.execute(asked).scalars().all()
    for at in range(0, len(documents), _BATCH):
        chunk = documents[at : at + _BATCH]
        heads, kept = reading_heads(connection, chunk), versions_of(connection, chunk)
        for document in chunk:
            versions = arrange(heads.get(document, ()))
            if list(versions) != kept.get(document, []):
                what = "its versions are not what its readings say"
                yield Flaw(table="version", entry=document, what=what)
            elif versions and versions[-1].version > 1:
                standing = [v.reading_id for v in versions if v.stands]
                yield from _changes(connection, document, standing)
    known = set(documents)
    for document in connection.execute(select(CHANGE.c.document_id).distinct()).scalars():
        if document not in known:
            yield Flaw(table="change", entry=document, what="there is no such document")


def _changes(connection: Connection, document: str, standing: Sequence[str]) -> Iterator[Flaw]:
    entered, flaws = _loaded(connection, standing)
    if flaws:
        return  # told already
    expected: list[Change] = []
    for before, after in pairwise(standing):
        expected.extend(changes_between(entered[before], entered[after], why=OTHER_WORDS))
    asked = select(CHANGE).where(CHANGE.c.document_id == document).order_by(CHANGE.c.position)
    kept = [change_of(row) for row in connection.execute(asked).mappings()]
    if kept != expected:
        what = "the changes kept are not those between its versions"
        yield Flaw(table="change", entry=document, what=what)


def _unpacked(body: bytes) -> bytes | None:
    try:
        return unpacked(body)
    except zlib.error:
        return None
