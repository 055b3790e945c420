"""Ids of readings in, what is kept of them out: entries, texts and pages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, RowMapping, Select, select

from readout.records.entries import Entered, Report, ReportParty, Statement
from readout.stores.numbers import in_chunks
from readout.stores.rows import party_of, reading_of_row, report_of, statement_of, unpacked
from readout.stores.schema import (
    PAGE,
    READER,
    READING,
    REPORT,
    REPORT_PARTY,
    STATEMENT,
    TEXT,
    VERSION,
)

__all__ = [
    "each_entered",
    "load_documents",
    "load_entered",
    "load_page",
    "load_reports",
    "load_statements",
    "reading_rows",
]

_BATCH = 200


def each_entered(connection: Connection, *, in_force: bool = True) -> Iterator[Entered]:
    """Yield the entries of all readings, or of those in force: the latest of each document."""
    asked = select(READING.c.reading_id).order_by(READING.c.reading_id)
    if in_force:
        asked = asked.join(VERSION, VERSION.c.reading == READING.c.number).where(VERSION.c.latest)
    ids = connection.execute(asked).scalars().all()
    for at in range(0, len(ids), _BATCH):
        chunk = ids[at : at + _BATCH]
        entered = load_entered(connection, chunk)
        yield from (entered[one] for one in chunk)


def load_entered(connection: Connection, reading_ids: Iterable[str]) -> dict[str, Entered]:
    """Return the entries of each reading, by its id; unknown ids are left out."""
    found: dict[str, Entered] = {}
    for chunk in in_chunks(reading_ids):
        rows = connection.execute(reading_rows().where(READING.c.reading_id.in_(chunk)))
        heads = {row["number"]: row for row in rows.mappings()}
        statements = _statements(connection, heads)
        reports = _reports(connection, heads)
        for number, row in heads.items():
            found[row["reading_id"]] = Entered(
                reading=reading_of_row(row),
                text=unpacked(row["text_body"]).decode(),
                statements=tuple(statements[number]),
                reports=tuple(reports[number]),
            )
    return found


def load_documents(connection: Connection, documents: Iterable[str]) -> dict[str, Entered]:
    """Return the entries in force of each document, by its id."""
    found: dict[str, Entered] = {}
    for chunk in in_chunks(documents):
        asked = (
            select(READING.c.reading_id)
            .join(VERSION, VERSION.c.reading == READING.c.number)
            .where(VERSION.c.document_id.in_(chunk), VERSION.c.latest)
        )
        entered = load_entered(connection, connection.execute(asked).scalars().all())
        found.update((one.reading.document_id, one) for one in entered.values())
    return found


def load_statements(connection: Connection, numbers: Sequence[int]) -> list[Statement]:
    """Return the statements with these numbers, in their order."""
    found: dict[int, Statement] = {}
    for chunk in in_chunks(numbers):
        asked = (
            select(STATEMENT, READING.c.reading_id)
            .join(READING, READING.c.number == STATEMENT.c.reading)
            .where(STATEMENT.c.number.in_(chunk))
        )
        rows = connection.execute(asked).mappings()
        found.update((row["number"], statement_of(row, row["reading_id"])) for row in rows)
    return [found[number] for number in numbers]


def load_reports(connection: Connection, numbers: Sequence[int]) -> list[Report]:
    """Return the reports with these numbers, in their order."""
    found: dict[int, Report] = {}
    for chunk in in_chunks(numbers):
        asked = (
            select(REPORT, READING.c.reading_id)
            .join(READING, READING.c.number == REPORT.c.reading)
            .where(REPORT.c.number.in_(chunk))
        )
        rows = connection.execute(asked).mappings().all()
        parties = _parties(connection, [row["number"] for row in rows])
        found.update(
            (row["number"], report_of(row, row["reading_id"], tuple(parties[row["number"]])))
            for row in rows
        )
    return [found[number] for number in numbers]


def load_page(connection: Connection, digest: str) -> bytes | None:
    """Return the bytes of a kept page; None where it is not kept."""
    body = connection.execute(select(PAGE.c.body).where(PAGE.c.digest == digest)).scalar()
    return None if body is None else unpacked(body)


def reading_rows() -> "Select[tuple[object, ...]]":
    """Return the question for readings, joined with what `reading_of_row` needs."""
    return (
        select(
            READING,
            PAGE.c.digest.label("page_digest"),
            TEXT.c.digest.label("text_digest"),
            TEXT.c.body.label("text_body"),
            READER.c.version.label("reader_version"),
            READER.c.model.label("reader_model"),
        )
        .join(PAGE, PAGE.c.number == READING.c.page)
        .join(TEXT, TEXT.c.number == READING.c.text)
        .join(READER, READER.c.number == READING.c.reader)
    )


def _statements(
    connection: Connection, readings: dict[int, RowMapping]
) -> dict[int, list[Statement]]:
    """Return the statements of these readings, in text order, by the reading's number."""
    found: dict[int, list[Statement]] = defaultdict(list)
    asked = select(STATEMENT).where(STATEMENT.c.reading.in_(list(readings)))
    for row in connection.execute(asked.order_by(STATEMENT.c.number)).mappings():
        of = readings[row["reading"]]
        found[row["reading"]].append(statement_of(row, of["reading_id"]))
    return found


def _reports(connection: Connection, readings: dict[int, RowMapping]) -> dict[int, list[Report]]:
    """Return the reports of these readings, by the reading's number."""
    found: dict[int, list[Report]] = defaultdict(list)
    asked = select(REPORT).where(REPORT.c.reading.in_(list(readings))).order_by(REPORT.c.number)
    rows = connection.execute(asked).mappings().all()
    parties = _parties(connection, [row["number"] for row in rows])
    for row in rows:
        of = readings[row["reading"]]
        told = report_of(row, of["reading_id"], tuple(parties[row["number"]]))
        found[row["reading"]].append(told)
    return found


def _parties(connection: Connection, reports: Sequence[int]) -> dict[int, list[ReportParty]]:
    """Return the parties of these reports, actors first, by the report's number."""
    found: dict[int, list[ReportParty]] = defaultdict(list)
    table = REPORT_PARTY
    for chunk in in_chunks(reports):
        asked = select(table).where(table.c.report.in_(chunk))
        asked = asked.order_by(table.c.report, table.c.side, table.c.position)
        for row in connection.execute(asked).mappings():
            found[row["report"]].append(party_of(row))
    return found
