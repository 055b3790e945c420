"""Sampled shingles of many articles in, the pairs worth judging out: far fewer than all pairs.

An article is paired, for each of its shingles, with the first few articles that have the shingle.
So a story printed fifty thousand times, or a line set under every story, costs a few pairs an
article; a reprint meets its original all the same, since that is among the first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from readout.ledger.lineages.first import earliest
from readout.records.lineage import Printed

__all__ = ["MOST", "Rank", "is_pair", "pairs_of", "rank", "representatives"]

MOST = 8
"""Articles that stand for all that have a shingle."""
_ENOUGH = 2
_HALF = 0.5

Rank = tuple[bool, str, str]


def rank(article: Printed) -> Rank:
    """Return what orders articles: the dated first, by the earliest they can be, then by id."""
    first, _ = earliest(article.published)
    return first.year == 1, first.isoformat(), article.id


def representatives(holders: Iterable[Rank]) -> list[str]:
    """Return the ids of those that stand for all the holders of one shingle."""
    return [each[-1] for each in sorted(holders)[:MOST]]


def pairs_of(
    shingles: Mapping[str, Sequence[int]], ranks: Mapping[str, Rank]
) -> list[tuple[str, str]]:
    """Return the pairs to judge, each in order of id, all in order."""
    holders: dict[int, list[str]] = defaultdict(list)
    for each, hashes in shingles.items():
        for value in hashes:
            holders[value].append(each)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for held in holders.values():
        firsts = representatives(ranks[each] for each in held) if len(held) > 1 else []
        met = {(min(a, b), max(a, b)) for a in firsts for b in held if a != b}
        for pair in met:
            shared[pair] += 1
    return sorted(
        pair
        for pair, count in shared.items()
        if is_pair(count, len(shingles[pair[0]]), len(shingles[pair[1]]))
    )


def is_pair(shared: int, one: int, other: int) -> bool:
    """Say whether two are worth judging, by the shingles they share and how many each has."""
    return shared > 0 and (shared >= _ENOUGH or shared >= _HALF * min(one, other))
