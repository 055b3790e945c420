"""Questions at the shell over a ledger: as a table, as CSV, as JSON, and what is refused."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ledgers import answers, enter_all
from readout.cli.main import app


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a ledger of four pages."""
    place = str(tmp_path_factory.mktemp("ledger") / "readout.db")
    enter_all(place, answers(4))
    return place


def ran(ledger: str, *words: str) -> str:
    """Return what the command printed; it ended well."""
    done = CliRunner().invoke(app, [*words, "--ledger", ledger])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_events_are_told_three_ways(ledger: str) -> None:
    """The table, the CSV and the JSON have the same events."""
    records = [json.loads(line) for line in ran(ledger, "events", "--json").splitlines()]
    rows = list(csv.DictReader(ran(ledger, "events", "--csv").splitlines()))
    table = ran(ledger, "events")

    assert records
    assert [row["event"] for row in rows] == [record["event_id"] for record in records]
    assert all(record["event_id"][:8] in table for record in records)


def test_one_event_is_shown_and_explained(ledger: str) -> None:
    """Its id, or the beginning of it, is enough; each report is led to its words."""
    record = json.loads(ran(ledger, "events", "--json").splitlines()[0])
    name = record["event_id"][:10]

    shown, explained = ran(ledger, "event", name), ran(ledger, "explain", name)
    assert "characters" in shown
    assert "independent origin" in explained
    assert json.loads(ran(ledger, "explain", name, "--json")) == record


def test_timeline_statements_and_search_answer(ledger: str) -> None:
    """Each has JSON and CSV of as many rows."""
    word = json.loads(ran(ledger, "statements", "--json").splitlines()[0])["content"].split()[0]
    for asked in (["timeline"], ["statements"], ["search", word]):
        told = ran(ledger, *asked, "--json").splitlines()
        assert len(told) == len(list(csv.DictReader(ran(ledger, *asked, "--csv").splitlines())))
        assert told
        assert ran(ledger, *asked)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["event", "ffffffffff"], "there is no event 'ffffffffff'"),
        (["events", "--type", "WAR"], "no type is called 'WAR'"),
        (["events", "--since", "March"], "--since takes a day"),
        (["events", "--as-of", "2020-13-01"], "--as-of takes a day"),
    ],
)
def test_what_cannot_be_asked_is_refused(ledger: str, words: list[str], told: str) -> None:
    """Exit code 2, and the message says what is allowed."""
    done = CliRunner().invoke(app, [*words, "--ledger", ledger])

    assert done.exit_code == 2
    assert told in done.stderr


def test_asking_needs_a_ledger(tmp_path: Path) -> None:
    """Exit code 3; none is made."""
    done = CliRunner().invoke(app, ["events", "--ledger", str(tmp_path / "none.db")])

    assert done.exit_code == 3
    assert not list(tmp_path.iterdir())


def test_statements_of_the_same_words_are_told_once(ledger: str) -> None:
    """With --together, as a table, as CSV and as JSON."""
    told = ran(ledger, "statements", "--together", "--json").splitlines()
    rows = list(csv.DictReader(ran(ledger, "statements", "--together", "--csv").splitlines()))

    assert {row["utterance"] for row in rows} == {json.loads(one)["utterance_id"] for one in told}
    assert ran(ledger, "statements", "--together")
