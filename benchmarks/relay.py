"""Texts with labelled chains in, the figures of Readout's chains from the words' owner outward out.

DATA is a JSON lines file of articles as the task `attribution` reads it; further texts are looked
for beside it in `news_texts.jsonl`. The chains come from `labels/relay.jsonl` and from the cases
written for this set, `labels/relay_written.jsonl`. Where a label names an attribution marked by
hand, that is what is given; elsewhere Readout finds its own. Predictions are written as one row a
chain: case, chain of words.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from benchmarks.marked import MarkedRow, inverse, marked_attributions, placed
from benchmarks.scoring.tokens import Place
from readout.article import article_of_text
from readout.models import Encoder, load_encoder
from readout.reading import read_articles
from readout.reading.speakers import find_speakers
from readout.records.article import Article
from readout.records.reading import Attribution
from readout.records.text import Span

__all__ = ["RelayLabel", "WrittenRelay", "chain_is_right", "run"]

_LABELS = Path(__file__).parent / "labels"
_HALF = 0.5


class RelayLabel(msgspec.Struct, frozen=True, kw_only=True):
    """A chain in an article; the words are an attribution's, or stand in `span`."""

    article: str
    chain: tuple[Place, ...]
    attribution: str | None = None
    span: Place | None = None


class WrittenRelay(msgspec.Struct, frozen=True, kw_only=True):
    """A chain in a text written for this set."""

    text: str
    content: str
    chain: tuple[str, ...]


class _Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The chain found for one case."""

    case: str
    written: bool
    length: int
    found: bool
    """Some attribution holds the words."""
    owner: bool
    right: bool
    chain: tuple[str, ...]


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Find the labelled chains in `data` and in the written cases, return the figures."""
    encoder = load_encoder(threads=1)
    answers = [*_real(_texts(data), encoder), *_written(encoder)]
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in answers))
    return {
        "chains": len(answers),
        "exact": _share([one.right for one in answers]),
        "exact_written": _share([one.right for one in answers if one.written]),
        "exact_real": _share([one.right for one in answers if not one.written]),
        "exact_of_one": _share([one.right for one in answers if one.length == 1]),
        "owner": _share([one.owner for one in answers]),
        "words_found": _share([one.found for one in answers]),
    }


def chain_is_right(found: Attribution, chain: Sequence[Span]) -> tuple[bool, bool]:
    """Say whether the owner is right, and whether the whole chain is.

    The owner is right when a mention of the speaker meets the labelled one; links are equal when
    they are as many and meet one by one.
    """
    mentions = list(found.source)
    if found.speaker is not None:
        mentions = [found.speaker.mention, *found.speaker.mentions]
    owner = any(mention.overlaps(chain[0]) for mention in mentions)
    links = [link.span for link in found.relay]
    same = len(links) == len(chain) - 1 and all(
        link.overlaps(label) for link, label in zip(links, chain[1:], strict=True)
    )
    return owner, owner and same


def _texts(data: Path) -> dict[str, MarkedRow]:
    """Return the rows of the articles and of the texts that lie beside them, by id."""
    files = [data, data.parent / "news_texts.jsonl"]
    lines = (line for file in files if file.exists() for line in file.read_bytes().splitlines())
    rows = (msgspec.json.decode(line, type=MarkedRow) for line in lines)
    return {row.id: row for row in rows}


def _real(texts: Mapping[str, MarkedRow], encoder: Encoder) -> Iterator[_Answer]:
    lines = (_LABELS / "relay.jsonl").read_bytes().splitlines()
    by_article: dict[str, list[RelayLabel]] = {}
    for label in (msgspec.json.decode(line, type=RelayLabel) for line in lines):
        by_article.setdefault(label.article, []).append(label)
    for name, labels in by_article.items():
        row = texts.get(name)
        article = article_of_text(row.text, published=row.date) if row else None
        if row is None or not isinstance(article, Article):
            continue
        (reading,) = read_articles([article], encoder)
        marked = marked_attributions(row, article)
        given = {one.aid: one for one in find_speakers(article, reading.sentences, marked)}
        own = reading.attributions
        mapped = inverse(row, article)
        for label in labels:
            found = given.get(label.attribution) if label.attribution else None
            if label.span is not None:
                found = _holding(placed(mapped, (label.span,)), own)
            chain = placed(mapped, label.chain)
            yield _answer(name, found, chain, article.text, written=False)


def _written(encoder: Encoder) -> Iterator[_Answer]:
    for line in (_LABELS / "relay_written.jsonl").read_bytes().splitlines():
        case = msgspec.json.decode(line, type=WrittenRelay)
        article = article_of_text(case.text)
        if not isinstance(article, Article):
            continue
        (reading,) = read_articles([article], encoder)
        own = reading.attributions
        chain = [span for words in case.chain for span in _at(article.text, words)]
        content = _at(article.text, case.content)
        yield _answer(case.text, _holding(content, own), chain, article.text, written=True)


def _at(text: str, words: str) -> tuple[Span, ...]:
    start = text.find(words)
    return (Span(start, start + len(words)),) if start >= 0 else ()


def _answer(
    case: str, found: Attribution | None, chain: Sequence[Span], text: str, *, written: bool
) -> _Answer:
    owner, right = chain_is_right(found, chain) if found and chain else (False, False)
    names = [found.speaker.name] if found and found.speaker else []
    return _Answer(
        case=case,
        written=written,
        length=len(chain),
        found=found is not None,
        owner=owner,
        right=right,
        chain=(*names, *(link.span.of(text) for link in found.relay)) if found else (),
    )


def _holding(spans: Sequence[Span], own: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution whose content is most nearly these words."""
    best = max(own, key=lambda one: _likeness(spans, one), default=None)
    return best if best is not None and _likeness(spans, best) >= _HALF else None


def _likeness(spans: Sequence[Span], one: Attribution) -> float:
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in one.content
    )
    size = sum(s.end - s.start for s in spans) + sum(s.end - s.start for s in one.content)
    return shared / (size - shared) if size > shared else 0.0


def _share(answers: Sequence[bool]) -> float:
    return round(100 * sum(answers) / len(answers), 2) if answers else 0.0
