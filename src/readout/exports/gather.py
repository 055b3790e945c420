"""An open store, its judgements and a question in, all that is to be exported out."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection, func, select

from readout.exports.chosen import Chosen, choose, is_everything
from readout.exports.row_types import PageRow
from readout.ledger.questions import EventQuestion
from readout.records.entries import Entered
from readout.records.verdicts import Judged
from readout.records.versions import Change
from readout.stores import Store
from readout.stores.schema import PAGE, SIGHTING

__all__ = ["gather"]


def gather(
    store: Store,
    entered: Iterable[Entered],
    judged: Judged,
    question: EventQuestion,
    *,
    changes: Iterable[Change] = (),
) -> Chosen:
    """Return what the question chooses, with its kept pages and the numbers of its versions.

    Pages that only an earlier version of a document had are there where nothing is left out.
    """
    chosen = choose(entered, judged, question, changes=changes)
    digests = {one.reading.page for one in chosen.entered}
    every = is_everything(question) and judged.as_of is None
    with store.reading() as connection:
        pages = tuple(_pages(connection, None if every else digests))
    versions = store.versions(list(chosen.articles))
    return replace(
        chosen,
        pages=pages,
        versions={one.reading_id: one.version for each in versions.values() for one in each},
    )


def _pages(connection: Connection, digests: Collection[str] | None) -> Iterator[PageRow]:
    """Yield the pages with the first by name of the places where each was come upon."""
    first = select(SIGHTING.c.page, func.min(SIGHTING.c.address).label("address"))
    first_seen = first.group_by(SIGHTING.c.page).subquery()
    asked = (
        select(
            PAGE.c.digest,
            PAGE.c.size,
            SIGHTING.c.address,
            SIGHTING.c.url,
            SIGHTING.c.fetched,
        )
        .join(SIGHTING, SIGHTING.c.page == PAGE.c.number)
        .join(
            first_seen,
            (first_seen.c.page == SIGHTING.c.page) & (first_seen.c.address == SIGHTING.c.address),
        )
        .order_by(PAGE.c.digest)
    )
    for digest, size, address, url, fetched in connection.execute(asked):
        if digests is None or digest in digests:
            yield PageRow(page=digest, bytes=size, address=address, url=url, fetched=fetched)
