"""`readout export`: each format is written where it is asked for, and the wrong asking refused."""

import json
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner, Result

from exported_ledger import enter_example
from readout.cli.main import app
from readout.exports.write import FOLDERS, Format


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a ledger of five pages."""
    return enter_example(str(tmp_path_factory.mktemp("ledger") / "readout.db"))


def ran(ledger: str, *words: str) -> Result:
    """Run the command over the ledger."""
    return CliRunner().invoke(app, ["export", *words, "--ledger", ledger])


@pytest.mark.parametrize("form", get_args(Format))
def test_each_format_is_written(ledger: str, tmp_path: Path, form: Format) -> None:
    """A folder of tables or a file; how much it was is told on standard error."""
    out = tmp_path / "out"

    done = ran(ledger, "--to", str(out), "--as", form)

    assert done.exit_code == 0, done.stderr
    assert done.stdout == ""
    assert "5 articles" in done.stderr
    assert out.is_dir() if form in FOLDERS else out.stat().st_size


def test_one_file_goes_to_standard_output(ledger: str) -> None:
    """With filters, it is what tells of the events that answer."""
    every = ran(ledger, "--to", "-", "--as", "jsonld").stdout
    some = ran(ledger, "--to", "-", "--as", "jsonld", "--type", "CONSULT").stdout

    assert 0 < len(json.loads(some)["@graph"]) < len(json.loads(every)["@graph"])


def test_gdelt_says_what_it_leaves_out(ledger: str) -> None:
    """With --all-statuses it leaves less out, and says nothing of it."""
    some = ran(ledger, "--to", "-", "--as", "gdelt")
    every = ran(ledger, "--to", "-", "--as", "gdelt", "--all-statuses")

    assert "left out" in some.stderr
    assert "left out" not in every.stderr
    assert len(every.stdout.splitlines()) > len(some.stdout.splitlines())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--to", "x", "--as", "excel"], "no format is called 'excel'; there are parquet, jsonl"),
        (["--to", "-", "--as", "parquet"], "parquet is more than one file"),
        (["--to", "-", "--as", "ftm"], "ftm is more than one file"),
        (["--to", "x", "--as", "plover", "--all-statuses"], "--all-statuses goes with --as gdelt"),
        (["--to", "/nowhere/at/all/x", "--as", "jsonld"], "cannot write '/nowhere/at/all/x'"),
        (["--to", "x", "--as", "jsonl", "--since", "May"], "--since takes a day"),
    ],
)
def test_what_cannot_be_written_is_refused(ledger: str, words: list[str], told: str) -> None:
    """Exit code 2, and the message says what is allowed."""
    done = ran(ledger, *words)

    assert done.exit_code == 2
    assert told in done.stderr
