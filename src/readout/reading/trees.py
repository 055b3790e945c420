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
        heads = _spanning_tree(arcs, root)
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


def _spanning_tree(arcs: _Floats, root: int) -> list[int]:
    """Contract cycles until there is none; `arcs` has no self-loops but the root's."""
    heads: list[int] = arcs.argmax(axis=1).tolist()
    heads[root] = root
    cycle = _find_cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(heads), bool)
    inside[cycle] = True
    outside = np.nonzero(~inside)[0]
    members = np.array(cycle)
    kept = np.array([arcs[i, heads[i]] for i in cycle], np.float32)
    into = arcs[np.ix_(members, outside)] - kept[:, None]  # gain of breaking in at a member
    out_of = arcs[np.ix_(outside, members)]
    size = len(outside) + 1
    small = np.full((size, size), _NEVER, np.float32)
    small[:-1, :-1] = arcs[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out_of.max(axis=1)
    place = {int(word): i for i, word in enumerate(outside)}
    solved = _spanning_tree(small, place[root])
    for i, word in enumerate(outside):
        head = solved[i]
        heads[int(word)] = (
            int(members[out_of[i].argmax()]) if head == size - 1 else int(outside[head])
        )
    entry = solved[-1]
    broken = int(members[into[:, entry].argmax()])
    heads[broken] = int(outside[entry])
    return heads
