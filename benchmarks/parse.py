"""Articles in, how far Readout's parse agrees with spaCy's en_core_web_md and with a hand out.

DATA is a JSON lines file of articles with id and text. The first 30 are compared with the model,
fed a paragraph at a time as the training was, a block of Readout's article at a time, so that both
see the same paragraphs (`blocks`), and whole as a user feeds it (`whole`). Sentences of
later articles have the model's output corrected by hand (`labels/parse_corrected.jsonl`): Readout
(`corrected_...`) and the model are both measured against them. spaCy runs in the Python that
READOUT_SPACY_PYTHON names (else this one), with the model folder READOUT_SPACY_MODEL names (else
the installed package); without it, its figures are null. Predictions are Readout's parses.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from benchmarks.articles import Row, in_row, moved, readings, rows
from benchmarks.parse_peer import Taught, taught
from benchmarks.scoring.counts import Counts, total
from benchmarks.scoring.parse import Entity, Parse, Word, part, score_parse
from benchmarks.scoring.tokens import Place
from readout.models import load_encoder
from readout.records.page import Refusal
from readout.records.reading import Reading, Token
from readout.records.text import Span

__all__ = ["Corrected", "corrected_parse", "run"]

_COMPARED = 30
_LABELS = Path(__file__).parent / "labels" / "parse_corrected.jsonl"


class Corrected(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sentence corrected by hand; a word is start, end, tag, head, label and entity."""

    article: str
    words: tuple[tuple[int, int, str, int, str, str], ...]


class Prediction(msgspec.Struct, frozen=True, kw_only=True):
    """What Readout says of the words of one article."""

    id: str
    parse: Parse


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Read the articles of `data`, write the parses to `out`, return the figures."""
    labels = [
        msgspec.json.decode(line, type=Corrected) for line in _LABELS.read_bytes().splitlines()
    ]
    known = {label.article for label in labels}
    chosen = [row for i, row in enumerate(rows(data)) if i < _COMPARED or row.id in known]
    found = list(readings(chosen, load_encoder(threads=1)))
    mine = {row.id: _parse(row, reading) for row, reading in found}
    if out is not None:
        predictions = (Prediction(id=name, parse=parse) for name, parse in mine.items())
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in predictions))
    peer = taught(chosen, {row.id: _blocks(row, reading) for row, reading in found})
    compared = [row.id for row in chosen[:_COMPARED]]
    labels = [label for label in labels if label.article in mine]
    return {
        "articles": len(compared),
        "model": next((r.reader.model for _, r in found if isinstance(r, Reading)), ""),
        **(_agreement(peer.paragraphs, mine, compared) if peer else {}),
        "blocks": _agreement(peer.blocks, mine, compared) if peer else None,
        "whole": _agreement(peer.whole, mine, compared) if peer else None,
        "corrected_sentences": len(labels),
        **{f"corrected_{name}": value for name, value in _corrected(labels, mine).items()},
        **_peer_corrected(labels, peer),
    }


def corrected_parse(label: Corrected) -> Parse:
    """Return the parse that stands in a corrected sentence; it has no lemmas and no starts."""
    places = [(start, end) for start, end, *_ in label.words]
    tokens = [
        Token(start, end, tag, "", head, dep, entity)
        for start, end, tag, head, dep, entity in label.words
    ]
    return Parse(words=tuple(_words(tokens, places)), entities=tuple(_entities(tokens, places)))


def _blocks(row: Row, reading: Reading | Refusal) -> tuple[Place, ...]:
    """Return the places in the row of the blocks that Readout reads."""
    if isinstance(reading, Refusal):
        return ()
    return moved(in_row(row, reading.article), [block.span for block in reading.article.blocks])


def _parse(row: Row, reading: Reading | Refusal) -> Parse:
    """Return the parse of a reading in the row's places; an empty one for a refused row."""
    if isinstance(reading, Refusal):
        return Parse(words=())
    mapped = in_row(row, reading.article)
    words: list[Word] = []
    starts: list[int] = []
    entities: list[Entity] = []
    for sentence in reading.sentences:
        spans = [Span(token.start, token.end) for token in sentence.tokens]
        places = [place for span in spans for place in moved(mapped, [span])]
        if len(places) == len(spans):  # a block that is not in the row has no places
            words.extend(_words(sentence.tokens, places))
            entities.extend(_entities(sentence.tokens, places))
            starts.append(places[0][0])
    return Parse(words=tuple(words), starts=tuple(starts), entities=tuple(entities))


def _words(tokens: Sequence[Token], places: Sequence[Place]) -> Iterator[Word]:
    """Yield the words of one sentence in their places."""
    for token, place in zip(tokens, places, strict=True):
        yield Word(
            place=place,
            tag=token.tag,
            lemma=token.lemma,
            head=places[token.head],
            label=token.label,
        )


def _entities(tokens: Sequence[Token], places: Sequence[Place]) -> Iterator[Entity]:
    """Yield the entities of one sentence."""
    for first, token in enumerate(tokens):
        if token.entity.startswith("B-"):
            last = first
            while last + 1 < len(tokens) and tokens[last + 1].entity.startswith("I-"):
                last += 1
            yield places[first][0], places[last][1], token.entity[2:]


def _agreement(
    gold: Mapping[str, Parse], found: Mapping[str, Parse], names: Sequence[str]
) -> dict[str, float]:
    """Return all figures over some articles."""
    return _figures([score_parse(gold[name], found[name]) for name in names])


def _corrected(labels: Sequence[Corrected], found: Mapping[str, Parse]) -> dict[str, float]:
    """Return the figures against the corrected sentences, which say nothing of lemmas, starts."""
    counted: list[dict[str, Counts]] = []
    for label in labels:
        place = (label.words[0][0], label.words[-1][1])
        counted.append(score_parse(corrected_parse(label), part(found[label.article], place)))
    figures = _figures(counted)
    return {name: figures[name] for name in figures if name not in {"lemmas", "starts"}}


def _peer_corrected(labels: Sequence[Corrected], peer: Taught | None) -> dict[str, object]:
    """Return the model's own figures against the corrected sentences, in both ways of feeding."""
    return {
        "peer_corrected": _corrected(labels, peer.paragraphs) if peer else None,
        "peer_corrected_whole": _corrected(labels, peer.whole) if peer else None,
    }


def _figures(counted: Sequence[Mapping[str, Counts]]) -> dict[str, float]:
    """Return each measure in hundredths; `cut` is the part of the gold's words cut alike."""
    sums = total(counted)
    cut = sums.pop("cut", Counts())
    return {
        "words": cut.gold,
        "cut": round(100 * cut.recall, 2),
        **{name: round(100 * counts.f1, 2) for name, counts in sums.items()},
    }
