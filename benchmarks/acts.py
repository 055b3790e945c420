"""Articles with attributions marked by hand in, the figures of Readout's acts for them out.

DATA is a JSON lines file of articles as the task `attribution` reads it; the acts come from
`labels/acts.jsonl`. The attributions are those marked by hand, so that the figures are of the acts
alone. Predictions are written as one row an attribution: article, attribution, act, hedge.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from benchmarks.scoring.counts import Counts
from benchmarks.scoring.tokens import Place
from readout.reading.acts import act_of
from readout.reading.quotes import find_quoted, quote_kind
from readout.records.reading import Act, Attribution
from readout.records.text import Span

__all__ = ["Label", "Prediction", "figures", "run"]

_LABELS = Path(__file__).parent / "labels" / "acts.jsonl"
_WORD = re.compile(r"\w+")


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """What was labelled for one attribution."""

    article: str
    attribution: str
    act: Act
    alternative: Act | None = None
    hedge: bool = False
    added: bool = False


class Prediction(msgspec.Struct, frozen=True, kw_only=True):
    """What was found for one attribution."""

    article: str
    attribution: str
    act: Act
    hedge: bool


class _Gold(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution marked by hand."""

    id: str
    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    """One article of an evaluation file, with the ids of its attributions."""

    id: str
    text: str
    attributions: tuple[_Gold, ...]


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Find the acts of the labelled attributions, write them to `out`, return the figures."""
    labels = [msgspec.json.decode(line, type=Label) for line in _LABELS.read_bytes().splitlines()]
    by_place = {(label.article, label.attribution): label for label in labels}
    rows = (msgspec.json.decode(line, type=_Row) for line in data.read_bytes().splitlines())
    found = [one for row in rows for one in _predictions(row, by_place)]
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in found))
    return figures([by_place[one.article, one.attribution] for one in found], found)


def figures(labels: Sequence[Label], found: Sequence[Prediction]) -> dict[str, object]:
    """Return macro F1 over the acts labelled, accuracy, and each act's F1, in hundredths.

    Strict counts the act labelled; lenient also counts the alternative, as if it were the act.
    """
    pairs = list(zip(labels, found, strict=True))
    strict = [(label.act, one.act) for label, one in pairs]
    lenient = [
        (label.act, label.act if one.act == label.alternative else one.act) for label, one in pairs
    ]
    drawn = [pair for pair, label in zip(strict, labels, strict=True) if not label.added]
    hedges = Counts(
        sum(label.hedge and one.hedge for label, one in pairs),
        sum(one.hedge for one in found),
        sum(label.hedge for label in labels),
    )
    return {
        "attributions": len(pairs),
        "macro_f1": _macro(strict),
        "macro_f1_lenient": _macro(lenient),
        "macro_f1_without_added": _macro(drawn),
        "accuracy": _accuracy(strict),
        "accuracy_lenient": _accuracy(lenient),
        "hedge_f1": _percent(hedges.f1),
        "acts": {act: _percent(count.f1) for act, count in _counts(strict).items()},
    }


def _predictions(row: _Row, labels: Mapping[tuple[str, str], Label]) -> Iterator[Prediction]:
    """Yield the acts of the article's labelled attributions."""
    quoted = find_quoted(row.text)
    for gold in row.attributions:
        if (row.id, gold.id) not in labels:
            continue
        words = [
            match.span() for place in gold.content for match in _WORD.finditer(row.text, *place)
        ]
        attribution = Attribution(
            aid=gold.id,
            source=tuple(Span(*place) for place in gold.source),
            cue=tuple(Span(*place) for place in gold.cue),
            content=tuple(Span(*place) for place in gold.content),
            quote=quote_kind(words, quoted),
            p=1.0,
            by="hand",
        )
        act = act_of(row.text, attribution)
        yield Prediction(article=row.id, attribution=gold.id, act=act.act, hedge=bool(act.hedge))


def _counts(pairs: Sequence[tuple[Act, Act]]) -> dict[Act, Counts]:
    """Return the counts of each act that was labelled, in alphabetical order."""
    return {
        act: Counts(
            pairs.count((act, act)),
            sum(found == act for _, found in pairs),
            sum(label == act for label, _ in pairs),
        )
        for act in sorted({label for label, _ in pairs})
    }


def _macro(pairs: Sequence[tuple[Act, Act]]) -> float:
    counts = _counts(pairs)
    return _percent(sum(count.f1 for count in counts.values()) / len(counts)) if counts else 0.0


def _accuracy(pairs: Sequence[tuple[Act, Act]]) -> float:
    return _percent(sum(label == found for label, found in pairs) / len(pairs)) if pairs else 0.0


def _percent(part: float) -> float:
    return round(100 * part, 2)
