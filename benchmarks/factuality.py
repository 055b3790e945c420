"""Sentences with an event's words given in, the figures of how sure Readout is of it out.

DATA is a JSON lines file: id, dataset, text (tokens joined by blanks), span (first and one past
last token of the event) and factuality, from -3 (did not happen) to 3 (happened). Predictions are
one row an id: factuality. Each sentence is read alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from statistics import StatisticsError, correlation, fmean

import msgspec

from readout.models import Encoded, load_encoder
from readout.reading import ReadingEncoder

__all__ = ["FactRow", "Judged", "figures", "judge", "run"]

_SUREST = 3.0


class FactRow(msgspec.Struct, frozen=True, kw_only=True):
    """One event of a sentence and how sure annotators were of it."""

    id: str
    dataset: str
    text: str
    span: tuple[int, int]
    factuality: float

    def place(self) -> tuple[int, int]:
        """Return start and end of the event in the text."""
        tokens = self.text.split(" ")
        first, last = self.span
        start = len(" ".join(tokens[:first])) + (first > 0)
        return start, max(start + 1, len(" ".join(tokens[:last])))


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """How sure Readout is of one event."""

    id: str
    factuality: float


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Judge the events of `data`, write the values to `out`, return the figures."""
    lines = data.read_bytes().splitlines()
    rows = [msgspec.json.decode(line, type=FactRow) for line in lines if line.strip()]
    encoder = load_encoder(threads=1)
    judged = list(judge(rows, encoder))
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in judged))
    return {"model": encoder.name, **figures(rows, [one.factuality for one in judged])}


def judge(rows: Sequence[FactRow], encoder: ReadingEncoder) -> Iterator[Judged]:
    """Yield how sure the encoder is of each event, in order."""
    for text, some in groupby(rows, key=lambda row: row.text):
        (encoded,) = encoder([text])
        for row in some:
            yield Judged(id=row.id, factuality=_value(encoded, *row.place()))


def figures(rows: Sequence[FactRow], found: Sequence[float]) -> dict[str, object]:
    """Return for each data set how many events, Pearson's r in hundredths, mean absolute error."""
    sets: dict[str, list[tuple[float, float]]] = {}
    for row, value in zip(rows, found, strict=True):
        sets.setdefault(row.dataset, []).append((row.factuality, value))
    return {
        f"{name}_{measure}": value
        for name, pairs in sorted(sets.items())
        for measure, value in _figures(pairs).items()
    }


def _value(encoded: Encoded, start: int, end: int) -> float:
    """Return the mean value of the words that lie in a stretch by half, or else touch it."""
    shared = [min(e, end) - max(s, start) for s, e in encoded.words]
    inside = [i for i, (s, e) in enumerate(encoded.words) if shared[i] * 2 > e - s]
    words = inside or [i for i, size in enumerate(shared) if size > 0]
    if not words:
        return 0.0
    mean = float(encoded.scores["factuality"][words].mean())
    return round(max(-_SUREST, min(_SUREST, mean)), 4)


def _figures(pairs: Sequence[tuple[float, float]]) -> Mapping[str, float]:
    right, found = zip(*pairs, strict=True)
    try:
        pearson = correlation(right, found)
    except StatisticsError:  # one event, or all values the same
        pearson = 0.0
    return {
        "events": len(pairs),
        "pearson": round(100 * pearson, 2),
        "mae": round(fmean(abs(one - other) for one, other in pairs), 4),
    }
