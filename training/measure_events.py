"""Measure triggers, status and parties on labelled news that taught nothing: figures out.

    python -m training.measure_events --data DATA [--model FOLDER] [--taught] [--errors 50]

For each threshold: how many labelled triggers are found, how many found ones are labelled, and how
many of both have the right type. Status and parties are judged at the labelled words. `--taught`
takes the texts that do teach, for reading what the labels and the reader disagree on.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kept import Scored, read_scored
from benchmarks.scoring.classes import confusion, macro_f1
from readout.article import article_of_text
from readout.models import load_encoder
from readout.reading.events.parties import find_parties
from readout.reading.events.status import judge_status
from readout.reading.events.syntax import read_syntax
from readout.reading.events.triggers import Trigger, triggers_at_least
from readout.records.text import Span
from training.labelled import read_labelled
from training.marked_events import within
from training.sentences import Example, MarkedEvent

__all__ = ["main"]

THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
BATCH = 16


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled event and what is said at its words."""

    text: str
    label: MarkedEvent
    type: str
    status: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]


def read_all(examples: Sequence[Example], model: Path | None) -> Iterator[tuple[Example, Scored]]:
    """Read the texts, some at a time."""
    encoder = load_encoder(folder=model) if model else load_encoder()
    for first in range(0, len(examples), BATCH):
        some = examples[first : first + BATCH]
        read = read_scored([article_of_text(one.text) for one in some], encoder)
        yield from zip(some, read, strict=True)


def place_of(read: Scored, trigger: Trigger) -> Span:
    """Return the characters of a trigger."""
    words = read.encoded.words
    return Span(words[trigger.first][0], words[trigger.last][1])


def detection(found: Sequence[tuple[Example, Scored]], least: float) -> dict[str, float]:
    """Compare the triggers that are at least so likely with the labelled ones."""
    tally: Counter[str] = Counter()
    for example, read in found:
        told = triggers_at_least(read.encoded, read.layout, read.encoder.decoders, least)
        places = [(place_of(read, one), one) for one in told]
        tally["told"] += len(places)
        tally["labelled"] += len(example.events)
        tally["right"] += sum(
            any(label.trigger.overlaps(place) for label in example.events) for place, _ in places
        )
        for label in example.events:
            mine = [one for place, one in places if place.overlaps(label.trigger)]
            tally["found"] += bool(mine)
            tally["typed"] += any(one.type == label.type for one in mine)
    precision = 100 * tally["right"] / max(1, tally["told"])
    recall = 100 * tally["found"] / max(1, tally["labelled"])
    return {
        "precision": round(precision, 1),
        "recall": round(recall, 1),
        "f1": round(2 * precision * recall / max(1.0, precision + recall), 1),
        "type_of_found": round(100 * tally["typed"] / max(1, tally["found"]), 1),
    }


def judged(example: Example, read: Scored) -> Iterator[Judged]:
    """Judge type, status and parties at the labelled words."""
    statuses = read.encoder.decoders.classes["status"]
    for label in example.events:
        words = read.covered(label.trigger.start, label.trigger.end)
        sentence = int(read.layout.sentence[words[0]])
        lo, hi = read.layout.bounds[sentence]
        trigger = read.trigger(words[0], min(words[-1], hi - 1))
        syntax = read_syntax(example.text, read.reading.sentences[sentence])
        status = judge_status(syntax, trigger, statuses, first=words[0] - lo).status
        parties = find_parties(syntax, trigger, first=words[0] - lo)
        yield Judged(
            example.text,
            within(label, read.reading.sentences[sentence].span),
            trigger.type,
            status,
            parties.actors,
            parties.recipients,
        )


def parties_of(found: Sequence[Judged]) -> dict[str, float]:
    """Return precision and recall of parties, by overlap, in hundredths."""
    figures: dict[str, float] = {}
    for side in ("actors", "recipients"):
        pairs = [(getattr(one, side), getattr(one.label, side)) for one in found]
        told, gold = sum(len(a) for a, _ in pairs), sum(len(b) for _, b in pairs)
        right = sum(any(x.overlaps(y) for y in b) for a, b in pairs for x in a)
        reached = sum(any(y.overlaps(x) for x in a) for a, b in pairs for y in b)
        figures[f"{side}_p"] = round(100 * right / max(1, told), 1)
        figures[f"{side}_r"] = round(100 * reached / max(1, gold), 1)
    return figures


def statuses_of(found: Sequence[Judged]) -> dict[str, object]:
    """Return macro F1, how many that did not happen are called occurred, and what went wrong."""
    right, told = [one.label.status for one in found], [one.status for one in found]
    unhappened = [a for a, b in zip(told, right, strict=True) if b not in {"occurred", "ongoing"}]
    return {
        "macro_f1": macro_f1(right, told),
        "called_occurred": round(100 * unhappened.count("occurred") / max(1, len(unhappened)), 1),
        "confusion": confusion(right, told),
    }


def main() -> None:
    """Print the figures, a JSON line each."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--data", required=True, type=Path)
    ap.add_argument("--model", type=Path)
    ap.add_argument("--taught", action="store_true", help="texts that teach, instead")
    ap.add_argument("--errors", type=int, default=0, help="print so many wrong statuses")
    a = ap.parse_args()
    examples = list(read_labelled(a.data, held_out=not a.taught))
    found = list(read_all(examples, a.model))
    for least in THRESHOLDS:
        print(json.dumps({"least": least, **detection(found, least)}))
    told = [one for example, read in found for one in judged(example, read)]
    typed = sum(one.type == one.label.type for one in told)
    print(json.dumps({"events": len(told), "type": round(100 * typed / max(1, len(told)), 1)}))
    print(json.dumps(parties_of(told)))
    print(json.dumps(statuses_of(told)))
    wrong = [one for one in told if one.status != one.label.status]
    for one in wrong[: a.errors]:
        place = one.label.trigger
        before, after = one.text[max(0, place.start - 90) : place.start], one.text[place.end :][:60]
        print(f"{one.label.status} -> {one.status}: {before}[{place.of(one.text)}]{after}")


if __name__ == "__main__":
    main()
