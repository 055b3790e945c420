"""The words of two texts in, the runs of words that stand in both out."""

from collections import defaultdict

import msgspec
import numpy as np
import numpy.typing as npt

from readout.ledger.lineages.words import SHINGLE, Words, shingle_hashes

__all__ = ["Mask", "Run", "Shared", "shared_words"]

Mask = npt.NDArray[np.bool_]


class Run(msgspec.Struct, frozen=True):
    """As many words, the same from word `one` of the one text and word `other` of the other."""

    one: int
    other: int
    words: int


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """The runs that two texts share, in order of the one, and which words of each they cover."""

    runs: tuple[Run, ...]
    one: Mask
    other: Mask


def shared_words(one: Words, other: Words) -> Shared:
    """Return the maximal runs of five words or more that stand in both.

    A stretch that the other text has twice is matched where the run before it goes on, else with
    its first place; both places count as shared.
    """
    ours, theirs = shingle_hashes(one), shingle_hashes(other)
    here, there = np.isin(ours, theirs), np.isin(theirs, ours)
    places: dict[int, list[int]] = defaultdict(list)
    found = np.flatnonzero(there)
    for place, value in zip(found.tolist(), theirs[found].tolist(), strict=True):
        places[value].append(place)
    runs: list[Run] = []
    found = np.flatnonzero(here)
    start, at, size = -1, -1, 0
    for place, value in zip(found.tolist(), ours[found].tolist(), strict=True):
        if size and place == start + size and at + size in places[value]:
            size += 1
            continue
        if size:
            runs.append(Run(start, at, size + SHINGLE - 1))
        start, at, size = place, places[value][0], 1
    if size:
        runs.append(Run(start, at, size + SHINGLE - 1))
    return Shared(
        runs=tuple(runs),
        one=_covered(here, one.hashes.size),
        other=_covered(there, other.hashes.size),
    )


def _covered(begins: Mask, size: int) -> Mask:
    """Return which words lie in a shingle that begins at a marked one."""
    covered = np.zeros(size, np.bool_)
    for place in range(SHINGLE):
        covered[place : place + begins.size] |= begins
    return covered
