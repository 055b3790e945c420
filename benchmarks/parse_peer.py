"""Rows in, what spaCy's en_core_web_md says of their words out, fed in two ways.

spaCy runs in a Python of its own; see parse_spacy.py.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec

from benchmarks.articles import Row
from benchmarks.scoring.parse import Entity, Parse, Word

__all__ = ["Answer", "Taught", "shifted", "taught"]

_BLANK_LINES = re.compile(r"\n\s*\n")


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What the worker says of one text; a word is start, end, tag, lemma, head and label."""

    words: tuple[tuple[int, int, str, str, int, str], ...]
    starts: tuple[int, ...]
    entities: tuple[Entity, ...]


class Taught(msgspec.Struct, frozen=True, kw_only=True):
    """The model's parses of some rows, by their ids."""

    paragraphs: dict[str, Parse]
    """Fed a paragraph at a time, as the training was."""
    whole: dict[str, Parse]
    """Fed whole, as a user feeds it."""
    blocks: dict[str, Parse]
    """Fed a block of Readout's article at a time, so that both readers see the same paragraphs."""


def taught(rows: Sequence[Row], blocks: Mapping[str, Sequence[tuple[int, int]]]) -> Taught | None:
    """Return the model's parses, or None where spaCy or its model is not installed.

    `blocks` has the places of each row's blocks, by its id.
    """
    cuts = {
        "paragraphs": [list(_paragraphs(row.text)) for row in rows],
        "blocks": [list(blocks.get(row.id, ())) for row in rows],
        "whole": [[(0, len(row.text))] for row in rows],
    }
    texts = [
        row.text[start:end]
        for cut in cuts.values()
        for row, places in zip(rows, cut, strict=True)
        for start, end in places
    ]
    answers = _ask(texts)
    if answers is None:
        return None
    left = iter(answers)
    parses = {
        name: {
            row.id: _joined([shifted(next(left), start) for start, _ in places])
            for row, places in zip(rows, cut, strict=True)
        }
        for name, cut in cuts.items()
    }
    return Taught(**parses)


def shifted(answer: Answer, by: int) -> Parse:
    """Return the parse of a text that begins `by` characters into its row."""
    places = [(start + by, end + by) for start, end, *_ in answer.words]
    return Parse(
        words=tuple(
            Word(place=place, tag=tag, lemma=lemma, head=places[head], label=label)
            for place, (_, _, tag, lemma, head, label) in zip(places, answer.words, strict=True)
        ),
        starts=tuple(start + by for start in answer.starts),
        entities=tuple((start + by, end + by, kind) for start, end, kind in answer.entities),
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of what stands between blank lines."""
    blanks = [match.span() for match in _BLANK_LINES.finditer(text)]
    for (_, start), (end, _) in pairwise([(0, 0), *blanks, (len(text), len(text))]):
        if text[start:end].strip():
            yield start, end


def _joined(parses: Sequence[Parse]) -> Parse:
    return Parse(
        words=tuple(word for parse in parses for word in parse.words),
        starts=tuple(start for parse in parses for start in parse.starts),
        entities=tuple(entity for parse in parses for entity in parse.entities),
    )


def _ask(texts: Sequence[str]) -> list[Answer] | None:
    """Run the worker on the texts; None where it ends without an answer."""
    python = os.environ.get("READOUT_SPACY_PYTHON", sys.executable)
    ran = subprocess.run(  # noqa: S603  the command is this project's own
        [python, str(Path(__file__).with_name("parse_spacy.py"))],
        input=msgspec.json.encode(texts) + b"\n",
        stdout=subprocess.PIPE,
        check=False,
    )
    if ran.returncode:
        print("parse: no figures for spaCy; what it said stands above", file=sys.stderr)
        return None
    return msgspec.json.decode(ran.stdout, type=list[Answer])
