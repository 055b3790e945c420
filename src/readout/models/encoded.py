"""What the encoder says of one text: its words, and for each head an array with a row a word."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Decoders", "Encoded", "Scores"]

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text's words and scores; `scores[head]` has the shape [words, classes]."""

    words: list[tuple[int, int]]
    """(start, end) of each word, in code points."""
    paragraphs: list[int]
    """Index of the first word of each paragraph."""
    scores: dict[str, Scores]


@dataclass(frozen=True, slots=True)
class Decoders:
    """The small weights that turn scores into decisions, and the names of the classes."""

    classes: dict[str, tuple[str, ...]]
    transitions: Scores
    """[role, role]: score of the second after the first."""
    arc: Scores
    """[child + 1, parent]: the last row is the parent's own score."""
    label: Scores
    """[end, label]: of the joined ends of an arc."""
    link: Scores
    """[2, piece, piece]: content to cue, cue to source."""
    link_distance: Scores
    """[2, bucket]: by the signed distance in words."""
    party: Scores
    """[2, end, end]: trigger to actor, trigger to recipient."""
    party_bias: Scores
    """[2]: added to the scores of `party`."""
    pair: Scores
    """[2, feature]: weights of a pair's features; content to cue, cue to source."""
    calibration: Scores
    """[evidence]: from what speaks for an attribution to the log odds that it is right."""
