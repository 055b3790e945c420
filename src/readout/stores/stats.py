"""An open ledger in, how much it holds out."""

from sqlalchemy import Connection, Table, func, select

from readout.records.reading import Reader
from readout.records.versions import LedgerStats
from readout.stores.schema import (
    PAGE,
    QUESTION,
    READER,
    READING,
    REFUSAL,
    REPORT,
    STATEMENT,
    VERSION,
)

__all__ = ["read_stats"]


def read_stats(connection: Connection, *, schema_version: str) -> LedgerStats:
    """Count what the ledger holds, and what of it is in force."""
    in_force = select(VERSION.c.reading).where(VERSION.c.latest)

    def count(table: Table, *, of_force: bool = False) -> int:
        asked = select(func.count()).select_from(table)
        if of_force:
            column = table.c.number if table is READING else table.c.reading
            asked = asked.where(column.in_(in_force))
        return int(connection.execute(asked).scalar() or 0)

    readers = connection.execute(
        select(READER.c.version, READER.c.model).order_by(READER.c.version, READER.c.model)
    )
    dates = connection.execute(
        select(func.min(READING.c.published), func.max(READING.c.published)).where(
            READING.c.number.in_(in_force)
        )
    ).one()
    sizes = connection.execute(
        select(func.sum(PAGE.c.size), func.sum(func.length(PAGE.c.body)))
    ).one()
    documents = select(func.count(func.distinct(VERSION.c.document_id)))
    standing = select(func.count()).select_from(VERSION).where(VERSION.c.stands)
    return LedgerStats(
        schema_version=schema_version,
        pages=count(PAGE),
        documents=int(connection.execute(documents).scalar() or 0),
        versions=int(connection.execute(standing).scalar() or 0),
        readings=count(READING),
        readings_in_force=count(READING, of_force=True),
        statements=count(STATEMENT),
        statements_in_force=count(STATEMENT, of_force=True),
        reports=count(REPORT),
        reports_in_force=count(REPORT, of_force=True),
        refused=_refused(connection),
        readers=tuple(Reader(version=v, model=m) for v, m in readers),
        first_published=dates[0],
        last_published=dates[1],
        page_bytes=int(sizes[0] or 0),
        kept_bytes=int(sizes[1] or 0),
    )


def _refused(connection: Connection) -> dict[str, int]:
    """Return how many pages no reader has read, by the reason of the last that refused."""
    read = select(QUESTION.c.page).where(QUESTION.c.reading.is_not(None))
    last = (
        select(func.max(QUESTION.c.refusal).label("refusal"))
        .where(QUESTION.c.refusal.is_not(None), QUESTION.c.page.not_in(read))
        .group_by(QUESTION.c.page)
        .subquery()
    )
    asked = (
        select(REFUSAL.c.reason, func.count())
        .join(last, last.c.refusal == REFUSAL.c.number)
        .group_by(REFUSAL.c.reason)
        .order_by(REFUSAL.c.reason)
    )
    return {str(reason): int(n) for reason, n in connection.execute(asked)}
