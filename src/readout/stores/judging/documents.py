"""Ids of documents that wait in, what they give to judge by out: as it was judged, and as it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from readout.ledger.judge import profile_of
from readout.ledger.lineages import shingles_of
from readout.ledger.stories import Profile
from readout.ledger.who import fold
from readout.records.entries import Entered
from readout.stores.judging.kept import drop, pack, put, unpack
from readout.stores.numbers import in_chunks, next_number
from readout.stores.read import load_entered
from readout.stores.schema import READING, VERSION
from readout.stores.schema_judged import JUDGED, NAME_USE

if TYPE_CHECKING:
    from readout.stores.rows import Row

__all__ = ["Batch", "Before", "Taken", "entered_of", "keep_documents", "take_up", "used_names"]


@dataclass(frozen=True, slots=True)
class Taken:
    """A document as it is to be judged."""

    page: int
    """The page's number."""
    reading: int
    entered: Entered
    profile: Profile
    shingles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """A document as it was judged."""

    page: int
    profile: Profile
    shingles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """The documents that are judged now, by their numbers."""

    now: Mapping[int, Taken] = field(default_factory=dict)
    before: Mapping[int, Before] = field(default_factory=dict)

    @property
    def pages(self) -> set[int]:
        """Return the pages whose words are judged anew."""
        return {one.page for one in self.now.values()} | {one.page for one in self.before.values()}


def take_up(connection: Connection, documents: Sequence[str]) -> Batch:
    """Return what of these documents is not judged as it stands."""
    known = {
        row["document_id"]: row
        for chunk in in_chunks(documents)
        for row in connection.execute(
            select(JUDGED).where(JUDGED.c.document_id.in_(chunk))
        ).mappings()
    }
    in_force = dict(_in_force(connection, documents))
    changed = [
        one
        for one in documents
        if one in in_force or one in known
        if not (one in in_force and one in known and known[one]["reading"] == in_force[one][0])
    ]
    entered = load_entered(connection, [in_force[one][1] for one in changed if one in in_force])
    fresh = next_number(connection, JUDGED)
    now: dict[int, Taken] = {}
    before: dict[int, Before] = {}
    for document in changed:
        number = int(known[document]["number"]) if document in known else fresh
        fresh += document not in known
        if document in known:
            row = known[document]
            before[number] = Before(
                page=row["page"],
                profile=unpack(row["profile"], Profile),
                shingles=unpack(row["shingles"], tuple[int, ...]),
            )
        if document in in_force:
            reading, reading_id, page = in_force[document]
            one = entered[reading_id]
            now[number] = Taken(page, reading, one, profile_of(one), shingles_of(one.text))
    return Batch(now=now, before=before)


def keep_documents(connection: Connection, batch: Batch) -> None:
    """Note what the documents give, in the place of what they gave before; stories come later."""
    drop(connection, JUDGED.c.number, batch.before.keys())
    drop(connection, NAME_USE.c.document, batch.before.keys())
    rows: list[Row] = [
        {
            "number": number,
            "document_id": one.entered.reading.document_id,
            "reading": one.reading,
            "page": one.page,
            "story": None,
            "profile": pack(one.profile),
            "shingles": pack(one.shingles),
        }
        for number, one in batch.now.items()
    ]
    put(connection, JUDGED, rows)
    uses: list[Row] = [
        {"name": name, "document": number}
        for number, one in batch.now.items()
        for name in used_names(one.entered)
    ]
    put(connection, NAME_USE, sorted(uses, key=lambda row: str(row["name"])))


def used_names(entered: Entered) -> list[str]:
    """Return the folded names by which a document's statements and reports ask who is who."""
    names = [said.speaker for said in entered.statements if said.speaker]
    names += [party.name for report in entered.reports for party in report.parties]
    return sorted({fold(name) for name in names})


def entered_of(connection: Connection, numbers: Sequence[int]) -> dict[int, Entered]:
    """Return the entries of judged documents by number, in the order of their ids."""
    ids: dict[int, str] = {}
    for chunk in in_chunks(numbers):
        asked = (
            select(JUDGED.c.number, READING.c.reading_id)
            .join(READING, READING.c.number == JUDGED.c.reading)
            .where(JUDGED.c.number.in_(chunk))
        )
        ids.update((int(number), str(rid)) for number, rid in connection.execute(asked))
    found = load_entered(connection, ids.values())
    ordered = sorted(ids, key=lambda number: ids[number])
    return {number: found[ids[number]] for number in ordered}


def _in_force(
    connection: Connection, documents: Sequence[str]
) -> Iterator[tuple[str, tuple[int, str, int]]]:
    for chunk in in_chunks(documents):
        asked = (
            select(VERSION.c.document_id, READING.c.number, READING.c.reading_id, READING.c.page)
            .join(READING, READING.c.number == VERSION.c.reading)
            .where(VERSION.c.document_id.in_(chunk), VERSION.c.latest)
        )
        for document, number, reading_id, page in connection.execute(asked):
            yield str(document), (int(number), str(reading_id), int(page))
