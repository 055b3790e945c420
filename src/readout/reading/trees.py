"""Arc scores in, one dependency tree a sentence out.

`scores[i, j]` says how well word j is the head of word i; `scores[i, i]` how well i is the root.
The best head of each word is a tree most of the time; where it is not, the best tree with one
root is found by the algorithm of Chu and Liu (1965) and Edmonds (1967).
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_tree"]

_Floats = NDArray[np.float32]
_NEVER = np.float32(-1e9)


def best_tree(scores: _Floats) -> list[int]:
    """Return each word's head; the root's head is itself. Exactly one root, no cycle."""
    heads: list[int] = scores.argmax(axis=1).tolist()
    if _is_tree(heads):
        return heads
    root = _best_root(scores)
    arcs = scores.copy()
    np.fill_diagonal(arcs, _NEVER)
    arcs[root] = _NEVER
    arcs[root, root] = 0
    heads = arcs.argmax(axis=1).tolist()
    if _find_cycle(heads):
        heads = _spanning_tree(arcs)
    return heads


def _best_root(scores: _Floats) -> int:
    """Return the word that gains most by being the root instead of taking its best head."""
    roots = np.diagonal(scores)
    others = scores.copy()
    np.fill_diagonal(others, _NEVER)
    return int((roots - others.max(axis=1)).argmax())


def _is_tree(heads: list[int]) -> bool:
    return sum(head == i for i, head in enumerate(heads)) == 1 and not _find_cycle(heads)


def _find_cycle(heads: list[int]) -> list[int]:
    """Return the words of one cycle of two words or more, or nothing."""
    seen = [0] * len(heads)
    for start in range(len(heads)):
        word = start
        while not seen[word]:
            seen[word] = start + 1
            if heads[word] == word:
                break
            word = heads[word]
        if seen[word] == start + 1 and heads[word] != word:
            cycle = [word]
            while heads[cycle[-1]] != word:
                cycle.append(heads[cycle[-1]])
            return cycle
    return []


def _spanning_tree(arcs: _Floats) -> list[int]:
    """Contract cycle after cycle in place, then open them again in reverse.

    `arcs` has no self-loops but the root's. A contracted cycle lives on in its first word.
    """
    scores = arcs.copy()
    heads: list[int] = scores.argmax(axis=1).tolist()
    contracted: list[tuple[list[int], list[int], list[int], list[int]]] = []
    while cycle := _find_cycle(heads):
        kept = scores[cycle, [heads[word] for word in cycle]]
        into = scores[cycle] - kept[:, None]  # what breaking in at a member costs
        into[:, cycle] = _NEVER
        out_of = scores[:, cycle]
        entry, leaving = into.argmax(axis=0).tolist(), out_of.argmax(axis=1).tolist()
        contracted.append((cycle, [heads[word] for word in cycle], entry, leaving))
        one = cycle[0]
        scores[:, one] = out_of.max(axis=1)
        scores[one] = into.max(axis=0)
        scores[:, cycle[1:]] = _NEVER
        members = set(cycle)
        heads = [one if head in members else head for head in heads]
        heads[one] = int(scores[one].argmax())
    for cycle, inner, entry, leaving in reversed(contracted):
        one, outside = cycle[0], heads[cycle[0]]
        heads = [cycle[leaving[i]] if head == one else head for i, head in enumerate(heads)]
        for word, head in zip(cycle, inner, strict=True):
            heads[word] = head
        heads[cycle[entry[outside]]] = outside
    return heads
