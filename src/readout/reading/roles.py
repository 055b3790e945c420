"""Role scores in, pieces out: unbroken runs of words that are source, cue or content.

The best sequence of tags is found with the transitions that training learned (Viterbi 1967; a
linear-chain CRF, Lafferty et al. 2001), several texts at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readout.models import Scores

__all__ = ["Piece", "find_pieces"]

_NEVER = np.float32(-1e4)


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
    barred = _barred(roles)
    paths = _best_paths(scores, transitions + barred, barred[0])
    return [_runs(path, score, roles) for path, score in zip(paths, scores, strict=True)]


def _barred(roles: Sequence[str]) -> Scores:
    """[role, role]: a large penalty where an inside tag would continue nothing of its kind."""
    barred = np.zeros((len(roles), len(roles)), np.float32)
    for j, after in enumerate(roles):
        if after.startswith("I-"):
            for i, before in enumerate(roles):
                if before[2:] != after[2:]:
                    barred[i, j] = _NEVER
    return barred


def _best_paths(scores: Sequence[Scores], transitions: Scores, first: Scores) -> list[list[int]]:
    """Viterbi over texts of different lengths; they leave the table as they end."""
    order = sorted(range(len(scores)), key=lambda k: -len(scores[k]))
    lengths = [len(scores[k]) for k in order]
    longest, classes = (lengths[0] if lengths else 0), len(first)
    table: Scores = np.zeros((longest, len(order), classes), np.float32)
    for row, k in enumerate(order):
        table[: lengths[row], row] = scores[k]
    back: NDArray[np.int8] = np.zeros((longest, len(order), classes), np.int8)
    best: Scores = table[0] + first if longest else table.reshape(0, classes)
    finals = best.copy()
    living = sum(length > 0 for length in lengths)
    turned = np.ascontiguousarray(transitions.T)
    for at in range(1, longest):
        while living and lengths[living - 1] <= at:
            living -= 1
        paths = best[:living, None, :] + turned
        back[at, :living] = paths.argmax(axis=2)
        best = paths.max(axis=2) + table[at, :living]
        finals[:living] = best
    found: list[list[int]] = [[] for _ in order]
    for row, k in enumerate(order):
        if lengths[row]:
            found[k] = _walk_back(back[: lengths[row], row], int(finals[row].argmax()))
    return found


def _walk_back(back: NDArray[np.int8], last: int) -> list[int]:
    steps = back.tolist()
    path = [last]
    for at in range(len(steps) - 1, 0, -1):
        path.append(steps[at][path[-1]])
    return path[::-1]


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
