"""Articles with attributions marked by hand in, the figures of Readout's attributions out.

DATA is a JSON lines file of articles: id, text, date, and attributions with their source, cue and
content as lists of [start, end]. Predictions are written in the same form.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from benchmarks.articles import Row, in_row, moved, readings, rows
from benchmarks.scoring.attribution import score
from benchmarks.scoring.counts import Counts, interval, total
from benchmarks.scoring.pairs import Marked
from readout.models import load_encoder
from readout.records.page import Refusal
from readout.records.reading import Reading

__all__ = ["run"]

_ROLES = ("content", "source", "cue")
_F1 = {
    "relation": "all_relation",
    "relation_direct": "direct_relation",
    "relation_cue": "all_relation_cue",
    "content_overlap": "all_overlap",
    **{f"{role}_tokens": f"token_{role}" for role in _ROLES},
    **{f"{role}_exact": f"piece_{role}" for role in _ROLES},
}
"""The figures that are an F1, and the measure each is of."""
_KINDS = ("direct", "mixed", "indirect", "nosource")


class Prediction(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in one article, in the places of the row's text."""

    id: str
    attributions: tuple[Marked, ...]


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Read the articles of `data`, write the predictions to `out`, return the figures."""
    encoder = load_encoder(threads=1)
    found = list(readings(rows(data), encoder))
    predictions = [_prediction(row, reading) for row, reading in found]
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in predictions))
    counted = [
        score(row.text, row.attributions, prediction.attributions)
        for (row, _), prediction in zip(found, predictions, strict=True)
    ]
    return {
        "articles": len(found),
        "refused": sum(isinstance(reading, Refusal) for _, reading in found),
        "model": next((r.reader.model for _, r in found if isinstance(r, Reading)), ""),
        **_figures(counted),
    }


def _prediction(row: Row, reading: Reading | Refusal) -> Prediction:
    """Return the attributions of a reading in the row's places; none for a refused row."""
    if isinstance(reading, Refusal):
        return Prediction(id=row.id, attributions=())
    mapped = in_row(row, reading.article)
    attributions = (
        Marked(
            source=moved(mapped, one.source),
            cue=moved(mapped, one.cue),
            content=moved(mapped, one.content),
        )
        for one in reading.attributions
        if one.within is None  # the gold marks none inside another
    )
    return Prediction(id=row.id, attributions=tuple(attributions))


def _figures(counted: Sequence[Mapping[str, Counts]]) -> dict[str, object]:
    """Return F1 in hundredths, recalls by kind, and how far the relation's F1 may be off."""
    sums = total(counted)
    low, high = interval([counts["all_relation"] for counts in counted])
    return {
        **{figure: _percent(sums[measure].f1) for figure, measure in _F1.items()},
        "recall_by_kind": {
            kind: _percent(sums[f"recall_{kind}_relation"].recall) for kind in _KINDS
        },
        "relation_interval": [_percent(low), _percent(high)],
    }


def _percent(part: float) -> float:
    return round(100 * part, 2)
