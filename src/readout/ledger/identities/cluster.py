"""Profiles in, those of one person or body together out; whatever fits two is left alone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readout.ledger.grouping import components, group
from readout.ledger.identities.judge import Alike, contradiction, judge_profiles
from readout.ledger.identities.pairs import candidate_pairs
from readout.ledger.identities.profiles import Profile, Said
from readout.ledger.identities.units import Unit, Words

__all__ = ["Cluster", "cluster_profiles"]

_FLOOR = 0.5
_CLEARLY = 0.05  # how much likelier one must be than another that contradicts it
_MOST = 300  # profiles of which all pairs are looked at
_CROWD = 1500  # neighbours from which on a name says nothing
_SHOWN = 5

_Edges = dict[int, dict[int, Alike]]


class Cluster(NamedTuple):
    """What is judged to be of one."""

    units: tuple[Unit, ...]
    p: float
    reasons: tuple[str, ...]
    open: tuple[str, ...]


def cluster_profiles(
    profiles: Sequence[Profile], ties: Mapping[str, set[Words]], said: Said
) -> list[Cluster]:
    """Return the clusters, in the order of their first profiles."""
    edges, apart = _edges(profiles, ties, said)
    kept = _unambiguous(profiles, edges, said, apart)
    ids = [f"{number:08d}" for number in range(len(profiles))]
    pairs = [(ids[a], ids[b]) for a, near in kept.items() for b in near if a < b]
    found: list[Cluster] = []
    for members in components(ids, pairs):
        numbers = [int(one) for one in members]
        parts = _consistent(numbers, profiles, kept, said)
        found += [_cluster(part, profiles, kept, apart) for part in parts]
    return found


def _edges(
    profiles: Sequence[Profile], ties: Mapping[str, set[Words]], said: Said
) -> tuple[_Edges, dict[int, set[str]]]:
    """Return how alike candidates are, and for each profile what keeps it from others."""
    edges: _Edges = defaultdict(dict)
    apart: dict[int, set[str]] = defaultdict(set)
    for a, b in candidate_pairs(profiles):
        alike = judge_profiles(profiles[a], profiles[b], ties)
        if alike is None:
            continue
        against = contradiction(profiles[a], profiles[b], said)
        if not against:
            edges[a][b] = edges[b][a] = alike
        elif len(apart[a]) < _SHOWN and len(apart[b]) < _SHOWN:
            apart[a].add(f"another of the name: {against}")
            apart[b].add(f"another of the name: {against}")
    return edges, apart


def _unambiguous(
    profiles: Sequence[Profile], edges: _Edges, said: Said, apart: dict[int, set[str]]
) -> _Edges:
    """Return the edges without those of a profile to two that contradict each other.

    Of two such the likelier stays, if it is clearly so.
    """
    dropped: set[tuple[int, int]] = set()
    for one, near in edges.items():
        ranked = sorted(near, key=lambda other: (-near[other].p, other))
        for at, other in enumerate(ranked):
            if len(ranked) > _CROWD or _has_rival(other, ranked, near, profiles, said):
                dropped.add((one, other))
                if at < _SHOWN:
                    apart[one].add("fits two that are not one, and is left by itself")
    return {
        one: {b: a for b, a in near.items() if not {(one, b), (b, one)} & dropped}
        for one, near in edges.items()
    }


def _has_rival(
    other: int,
    ranked: Sequence[int],
    near: Mapping[int, Alike],
    profiles: Sequence[Profile],
    said: Said,
) -> bool:
    for rival in ranked:
        if near[rival].p <= near[other].p - _CLEARLY:
            return False
        if rival != other and contradiction(profiles[other], profiles[rival], said):
            return True
    return False


def _consistent(
    numbers: list[int], profiles: Sequence[Profile], edges: _Edges, said: Said
) -> list[list[int]]:
    """Split what hangs together until no two members contradict each other."""
    if len(numbers) < 3:  # noqa: PLR2004  two were judged already
        return [numbers]
    if len(numbers) > _MOST:
        by_name: dict[Words, list[int]] = {}
        for number in numbers:
            by_name.setdefault(profiles[number].words, []).append(number)
        return [part for part in by_name.values() if len(part) <= _MOST] + [
            [number] for part in by_name.values() if len(part) > _MOST for number in part
        ]
    barred = {
        (f"{a:08d}", f"{b:08d}")
        for n, a in enumerate(numbers)
        for b in numbers[n + 1 :]
        if contradiction(profiles[a], profiles[b], said)
    }
    if not barred:
        return [numbers]
    alike = {(f"{a:08d}", f"{b:08d}"): edges[a][b].p for a in numbers for b in edges[a] if a < b}
    ids = [f"{number:08d}" for number in numbers]
    return [[int(one) for one in part] for part in group(ids, alike, floor=_FLOOR, barred=barred)]


def _cluster(
    numbers: list[int], profiles: Sequence[Profile], edges: _Edges, apart: dict[int, set[str]]
) -> Cluster:
    inside = set(numbers)
    sure = 1.0
    reasons: set[str] = set()
    for one in numbers:
        ties = [alike for other, alike in edges.get(one, {}).items() if other in inside]
        if ties:
            best = max(ties)
            sure = min(sure, best.p)
            reasons.add(best.reason)
    units = [unit for one in numbers for unit in profiles[one].units]
    if not reasons and len(units) > 1:
        sure, why = _alone(profiles[numbers[0]])
        reasons.add(why)
    kept_apart = {why for one in numbers for why in apart.get(one, ())}
    return Cluster(tuple(units), sure, tuple(sorted(reasons)), tuple(sorted(kept_apart)))


def _alone(profile: Profile) -> tuple[float, str]:
    """Say why pages that say the same of a name mean one."""
    if len(profile.words) > 1 or profile.kind == "organisation":
        return (0.97 if profile.telling else 0.9), "the same name, the same said of it"
    return (0.9 if profile.telling else 0.5), "the same single name, the same said of it"
