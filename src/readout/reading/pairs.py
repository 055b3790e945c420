"""Pieces and the text's frame in, features of each pair that may belong together out.

What the encoder's pair scores do not see well: how far apart two pieces stand, what stands
between them, and whether the parse ties one to the other.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.models import Decoders, Encoded, Scores
from readout.reading.layout import Layout
from readout.reading.roles import Piece

__all__ = ["PAIR_FEATURES", "PairGroup", "pair_features", "pair_groups", "word_votes"]

_ENDS = (("link.content", "link.cue_of"), ("link.cue", "link.source_of"))
_REACH = 250  # words; a content and its cue, a cue and its source are never farther apart
PAIR_FEATURES = 17
"""How many features a pair has; the last two are those of choosing no source."""
_NEVER = np.float32(-1e4)
_NEAR = 12  # candidates of a role that a piece chooses among


def word_votes(
    firsts: NDArray[np.int64], encoded: Encoded, decoders: Decoders, which: int
) -> Scores:
    """[word]: how sure the surest of some pieces is that its other end begins at the word.

    `firsts`: the pieces' first words, in order. `which`: 0 contents speak for cues, 1 cues for
    sources or none.
    """
    votes: Scores = np.zeros(len(encoded.words), np.float32)
    for group in np.split(firsts, np.arange(_GROUP, len(firsts), _GROUP)):
        lo, hi = max(int(group[0]) - _REACH, 0), int(group[-1]) + _REACH
        table = _scores(group, np.arange(lo, min(hi, len(votes))), encoded, decoders, which)
        table -= table.max(axis=1, keepdims=True)
        odds = np.exp(table)
        odds /= odds.sum(axis=1, keepdims=True)
        part = votes[lo:hi]
        np.maximum(part, odds[:, :-1].max(axis=0), out=part)
    return votes


class PairGroup(NamedTuple):
    """A stretch of a text's pieces, and those of them that choose now."""

    start: int
    """Index of the stretch's first piece in the text's."""
    pieces: Sequence[Piece]
    choosers: list[int]
    """Indices into `pieces`."""


def pair_groups(pieces: Sequence[Piece], which: int) -> Iterator[PairGroup]:
    """Cut a text's pieces into stretches, so that each chooser sees what is near it.

    Pieces far apart never belong together, so a page of ten thousand statements needs no table of
    all their pairs.
    """
    role = ("content", "cue")[which]
    choosers = [i for i, piece in enumerate(pieces) if piece.role == role]
    for at in range(0, len(choosers), _TOGETHER):
        group = choosers[at : at + _TOGETHER]
        start = max(group[0] - _AROUND, 0)
        near = pieces[start : group[-1] + _AROUND]
        yield PairGroup(start, near, [i - start for i in group])


