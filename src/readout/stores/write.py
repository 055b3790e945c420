"""Answers in, what is new of them kept: the one function that enters, in the caller's transaction.

What a batch holds is made into rows before the transaction begins, so that others wait less.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, func, insert, select

from readout.records.entries import Answer, Entered, KeptPage, Question, Sighting
from readout.records.page import Refusal
from readout.records.reading import Reader
from readout.stores.numbers import in_chunks, next_number, numbers_of
from readout.stores.rows import (
    Row,
    packed,
    party_row,
    reading_row,
    refusal_id,
    report_row,
    seal,
    statement_row,
)
from readout.stores.schema import (
    PAGE,
    QUESTION,
    READER,
    READING,
    REFUSAL,
    REPORT,
    REPORT_PARTY,
    SIGHTING,
    STATEMENT,
    TEXT,
)
from readout.stores.search import index_words
from readout.stores.versions import arrange_documents

__all__ = ["enter_answers"]

_ReaderKey = tuple[str, str]


def enter_answers(connection: Connection, answers: Sequence[Answer]) -> tuple[str, ...]:
    """Enter what is not there yet; return the ids of the documents that were touched."""
    known = numbers_of(
        connection, QUESTION, (a.question.question_id for a in answers), by="question_id"
    )
    new = list({a.question.question_id: a for a in answers}.values())
    new = [a for a in new if a.question.question_id not in known]
    entered = [a.found for a in new if isinstance(a.found, Entered)]
    read = [a for a in new if isinstance(a.found, Entered)]
    pages = _pages(connection, [a.page for a in read])
    texts = _texts(connection, [(e.reading.text, e.text) for e in entered])
    readers = _readers(connection, [a.question.reader for a in new])
    readings = _readings(connection, entered, pages, texts, readers)
    refusals = _refusals(connection, [a.found for a in new if isinstance(a.found, Refusal)])
    seen = _pages(connection, [a.page for a in answers], only_known=True)
    _sightings(connection, [a.sighting for a in answers], seen)
    _questions(connection, new, readers, readings, refusals)
    documents = tuple(dict.fromkeys(e.reading.document_id for e in entered))
    arrange_documents(connection, documents)
    return documents


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _pages(
    connection: Connection, pages: Sequence[KeptPage], *, only_known: bool = False
) -> dict[str, int]:
    """Keep the pages' bytes; return each page's number."""
    by_digest = {page.digest: page for page in pages}
    numbers = numbers_of(connection, PAGE, by_digest, by="digest")
    if only_known:
        return numbers
    at, rows = next_number(connection, PAGE), list[Row]()
    for digest, page in by_digest.items():
        if digest not in numbers:
            body = packed(page.body)
            row: Row = {"number": at, "digest": digest, "size": len(page.body), "body": body}
            rows.append(row | {"seal": seal("page", digest, len(page.body), body)})
            numbers[digest] = at
            at += 1
    _insert(connection, PAGE, rows)
    return numbers


def _texts(connection: Connection, texts: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Keep the articles' texts, each once however many pages print it; return their numbers."""
    by_digest = dict(texts)
    numbers = numbers_of(connection, TEXT, by_digest, by="digest")
    at, rows = next_number(connection, TEXT), list[Row]()
    for digest, words in by_digest.items():
        if digest not in numbers:
            body = packed(words.encode())
            row: Row = {"number": at, "digest": digest, "body": body}
            rows.append(row | {"seal": seal("text", digest, body)})
            numbers[digest] = at
            at += 1
    _insert(connection, TEXT, rows)
    return numbers


def _readers(connection: Connection, readers: Iterable[Reader]) -> dict[_ReaderKey, int]:
    """Note the readers in the order they come; return their numbers."""
    asked = select(READER.c.version, READER.c.model, READER.c.number)
    numbers = {(str(v), str(m)): int(n) for v, m, n in connection.execute(asked)}
    rows: list[Row] = []
    for reader in readers:
        key = (reader.version, reader.model)
        if key not in numbers:
            numbers[key] = max(numbers.values(), default=0) + 1
            row: Row = {"number": numbers[key], "version": key[0], "model": key[1]}
            rows.append(row | {"seal": seal("reader", *key, numbers[key])})
    _insert(connection, READER, rows)
    return numbers


