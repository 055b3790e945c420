"""Articles with attributions marked by hand in, the figures of Readout's speakers for them out.

DATA is a JSON lines file of articles as the task `attribution` reads it; who speaks comes from
`labels/speakers.jsonl`. Figures are given twice: with the attributions marked by hand, so that
they are of the speakers alone, and for those that Readout itself finds with half their content.
Predictions are written as one row an attribution: article, attribution, speaker.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.articles import BATCH
from benchmarks.marked import MarkedRow, inverse, marked_attributions, placed
from benchmarks.scoring.tokens import Place
from readout.article import article_of_text
from readout.models import Encoder, load_encoder
from readout.reading import read_articles
from readout.reading.mentions.lexicon import role_noun
from readout.reading.speakers import find_speakers
from readout.records.article import Article
from readout.records.reading import Attribution, Quote, Reading, Speaker
from readout.records.text import Span

__all__ = ["SpeakerLabel", "figures", "is_right", "run"]

_LABELS = Path(__file__).parent / "labels" / "speakers.jsonl"
_HALF = 0.5


class SpeakerLabel(msgspec.Struct, frozen=True, kw_only=True):
    """What was labelled for one attribution."""

    article: str
    attribution: str
    speaker_spans: tuple[Place, ...]
    kind: Quote
    source_kind: str


class _Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A label with the answers to it."""

    label: SpeakerLabel
    speaker: str | None
    right: bool
    own_right: bool
    """With the attribution Readout itself finds; False where it finds none."""


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Find the speakers of the labelled attributions of `data`, return the figures."""
    labels = [
        msgspec.json.decode(line, type=SpeakerLabel) for line in _LABELS.read_bytes().splitlines()
    ]
    wanted = {label.article for label in labels}
    rows = [msgspec.json.decode(line, type=MarkedRow) for line in data.read_bytes().splitlines()]
    answers = list(_answers([row for row in rows if row.id in wanted], labels))
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in answers))
    return {
        **figures([(one.label, one.right) for one in answers]),
        "own": figures([(one.label, one.own_right) for one in answers]),
    }


def figures(answers: Sequence[tuple[SpeakerLabel, bool]]) -> dict[str, object]:
    """Return the share of right speakers in hundredths: all, by quote and by kind of source."""
    kinds = sorted({label.kind for label, _ in answers})
    sources = sorted({label.source_kind for label, _ in answers})
    return {
        "attributions": len(answers),
        "right": _share([right for _, right in answers]),
        "by_quote": {
            kind: _share([right for label, right in answers if label.kind == kind])
            for kind in kinds
        },
        "by_source": {
            kind: _share([right for label, right in answers if label.source_kind == kind])
            for kind in sources
        },
    }


def is_right(speaker: Speaker | None, spans: Sequence[Span], text: str) -> bool:
    """Say whether the speaker's fullest mention covers a labelled one, or holds its name.

    Where nobody is labelled, no speaker is the right answer.
    """
    if speaker is None or not spans:
        return speaker is None and not spans
    mine = speaker.mention
    return any(
        (mine.start <= span.start and span.end <= mine.end)
        or (span.start <= mine.start and mine.end <= span.end and _holds_name(mine, span, text))
        for span in spans
    )


def _holds_name(mine: Span, span: Span, text: str) -> bool:
    """Say whether the answer is not a piece of a longer name: no capital stands right beside it."""
    if " " in mine.of(text):
        return True
    before = text[span.start : mine.start].split()
    after = text[mine.end : span.end]
    beside = bool(before) and before[-1][0].isupper() and role_noun(before[-1]) is None
    return not beside and not (after.startswith(" ") and after[1:2].isupper())


def _answers(rows: Sequence[MarkedRow], labels: Sequence[SpeakerLabel]) -> Iterator[_Answer]:
    encoder = load_encoder(threads=1)
    for at in range(0, len(rows), BATCH):
        batch = [
            (row, article)
            for row in rows[at : at + BATCH]
            if isinstance(article := article_of_text(row.text, published=row.date), Article)
        ]
        for (row, article), reading in zip(batch, _read(batch, encoder), strict=True):
            mine = [label for label in labels if label.article == row.id]
            yield from _answers_of(row, article, reading, mine)


def _read(batch: Sequence[tuple[MarkedRow, Article]], encoder: Encoder) -> Sequence[Reading]:
    return read_articles([article for _, article in batch], encoder)


def _answers_of(
    row: MarkedRow, article: Article, reading: Reading, labels: Sequence[SpeakerLabel]
) -> Iterator[_Answer]:
    marked = marked_attributions(row, article)
    given = {one.aid: one for one in find_speakers(article, reading.sentences, marked)}
    own = reading.attributions
    mapped = inverse(row, article)
    for label in labels:
        found = given.get(label.attribution)
        if found is None:
            continue
        spans = placed(mapped, label.speaker_spans)
        mine = _same_content(found, own)
        yield _Answer(
            label=label,
            speaker=found.speaker.name if found.speaker else None,
            right=is_right(found.speaker, spans, article.text),
            own_right=mine is not None and is_right(mine.speaker, spans, article.text),
        )


def _same_content(given: Attribution, own: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution that shares most of its content, at least half of both."""
    best = max(own, key=lambda one: _shared(given, one), default=None)
    if best is None:
        return None
    longest = max(_size(given.content), _size(best.content))
    return best if _shared(given, best) >= _HALF * longest else None


def _shared(one: Attribution, other: Attribution) -> int:
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.content
        for b in other.content
    )


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _share(answers: Sequence[bool]) -> float:
    return round(100 * sum(answers) / len(answers), 2) if answers else 0.0
