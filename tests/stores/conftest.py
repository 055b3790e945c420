"""What the stores are tested with: a place for a ledger, in SQLite and in PostgreSQL."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from ledgers import server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Return the address of a PostgreSQL server of the tests' own."""
    # The name of a socket has a limit that pytest's folders are too long for.
    with tempfile.TemporaryDirectory(prefix="pg") as folder, server(Path(folder)) as address:
        if address is None:
            pytest.skip("no PostgreSQL server is installed: apt-get install postgresql")
        yield address


@pytest.fixture
def emptied(postgresql: str) -> str:
    """Return the address of a database with nothing in it."""
    engine = create_engine(postgresql.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return postgresql


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return a place where no ledger is yet, of each kind in turn."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("emptied"))
    return str(tmp_path / "readout.db")
