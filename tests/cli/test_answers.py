"""Answers at a terminal, narrow and wide: every word is there, and none is broken."""

import pytest

from readout.cli.answers import print_lines, print_table
from readout.records.verdicts import HistoryEntry
from readout.views.ledger import Step, timeline_lines

COLUMNS = ("event", "first", "verdict", "origins", "name")
ROWS = [
    {
        "event": "0123456789ab",
        "first": "2031-06-03",
        "verdict": "confirmed by one party",
        "origins": 3,
        "name": "Velmora – resumes – the talks over the Harrow dam with Osten",
    }
]


def step(said: str | None, name: str, *, planned_for: str | None = None) -> Step:
    """Return a step of an event."""
    entry = HistoryEntry(
        said=said, status="planned", by="The Keld Courier", report="r", planned_for=planned_for
    )
    return Step(event_id="0123456789ab", type="CONSULT", name=name, step=entry)


def test_a_wide_terminal_has_a_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row is a line, under a line of names."""
    monkeypatch.setenv("COLUMNS", "140")

    print_table(ROWS, COLUMNS)

    head, _, row, *_ = (line for line in capsys.readouterr().out.splitlines() if line.strip())
    assert head.split() == list(COLUMNS)
    assert row.split()[:2] == ["01234567", "2031-06-03"]
    assert "the talks over the Harrow dam with Osten" in row


def test_a_narrow_terminal_has_the_words_below(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers are named, and the name is no column of five letters."""
    monkeypatch.setenv("COLUMNS", "80")

    print_table(ROWS, COLUMNS)

    assert capsys.readouterr().out.splitlines() == [
        "01234567  2031-06-03  confirmed by one party  origins 3",
        "    Velmora – resumes – the talks over the Harrow dam with Osten",
    ]


def test_words_short_enough_stand_on_the_same_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a table would not fit."""
    monkeypatch.setenv("COLUMNS", "78")

    print_table([ROWS[0] | {"name": "Velmora – talks"}, ROWS[0]], COLUMNS)

    first = capsys.readouterr().out.splitlines()[0]
    assert first.endswith("origins 3  Velmora – talks")


def test_lines_of_a_pipe_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """A program that reads them finds one line each."""
    print_lines(["  history " + "word " * 60])

    assert len(capsys.readouterr().out.splitlines()) == 1


def test_lines_of_a_terminal_go_on_below_their_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The label and the day stand out."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    print_lines(["    2031-06-03  " + "word " * 20])

    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith("    2031-06-03  word")
    assert others
    assert all(line.startswith(" " * 16 + "word") for line in others)


def test_a_timeline_tells_each_day_once() -> None:
    """Below it are its steps; what nobody has dated comes as undated."""
    steps = [
        step("2031-06-03", "Velmora – talks – Osten", planned_for="2031-06-20"),
        step("2031-06-03", "Osten – closes – gates"),
        step(None, "Osten – talks"),
    ]

    assert list(timeline_lines(steps)) == [
        "2031-06-03",
        "  planned      Velmora – talks – Osten (for 2031-06-20) · by The Keld Courier · 01234567",
        "  planned      Osten – closes – gates · by The Keld Courier · 01234567",
        "undated",
        "  planned      Osten – talks · by The Keld Courier · 01234567",
    ]
