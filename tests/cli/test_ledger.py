"""The commands over a ledger: add, stats, diff and verify, and what they say when it is broken."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ledgers import answers, enter_all
from readout.cli.main import app


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Return a ledger of three pages."""
    enter_all(str(tmp_path / "readout.db"), answers(3))
    return str(tmp_path / "readout.db")


def test_stats_count_what_is_there(ledger: str) -> None:
    """As lines to be read, and as one JSON record."""
    told = CliRunner().invoke(app, ["stats", "--ledger", ledger])
    record = json.loads(CliRunner().invoke(app, ["stats", "--ledger", ledger, "--json"]).stdout)

    assert "documents    3 in 3 versions" in told.stdout
    assert (record["pages"], record["statements"]) == (3, 36)


def test_verify_finds_a_whole_ledger_whole(ledger: str) -> None:
    """Nothing on standard output, exit code 0."""
    ran = CliRunner().invoke(app, ["verify", "--ledger", ledger])

    assert (ran.exit_code, ran.stdout) == (0, "")


def test_a_ledger_that_is_none_is_told(tmp_path: Path) -> None:
    """Exit code 3, the code of the error and what to try."""
    ran = CliRunner().invoke(app, ["stats", "--ledger", str(tmp_path / "none.db")])

    assert ran.exit_code == 3
    assert "[R400] there is no ledger at" in ran.stderr
    assert "readout add" in ran.stderr


def test_adding_a_missing_file_is_refused(tmp_path: Path) -> None:
    """The ledger is made; nothing entered is exit code 1."""
    place = str(tmp_path / "new.db")
    ran = CliRunner().invoke(app, ["add", str(tmp_path / "none.html"), "--ledger", place])

    assert ran.exit_code == 1
    assert "refused" in ran.stdout
    assert ran.stderr.endswith("1 page: 0 entered, 0 known, 1 refused\n")
