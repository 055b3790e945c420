"""Scores of words in, the text's frame out: its sentences and paragraphs, and each word's head."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from readout.models import Decoders, Encoded, Scores
from readout.reading.trees import best_tree
from readout.records.article import Block, Role

__all__ = ["Layout", "find_layout"]

_RUNNING: frozenset[Role] = frozenset({"paragraph", "quote", "list_item"})
"""Roles of blocks over which one quotation may go on."""
_LONGEST = 300  # words; a longer run has no sentence in it (tables, noise) and is cut


@dataclass(frozen=True, slots=True)
class Layout:
    """The frame of one text; all arrays have one entry a word."""

    bounds: list[tuple[int, int]]
    """First and one past last word of each sentence."""
    sentence: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    head: NDArray[np.int64]
    """Index of each word's head; a root's is itself."""
    fences: list[int]
    """Words that begin a block of another kind than the one before: nothing runs on over them."""


def find_layout(encoded: Encoded, decoders: Decoders, *, blocks: Sequence[Block] = ()) -> Layout:
    """Return the frame; a paragraph always begins a sentence, arcs stay within sentences.

    `blocks`: the article's, so that a headline does not run on into a caption.
    """
    size = len(encoded.words)
    paragraph = np.zeros(size, np.int64)
    paragraph[encoded.paragraphs] = 1
    bounds = _bounds(encoded)
    lengths = [hi - lo for lo, hi in bounds]
    firsts = np.array([lo for lo, _ in bounds], np.int64)
    return Layout(
        bounds=bounds,
        sentence=np.repeat(np.arange(len(bounds)), lengths),
        paragraph=np.cumsum(paragraph),
        head=np.repeat(firsts, lengths) + _heads(encoded.scores, decoders, bounds),
        fences=_fences(encoded.words, blocks),
    )


def _fences(words: Sequence[tuple[int, int]], blocks: Sequence[Block]) -> list[int]:
    """Return the first word of each block whose role differs from the last one's, or is alone."""
    starts = [start for start, _ in words]
    return [
        bisect_left(starts, block.span.start)
        for before, block in pairwise(blocks)
        if block.role != before.role or block.role not in _RUNNING
        if block.span.start <= starts[-1]
    ]


def _bounds(encoded: Encoded) -> list[tuple[int, int]]:
    """Return the range of words of each sentence."""
    if not encoded.words:
        return []
    begins = encoded.scores["start"].argmax(axis=1).astype(bool)
    begins[encoded.paragraphs] = True
    firsts = np.nonzero(begins)[0].tolist()
    bounds: list[tuple[int, int]] = []
    for lo, hi in zip(firsts, [*firsts[1:], len(encoded.words)], strict=True):
        bounds.extend((at, min(at + _LONGEST, hi)) for at in range(lo, hi, _LONGEST))
    return bounds


def _heads(
    scores: dict[str, Scores], decoders: Decoders, bounds: list[tuple[int, int]]
) -> NDArray[np.int64]:
    """Return each word's head, counted within its sentence."""
    child = scores["arc.child"] @ decoders.arc[:-1] + decoders.arc[-1]
    parent = scores["arc.parent"]
    heads: list[int] = []
    for lo, hi in bounds:
        heads.extend(best_tree(child[lo:hi] @ parent[lo:hi].T))
    return np.array(heads, np.int64)
