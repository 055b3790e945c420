"""Judged copies and their articles in, lineages out.

Each copy goes with the one article of which it repeats most. So a page that quotes two wires
joins the one it takes more from and ties no knot between the two; that it draws on the other as
well is said. A copy of a copy belongs to the first one's lineage.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from readout.ledger.lineages.candidates import rank
from readout.ledger.lineages.first import first_of_many
from readout.records.lineage import Copy, Lineage, Printed

__all__ = ["group"]


def group(copies: Iterable[Copy], articles: Iterable[Printed]) -> tuple[Lineage, ...]:
    """Return the lineages of two articles or more, in order of their origins' ids.

    The order of the copies and of the articles changes nothing.
    """
    known = {each.id: each for each in articles}
    judged = sorted(copies, key=lambda each: (each.copy, each.original))
    best = _best(judged, known)
    roots = _roots(best)
    held: dict[str, list[Copy]] = defaultdict(list)
    for each in judged:
        held[roots[each.copy]].append(each)
    members: dict[str, list[str]] = defaultdict(list)
    for name, root in roots.items():
        members[root].append(name)
    found = [
        _lineage([known[each] for each in members[root]], held[root], best) for root in members
    ]
    return tuple(sorted(found, key=lambda each: each.origin))


def _best(copies: Sequence[Copy], known: Mapping[str, Printed]) -> dict[str, Copy]:
    """Return for each copy the pair in which most of it is held, then with the earliest."""
    best: dict[str, Copy] = {}
    order = {each: rank(article) for each, article in known.items()}
    for each in copies:
        now = best.get(each.copy)
        if now is None or _strength(each, order) < _strength(now, order):
            best[each.copy] = each
    return best


def _strength(copy: Copy, order: Mapping[str, tuple[bool, str, str]]) -> tuple[object, ...]:
    return (-copy.copy_held, *order[copy.original])


def _roots(best: Mapping[str, Copy]) -> dict[str, str]:
    """Return for each article one that stands for its tree."""
    roots: dict[str, str] = {}

    def find(each: str) -> str:
        while roots.setdefault(each, each) != each:
            roots[each] = roots[roots[each]]
            each = roots[each]
        return each

    for pair in best.values():
        one, other = sorted((find(pair.copy), find(pair.original)))
        roots[other] = one
    return {each: find(each) for each in sorted(roots)}


def _lineage(
    members: Sequence[Printed],
    held: Sequence[Copy],
    best: Mapping[str, Copy],
) -> Lineage:
    inside = {each.id for each in members}
    taken: dict[str, float] = defaultdict(float)
    for each in held:
        if each.original in inside:
            taken[each.original] += 1 - each.original_held
            taken[each.copy] += 1 - each.copy_held
    origin, why = first_of_many(members, taken)
    ties = [best[each.id] for each in members if each.id in best]
    others = sorted(each.id for each in members if each is not origin)
    return Lineage(
        origin=origin.id,
        members=(origin.id, *others),
        agency=origin.agency or _most_credited(members),
        copies=tuple((each.copy, each.original) for each in ties),
        draws_on=tuple((each.copy, each.original) for each in held if each.original not in inside),
        p=min(each.p for each in ties),
        reason=f"{len(others)} repeat its words, straight or through one another; {why}",
    )


def _most_credited(members: Sequence[Printed]) -> str | None:
    counts = Counter(each.agency for each in members if each.agency)
    return min(counts, key=lambda each: (-counts[each], each), default=None)
