"""Scores of words in, attributions out: source, cue and content as spans of the text."""

import math
from collections.abc import Sequence

import numpy as np

from readout.models import Decoders, Encoded, Scores
from readout.reading.layout import Layout
from readout.reading.links import Group, link_pieces
from readout.reading.quotes import find_quoted, quote_kind
from readout.reading.roles import Piece, find_pieces
from readout.reading.votes import link_votes
from readout.records.reading import Attribution
from readout.records.text import Span

__all__ = ["decide_pieces", "evidence", "find_attributions"]

_NEVER = np.float32(-1e4)


def find_attributions(
    texts: Sequence[str],
    encoded: Sequence[Encoded],
    layouts: Sequence[Layout],
    decoders: Decoders,
    *,
    by: str,
) -> list[tuple[Attribution, ...]]:
    """Return each text's attributions, in the order of their first words.

    A source the text does not name stays empty; it is never guessed.
    """
    pieces = decide_pieces(encoded, layouts, decoders)
    return [
        _attributions(text, words, link_pieces(found, words, layout, decoders), decoders, by)
        for text, words, layout, found in zip(texts, encoded, layouts, pieces, strict=True)
    ]


def decide_pieces(
    encoded: Sequence[Encoded], layouts: Sequence[Layout], decoders: Decoders
) -> list[list[Piece]]:
    """Find the pieces of each text, let their links vote, and find them again."""
    roles, transitions = decoders.classes["role"], decoders.transitions
    inside = [i for i, role in enumerate(roles) if role.startswith("I-")]
    scores: list[Scores] = []
    for text, layout in zip(encoded, layouts, strict=True):
        fenced = text.scores["role"].copy()
        fenced[np.ix_(layout.fences, inside)] = _NEVER
        scores.append(fenced)
    first = find_pieces(scores, roles, transitions)
    swayed = [
        score + link_votes(pieces, text, decoders)
        for score, pieces, text in zip(scores, first, encoded, strict=True)
    ]
    return find_pieces(swayed, roles, transitions)


def _attributions(
    text: str, encoded: Encoded, groups: list[Group], decoders: Decoders, by: str
) -> tuple[Attribution, ...]:
    quoted = find_quoted(text)
    groups = sorted(groups, key=lambda group: min(group.cue.first, group.content[0].first))
    found: list[Attribution] = []
    for number, group in enumerate(groups, start=1):
        words = [
            word
            for piece in group.content
            for word in encoded.words[piece.first : piece.last + 1]
            if any(char.isalnum() for char in text[word[0] : word[1]])
        ]
        found.append(
            Attribution(
                aid=f"a{number}",
                source=(_span(group.source, encoded),) if group.source else (),
                cue=(_span(group.cue, encoded),),
                content=tuple(_span(piece, encoded) for piece in group.content),
                quote=quote_kind(words, quoted),
                p=_probability(group, decoders.calibration),
                by=by,
            )
        )
    return tuple(found)


def _span(piece: Piece, encoded: Encoded) -> Span:
    return Span(encoded.words[piece.first][0], encoded.words[piece.last][1])


def evidence(group: Group) -> list[float]:
    """Return what the probability is worked out from: a one and five logarithms."""
    content = min(piece.edge for piece in group.content)
    inside = min(piece.score for piece in group.content)
    odds = (content, inside, group.cue.edge, group.content_p, group.source_p)
    return [1.0, *(math.log(max(value, 1e-6)) for value in odds)]


def _probability(group: Group, calibration: Scores) -> float:
    """Return the probability that content, cue and source are all right.

    Logistic regression on held-out articles (Platt 1999); see training/calibrate.py.
    """
    score = float(np.dot(evidence(group), calibration))
    return round(1 / (1 + math.exp(-min(max(score, -20), 20))), 3)
