"""Sentences that tell no event in, the share out of those into which Readout reads one.

DATA is the folder of the news texts; the sentences come from `labels/no_events.jsonl`. Half are
written for the set and read each alone; half stand in news texts, which are read whole.
Predictions are one row an event that should not be there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.articles import BATCH
from benchmarks.event_labels import Labelled, read_labelled
from benchmarks.scoring.tokens import Place
from readout.article import article_of_text
from readout.models import load_encoder
from readout.reading import ReadingEncoder, read_articles
from readout.records.event import EventMention, EventType
from readout.records.reading import Reading
from readout.records.text import Span

__all__ = ["Quiet", "figures", "run"]

_LABELS = Path(__file__).parent / "labels" / "no_events.jsonl"


class Quiet(Labelled, frozen=True, kw_only=True):
    """A sentence without events: its text, or its place in an article."""

    set: str = ""
    article: str = ""
    text: str = ""
    span: Place | None = None


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with the types and triggers read into it."""

    label: Quiet
    types: tuple[EventType, ...]
    triggers: tuple[str, ...]


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Read the sentences, those of news texts where they lie in the folder `data`."""
    labels = [msgspec.json.decode(line, type=Quiet) for line in _LABELS.read_bytes().splitlines()]
    encoder = load_encoder(threads=1)
    found = list(_written([one for one in labels if one.text], encoder))
    real = [one for one in labels if not one.text]
    for scored, some in read_labelled(real, data, encoder):
        found += [_read(one, scored.reading, Span(*(one.span or (0, 1)))) for one in some]
    if out is not None:
        wrong = (one for one in found if one.types)
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in wrong))
    return {"model": encoder.name, **figures(found)}


def figures(found: Sequence[Read]) -> dict[str, object]:
    """Return shares of sentences with an event in hundredths, and how often which type is read."""
    return {
        "sentences": len(found),
        "coded": _share(found),
        "coded_written": _share([one for one in found if one.label.text]),
        "coded_in_articles": _share([one for one in found if not one.label.text]),
        "types": dict(Counter(kind for one in found for kind in one.types).most_common()),
    }


def _written(labels: Sequence[Quiet], encoder: ReadingEncoder) -> Iterator[Read]:
    for start in range(0, len(labels), BATCH):
        batch = labels[start : start + BATCH]
        readings = read_articles([article_of_text(one.text) for one in batch], encoder)
        for label, reading in zip(batch, readings, strict=True):
            yield _read(label, reading, Span(0, len(label.text)))


def _read(label: Quiet, reading: Reading, place: Span) -> Read:
    inside = list(_mentions(reading, place))
    return Read(
        label=label,
        types=tuple(one.type for one in inside),
        triggers=tuple(one.trigger.of(reading.article.text) for one in inside),
    )


def _mentions(reading: Reading, place: Span) -> Iterator[EventMention]:
    for event in reading.events:
        yield from (one for one in event.mentions if one.trigger.overlaps(place))


def _share(found: Sequence[Read]) -> float:
    return round(100 * sum(bool(one.types) for one in found) / len(found), 2) if found else 0.0
