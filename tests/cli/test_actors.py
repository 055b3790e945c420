"""Who is who at the shell: listing, telling, merging and splitting; decisions are kept."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ledgers import answers, enter_all
from readout.cli.main import app
from readout.stores import open_store


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Return a ledger of one page."""
    enter_all(str(tmp_path / "readout.db"), answers(1))
    return str(tmp_path / "readout.db")


def _run(ledger: str, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--ledger", ledger])


def _names(ledger: str) -> list[str]:
    lines = _run(ledger, "actors", "--json").stdout.splitlines()
    return [json.loads(line)["name"] for line in lines]


def test_actors_are_listed_in_three_forms(ledger: str) -> None:
    """As a table, as rows with the same columns, as records."""
    names = _names(ledger)
    table = _run(ledger, "actors")
    rows = list(csv.DictReader(io.StringIO(_run(ledger, "actors", "--csv").stdout)))

    assert table.exit_code == 0
    assert [row["name"] for row in rows] == names
    assert names[0] in table.stdout


def test_one_actor_is_told_with_days_and_pages(ledger: str) -> None:
    """Its names, and on which pages they stand."""
    name = _names(ledger)[0]
    told = _run(ledger, "actor", name)
    record = json.loads(_run(ledger, "actor", name, "--json").stdout.splitlines()[0])
    rows = list(csv.DictReader(io.StringIO(_run(ledger, "actor", name, "--csv").stdout)))

    assert name.split()[0] in told.stdout
    assert record["identity"]["pages"]
    assert set(rows[0]["on"].split()) <= set(record["identity"]["pages"])


def test_merging_and_splitting_are_kept_and_replayed(ledger: str) -> None:
    """Two decisions in the ledger, each with its reason; the later outdoes the earlier."""
    one, other = _names(ledger)[:2]
    count = len(_names(ledger))

    merged = _run(ledger, "actors", "merge", one, other, "--reason", "one man")
    assert merged.exit_code == 0, merged.output
    assert len(_names(ledger)) == count - 1
    parted = _run(ledger, "actors", "split", one, "--from", other, "--reason", "two after all")
    assert parted.exit_code == 0, parted.output
    assert len(_names(ledger)) == count

    with open_store(ledger) as store:
        assert [one.reason for one in store.decisions()] == ["one man", "two after all"]
        assert list(store.verify()) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["actor", "'; DROP TABLE reading; --"], "no actor is called"),
        (["actors", "merge", "Nobody", "Noone", "--reason", "x"], "no actor is called"),
        (["actors", "--kind", "ghost"], "no kind is called 'ghost'"),
        (["actors", "--as-of", "soon"], "--as-of takes a day"),
    ],
)
def test_wrong_use_is_told(ledger: str, words: list[str], says: str) -> None:
    """Exit code 2 and what to try."""
    ran = _run(ledger, *words)

    assert ran.exit_code == 2
    assert says in ran.stderr