def _readings(
    connection: Connection,
    entered: Sequence[Entered],
    pages: dict[str, int],
    texts: dict[str, int],
    readers: dict[_ReaderKey, int],
) -> dict[str, int]:
    """Enter readings with their statements and reports; return the readings' numbers."""
    by_id = {e.reading.reading_id: e for e in entered}
    numbers = numbers_of(connection, READING, by_id, by="reading_id")
    new = [e for rid, e in by_id.items() if rid not in numbers]
    rows: list[Row] = []
    for at, e in enumerate(new, next_number(connection, READING)):
        numbers[e.reading.reading_id] = at
        reader = readers[e.reading.reader.version, e.reading.reader.model]
        page, text = pages[e.reading.page], texts[e.reading.text]
        row = reading_row(e.reading, page=page, text=text, reader=reader)
        rows.append(row | {"number": at})
    _insert(connection, READING, rows)
    _statements(connection, new, numbers)
    _reports(connection, new, numbers)
    return numbers


def _statements(
    connection: Connection, entered: Sequence[Entered], readings: dict[str, int]
) -> None:
    said = [one for e in entered for one in e.statements]
    numbered = list(enumerate(said, next_number(connection, STATEMENT)))
    rows = [statement_row(one, at, readings[one.reading_id]) for at, one in numbered]
    _insert(connection, STATEMENT, rows)
    index_words(connection, "statement", [(at, one.content) for at, one in numbered])


def _reports(connection: Connection, entered: Sequence[Entered], readings: dict[str, int]) -> None:
    told = [one for e in entered for one in e.reports]
    numbered = list(enumerate(told, next_number(connection, REPORT)))
    rows = [report_row(one, at, readings[one.reading_id]) for at, one in numbered]
    _insert(connection, REPORT, rows)
    parties = [party_row(party, at) for at, one in numbered for party in one.parties]
    _insert(connection, REPORT_PARTY, parties)
    index_words(connection, "report", [(at, one.sentence) for at, one in numbered])


def _refusals(connection: Connection, refusals: Sequence[Refusal]) -> dict[str, int]:
    """Note why pages were refused; return the refusals' numbers."""
    by_id = {refusal_id(refusal): refusal for refusal in refusals}
    numbers = numbers_of(connection, REFUSAL, by_id, by="refusal_id")
    at, rows = next_number(connection, REFUSAL), list[Row]()
    for rid, refusal in by_id.items():
        if rid not in numbers:
            row: Row = {name: getattr(refusal, name) for name in Refusal.__struct_fields__}
            row |= {"number": at, "refusal_id": rid, "page": refusal.digest or ""}
            row.pop("digest")
            rows.append(row)
            numbers[rid] = at
            at += 1
    _insert(connection, REFUSAL, rows)
    return numbers


def _sightings(
    connection: Connection, sightings: Sequence[Sighting], pages: dict[str, int]
) -> None:
    """Note where kept pages were come upon, each place once."""
    there: set[tuple[int, str]] = set()
    for chunk in in_chunks(sorted(set(pages.values()))):
        asked = select(SIGHTING.c.page, SIGHTING.c.address).where(SIGHTING.c.page.in_(chunk))
        there.update((int(page), str(address)) for page, address in connection.execute(asked))
    rows: list[Row] = []
    for one in sightings:
        number = pages.get(one.page)
        if number is not None and (number, one.address) not in there:
            there.add((number, one.address))
            row: Row = {"page": number, "address": one.address, "url": one.url}
            told = seal("sighting", one.page, one.address, one.url, one.fetched)
            rows.append(row | {"fetched": one.fetched, "seal": told})
    _insert(connection, SIGHTING, rows)


def _questions(
    connection: Connection,
    answers: Sequence[Answer],
    readers: dict[_ReaderKey, int],
    readings: dict[str, int],
    refusals: dict[str, int],
) -> None:
    """Note what was asked and what the answer was, so that it is not asked again."""
    at = next_number(connection, QUESTION)
    turn = int(connection.execute(select(func.max(QUESTION.c.turn))).scalar() or 0)
    rows: list[Row] = []
    for answer in answers:
        question = answer.question
        turn += question.told
        row: Row = {name: getattr(question, name) for name in Question.__struct_fields__}
        row |= {
            "number": at,
            "reader": readers[question.reader.version, question.reader.model],
            "reading": None,
            "refusal": None,
            "turn": turn if question.told else 0,
        }
        if isinstance(answer.found, Entered):
            row["reading"] = readings[answer.found.reading.reading_id]
        else:
            row["refusal"] = refusals[refusal_id(answer.found)]
        rows.append(row)
        at += 1
    _insert(connection, QUESTION, rows)