def pair_features(
    group: PairGroup, encoded: Encoded, layout: Layout, decoders: Decoders, which: int
) -> tuple[list[int], Scores, NDArray[np.bool_]]:
    """Return the candidates (indices into the group's pieces), features and who may choose whom.

    Features are [chooser, candidate + 1, feature]; the last candidate is none.
    """
    _, pieces, choosers = group
    other = ("cue", "source")[which]
    candidates = [i for i, piece in enumerate(pieces) if piece.role == other]
    table = np.zeros((len(choosers), len(candidates) + 1, PAIR_FEATURES), np.float32)
    allowed = np.zeros(table.shape[:2], bool)
    if choosers:
        left, right = (
            np.array([pieces[i].first for i in some], np.int64) for some in (choosers, candidates)
        )
        scores = np.maximum(_scores(left, right, encoded, decoders, which), _LEAST)
        scores -= scores.max(axis=1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        table[:, :-1, 0] = scores[:, :-1]
        table[:, -1, -2] = 1
        table[:, -1, -1] = scores[:, -1]
        allowed[:, -1] = which == 1
    if choosers and candidates:
        table[:, :-1, 1:-2] = _frame_features(pieces, choosers, candidates, layout)
        kinds = np.searchsorted(layout.fences, [piece.first for piece in pieces], side="right")
        same = kinds[choosers][:, None] == kinds[candidates][None, :]
        allowed[:, :-1] = same & _nearest(pieces, choosers, candidates)
    return candidates, table, allowed


def _scores(
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    encoded: Encoded,
    decoders: Decoders,
    which: int,
) -> Scores:
    """[left word, right word + 1]: the encoder's scores of pairs; the last column is none."""
    own, others = _ENDS[which]
    scores = encoded.scores
    table: Scores = scores[own][left] @ decoders.link[which] @ scores[others][right].T
    distance = right[None, :] - left[:, None]
    table += decoders.link_distance[which][_buckets(distance)]
    table[np.abs(distance) > _REACH] = _NEVER
    none = scores["no_source"][left] if which else np.full((len(left), 1), _NEVER, np.float32)
    return np.concatenate([table, none], axis=1)


_TOGETHER = 64  # pieces that choose at once
_AROUND = 72  # pieces on each side that they see
_GROUP = 12  # pieces whose votes are counted together
_LEAST = -16.0


def _nearest(
    pieces: Sequence[Piece], choosers: list[int], candidates: list[int]
) -> NDArray[np.bool_]:
    """Mark for each chooser the nearest candidates."""
    first = np.array([piece.first for piece in pieces])
    apart = np.abs(first[choosers][:, None] - first[candidates][None, :])
    limit = np.sort(apart, axis=1)[:, min(_NEAR, len(candidates)) - 1]
    near: NDArray[np.bool_] = apart <= limit[:, None]
    return near


def _frame_features(
    pieces: Sequence[Piece], choosers: list[int], candidates: list[int], layout: Layout
) -> Scores:
    """[chooser, candidate, 14]: distance, order, paragraphs, sentences, what is between, arcs."""
    first = np.array([piece.first for piece in pieces])
    last = np.array([piece.last for piece in pieces])
    x, y = np.array(choosers)[:, None], np.array(candidates)[None, :]
    after = y > x
    low, high = np.minimum(x, y), np.maximum(x, y)
    gap = np.log1p(first[high] - last[low] - 1)
    paragraphs = np.abs(layout.paragraph[first[x]] - layout.paragraph[first[y]])
    sentences = layout.sentence[first[high]] - layout.sentence[last[low]]
    sentences = np.abs(sentences)
    counts = [
        np.minimum(running[high] - running[low + 1], 3)
        for role in ("source", "cue", "content")
        for running in [np.cumsum([0, *(piece.role == role for piece in pieces)])]
    ]
    governed, governs, shared = _arcs(pieces, choosers, candidates, layout)
    return np.stack(
        [
            gap,
            first[high] - last[low] <= 2,  # noqa: PLR2004  side by side, or a comma between
            after,
            after * gap,
            paragraphs == 0,
            np.minimum(paragraphs, 3),
            sentences == 0,
            np.minimum(sentences, 4),
            *counts,
            governed,
            governs,
            shared,
        ],
        axis=2,
    ).astype(np.float32)


def _arcs(
    pieces: Sequence[Piece], choosers: list[int], candidates: list[int], layout: Layout
) -> tuple[Scores, Scores, Scores]:
    """Whether the candidate governs the chooser, the reverse, or both hang on one word."""
    owner = np.full(len(layout.head), -1)
    for i, piece in enumerate(pieces):
        owner[piece.first : piece.last + 1] = i
    words: list[set[int]] = []
    for piece in pieces:
        inside = layout.head[piece.first : piece.last + 1]
        words.append(set(inside[(inside < piece.first) | (inside > piece.last)].tolist()))
    owners = [{int(owner[word]) for word in governors} for governors in words]
    governed = np.array([[j in owners[i] for j in candidates] for i in choosers], np.float32)
    governs = np.array([[i in owners[j] for j in candidates] for i in choosers], np.float32)
    shared = np.array(
        [[bool(words[i] & words[j]) for j in candidates] for i in choosers], np.float32
    )
    return governed, governs, shared


def _buckets(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Sign and logarithm of a distance in words, as in training; 0 is the word itself."""
    return _BUCKET[np.clip(distance, -_FARTHEST, _FARTHEST) + _FARTHEST]


_FARTHEST = 500  # beyond it the logarithm is cut off


def _bucket_table() -> NDArray[np.int64]:
    distance = np.arange(-_FARTHEST, _FARTHEST + 1)
    size = np.minimum(np.log2(np.maximum(np.abs(distance), 1)) * 1.5, 10).astype(np.int64)
    return np.where(distance == 0, 0, np.where(distance > 0, 1 + size, 12 + size))


_BUCKET = _bucket_table()
