"""Pieces in, groups out: each cue with the content it governs and the source it names.

A content piece chooses one cue; a cue chooses one source, or none. Both by scores of pairs of
words (the pieces' first ones) and of their distance, never by which is nearest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readout.models import Decoders, Scores
from readout.reading.roles import Piece

__all__ = ["Group", "link_pieces"]

_NEVER = np.float32(-1e4)
_REACH = 400  # words; a content and its cue are never farther apart in news


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
    pieces: Sequence[Piece], scores: dict[str, Scores], decoders: Decoders
) -> list[Group]:
    """Return the groups in the order of their cues; a cue that no content chose is no group."""
    by_role = {r: [p for p in pieces if p.role == r] for r in ("source", "cue", "content")}
    cues, contents, sources = by_role["cue"], by_role["content"], by_role["source"]
    if not cues or not contents:
        return []
    to_cue = _pair_scores(contents, cues, scores, decoders, which=0)
    chosen = to_cue.argmax(axis=1).tolist()
    certain = _softmax(to_cue).max(axis=1).tolist()
    none = scores["no_source"][[cue.first for cue in cues]]
    by_name = _pair_scores(cues, sources, scores, decoders, which=1)
    to_source = np.concatenate([by_name, none], axis=1)
    named = to_source.argmax(axis=1).tolist()
    named_p = _softmax(to_source).max(axis=1).tolist()
    groups: list[Group] = []
    for i, cue in enumerate(cues):
        mine = [k for k, choice in enumerate(chosen) if choice == i]
        if mine:
            groups.append(
                Group(
                    cue=cue,
                    content=tuple(contents[k] for k in mine),
                    source=sources[named[i]] if named[i] < len(sources) else None,
                    content_p=min(certain[k] for k in mine),
                    source_p=named_p[i],
                )
            )
    return groups


def _pair_scores(
    left: Sequence[Piece],
    right: Sequence[Piece],
    scores: dict[str, Scores],
    decoders: Decoders,
    *,
    which: int,
) -> Scores:
    """[left, right]: how well each right piece fits each left one."""
    ends = (("link.content", "link.cue_of"), ("link.cue", "link.source_of"))[which]
    a = np.array([p.first for p in left], np.int64)
    b = np.array([p.first for p in right], np.int64)
    pairs: Scores = scores[ends[0]][a] @ decoders.link[which] @ scores[ends[1]][b].T
    distance = b[None, :] - a[:, None]
    pairs += decoders.link_distance[which][_buckets(distance)]
    pairs[np.abs(distance) > _REACH] = _NEVER
    return pairs


def _buckets(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Sign and logarithm of a distance in words, as in training; 0 is the word itself."""
    size = np.minimum(np.log2(np.maximum(np.abs(distance), 1)) * 1.5, 10).astype(np.int64)
    return np.where(distance == 0, 0, np.where(distance > 0, 1 + size, 12 + size))


def _softmax(scores: Scores) -> Scores:
    odds: Scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    return odds
