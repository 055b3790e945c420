"""`readout read` over a library that answers as told: what is printed where, and the exit code."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from readout import FetchOptions, ModelError, Reading, ReadOptions, Refusal
from readout.cli.main import app

Library = Callable[..., dict[str, object]]


def run(*arguments: str | Path) -> Result:
    """Return what the command line said to these arguments."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_a_page_is_printed_plain_in_a_pipe(library: Library, reading: Reading) -> None:
    """The record goes to standard output without colours; standard error stays silent."""
    library(reading)

    result = run("read", "harrow.html")

    assert result.exit_code == 0
    assert result.stdout.startswith("Velmora says the Harrow dam talks will go on\n")
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_every_option_reaches_the_library(library: Library, reading: Reading) -> None:
    """One library call with all that was asked for."""
    call = library(reading)

    run(
        *("read", "-", "--text", "--published", "2031-06-04", "--outlet", "The Courier"),
        *("--url", "https://courier.example/a", "--processes", "3", "--allow-private"),
    )

    assert call == {
        "names": ["-"],
        "options": ReadOptions(
            published="2031-06-04", outlet="The Courier", url="https://courier.example/a"
        ),
        "kind": "text",
        "fetch": FetchOptions(allow_private=True),
        "processes": 3,
    }


def test_json_is_one_record_a_line_and_decodes_to_the_same_record(
    library: Library, reading: Reading, refusal: Refusal
) -> None:
    """A reading and a refusal, told apart by `type`."""
    library(reading, refusal)

    lines = run("read", "a.html", "front.html", "--json").stdout.splitlines()

    assert [json.loads(line)["type"] for line in lines] == ["reading", "refusal"]
    decoder = msgspec.json.Decoder(Reading | Refusal)
    assert [decoder.decode(line) for line in lines] == [reading, refusal]


def test_refusals_are_summed_up_on_standard_error(
    library: Library, reading: Reading, refusal: Refusal
) -> None:
    """Three pages, of which two are section fronts: the count and the reason."""
    library(reading, refusal, refusal)

    result = run("read", "pages")

    assert result.stderr == "3 pages: 1 read, 2 refused (2 section front)\n"
    assert result.stdout.count("refused front.html") == 2


@pytest.mark.parametrize(
    ("kinds", "code"),
    [("r", 0), ("rx", 0), ("rx --strict", 1), ("r --strict", 0), ("x", 1), ("xx", 1), ("", 0)],
)
def test_the_exit_code_tells_of_refusals(
    library: Library, reading: Reading, refusal: Refusal, kinds: str, code: int
) -> None:
    """1 when --strict and some page (x) was refused, and always when every page was."""
    pages, _, option = kinds.partition(" ")
    library(*(reading if kind == "r" else refusal for kind in pages))

    result = run("read", "pages", *option.split())

    assert result.exit_code == code


def test_one_refused_page_says_why_and_what_to_try(library: Library, refusal: Refusal) -> None:
    """The reason is printed, not summed up."""
    library(refusal)

    result = run("read", "front.html")

    assert "section front (article): 31 teasers and no body" in result.stdout
    assert "try: open one of its articles" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "a.html", "--processes", "0"],
        ["read", "a.html", "b.html", "--url", "https://courier.example/a"],
        ["read", "a.html", "--json", "--html", "out.html"],
        ["read", "a.html", "--json", "--plover"],
        ["read", "a.html", "--plover", "--gdelt"],
        ["read", "a.html", "--statements"],
        ["read", "a.html", "--plover", "--all-statuses"],
        ["read", "a.html", "--published", "last Tuesday"],
        ["read", "a.html", "--published", "2031-02-30"],
        ["write", "a.html"],
    ],
)
def test_wrong_use_exits_2_and_says_so(library: Library, arguments: list[str]) -> None:
    """Nothing is printed on standard output, and nothing is read."""
    call = library()

    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr != ""
    assert call == {}


def test_a_bad_date_is_told_with_its_code_and_what_to_try(library: Library) -> None:
    """The message names the value and the form that is taken."""
    library()

    told = run("read", "a.html", "--published", "03/04/2018").stderr

    assert "[R300] '03/04/2018' is not a publication date" in told
    assert "YYYY-MM-DD" in told


