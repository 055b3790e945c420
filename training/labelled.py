"""Events labelled in news texts in, the texts with their events out.

`training/labels/events.jsonl` holds places and codes alone; the words are those of the data folder.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from readout.errors import InvalidRecord
from readout.records.text import Span
from training.sentences import Example, MarkedEvent

__all__ = ["HELD_OUT", "LABELS", "read_labelled"]

LABELS = Path(__file__).with_name("labels") / "events.jsonl"
HELD_OUT = 8  # every so many-th text teaches nothing: thresholds are chosen on these


def read_labelled(data: Path, *, held_out: bool, labels: Path = LABELS) -> Iterator[Example]:
    """Yield the labelled openings of news texts, those that teach or those that are held out.

    Raises InvalidRecord where a text is not in `data` or a span does not lie in its opening.
    """
    rows = [json.loads(line) for line in labels.read_bytes().splitlines()]
    texts = _texts(data, {row["set"] for row in rows})
    for number, row in enumerate(rows):
        if (number % HELD_OUT == 0) != held_out:
            continue
        if row["article"] not in texts:
            raise InvalidRecord(f"no text {row['article']} in {data}")
        text = texts[row["article"]][: row["end"]]
        yield Example(text=text, events=tuple(_events(row["events"], text)), file="labels")


def _texts(data: Path, sets: set[str]) -> dict[str, str]:
    """Return the texts of the named sets by id."""
    return {
        row["id"]: row["text"]
        for name in sorted(sets)
        for row in map(json.loads, (data / f"{name}.jsonl").read_bytes().splitlines())
    }


def _events(rows: list[dict], text: str) -> Iterator[MarkedEvent]:
    """Yield the events of one text in the order of their triggers."""
    for row in rows:
        spans = {
            name: tuple(Span(*pair) for pair in row.get(name, ()))
            for name in ("actors", "recipients")
        }
        trigger = Span(*row["trigger"])
        if any(span.end > len(text) for span in (trigger, *spans["actors"], *spans["recipients"])):
            raise InvalidRecord(f"a span beyond the text: {row}")
        yield MarkedEvent(
            type=row["type"],
            mode=row.get("mode"),
            status=row.get("status", "occurred"),
            trigger=trigger,
            **spans,
        )
