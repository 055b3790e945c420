"""Role scores in, pieces out: unbroken runs of words that are source, cue or content.

The best sequence of tags is found with the transitions that training learned (a linear-chain CRF,
Lafferty et al. 2001), several texts at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from readout.models import Scores
from readout.reading.sequences import barred, best_paths

__all__ = ["Piece", "find_pieces"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one role: words first to last, both included."""

    role: str
    first: int
    last: int
    score: float
    """How sure the tags are: the mean probability of its words' tags."""
    edge: float
    """The lower of the probabilities of its first and its last word's tag."""


def find_pieces(
    scores: Sequence[Scores], roles: Sequence[str], transitions: Scores
) -> list[list[Piece]]:
    """Return each text's pieces in order. `scores[k]` is [words, roles]; roles are O, B-x, I-x."""
    penalty = barred(roles)
    paths = best_paths(scores, transitions + penalty, penalty[0])
    return [_runs(path, score, roles) for path, score in zip(paths, scores, strict=True)]


def _runs(path: list[int], scores: Scores, roles: Sequence[str]) -> list[Piece]:
    """Cut a path into its pieces."""
    if not path:
        return []
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    chosen = (odds[np.arange(len(path)), path] / odds.sum(axis=1)).tolist()
    pieces: list[Piece] = []
    at = 0
    while at < len(path):
        role = roles[path[at]]
        end = at + 1
        if role != "O":
            inside = "I-" + role[2:]
            while end < len(path) and roles[path[end]] == inside:
                end += 1
            p = chosen[at:end]
            pieces.append(
                Piece(role[2:], at, end - 1, score=sum(p) / len(p), edge=min(p[0], p[-1]))
            )
        at = end
    return pieces
