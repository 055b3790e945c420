"""The installed command in a real shell: pipes that close, odd names, another's colours."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
READOUT = [sys.executable, "-W", "error", "-c", "from readout.cli.main import main; main()"]


def shell(script: str, *arguments: str | bytes, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Return what bash said to `script`, in which "$@" is readout with these arguments."""
    return subprocess.run(  # noqa: S603  a script of the test's own
        ["/bin/bash", "-c", script, "bash", *READOUT, *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("options", [["--json"], []])
def test_it_ends_in_silence_when_nobody_reads_on(tmp_path: Path, options: list[str]) -> None:
    """`readout read ... | head -n 1` prints one line and no complaint."""
    names = [f"missing-{number}.html" for number in range(3000)]

    ran = shell(
        '"$@" | head -n 1; exit ${PIPESTATUS[0]}', "read", *names, *options, folder=tmp_path
    )

    assert len(ran.stdout.splitlines()) == 1
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_missing_file_is_refused_among_others(tmp_path: Path) -> None:
    """Every name gets its refusal, in order, and the summary says how many."""
    ran = shell('"$@"', "read", "a.html", "b.html", folder=tmp_path)

    assert ran.returncode == 1
    assert ran.stdout.index("refused a.html") < ran.stdout.index("refused b.html")
    assert ran.stderr == "2 pages: 0 read, 2 refused (2 not found)\n"


def test_a_name_that_is_not_utf_8_still_makes_json(tmp_path: Path) -> None:
    """A file named on an old machine is told with a replacement character."""
    ran = shell('"$@"', "read", b"caf\xe9.html", "--json", folder=tmp_path)

    assert json.loads(ran.stdout)["reason"] == "not_found"
    assert ran.returncode == 1


def test_a_wrong_option_is_told_on_standard_error(tmp_path: Path) -> None:
    """Exit code 2, nothing on standard output."""
    ran = shell('"$@"', "read", "a.html", "--yaml", folder=tmp_path)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--yaml" in ran.stderr
