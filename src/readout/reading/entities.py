"""Entity scores of words in, an entity tag for each word out: B- or I- and a type, or ""."""

from collections.abc import Sequence

import numpy as np

from readout.models import Scores
from readout.reading.sequences import barred, best_paths

__all__ = ["find_entities"]

_PLAIN = np.float32(0.99)
"""A word that is outside with this probability ends the stretch to decide on."""


def find_entities(scores: Scores, tags: Sequence[str]) -> list[str]:
    """Return the most likely sequence in which an inside tag always continues one of its type.

    `scores` is [words, tags]; the tag "O" is outside. Only stretches in which an entity may stand
    are decided as sequences.
    """
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances = odds / odds.sum(axis=1, keepdims=True)
    outside = list(tags).index("O")
    open_words = np.concatenate([[False], chances[:, outside] < _PLAIN, [False]])
    edges = np.nonzero(open_words[1:] != open_words[:-1])[0].tolist()
    stretches = list(zip(edges[::2], edges[1::2], strict=True))
    logs = np.log(np.maximum(chances, np.float32(1e-12)))
    penalty = barred(tags)
    paths = best_paths([logs[lo:hi] for lo, hi in stretches], penalty, penalty[outside])
    found = [""] * len(scores)
    for (lo, hi), path in zip(stretches, paths, strict=True):
        found[lo:hi] = ["" if tag == outside else tags[tag] for tag in path]
    return found
