"""Sentences with two actors given in, the figures of the event types Readout finds for them out.

DATA is a JSON lines file: id, text, source and target (words of the sentence), root (a PLOVER type,
CONCEDE and RETREAT as YIELD) and quad. Predictions are one row an id: root, quad.

Figures are of two tasks. Given the actors a type must always be told: root, quad and binary are
macro F1. From the text alone, `pair_type_found` is the share of rows for which the reading holds an
event of the root whose actor is the source and whose recipient is the target.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.articles import BATCH
from benchmarks.given_pair import by_mentions, by_words, pair_of, places
from benchmarks.kept import Scored, read_scored
from benchmarks.scoring.classes import accuracy, class_counts, confusion, macro_f1
from benchmarks.scoring.roots import is_conflict, quad_of, root_of
from readout.article import article_of_text
from readout.models import load_encoder
from readout.reading.read import ReadingEncoder

__all__ = ["PairRow", "Told", "figures", "run", "tell"]


class PairRow(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, two actors, and what was marked to hold between them."""

    id: str
    text: str
    source: str
    target: str
    root: str
    quad: int


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What was found for one row."""

    id: str
    root: str
    quad: int
    type_found: bool
    """The reading holds an event of the right root."""
    pair_found: bool
    """The reading holds an event of the pair."""
    pair_type_found: bool
    """The reading holds an event of the pair and of the right root."""


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Read each sentence of `data`, write what holds to `out`, return the figures."""
    lines = data.read_bytes().splitlines()
    rows = [msgspec.json.decode(line, type=PairRow) for line in lines if line.strip()]
    encoder = load_encoder(threads=1)
    told = list(_told(rows, encoder))
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in told))
    return {"model": encoder.name, **figures(rows, told)}


def tell(row: PairRow, read: Scored) -> Told:
    """Return what holds between the row's actors, by its sentence as it was read."""
    text, events = read.reading.article.text, read.reading.events
    source, target = places(text, row.source), places(text, row.target)
    root = by_mentions(events, source, target) or by_words(read, source, target)
    right = [event for event in events if root_of(event.type) == row.root]
    return Told(
        id=row.id,
        root=root,
        quad=quad_of(root),
        type_found=bool(right),
        pair_found=any(pair_of(event, source, target) for event in events),
        pair_type_found=any(pair_of(event, source, target) for event in right),
    )


def figures(rows: Sequence[PairRow], told: Sequence[Told]) -> dict[str, object]:
    """Return macro F1 and shares in hundredths, each root's F1 and what was told in its stead."""
    gold, found = [row.root for row in rows], [one.root for one in told]
    quads, found_quads = [row.quad for row in rows], [one.quad for one in told]
    return {
        "rows": len(rows),
        "binary": macro_f1(_sides(quads), _sides(found_quads)),
        "quad": macro_f1(_names(quads), _names(found_quads)),
        "root": macro_f1(gold, found),
        "root_accuracy": accuracy(gold, found),
        "pair_type_found": _share([one.pair_type_found for one in told]),
        "pair_found": _share([one.pair_found for one in told]),
        "type_found": _share([one.type_found for one in told]),
        "roots": {
            name: round(100 * count.f1, 2) for name, count in class_counts(gold, found).items()
        },
        "confusion": confusion(gold, found),
    }


def _told(rows: Sequence[PairRow], encoder: ReadingEncoder) -> Iterator[Told]:
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        read = read_scored([article_of_text(row.text) for row in batch], encoder)
        yield from map(tell, batch, read)


def _sides(quads: Sequence[int]) -> list[str]:
    return ["conflict" if is_conflict(quad) else "cooperation" for quad in quads]


def _names(quads: Sequence[int]) -> list[str]:
    return [str(quad) for quad in quads]


def _share(found: Sequence[bool]) -> float:
    return round(100 * sum(found) / len(found), 2) if found else 0.0