def test_a_broken_installation_exits_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model file that is not there is the installation's fault, not the page's."""

    def broken(*_names: object, **_options: object) -> None:
        raise ModelError("the model file 'encoder.onnx' is missing", hint="install it again")

    monkeypatch.setattr("readout.read_many", broken)

    result = run("read", "a.html")

    assert result.exit_code == 3
    assert "[R200] the model file 'encoder.onnx' is missing" in result.stderr


def test_html_of_one_page_is_one_file(library: Library, reading: Reading, tmp_path: Path) -> None:
    """`--html out.html` writes out.html, prints nothing on stdout and says where it went."""
    library(reading)
    out = tmp_path / "out.html"

    result = run("read", "harrow.html", "--html", out)

    assert result.exit_code == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")
    assert result.stdout == ""
    assert result.stderr == f"wrote {out}\n"


def test_html_of_many_pages_is_a_folder_with_an_index(
    library: Library, reading: Reading, refusal: Refusal, tmp_path: Path
) -> None:
    """A page a reading, and an index that links them and lists the refusals."""
    library(reading, refusal, reading)
    out = tmp_path / "record"

    result = run("read", "pages", "--html", out)

    names = sorted(path.name for path in out.iterdir())
    assert names == ["0001-harrow.html", "0003-harrow.html", "index.html"]
    index = (out / "index.html").read_text("utf-8")
    assert all(f'href="{name}"' in index for name in names[:2])
    assert "31 teasers" in index
    assert result.stderr.startswith(f"wrote {out / 'index.html'}\n3 pages: 2 read, 1 refused")


def test_many_pages_do_not_fit_one_html_file(
    library: Library, reading: Reading, tmp_path: Path
) -> None:
    """It is said before anything is written, with what to do instead."""
    library(reading, reading)

    result = run("read", "pages", "--html", tmp_path / "out.html")

    assert result.exit_code == 2
    assert "name a folder" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_html_file_that_cannot_be_written_is_wrong_use(
    library: Library, reading: Reading, tmp_path: Path
) -> None:
    """The folder in the way is named."""
    library(reading)
    (tmp_path / "file").write_text("in the way")

    result = run("read", "a.html", "--html", tmp_path / "file" / "out.html")

    assert result.exit_code == 2
    assert "cannot write" in result.stderr


def test_a_refused_page_writes_no_html(library: Library, refusal: Refusal, tmp_path: Path) -> None:
    """There is nothing to show, so nothing is left behind, and the reason is told."""
    library(refusal)

    result = run("read", "front.html", "--html", tmp_path / "out.html")

    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []
    assert "1 section front" in result.stderr


def test_version_is_told() -> None:
    """`readout --version` names the program and its version."""
    assert run("--version").stdout.startswith("readout 0.")


@pytest.mark.parametrize("command", [[], ["read"], ["schema"]])
def test_help_has_an_example_for_each_command(command: list[str]) -> None:
    """Who forgot how it goes sees one that works."""
    told = run(*command, "--help").stdout

    assert ("Example: readout" in told) is bool(command)


def test_plover_is_csv_with_a_line_of_names(
    library: Library, reading: Reading, refusal: Refusal
) -> None:
    """Every event has its rows; a refusal has none and is summed up."""
    library(reading, refusal)

    result = run("read", "a.html", "front.html", "--plover")

    table = list(csv.DictReader(result.stdout.splitlines()))
    assert [row["Event Type"] for row in table] == ["CONSULT", "CONSULT", "COERCE", "REJECT"]
    assert [row["Status"] for row in table] == ["planned", "planned", "denied", "occurred"]
    assert result.stderr == "2 pages: 1 read, 1 refused (1 section front)\n"


def test_gdelt_is_tab_separated_and_says_what_it_leaves_out(
    library: Library, reading: Reading
) -> None:
    """What was denied is not told as done; it is counted on standard error."""
    library(reading)

    result = run("read", "a.html", "--gdelt")

    table = [line.split("\t") for line in result.stdout.splitlines()]
    code = table[0].index("EventCode")
    assert [row[code] for row in table[1:]] == ["036", "036", "125"]
    assert "1 event left out" in result.stderr
    assert "1 denied; --all-statuses keeps them" in result.stderr


def test_gdelt_takes_statements_and_all_statuses(library: Library, reading: Reading) -> None:
    """Two statements tell no event, and the denied closing is kept with its status."""
    library(reading)

    result = run("read", "a.html", "--gdelt", "--statements", "--all-statuses")

    table = [line.split("\t") for line in result.stdout.splitlines()]
    code = table[0].index("EventCode")
    assert [row[code] for row in table[1:]] == ["036", "036", "172", "125", "010", "010"]
    assert result.stderr == ""
