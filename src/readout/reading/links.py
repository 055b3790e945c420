"""Pieces in, groups out: each cue with the content it governs and the source it names.

A content piece chooses one cue; a cue chooses one source, or none. Both by the encoder's scores
of pairs of words together with how the pieces stand to each other, weighed by what held-out
articles taught (a conditional logit, McFadden 1974; see training/calibrate.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from readout.models import Decoders, Encoded, Scores
from readout.reading.layout import Layout
from readout.reading.pairs import pair_features, pair_groups
from readout.reading.roles import Piece

__all__ = ["Group", "link_pieces"]


_NEVER = np.float32(-1e4)


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
    governed: dict[int, list[_Choice]] = {}
    for choice in _choices(pieces, encoded, layout, decoders, which=0):
        if choice.chosen is not None:
            governed.setdefault(choice.chosen, []).append(choice)
    return [
        Group(
            cue=pieces[named.chooser],
            content=tuple(pieces[choice.chooser] for choice in mine),
            source=None if named.chosen is None else pieces[named.chosen],
            content_p=min(choice.p for choice in mine),
            source_p=named.p,
        )
        for named in _choices(pieces, encoded, layout, decoders, which=1)
        if (mine := governed.get(named.chooser))
    ]


class _Choice(NamedTuple):
    """Which piece a piece chose, or none, and how sure that is."""

    chooser: int
    chosen: int | None
    p: float


def _choices(
    pieces: Sequence[Piece], encoded: Encoded, layout: Layout, decoders: Decoders, *, which: int
) -> Iterator[_Choice]:
    """Yield each chooser's choice, in text order; indices are into `pieces`."""
    for group in pair_groups(pieces, which):
        candidates, features, allowed = pair_features(group, encoded, layout, decoders, which)
        scores: Scores = np.where(allowed, features @ decoders.pair[which], _NEVER)
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        for row, best in enumerate(odds.argmax(axis=1).tolist()):
            named = best < len(candidates) and allowed[row, best]  # else none is near
            chosen = group.start + candidates[best] if named else None
            yield _Choice(group.start + group.choosers[row], chosen, float(odds[row, best]))
