"""Texts with times marked by hand in, the figures of Readout's times out.

DATA is a JSON lines file of texts: id or file, text, dct (when it was published) and timexes with
start, end, type and value. Predictions are written in the same form.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from benchmarks.scoring.counts import Counts, total
from benchmarks.scoring.times import MarkedTime, score_times
from readout.article import article_of_text
from readout.models import load_encoder
from readout.reading import read_articles
from readout.records.article import Article
from readout.records.time import Timex

__all__ = ["TimesReader", "run"]

TimesReader = Callable[[Article], Sequence[Timex]]
"""What finds the times of an article."""

_MEASURES = ("strict", "relaxed", "value", "type")


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    file: str = ""
    text: str
    dct: str
    timexes: tuple[MarkedTime, ...]


class _Prediction(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    file: str
    timexes: tuple[MarkedTime, ...]


def run(
    data: Path, out: Path | None = None, *, read: TimesReader | None = None
) -> dict[str, float | int | str]:
    """Find the times of each text of `data`, write them to `out`, return the figures.

    `read` finds them; without it the whole reading does, with the encoder's parts of speech.
    """
    decoder = msgspec.json.Decoder(_Row)
    with data.open("rb") as lines:
        rows = [decoder.decode(line) for line in lines if line.strip()]
    read = read or _whole_reading()
    predictions = [_prediction(row, read) for row in rows]
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in predictions))
    sums = total(
        score_times(row.timexes, one.timexes) for row, one in zip(rows, predictions, strict=True)
    )
    return {"articles": len(rows), **_figures(sums)}


def _whole_reading() -> TimesReader:
    encoder = load_encoder(threads=1)

    def read(article: Article) -> Sequence[Timex]:
        return read_articles([article], encoder)[0].times

    return read


def _prediction(row: _Row, read: TimesReader) -> _Prediction:
    article = article_of_text(row.text, published=row.dct)
    found = tuple(
        MarkedTime(start=one.span.start, end=one.span.end, type=one.type, value=one.value)
        for one in read(article)
    )
    return _Prediction(id=row.id, file=row.file, timexes=found)


def _figures(sums: dict[str, Counts]) -> dict[str, float | int | str]:
    """Return F1 in hundredths for each measure, and the counts they come from."""
    counts = sums.get("relaxed", Counts())
    return {
        "gold": counts.gold,
        "predicted": counts.predicted,
        **{f"{name}_f1": round(100 * sums.get(name, Counts()).f1, 2) for name in _MEASURES},
    }
