"""An open ledger in, each reading that another of the same page supersedes out, and why."""

from collections.abc import Iterator
from itertools import pairwise

from sqlalchemy import Connection, func, select

from readout.ledger import reading_rank
from readout.records.versions import ReadingHead
from readout.stores.numbers import in_chunks
from readout.stores.schema import READING
from readout.stores.versions import reading_heads

__all__ = ["superseded_readings"]


def superseded_readings(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of readings of one page, the older and the next, with why the next stands."""
    several = (
        select(READING.c.document_id)
        .group_by(READING.c.document_id, READING.c.page)
        .having(func.count() > 1)
        .distinct()
        .order_by(READING.c.document_id)
    )
    for chunk in in_chunks(connection.execute(several).scalars().all()):
        for heads in reading_heads(connection, chunk).values():
            for page in sorted({head.page for head in heads}):
                of_page = sorted((h for h in heads if h.page == page), key=reading_rank)
                for before, after in pairwise(of_page):
                    yield before.reading_id, after.reading_id, _why(before, after)


def _why(before: ReadingHead, after: ReadingHead) -> str:
    was, now = before.reader, after.reader
    if was.version != now.version:
        return f"read by version {now.version} instead of {was.version}"
    if was.model != now.model:
        return f"read by the model {now.model} instead of {was.model}"
    return "the caller told something else of the page"
