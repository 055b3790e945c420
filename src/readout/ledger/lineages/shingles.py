"""Text in, its sampled shingles out: the keys by which a store finds what shares words with it."""

import numpy as np

from readout.ledger.lineages.words import Words, shingle_hashes, words_of

__all__ = ["SAMPLING", "sample", "shingles_of"]

SAMPLING = 8
"""One shingle in so many is kept; which ones depends on the words alone."""


def shingles_of(text: str) -> tuple[int, ...]:
    """Return the hashes of the sampled shingles of `text`, ascending, each once."""
    return sample(words_of(text))


def sample(words: Words) -> tuple[int, ...]:
    """Return the same of words that were read before."""
    hashes = shingle_hashes(words)
    chosen = hashes[hashes % np.uint64(SAMPLING) == 0]
    return tuple(np.unique(chosen).tolist())
