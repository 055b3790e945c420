"""Pieces found so far in, a bonus for the words that they say something should begin at out.

The tags of a word and the links of its neighbours are two views of one thing: a cue that is sure
its source begins at a word speaks for a source there. The bonus is added to the role scores, and
the best sequence is found again.
"""

from collections.abc import Sequence

import numpy as np

from readout.models import Decoders, Encoded, Scores
from readout.reading.pairs import word_scores
from readout.reading.roles import Piece

__all__ = ["link_votes"]

_WEIGHT = {"cue": 4.0, "source": 6.0}  # in the units of the role scores, for a certain vote


def link_votes(pieces: Sequence[Piece], encoded: Encoded, decoders: Decoders) -> Scores:
    """Return the bonus, [words, roles]."""
    roles = decoders.classes["role"]
    bonus = np.zeros_like(encoded.scores["role"])
    for which, (role, other) in enumerate((("content", "cue"), ("cue", "source"))):
        voters = [piece.first for piece in pieces if piece.role == role]
        if voters:
            votes = np.exp(word_scores(voters, encoded, decoders, which)[:, :-1]).max(axis=0)
            bonus[:, roles.index(f"B-{other}")] = _WEIGHT[other] * votes
    return bonus
