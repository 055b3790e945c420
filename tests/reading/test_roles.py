"""The best sequence of role tags becomes pieces."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.reading.roles import find_pieces

ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def scores(tags: list[str], sure: float = 5) -> np.ndarray:
    """Scores that favour the given tags."""
    table = np.zeros((len(tags), len(ROLES)), np.float32)
    for row, tag in zip(table, tags, strict=True):
        row[ROLES.index(tag)] = sure
    return table


def pieces(*texts: list[str]) -> list[list[tuple[str, int, int]]]:
    """Pieces without their probabilities."""
    found = find_pieces([scores(tags) for tags in texts], ROLES, np.zeros((7, 7), np.float32))
    return [[(p.role, p.first, p.last) for p in text] for text in found]


def test_runs_of_tags_become_pieces() -> None:
    """She | said | it rained | she | knew."""
    tags = ["B-source", "B-cue", "B-content", "I-content", "B-source", "B-cue"]

    assert pieces(tags) == [
        [("source", 0, 0), ("cue", 1, 1), ("content", 2, 3), ("source", 4, 4), ("cue", 5, 5)]
    ]


def test_two_contents_side_by_side_stay_two() -> None:
    """A begin tag opens a new piece even next to its own kind."""
    assert pieces(["B-content", "B-content", "I-content"]) == [
        [("content", 0, 0), ("content", 1, 2)]
    ]


def test_texts_of_different_lengths_are_decoded_alike_together_and_alone() -> None:
    """A short text beside a long one, and an empty one."""
    long, short = ["B-cue", "I-cue", "O", "B-content", "I-content"], ["O", "B-source"]

    assert pieces(short, [], long) == [*pieces(short), [], *pieces(long)]


@given(st.integers(0, 10_000), st.integers(1, 12))
def test_no_inside_tag_ever_stands_without_its_beginning(seed: int, length: int) -> None:
    """Random scores: pieces never overlap and a barred sequence is never chosen."""
    table = np.random.default_rng(seed).normal(size=(length, 7)).astype(np.float32)
    (found,) = find_pieces([table], ROLES, np.zeros((7, 7), np.float32))

    assert all(p.first <= p.last < length for p in found)
    assert all(a.last < b.first for a, b in itertools.pairwise(found))
    assert all(0 < p.edge <= 1 and 0 < p.score <= 1 for p in found)
