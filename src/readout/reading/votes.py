"""Pieces found so far in, a bonus for the words at which their links say one begins out.

The tags of a word and the links of its neighbours are two views of one thing: a cue that is sure
its source begins at a word speaks for a source there. The bonus is added to the role scores, and
the best sequence of tags is sought again.
"""

from collections.abc import Sequence

import numpy as np

from readout.models import Decoders, Encoded, Scores
from readout.reading.pairs import word_votes
from readout.reading.roles import Piece

__all__ = ["link_votes"]

_WEIGHT = {"cue": 2.0, "source": 4.0}  # in the units of the role scores, for a certain vote


def link_votes(pieces: Sequence[Piece], encoded: Encoded, decoders: Decoders) -> Scores:
    """Return the bonus, [words, roles]."""
    roles = decoders.classes["role"]
    bonus = np.zeros_like(encoded.scores["role"])
    for which, (role, other) in enumerate((("content", "cue"), ("cue", "source"))):
        voters = np.array([piece.first for piece in pieces if piece.role == role], np.int64)
        if len(voters):
            votes = word_votes(voters, encoded, decoders, which)
            bonus[:, roles.index(f"B-{other}")] = _WEIGHT[other] * votes
    return bonus
