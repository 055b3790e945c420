"""The place of a ledger in, an engine to it and its transactions out."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from readout.errors import StoreError

__all__ = ["LOCK_KEY", "name_of", "open_engine", "reading", "writing"]

LOCK_KEY = 7_311_846_023  # of PostgreSQL's advisory lock that the one writer holds
_WRITES = "readout_writes"
_SCHEME = re.compile(r"(postgres(?:ql)?)(?:\+psycopg)?://", re.IGNORECASE)
_OTHER = re.compile(r"[a-z][a-z0-9+]*://", re.IGNORECASE)
_CACHE_KB = 64 * 1024
_SQLITE_HEADER = 100


def open_engine(place: str, *, wait: float) -> Engine:
    """Return an engine to the ledger at a path or a postgresql:// address; opens nothing yet.

    A writer waits `wait` seconds for another to finish its batch.
    """
    if _SCHEME.match(place):
        return _postgresql(place, wait)
    if _OTHER.match(place):
        what = f"{place.partition('://')[0]}:// is no kind of ledger"
        raise StoreError(what, hint="give a path, or an address postgresql://...")
    return _sqlite(Path(place), wait)


def name_of(engine: Engine) -> str:
    """Return what the ledger is called in messages: its path, or its address without password."""
    if engine.dialect.name == "sqlite":
        return f"'{engine.url.database}'"
    return f"'{engine.url.render_as_string(hide_password=True)}'".replace("+psycopg", "")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Lend a connection that sees the ledger as it was at its first question."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, *, wait: float) -> Iterator[Connection]:
    """Lend the one connection that writes; all it writes is kept together, or none of it."""
    with engine.connect() as plain:
        connection = plain.execution_options(**{_WRITES: True})
        with connection.begin():
            if engine.dialect.name == "postgresql":
                milliseconds = max(1, int(wait * 1000))
                connection.execute(text(f"SET LOCAL lock_timeout = {milliseconds}"))
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK_KEY})
            yield connection


def _postgresql(place: str, wait: float) -> Engine:
    try:
        url = make_url(_SCHEME.sub("postgresql+psycopg://", place, count=1))
    except ArgumentError as error:
        hint = "postgresql://user@host/database"
        raise StoreError("that is no address of a ledger", hint=hint) from error
    arguments = {"connect_timeout": max(2, int(wait))}
    try:
        return create_engine(url, connect_args=arguments, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        what = "a ledger on a PostgreSQL server needs the package psycopg"
        raise StoreError(what, hint="pip install 'readout[postgresql]'") from error


def _sqlite(path: Path, wait: float) -> Engine:
    _refuse_cut(path)
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": wait})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    """Set what SQLite keeps for each connection; transactions are begun by `_begin`."""
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        "synchronous = NORMAL",  # with a write-ahead log a killed program loses nothing
        f"cache_size = -{_CACHE_KB}",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin as a writer at once, so that two writers wait for each other and never clash later."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _refuse_cut(path: Path) -> None:
    """Refuse a file that is shorter than its own first page says.

    With a write-ahead log beside it the file may lag behind, and SQLite mends that itself.
    """
    try:
        size = path.stat().st_size if path.is_file() else 0
        log = path.with_name(path.name + "-wal")
        if size == 0 or (log.exists() and log.stat().st_size):
            return
        with path.open("rb") as file:
            start = file.read(_SQLITE_HEADER)
    except OSError as error:
        raise StoreError(f"the ledger '{path}' cannot be opened ({error.strerror})") from error
    if not start.startswith(b"SQLite format 3\0"):
        raise StoreError(f"'{path}' is no ledger: it is no SQLite file, or its start is damaged")
    page = int.from_bytes(start[16:18], "big")
    pages = int.from_bytes(start[28:32], "big")
    said = start[24:28] == start[92:96]  # else an old program wrote it and the count is void
    if said and size < pages * (65536 if page == 1 else page):
        what = f"the ledger '{path}' is cut short: {size} bytes of {pages * page}"
        raise StoreError(what, hint="restore it from a copy, or enter the pages into a new ledger")
