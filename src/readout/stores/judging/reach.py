"""Numbers of things in, all that hangs together with them out."""

from collections.abc import Callable, Iterable

__all__ = ["reach"]


def reach(seeds: Iterable[int], near: Callable[[Iterable[int]], set[int]]) -> set[int]:
    """Return the seeds and all that can be come to from them; `near` gives the next to some."""
    found = set(seeds)
    edge = sorted(found)
    while edge:
        edge = sorted(near(edge) - found)
        found.update(edge)
    return found
