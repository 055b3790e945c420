"""What the tests of a ledger share: invented answers, what a ledger says, and a PostgreSQL server.

What a ledger says is its tables with ids in the place of numbers, which tell the order of entering
and nothing else.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Table, select

from benchmarks.invented import invented
from readout import Reading
from readout.ledger import enter_reading, question_of
from readout.records.entries import Answer, KeptPage, Sighting
from readout.records.page import Page
from readout.stores import Store, open_store
from readout.stores.schema import METADATA

__all__ = ["answer_of", "answers", "enter_all", "said", "server"]

_BOOKKEEPING = {"number", "turn", "seal"}  # seals of readers cover their turn


@cache
def _answer(number: int) -> Answer:
    return answer_of(*invented(number))


def answers(count: int) -> list[Answer]:
    """Return the answers of that many invented pages."""
    return [_answer(number) for number in range(count)]


def answer_of(page: Page, reading: Reading, *, published: str | None = None) -> Answer:
    """Return the answer of one page and its reading."""
    return Answer(
        question=question_of(page, reading.reader, published=published),
        sighting=Sighting(page=page.digest, address=page.address, url=page.url),
        page=KeptPage(digest=page.digest, body=page.body),
        found=enter_reading(reading),
    )


def enter_all(place: str, several: Sequence[Answer], *, batch: int = 10) -> None:
    """Enter what is not there yet, batch by batch, as `readout add` does."""
    with open_store(place, create=True) as store:
        known = store.answered([one.question.question_id for one in several])
        new = [one for one in several if one.question.question_id not in known]
        for at in range(0, len(new), batch):
            store.enter(new[at : at + batch])


def said(store: Store) -> dict[str, list[str]]:
    """Return what each table says, in an order of its own."""
    with store.reading() as connection:
        return {table.name: sorted(_rows(connection, table)) for table in METADATA.sorted_tables}


def _rows(connection: Connection, table: Table) -> Iterator[str]:
    named: dict[str, dict[int, str]] = {}
    for column in table.columns:
        for key in column.foreign_keys:
            target = key.column.table
            name = next((c for c in target.columns if c.unique), None)
            label = target.c.model if name is None else name
            pairs = connection.execute(select(target.c.number, label))
            named[column.name] = {int(number): str(told) for number, told in pairs}
    for row in connection.execute(select(table)).mappings():
        yield repr(
            [
                named[name][value]
                if name in named and value is not None
                else sha256(value).hexdigest()
                if isinstance(value, bytes)
                else value
                for name, value in ((c.name, row[c]) for c in table.columns)
                if name not in _BOOKKEEPING
            ]
        )


def _programs() -> Path | None:
    """Return the folder of a PostgreSQL server's programs, the newest first."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("pg_ctl")
    if on_path:
        folders.append(Path(on_path).parent)
    return next((one for one in folders if (one / "initdb").exists()), None)


@contextmanager
def server(folder: Path) -> Iterator[str | None]:
    """Run a PostgreSQL server in `folder`, reached by a socket only; yield its address.

    Yields None where no server is installed. It will not run as root, so it runs as `postgres`.
    """
    programs = _programs()
    if programs is None:
        yield None
        return
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    place = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(  # noqa: S603  the server's own programs
            command, check=True, capture_output=True, user=user, cwd=folder
        )

    run(str(programs / "initdb"), "-D", str(place), "-A", "trust", "-N", "-U", "readout")
    control = (str(programs / "pg_ctl"), "-D", str(place), "-w")
    options = f"-c listen_addresses='' -k {folder} -F"
    run(*control, "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://readout@/postgres?host={folder}"
    finally:
        run(*control, "-m", "immediate", "stop")
