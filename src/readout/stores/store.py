"""The place of a ledger in, the ledger out: entering, looking up and searching."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection, Engine, func, select, update

from readout.errors import StoreError
from readout.records.entries import Answer, Entered, Report, Statement
from readout.records.identities import Decision
from readout.records.text import Record
from readout.records.versions import Change, Flaw, LedgerStats, Version
from readout.stores import read
from readout.stores.decided import keep_decision, load_decisions
from readout.stores.engine import name_of, open_engine, reading, writing
from readout.stores.failures import store_failures
from readout.stores.migrate import prepare
from readout.stores.numbers import in_chunks, numbers_of
from readout.stores.rows import change_of
from readout.stores.schema import CHANGE, QUESTION, READING, REPORT, STATEMENT, VERSION
from readout.stores.search import matching
from readout.stores.stats import read_stats
from readout.stores.superseded import superseded_readings
from readout.stores.verify import each_flaw
from readout.stores.versions import arrange_documents, versions_of
from readout.stores.write import enter_answers

__all__ = ["Hit", "Store", "open_store"]

_WAIT = 30.0
_MOST_HITS = 1000
_JUDGED_AT_ONCE = 500  # documents


def _unheard(_pages: int) -> None:
    """Hear of progress and say nothing."""


class Hit(Record, frozen=True, kw_only=True):
    """One statement or report that has the words searched for."""

    kind: Literal["statement", "report"]
    found: Statement | Report


def open_store(place: str, *, create: bool = False, wait: float = _WAIT) -> "Store":
    """Open the ledger at a path or a postgresql:// address, brought up to this schema version.

    Where there is none, one is made if `create` says so. A writer waits `wait` seconds for
    another; raises StoreError where the ledger cannot be used.
    """
    engine = open_engine(place, wait=wait)
    with store_failures(name_of(engine)), ExitStack() as undone:
        undone.callback(engine.dispose)
        if engine.dialect.name == "sqlite":
            _refuse_missing(engine, create=create)
        version = prepare(engine, create=create, wait=wait)
        undone.pop_all()
    return Store(engine, schema_version=version, wait=wait)


class Store:
    """An open ledger. Holds its connections; one writes at a time, any number read."""

    def __init__(self, engine: Engine, *, schema_version: str, wait: float) -> None:
        """Take what `open_store` has checked."""
        self._engine, self._wait = engine, wait
        self.name = name_of(engine)
        self.schema_version = schema_version

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection that reads the ledger as it is now, whoever writes meanwhile."""
        with store_failures(self.name), reading(self._engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend the connection that writes; waits for another writer's batch to end."""
        with store_failures(self.name), writing(self._engine, wait=self._wait) as connection:
            yield connection

    def enter(self, answers: Sequence[Answer]) -> tuple[str, ...]:
        """Enter a batch, all of it or nothing; return the ids of the documents it touched."""
        if not answers:
            return ()
        with self.writing() as connection:
            return enter_answers(connection, answers)

    def judge(self) -> None:
        """Judge what waits to be judged, a batch in a transaction; nothing where nothing waits."""
        # What judging needs takes a second to load, which entering a page should not wait for.
        from readout.stores.judging.judge import judge_some, judging_waits  # noqa: PLC0415

        with self.reading() as connection:
            left = judging_waits(connection)
        while left:
            with self.writing() as connection:
                left = judge_some(connection, most=_JUDGED_AT_ONCE)

    def decide(self, decision: Decision) -> None:
        """Keep a person's decision for ever."""
        with self.writing() as connection:
            keep_decision(connection, decision)

    def decisions(self) -> tuple[Decision, ...]:
        """Return people's decisions, in the order they were kept."""
        with self.reading() as connection:
            return load_decisions(connection)

    def answered(self, question_ids: Sequence[str]) -> set[str]:
        """Return those of the questions that have been answered."""
        with self.reading() as connection:
            return set(numbers_of(connection, QUESTION, question_ids, by="question_id"))

    def tell_again(self, question_id: str) -> None:
        """Have an answered question stand again that the caller told something with."""
        with self.writing() as connection:
            table = QUESTION
            asked = (
                select(table.c.number, table.c.turn, READING.c.document_id)
                .join(READING, READING.c.number == table.c.reading)
                .where(table.c.question_id == question_id)
            )
            row = connection.execute(asked).mappings().one_or_none()
            if row is None:
                return
            of_document = (
                select(func.max(table.c.turn))
                .join(READING, READING.c.number == table.c.reading)
                .where(READING.c.document_id == row["document_id"])
            )
            if row["turn"] == connection.execute(of_document).scalar():
                return
            last = connection.execute(select(func.max(table.c.turn))).scalar() or 0
            mine = update(table).where(table.c.number == row["number"])
            connection.execute(mine.values(turn=int(last) + 1))
            arrange_documents(connection, [row["document_id"]])

    def entered(self, reading_ids: Sequence[str]) -> dict[str, Entered]:
        """Return the entries of each reading, by its id; unknown ids are left out."""
        with self.reading() as connection:
            return read.load_entered(connection, reading_ids)

    def each_entered(self, *, in_force: bool = True) -> Iterator[Entered]:
        """Yield the entries of all readings, or of those in force, in the order of their ids."""
        with self.reading() as connection:
            yield from read.each_entered(connection, in_force=in_force)

    def documents(self, document_ids: Sequence[str]) -> dict[str, Entered]:
        """Return the entries in force of each document, by its id."""
        with self.reading() as connection:
            return read.load_documents(connection, document_ids)

    def page(self, digest: str) -> bytes | None:
        """Return the bytes of a kept page; None where it is not kept."""
        with self.reading() as connection:
            return read.load_page(connection, digest)

    def versions(self, document_ids: Sequence[str]) -> dict[str, list[Version]]:
        """Return the versions of each document, in the order they came."""
        with self.reading() as connection:
            return versions_of(connection, document_ids)

    def changes(self) -> Iterator[Change]:
        """Yield what changed from version to version, a document after the other."""
        asked = select(CHANGE).order_by(CHANGE.c.document_id, CHANGE.c.position)
        with self.reading() as connection:
            yield from (change_of(row) for row in connection.execute(asked).mappings())

    def superseded(self) -> Iterator[tuple[str, str, str]]:
        """Yield pairs of readings of one page, the older and the next, with why the next stands."""
        with self.reading() as connection:
            yield from superseded_readings(connection)

    def search(self, words: str, *, most: int = 50) -> list[Hit]:
        """Return statements, then reports, in force that have all the words, the best first."""
        with self.reading() as connection:
            said = _in_force(connection, "statement", words)[:most]
            told = _in_force(connection, "report", words)[:most]
            statements = read.load_statements(connection, said)
            reports = read.load_reports(connection, told)
        return [
            *(Hit(kind="statement", found=statement) for statement in statements),
            *(Hit(kind="report", found=report) for report in reports),
        ]

    def verify(self, *, progress: Callable[[int], None] = _unheard) -> Iterator[Flaw]:
        """Yield each flaw of the ledger; `progress` hears of the pages that were checked."""
        with store_failures(self.name):
            yield from each_flaw(self._engine, wait=self._wait, progress=progress)

    def stats(self) -> LedgerStats:
        """Return how much the ledger holds."""
        with self.reading() as connection:
            return read_stats(connection, schema_version=self.schema_version)


def _refuse_missing(engine: Engine, *, create: bool) -> None:
    """Refuse a path where there is no file, which SQLite itself would make."""
    path = Path(str(engine.url.database))
    if not create and not path.exists():
        raise StoreError(f"there is no ledger at '{path}'", hint="readout add PAGES makes one")
    if not path.parent.is_dir():
        raise StoreError(f"there is no folder '{path.parent}' to make the ledger in")


def _in_force(connection: Connection, kind: str, words: str) -> list[int]:
    """Return the numbers of the rows in force that have the words, the best matches first."""
    table = STATEMENT if kind == "statement" else REPORT
    numbers = matching(connection, kind, words, most=_MOST_HITS)
    kept: set[int] = set()
    for chunk in in_chunks(numbers):
        asked = (
            select(table.c.number)
            .join(VERSION, VERSION.c.reading == table.c.reading)
            .where(table.c.number.in_(chunk), VERSION.c.latest)
        )
        kept.update(connection.execute(asked).scalars())
    return [number for number in numbers if number in kept]
