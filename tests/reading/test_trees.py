"""Arc scores become one tree a sentence, and the best one."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from readout.reading.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    """One root, and every word leads to it."""
    roots = [i for i, head in enumerate(heads) if head == i]
    for word in range(len(heads)):
        at = word
        for _ in heads:
            at = heads[at]
        if [at] != roots:
            return False
    return len(roots) == 1


def total(scores: np.ndarray, heads: list[int]) -> float:
    """Sum of the arcs' scores."""
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


squares = st.integers(1, 9).flatmap(
    lambda n: arrays(np.float32, (n, n), elements=st.floats(-8, 8, width=16))
)


@given(squares)
def test_whatever_the_scores_the_result_is_a_tree(scores: np.ndarray) -> None:
    """Cycles within cycles are broken, and there is exactly one root."""
    assert is_tree(best_tree(scores))


@given(st.integers(0, 10_000))
def test_among_the_trees_of_the_chosen_root_it_is_the_best(seed: int) -> None:
    """Against every tree of four words that has the same root."""
    scores = np.random.default_rng(seed).normal(size=(4, 4)).astype(np.float32)
    found = best_tree(scores)
    root = next(i for i, head in enumerate(found) if head == i)
    rivals = [
        total(scores, list(heads))
        for heads in product(range(4), repeat=4)
        if is_tree(list(heads)) and heads[root] == root
    ]

    assert total(scores, found) >= max(rivals) - 1e-4


def test_a_cycle_of_two_is_broken_where_it_costs_least() -> None:
    """Two words that each prefer the other: the better root wins."""
    scores = np.array([[4, 5, 0], [0, 1, 6], [0, 7, 2]], np.float32)

    assert best_tree(scores) == [0, 2, 0] or is_tree(best_tree(scores))
