"""News articles with events labelled in them in, the figures of Readout's events and status out.

DATA is the folder of the articles; the events come from `labels/status.jsonl`. Figures are given
three times: for the events of which Readout finds the words (`found`), for all, an event not found
being wrong (`all`), and judged at the labelled words, found or not (`given`). The set was not
labelled whole, so an event found without a label is no mistake. Predictions are one row an event.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.event_labels import EventLabel, read_labelled
from benchmarks.kept import Scored
from benchmarks.scoring.classes import accuracy, class_counts, confusion, macro_f1
from benchmarks.scoring.tokens import Place
from readout.models import load_encoder
from readout.reading.events.status import judge_status
from readout.reading.events.syntax import read_syntax
from readout.records.event import Actor, EventMention, EventType, Status
from readout.records.text import Span

__all__ = ["Answer", "answers", "figures", "run"]

_LABELS = Path(__file__).parent / "labels"
_HAPPENED = frozenset({"occurred", "ongoing"})


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A label with what Readout says of the event: of its own accord and at the labelled words."""

    label: EventLabel
    type: EventType | None = None
    status: Status | None = None
    status_by: str = ""
    actors_agree: bool = False
    recipients_agree: bool = False
    given_type: EventType
    given_status: Status


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Read the labelled articles that lie in the folder `data`, return the figures."""
    lines = (_LABELS / "status.jsonl").read_bytes().splitlines()
    labels = [msgspec.json.decode(line, type=EventLabel) for line in lines]
    picked = frozenset((_LABELS / "status_picked.txt").read_text("utf-8").split())
    encoder = load_encoder(threads=1)
    found = [
        answer
        for read, some in read_labelled(labels, data, encoder)
        for answer in answers(read, some)
    ]
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in found))
    drawn = [one for one in found if one.label.article not in picked]
    return {
        "model": encoder.name,
        **figures(found),
        "status_given_without_picked": _status(drawn, given=True),
    }


def answers(read: Scored, labels: Sequence[EventLabel]) -> Iterator[Answer]:
    """Yield what is said of each labelled event of one article."""
    mentions = [mention for event in read.reading.events for mention in event.mentions]
    for label in labels:
        kind, status = _given(read, label)
        mine = _mention(mentions, Span(*label.trigger))
        if mine is None:
            yield Answer(label=label, given_type=kind, given_status=status)
            continue
        yield Answer(
            label=label,
            type=mine.type,
            status=mine.status,
            status_by=mine.status_by,
            actors_agree=_agree(mine.actors, label.actors),
            recipients_agree=_agree(mine.recipients, label.recipients),
            given_type=kind,
            given_status=status,
        )


def figures(found: Sequence[Answer]) -> dict[str, object]:
    """Return shares and macro F1 in hundredths; lenient counts a labelled alternative as right.

    `called_occurred` is of the events that did not, or not yet, happen.
    """
    seen = [one for one in found if one.type is not None]
    of_found, of_all = _status(seen, given=False), _status(found, given=False)
    of_given = _status(found, given=True)
    return {
        "events": len(found),
        "found": _share([one.type is not None for one in found]),
        "type_right": _share([one.type == one.label.type for one in seen]),
        "type_right_given": _share([one.given_type == one.label.type for one in found]),
        "actors_agree": _share([one.actors_agree for one in seen]),
        "recipients_agree": _share([one.recipients_agree for one in seen]),
        "macro_f1_found": of_found["macro_f1"],
        "macro_f1_all": of_all["macro_f1"],
        "macro_f1_given": of_given["macro_f1"],
        "called_occurred_found": of_found["called_occurred"],
        "called_occurred_given": of_given["called_occurred"],
        "status_found": of_found,
        "status_all": of_all,
        "status_given": of_given,
        "confusion_given": confusion(
            [one.label.status for one in found], [one.given_status for one in found]
        ),
    }


def _given(read: Scored, label: EventLabel) -> tuple[EventType, Status]:
    """Judge type and status at the labelled words, taken for a trigger."""
    words = read.covered(*label.trigger)
    sentence = int(read.layout.sentence[words[0]])
    lo, hi = read.layout.bounds[sentence]
    trigger = read.trigger(words[0], min(words[-1], hi - 1))
    syntax = read_syntax(read.reading.article.text, read.reading.sentences[sentence])
    statuses = read.encoder.decoders.classes["status"]
    judged = judge_status(syntax, trigger, statuses, first=words[0] - lo)
    return trigger.type, judged.status


def _mention(mentions: Sequence[EventMention], place: Span) -> EventMention | None:
    """Return the mention that shares most with the labelled words."""

    def shared(one: EventMention) -> int:
        return min(one.trigger.end, place.end) - max(one.trigger.start, place.start)

    best = max(mentions, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _agree(found: Sequence[Actor], labelled: Sequence[Place]) -> bool:
    """Say whether each party found lies over a labelled one, and each labelled one under one."""
    spans = [Span(*place) for place in labelled]
    return all(any(one.span.overlaps(span) for span in spans) for one in found) and all(
        any(one.span.overlaps(span) for one in found) for span in spans
    )


def _status(found: Sequence[Answer], *, given: bool) -> dict[str, object]:
    """Return the measures of the statuses told; parties and types are not looked at."""
    right = [one.label.status for one in found]
    told = [one.given_status if given else one.status for one in found]
    lenient = [
        one.label.status if status and status == one.label.alternative else status
        for one, status in zip(found, told, strict=True)
    ]
    unhappened = [
        status for one, status in zip(found, told, strict=True) if one.label.status not in _HAPPENED
    ]
    return {
        "macro_f1": macro_f1(right, told),
        "macro_f1_lenient": macro_f1(right, lenient),
        "accuracy": accuracy(right, told),
        "unhappened": len(unhappened),
        "called_occurred": _share([one == "occurred" for one in unhappened]),
        "called_ongoing": _share([one == "ongoing" for one in unhappened]),
        "f1": {name: round(100 * count.f1, 2) for name, count in class_counts(right, told).items()},
    }


def _share(hits: Sequence[bool]) -> float:
    return round(100 * sum(hits) / len(hits), 2) if hits else 0.0
