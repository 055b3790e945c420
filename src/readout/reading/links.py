"""Pieces in, groups out: each cue with the content it governs and the source it names.

A content piece chooses one cue; a cue chooses one source, or none. Both by the encoder's scores
of pairs of words together with how the pieces stand to each other, weighed by what held-out
articles taught (a conditional logit, McFadden 1974; see training/calibrate.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from readout.models import Decoders, Encoded, Scores
from readout.reading.layout import Layout
from readout.reading.pairs import pair_features
from readout.reading.roles import Piece

__all__ = ["Group", "link_pieces"]


_LEAST = -1e4  # a score below any


@dataclass(frozen=True, slots=True)
class Group:
    """One attribution's pieces, with how sure its links are."""

    cue: Piece
    content: tuple[Piece, ...]
    source: Piece | None
    content_p: float
    """The lowest probability of a content piece's choice of this cue."""
    source_p: float
    """The probability of the cue's choice of source, or of none."""


def link_pieces(
    pieces: Sequence[Piece], encoded: Encoded, layout: Layout, decoders: Decoders
) -> list[Group]:
    """Return the groups in the order of their cues; a cue that no content chose is no group."""
    contents, cues, odds = _choices(pieces, encoded, layout, decoders, which=0)
    if not contents or not cues:
        return []
    chosen: dict[int, list[tuple[int, float]]] = {cue: [] for cue in cues}
    for content, choice, row in zip(contents, odds.argmax(axis=1).tolist(), odds, strict=True):
        if row[choice] > 0:  # else no cue stands where it could govern this content
            chosen[cues[choice]].append((content, float(row[choice])))
    cues, sources, odds = _choices(pieces, encoded, layout, decoders, which=1)
    groups: list[Group] = []
    for cue, choice, row in zip(cues, odds.argmax(axis=1).tolist(), odds, strict=True):
        if mine := chosen[cue]:
            groups.append(
                Group(
                    cue=pieces[cue],
                    content=tuple(pieces[content] for content, _ in mine),
                    source=pieces[sources[choice]] if choice < len(sources) else None,
                    content_p=min(p for _, p in mine),
                    source_p=float(row[choice]),
                )
            )
    return groups


def _choices(
    pieces: Sequence[Piece], encoded: Encoded, layout: Layout, decoders: Decoders, *, which: int
) -> tuple[list[int], list[int], Scores]:
    """Return choosers, candidates and the probabilities [chooser, candidate + none]."""
    choosers, candidates, features, allowed = pair_features(
        pieces, encoded, layout, decoders, which
    )
    scores: Scores = features @ decoders.pair[which]
    if choosers:
        scores -= np.where(allowed, scores, -np.inf).max(axis=1, keepdims=True, initial=_LEAST)
        scores = np.where(allowed, np.exp(np.minimum(scores, 0)), 0)
        scores /= np.maximum(scores.sum(axis=1, keepdims=True), np.float32(1e-12))
    return choosers, candidates, scores
