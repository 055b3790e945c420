"""Ledgers that cannot be used: each is told in words, and nothing that was entered is lost."""

import shutil
import sqlite3
import zlib
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text

from ledgers import answers, enter_all, said
from readout.errors import StoreError
from readout.records.identities import Decision
from readout.stores import Store, open_store
from readout.stores.schema import METADATA
from readout.stores.schema_judged import EVENT, JUDGED_TABLES

DECISION = Decision(
    verb="merge", name="One", other="Two", pages=("a",), reason="said so", made="2031-01-01"
)


@pytest.fixture(scope="session")
def five_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of five pages that no test may change."""
    place = tmp_path_factory.mktemp("five") / "readout.db"
    enter_all(str(place), answers(5))
    with open_store(str(place)) as store:
        store.decide(DECISION)
        store.judge()
    return place


@pytest.fixture
def ledger(five_pages: Path, tmp_path: Path) -> Path:
    """Return a copy of the ledger of five pages."""
    return Path(shutil.copy(five_pages, tmp_path))


def test_there_is_no_ledger(tmp_path: Path) -> None:
    """To ask a ledger that is not there makes none."""
    with pytest.raises(StoreError, match="there is no ledger at"):
        open_store(str(tmp_path / "readout.db"))
    assert not (tmp_path / "readout.db").exists()
    with pytest.raises(StoreError, match="there is no folder"):
        open_store(str(tmp_path / "none" / "readout.db"), create=True)


def test_a_newer_version_is_refused(place: str) -> None:
    """A ledger that a newer program made is left as it is."""
    with open_store(place, create=True) as store, store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="schema version 9999; this program knows up to"):
        open_store(place, create=True)


def test_another_database_is_refused(place: str, tmp_path: Path) -> None:
    """A database of something else is not written into."""
    with open_store(place, create=True) as store, store.writing() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    with pytest.raises(StoreError, match="is a database but no ledger"):
        open_store(place, create=True)
    (tmp_path / "page.html").write_text("<html>" * 40)
    with pytest.raises(StoreError, match="no SQLite file"):
        open_store(str(tmp_path / "page.html"), create=True)
    with pytest.raises(StoreError, match="no kind of ledger"):
        open_store("mysql://here/there")


@pytest.mark.parametrize("left", [0.9, 0.5, 0.01])
def test_a_file_cut_short_is_refused(ledger: Path, left: float) -> None:
    """A copy that broke off is told as such."""
    body = ledger.read_bytes()
    ledger.write_bytes(body[: int(len(body) * left)])
    with pytest.raises(StoreError, match="cut short"):
        open_store(str(ledger))


def test_a_writer_waits_for_another_and_then_says_so(place: str) -> None:
    """While one writes, others read what was there; who would write is told after his wait."""
    enter_all(place, answers(3))
    with open_store(place) as store, store.writing() as connection:
        connection.execute(text("DELETE FROM change"))
        with open_store(place, wait=0.2) as other:
            assert len(list(other.each_entered())) == 3
            with pytest.raises(StoreError, match="is being written by another program"):
                other.enter(answers(5))
    enter_all(place, answers(5))
    with open_store(place) as store:
        assert store.stats().pages == 5


def test_a_full_disk_loses_nothing(ledger: Path) -> None:
    """The batch that found no room is not there, what came before is, and a rerun goes on."""
    with open_store(str(ledger)) as store:
        before = said(store)
        event.listen(store._engine, "begin", _no_room)  # noqa: SLF001
        with pytest.raises(StoreError, match="disk is full"):
            store.enter(answers(40))
        assert said(store) == before
    enter_all(str(ledger), answers(40))
    with open_store(str(ledger)) as store:
        assert store.stats().pages == 40


def _no_room(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count = 1")


def test_a_server_that_goes_away_loses_nothing(emptied: str) -> None:
    """In mid-batch the connection breaks; the batch is not there, and the rerun enters it."""
    enter_all(emptied, answers(4))
    with open_store(emptied) as store, open_store(emptied) as other:
        with pytest.raises(StoreError, match="went away"):
            break_off(store, other)
        assert store.stats().versions == 4
        store.enter(answers(6))
        assert other.stats().versions == 6


def break_off(store: Store, other: Store) -> None:
    """Write half a batch, have the server end the connection, and write on."""
    others = "pid <> pg_backend_pid() AND backend_type = 'client backend'"
    ended = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"  # noqa: S608
    with store.writing() as connection:
        connection.execute(text("DELETE FROM version"))
        with other.reading() as killer:
            killer.execute(text(ended))
        connection.execute(text("DELETE FROM version"))


def test_migrations_make_the_tables_that_are_declared(place: str) -> None:
    """Alembic finds no difference between a new ledger and the metadata."""
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.migration import MigrationContext  # noqa: PLC0415

    with open_store(place, create=True) as store, store.reading() as connection:
        ours = {
            "include_object": lambda _o, name, kind, *_: kind != "table" or "_words" not in name
        }
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, METADATA) == []


TEXT_COLUMNS = [
    (table.name, column.name)
    for table in METADATA.sorted_tables
    if table.name not in {"change", "version", "pending"}
    if table not in JUDGED_TABLES or table is EVENT
    for column in table.columns
    if str(column.type) in {"TEXT", "BLOB"}
]


@pytest.mark.parametrize(("table", "column"), TEXT_COLUMNS)
def test_a_changed_byte_is_found_and_named(ledger: Path, table: str, column: str) -> None:
    """Whatever column of pages or entries one byte changes in, `verify` names the row."""
    database = sqlite3.connect(ledger)
    asked = f"SELECT rowid, {quoted(column)} FROM {quoted(table)} WHERE {quoted(column)} <> ''"  # noqa: S608
    found = database.execute(asked).fetchone()
    if found is None:
        pytest.skip("nothing stands in that column here")
    row, value = found
    changed = flipped(value) if isinstance(value, bytes) else chr(ord(value[0]) ^ 1) + value[1:]
    database.execute(
        f"UPDATE {quoted(table)} SET {quoted(column)} = ? WHERE rowid = ?",  # noqa: S608
        (changed, row),
    )
    database.commit()
    database.close()

    with open_store(str(ledger)) as store:
        flaws = list(store.verify())

    assert flaws
    assert all(flaw.what for flaw in flaws)


def quoted(name: str) -> str:
    """Return a name as SQL takes any."""
    return f'"{name}"'


def flipped(value: bytes) -> bytes:
    """Return the bytes with one bit changed, in the middle."""
    middle = len(value) // 2
    return value[:middle] + bytes([value[middle] ^ 1]) + value[middle + 1 :]


def test_another_page_under_the_same_digest_is_found(ledger: Path) -> None:
    """Well-formed, compressed, and of other bytes."""
    with open_store(str(ledger)) as store:
        change(store, zlib.compress(b"<p>something else</p>", 6))
        flaws = list(store.verify())
    assert "it is not the page that was kept" in {flaw.what for flaw in flaws}


def change(store: Store, body: bytes) -> None:
    """Put other bytes in the place of the first page's."""
    with store.writing() as connection:
        connection.execute(text("UPDATE page SET body = :body WHERE number = 1"), {"body": body})
