"""Scores of words' tags in, the best sequence of tags out (Viterbi 1967), several texts at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from readout.models import Scores

__all__ = ["barred", "best_paths"]

_NEVER = np.float32(-1e4)


def barred(tags: Sequence[str]) -> Scores:
    """[tag, tag]: a large penalty where an inside tag would continue nothing of its kind."""
    penalty = np.zeros((len(tags), len(tags)), np.float32)
    for j, after in enumerate(tags):
        if after.startswith("I-"):
            for i, before in enumerate(tags):
                if before[2:] != after[2:]:
                    penalty[i, j] = _NEVER
    return penalty


def best_paths(scores: Sequence[Scores], transitions: Scores, first: Scores) -> list[list[int]]:
    """Return the best path through each text's [words, tags] scores; `first` is added at its start.

    The texts may differ in length; they leave the table as they end.
    """
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
