"""What was judged and people's decisions in, the clusters as the decisions leave them out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from readout.ledger.identities.cluster import Cluster
from readout.ledger.identities.fold import fold_name
from readout.ledger.identities.units import Unit, Words
from readout.records.identities import Decision

__all__ = ["replay"]

_Place = tuple[str, Words]  # a page and a name on it


def replay(
    clusters: Sequence[Cluster], decisions: Iterable[Decision]
) -> tuple[list[Cluster], tuple[Decision, ...]]:
    """Apply the decisions one after the other; return what stands, and those without a name left.

    They are replayed in the order in which they were made, whatever order they come in.
    """
    standing = _Standing(clusters)
    unapplied: list[Decision] = []
    for decision in sorted(decisions, key=_when):
        apply = standing.merge if decision.verb == "merge" else standing.split
        if not apply(decision):
            unapplied.append(decision)
    return standing.clusters(), tuple(unapplied)


def _when(decision: Decision) -> tuple[object, ...]:
    return (
        decision.made,
        decision.verb,
        decision.name,
        decision.other or "",
        decision.pages,
        decision.other_pages,
        decision.reason,
    )


@dataclass(slots=True)
class _Part:
    """A cluster that can still change."""

    units: list[Unit]
    p: float
    reasons: dict[str, None]
    open: dict[str, None]


class _Standing:
    """The clusters so far, by number, and where each name stands in them."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._next = 0
        self._parts: dict[int, _Part] = {}
        self._in: dict[_Place, int] = {}
        self._named: dict[Words, list[_Place]] = {}
        for cluster in clusters:
            self._put(cluster.units, cluster.p, cluster.reasons, cluster.open)
            for unit in cluster.units:
                for words in {unit.words, *(fold_name(m.name) for m in unit.mentions)}:
                    self._named.setdefault(words, []).append((unit.page, unit.words))

    def clusters(self) -> list[Cluster]:
        """Return what stands now."""
        return [
            Cluster(tuple(part.units), part.p, tuple(part.reasons), tuple(part.open))
            for part in self._parts.values()
        ]

    def merge(self, decision: Decision) -> bool:
        """Make one of all that the two names mean; False where one of them means nothing."""
        here = self._where(decision.name, decision.pages)
        there = self._where(decision.other or "", decision.other_pages)
        if not here or not there:
            return False
        numbers = {self._in[place] for place in here | there}
        first, *others = sorted(numbers, key=lambda n: (-len(self._parts[n].units), n))
        whole = self._parts[first]
        for number in others:
            part = self._parts.pop(number)
            whole.units += part.units
            whole.p = min(whole.p, part.p)
            whole.reasons |= part.reasons
            self._in.update(((unit.page, unit.words), first) for unit in part.units)
        whole.reasons[f"merged: {decision.reason}"] = None
        whole.open.clear()
        return True

    def split(self, decision: Decision) -> bool:
        """Set the name apart from what else it was held to be of."""
        here = self._where(decision.name, decision.pages)
        if decision.other is not None:
            there = {self._in[p] for p in self._where(decision.other, decision.other_pages)}
            here = {place for place in here if self._in[place] in there}
        for number in sorted({self._in[place] for place in here}):
            part = self._parts[number]
            out = [unit for unit in part.units if (unit.page, unit.words) in here]
            part.open[f"split: {decision.reason}"] = None
            if len(out) < len(part.units):
                part.units = [u for u in part.units if (u.page, u.words) not in here]
                self._put(out, part.p, (), part.open)
        return bool(here)

    def _where(self, name: str, pages: Collection[str]) -> set[_Place]:
        """Return where the name stands, on the pages that were meant while there are any."""
        places = self._named.get(fold_name(name), ())
        return {place for place in places if not pages or place[0] in pages}

    def _put(
        self, units: Sequence[Unit], p: float, reasons: Iterable[str], apart: Iterable[str]
    ) -> None:
        number = self._next
        self._next += 1
        self._parts[number] = _Part(list(units), p, dict.fromkeys(reasons), dict.fromkeys(apart))
        for unit in units:
            self._in[unit.page, unit.words] = number
