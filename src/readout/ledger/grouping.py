"""How alike pairs of things are in, groups of them out: the same whatever the order of the pairs.

Average link: the two groups whose members are most alike on average become one, as long as that is
at least `floor`, and never over a pair that is barred. Equal cases are settled by the ids.
"""

import heapq
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

__all__ = ["Pair", "components", "group"]

Pair = tuple[str, str]
"""Two ids, the smaller first."""
_STEP = 0.05
_TELLING = 4  # members from which on a group has a closeness of its own
_MOST = 1500  # members: average link looks at all their pairs


def group(
    ids: Collection[str],
    alike: Mapping[Pair, float],
    *,
    floor: float,
    tightness: float = 0.0,
    barred: Collection[Pair] = frozenset(),
) -> tuple[tuple[str, ...], ...]:
    """Return the groups, each sorted, in the order of their first members.

    A pair that `alike` does not hold counts as not alike at all. Where more than a few thousand
    things hang together, as the copies of one text do, only closer ties are looked at; those that
    stay together however close the ties must be are one group, if no pair of them is barred.
    With `tightness`, two groups stay two where their members are that much less alike across them
    than inside either.
    """
    banned = frozenset(barred)
    groups = [
        one
        for component in components(ids, [pair for pair in alike if alike[pair] >= floor])
        for one in _split(component, alike, _Rule(floor, tightness, banned))
    ]
    return tuple(sorted(groups))


def components(ids: Collection[str], pairs: Collection[Pair]) -> tuple[tuple[str, ...], ...]:
    """Return what hangs together by the pairs, each component sorted, in order."""
    parents = {one: one for one in ids}
    for one, other in pairs:
        roots = sorted((_root(parents, one), _root(parents, other)))
        parents[roots[1]] = roots[0]
    found: dict[str, list[str]] = {}
    for one in sorted(parents):
        found.setdefault(_root(parents, one), []).append(one)
    return tuple(tuple(members) for members in found.values())


def _root(parents: dict[str, str], one: str) -> str:
    while parents[one] != one:
        parents[one] = parents[parents[one]]
        one = parents[one]
    return one


class _Rule(NamedTuple):
    """When two groups may become one."""

    floor: float
    tightness: float
    barred: frozenset[Pair]


def _split(
    component: tuple[str, ...], alike: Mapping[Pair, float], rule: _Rule
) -> Iterator[tuple[str, ...]]:
    inside = _inside(component, alike)
    floor = rule.floor
    while len(component) > _MOST and floor < 1:
        floor = min(1.0, floor + _STEP)
        parts = components(component, [pair for pair in inside if inside[pair] >= floor])
        if len(parts) > 1:
            for part in parts:
                yield from _split(part, inside, rule._replace(floor=floor))
            return
    if len(component) > _MOST and not _inside(component, dict.fromkeys(rule.barred, 1.0)):
        yield component
    else:
        yield from _average_link(component, inside, rule)


def _inside(component: tuple[str, ...], alike: Mapping[Pair, float]) -> dict[Pair, float]:
    """Return the pairs of which both members are in the component."""
    members = set(component)
    return {pair: p for pair, p in alike.items() if pair[0] in members and pair[1] in members}


def _average_link(
    component: tuple[str, ...], alike: Mapping[Pair, float], rule: _Rule
) -> Iterator[tuple[str, ...]]:
    """Merge until no two groups are alike enough; a group goes by the id of its first member."""
    groups = _Groups(component, alike, rule.barred)
    heap = [(-p, one, other, 1, 1) for (one, other), p in alike.items() if p >= rule.floor]
    heapq.heapify(heap)
    while heap:
        _, one, other, size, other_size = heapq.heappop(heap)
        fresh = groups.size(one) == size and groups.size(other) == other_size
        if not fresh or not groups.may_join(one, other, rule.tightness):
            continue
        groups.join(one, other)
        for near in groups.ties[one]:
            mean = groups.mean(one, near)
            if mean >= rule.floor:
                first, last = sorted((one, near))
                heapq.heappush(heap, (-mean, first, last, groups.size(first), groups.size(last)))
    for one in sorted(groups.members):
        yield tuple(sorted(groups.members[one]))


class _Groups:
    """The groups so far, each by the id of its first member, and how they hang together."""

    def __init__(
        self, ids: Collection[str], alike: Mapping[Pair, float], barred: frozenset[Pair]
    ) -> None:
        self.members = {one: [one] for one in ids}
        self.ties: dict[str, dict[str, float]] = {one: {} for one in ids}
        """The sum of how alike the members of two groups are."""
        self._within = dict.fromkeys(ids, 0.0)
        self._bars: dict[str, set[str]] = {one: set() for one in ids}
        for (one, other), p in alike.items():
            self.ties[one][other] = self.ties[other][one] = p
        for one, other in barred:
            if one in self._bars and other in self._bars:
                self._bars[one].add(other)
                self._bars[other].add(one)

    def size(self, one: str) -> int:
        """Return how many members the group has, 0 where there is none of that name any more."""
        return len(self.members.get(one, ()))

    def mean(self, one: str, other: str) -> float:
        """Return how alike the members of two groups are on average."""
        return self.ties[one][other] / (self.size(one) * self.size(other))

    def may_join(self, one: str, other: str, tightness: float) -> bool:
        """Say whether no pair is barred and the two are not much closer in themselves."""
        if other in self._bars[one]:
            return False
        inner = [self._inner(each) for each in (one, other) if self.size(each) >= _TELLING]
        return not inner or self.mean(one, other) >= tightness * min(inner)

    def _inner(self, one: str) -> float:
        size = self.size(one)
        return 2 * self._within[one] / (size * (size - 1))

    def join(self, one: str, other: str) -> None:
        """Let the first take in the second."""
        self.members[one] += self.members.pop(other)
        self._within[one] += self._within.pop(other) + self.ties[one][other]
        for near, total in self.ties.pop(other).items():
            del self.ties[near][other]
            if near != one:
                self.ties[one][near] = self.ties[near][one] = self.ties[one].get(near, 0.0) + total
        for near in self._bars.pop(other):
            self._bars[near].discard(other)
            self._bars[near].add(one)
            self._bars[one].add(near)
