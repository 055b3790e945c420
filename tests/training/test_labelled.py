"""Events labelled in news texts: the codes exist, places lie in their texts, some are held out."""

import json
from pathlib import Path

import pytest

from readout.errors import InvalidRecord
from training.labelled import HELD_OUT, LABELS, read_labelled
from training.sentences import ontology

TEXT = "Norway expelled two envoys on Monday. The ministry said no more.\n\nLater words."
ROW = {
    "set": "news_texts",
    "article": "t1",
    "end": 64,
    "events": [
        {
            "trigger": [7, 15],
            "type": "SANCTION",
            "mode": "expel",
            "actors": [[0, 6]],
            "recipients": [[20, 26]],
        }
    ],
}


def _folder(tmp_path: Path, rows: list[dict[str, object]]) -> Path:
    texts = "".join(json.dumps({"id": f"t{n}", "text": TEXT}) + "\n" for n in range(1, 4))
    (tmp_path / "news_texts.jsonl").write_text(texts, encoding="utf-8")
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "events.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_a_label_gives_the_opening_of_its_text_and_the_words_of_its_event(tmp_path: Path) -> None:
    """The text ends where labelling ended; who, what and whom are its words."""
    folder = _folder(tmp_path, [ROW])

    (found,) = read_labelled(folder, held_out=True, labels=folder / "events.jsonl")
    (event,) = found.events

    assert found.text == TEXT[:64]
    assert (event.type, event.mode, event.status) == ("SANCTION", "expel", "occurred")
    assert event.trigger.of(found.text) == "expelled"
    assert [s.of(found.text) for s in event.actors] == ["Norway"]
    assert [s.of(found.text) for s in event.recipients] == ["envoys"]


def test_what_is_held_out_does_not_teach(tmp_path: Path) -> None:
    """Each text is on one side only."""
    rows = [{**ROW, "article": f"t{1 + n % 3}", "end": 40 + n} for n in range(2 * HELD_OUT)]
    folder = _folder(tmp_path, rows)

    kept = list(read_labelled(folder, held_out=True, labels=folder / "events.jsonl"))
    taught = list(read_labelled(folder, held_out=False, labels=folder / "events.jsonl"))

    assert [len(one.text) for one in kept] == [40, 40 + HELD_OUT]
    assert len(taught) == 2 * HELD_OUT - 2


def test_a_text_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """Labels without their words teach nothing."""
    folder = _folder(tmp_path, [{**ROW, "article": "t9"}])

    with pytest.raises(InvalidRecord, match="no text t9"):
        list(read_labelled(folder, held_out=True, labels=folder / "events.jsonl"))


def test_a_span_beyond_the_opening_is_refused(tmp_path: Path) -> None:
    """A label lies in what was labelled."""
    folder = _folder(tmp_path, [{**ROW, "end": 12}])

    with pytest.raises(InvalidRecord, match="beyond the text"):
        list(read_labelled(folder, held_out=True, labels=folder / "events.jsonl"))


def test_the_labels_shipped_use_the_codes_of_the_ontology_and_no_word() -> None:
    """Places and codes alone, each inside its opening; a trigger has one label."""
    codes = ontology()
    rows = [json.loads(line) for line in LABELS.read_bytes().splitlines()]

    assert len({(row["set"], row["article"]) for row in rows}) == len(rows)
    for row in rows:
        assert set(row) == {"set", "article", "end", "events"}
        triggers = [tuple(event["trigger"]) for event in row["events"]]
        assert len(set(triggers)) == len(triggers)
        for event in row["events"]:
            assert event["type"] in codes["type"]
            assert event.get("status", "occurred") in codes["status"]
            assert "mode" not in event or f"{event['type']}.{event['mode']}" in codes["mode"]
            spans = [event["trigger"], *event.get("actors", ()), *event.get("recipients", ())]
            assert all(0 <= start < end <= row["end"] for start, end in spans)
