"""Gold groups and found groups of the same mentions in, precision, recall and F1 of links out.

MUC (Vilain and others 1995), B-cubed (Bagga and Baldwin 1998), CEAF-e (Luo 2005, with the
likeness 2|G and S| / (|G| + |S|)), and their mean F1, by which CoNLL ranks.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

__all__ = ["b_cubed", "ceaf_e", "conll", "grouped", "muc"]

Rates = tuple[float, float, float]
"""Precision, recall and F1, from 0 to 1."""
Groups = Sequence[AbstractSet[str]]


def conll(gold: Mapping[str, str], found: Mapping[str, str]) -> dict[str, float]:
    """Return the F1 of each measure, and their mean, in hundredths; a value names a group."""
    sides = grouped(gold), grouped(found)
    measures = {"muc": muc(*sides), "b_cubed": b_cubed(*sides), "ceaf_e": ceaf_e(*sides)}
    mean = sum(rates[2] for rates in measures.values()) / len(measures)
    return {
        "conll": round(100 * mean, 2),
        **{name: round(100 * rates[2], 2) for name, rates in measures.items()},
        "b_cubed_precision": round(100 * measures["b_cubed"][0], 2),
        "b_cubed_recall": round(100 * measures["b_cubed"][1], 2),
    }


def muc(gold: Groups, found: Groups) -> Rates:
    """Return the share of links that are right; single mentions have none."""
    return _rates(_links(found, gold), _links(gold, found))


def b_cubed(gold: Groups, found: Groups) -> Rates:
    """Return, averaged over mentions, how far each one's two groups are the same."""
    wanted = {one: group for group in gold for one in group}
    told = {one: group for group in found for one in group}
    shared = {one: len(group & told[one]) for one, group in wanted.items()}
    count = len(wanted) or 1
    precision = sum(number / len(told[one]) for one, number in shared.items()) / count
    recall = sum(number / len(wanted[one]) for one, number in shared.items()) / count
    return _rates(precision, recall)


def ceaf_e(gold: Groups, found: Groups) -> Rates:
    """Return how alike the groups are when each is matched with at most one, the best way."""
    owner = {one: number for number, group in enumerate(found) for one in group}
    likeness = [
        {
            other: 2 * len(group & found[other]) / (len(group) + len(found[other]))
            for other in sorted({owner[one] for one in group if one in owner})
        }
        for group in gold
    ]
    best = sum(_best_match(part) for part in _apart(likeness))
    return _rates(best / (len(found) or 1), best / (len(gold) or 1))


def grouped(named: Mapping[str, str]) -> list[set[str]]:
    """Return the sets of what goes by one name."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for one, name in named.items():
        groups[name].add(one)
    return list(groups.values())


def _links(wanted: Groups, told: Groups) -> float:
    """Return the share of the links of `wanted` that `told` has."""
    owner = {one: number for number, group in enumerate(told) for one in group}
    all_links = sum(len(group) - 1 for group in wanted)
    parts = sum(len(group) - len({owner.get(one, one) for one in group}) for group in wanted)
    return parts / all_links if all_links else 0.0


def _rates(precision: float, recall: float) -> Rates:
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _apart(likeness: Sequence[Mapping[int, float]]) -> list[list[Mapping[int, float]]]:
    """Split the rows into parts that share no column, so that each is matched by itself."""
    parts: list[tuple[set[int], list[Mapping[int, float]]]] = []
    for row in likeness:
        columns, rows = set(row), [row]
        apart: list[tuple[set[int], list[Mapping[int, float]]]] = []
        for part in parts:
            if columns & part[0]:
                columns |= part[0]
                rows += part[1]
            else:
                apart.append(part)
        parts = [*apart, (columns, rows)]
    return [rows for _, rows in parts]


def _best_match(rows: Sequence[Mapping[int, float]]) -> float:
    """Return the largest sum of one cell a row and column (Kuhn and Munkres, by potentials)."""
    columns = sorted({column for row in rows for column in row})
    if len(rows) == 1 or len(columns) == 1:
        return max(max(row.values(), default=0.0) for row in rows)
    width = max(len(columns), len(rows))
    costs = [[-row.get(column, 0.0) for column in columns] for row in rows]
    costs = [[*row, *([0.0] * (width - len(columns)))] for row in costs]
    return -sum(
        costs[row][column] for column, row in enumerate(_assign(costs, width)) if row is not None
    )


def _assign(  # noqa: C901  the algorithm is one loop, told in one place
    costs: Sequence[Sequence[float]], width: int
) -> list[int | None]:
    """Return for each column the row it is given, at the least cost; rows are no more than columns.

    Rows are added one by one; each looks for the cheapest way to a free column.
    """
    lows = [0.0] * len(costs)
    highs = [0.0] * width
    taken: list[int | None] = [None] * width
    for start in range(len(costs)):
        reach = [float("inf")] * width
        before: list[int | None] = [None] * width
        done = [False] * width
        row, at = start, None
        while True:
            for column in range(width):
                if done[column]:
                    continue
                cost = costs[row][column] - lows[row] - highs[column]
                if cost < reach[column]:
                    reach[column], before[column] = cost, at
            step, nearest = min((reach[c], c) for c in range(width) if not done[c])
            lows[start] += step
            for column in range(width):
                if done[column]:
                    owner = taken[column]
                    highs[column] -= step
                    if owner is not None:
                        lows[owner] += step
                else:
                    reach[column] -= step
            done[nearest], at = True, nearest
            owner = taken[nearest]
            if owner is None:
                break
            row = owner
        column_now: int | None = at
        while column_now is not None:
            previous = before[column_now]
            taken[column_now] = start if previous is None else taken[previous]
            column_now = previous
    return taken
