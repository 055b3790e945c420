"""The project's measures of times against the shared scorer, and what they count by hand."""

import importlib.util
import json
import os
from pathlib import Path

import msgspec
import pytest

from benchmarks.scoring.times import MarkedTime, score_times
from benchmarks.times import run


def test_a_time_is_paired_once_and_the_same_stretch_goes_first() -> None:
    """Of two predictions on one gold time only the exact one counts."""
    gold = [MarkedTime(start=5, end=10, type="DATE", value="2018")]
    predicted = [
        MarkedTime(start=0, end=9, type="DATE", value="2018"),
        MarkedTime(start=5, end=10, type="TIME", value="2018"),
    ]

    counts = score_times(gold, predicted)

    assert {name: count.hits for name, count in counts.items()} == {
        "strict": 1,
        "relaxed": 1,
        "value": 1,
        "type": 0,
    }
    assert counts["relaxed"].predicted == 2


def test_a_run_scores_rows_and_writes_predictions(tmp_path: Path) -> None:
    """A row of one sentence, read by the rules, scores in full."""
    text = "The pact was signed on March 20."
    row = {"id": "a", "text": text, "dct": "2018-04-03"}
    gold = {"start": 23, "end": 31, "type": "DATE", "value": "2018-03-20", "tid": "t1"}
    data, out = tmp_path / "rows.jsonl", tmp_path / "found.jsonl"
    data.write_bytes(msgspec.json.encode({**row, "timexes": [gold]}) + b"\n")

    figures = run(data, out)

    assert figures["value_f1"] == 100
    assert json.loads(out.read_text())["timexes"] == [
        {"start": 23, "end": 31, "type": "DATE", "value": "2018-03-20"}
    ]


def by_name(path: Path) -> dict[str, object]:
    """Return the rows of a file by the name the shared scorer knows them by."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {row.get("file") or row["id"]: row for row in rows}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["time_timebank.jsonl", "time_aquaint.jsonl"])
def test_the_measures_agree_with_the_shared_scorer(name: str, tmp_path: Path) -> None:
    """On the shared rows both scorers give the same four figures."""
    folder = os.environ.get("READOUT_DATA")
    if not folder:
        pytest.skip("READOUT_DATA is not set")
    data, scorer = Path(folder) / name, Path(folder).parent / "bench" / "score_time.py"
    if not (data.exists() and scorer.exists()):
        pytest.skip("no times or no shared scorer beside them")
    spec = importlib.util.spec_from_file_location("shared_time_scorer", scorer)
    if spec is None or spec.loader is None:
        pytest.skip("the shared scorer is no module")
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    out = tmp_path / "found.jsonl"

    figures = run(data, out)
    theirs = shared.score(by_name(data), by_name(out))

    for measure in ("strict", "relaxed", "value", "type"):
        if measure in theirs:
            assert figures[f"{measure}_f1"] == pytest.approx(100 * theirs[measure]["f"], abs=0.01)
