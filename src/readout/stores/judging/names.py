"""Pages whose words for actors changed in, who is who anew out: the names they touch, no others."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select, update

from readout.ledger.grouping import components
from readout.ledger.identities import identity_of_cluster, post_identity, standing_clusters
from readout.ledger.identities.units import Sorted
from readout.records.identities import Decision, Identity
from readout.stores.judging.linked import Linked
from readout.stores.judging.reach import reach
from readout.stores.judging.units import BY_NAME, KEYED, POST, KeptUnit, Touched
from readout.stores.numbers import in_chunks
from readout.stores.schema_judged import IDENTITY, NAME, UNIT

__all__ = ["Renamed", "restate_names"]

_Cluster = tuple[Identity, list[KeptUnit]]


class Renamed(NamedTuple):
    """The identities that a batch touches."""

    now: Mapping[int, Identity]
    """By their numbers; those that are as they were are among them."""
    gone: frozenset[int]
    moved: frozenset[int]
    """Pages on which a name is of another identity than it was."""
    posts: frozenset[tuple[str, str]]
    """Offices, and whose, that pages now speak of otherwise."""


def restate_names(
    connection: Connection, touched: Touched, decisions: Sequence[Decision], *, decided: bool
) -> Renamed:
    """Judge the names that hang together with the touched; `decided` says a decision is new."""
    linked = Linked(connection, decisions)
    seeds = set(touched.names) | (linked.decided() if decided else set())
    seeds |= _of_parts(connection, seeds)
    together = reach(seeds, linked.near)
    words = linked.words(together)
    by_name = {one for one in together if words[one][0] == BY_NAME}
    units = linked.units(together)
    found = Sorted(
        units=[one.unit for name in by_name for one in units[name]],
        keyed={
            words[name][1:]: [one.unit for one in units[name]]
            for name in together
            if words[name][0] == KEYED and units[name]
        },
        ties=linked.ties(words[name][1] for name in by_name),
    )
    kept = {id(one.unit): one for several in units.values() for one in several}
    standing, _ = standing_clusters(found, decisions)
    clusters: list[_Cluster] = [
        (identity_of_cluster(one), [kept[id(unit)] for unit in one.units]) for one in standing
    ]
    posts = [name for name in together if words[name][0] == POST and len(words[name]) > 2]  # noqa: PLR2004  with its owner
    clusters += [
        (post_identity([m for one in units[name] for m in one.unit.mentions]), units[name])
        for name in posts
        if units[name]
    ]
    _keep_parts(connection, together, linked.pairs)
    had = {one.identity for one in kept.values() if one.identity is not None}
    now, moved = _number(connection, clusters)
    return Renamed(
        now=now,
        gone=frozenset((had | touched.identities) - now.keys()),
        moved=frozenset(moved),
        posts=frozenset((words[name][1], words[name][2]) for name in posts),
    )


def _of_parts(connection: Connection, names: Collection[int]) -> set[int]:
    """Return all names that were judged together with one of these."""
    parts: set[int] = set()
    for chunk in in_chunks(sorted(names)):
        asked = select(NAME.c.part).where(NAME.c.number.in_(chunk), NAME.c.part.is_not(None))
        parts.update(connection.execute(asked).scalars())
    found: set[int] = set()
    for chunk in in_chunks(sorted(parts)):
        asked = select(NAME.c.number).where(NAME.c.part.in_(chunk))
        found.update(connection.execute(asked).scalars())
    return found


def _keep_parts(
    connection: Connection, names: Collection[int], pairs: Collection[tuple[int, int]]
) -> None:
    """Note which names hang together: a part goes by the number of its first name."""
    spelt = [(f"{one:020d}", f"{other:020d}") for one, other in pairs if {one, other} <= set(names)]
    for part in components([f"{one:020d}" for one in names], spelt):
        members = [int(one) for one in part]
        for chunk in in_chunks(members):
            mine = update(NAME).where(NAME.c.number.in_(chunk))
            connection.execute(mine.values(part=members[0]))


def _number(
    connection: Connection, clusters: Sequence[_Cluster]
) -> tuple[dict[int, Identity], set[int]]:
    """Give each identity a number, the one most of its units had; return the pages that moved."""
    highest = connection.execute(select(func.max(IDENTITY.c.number))).scalar() or 0
    taken: set[int] = set()
    now: dict[int, Identity] = {}
    moved: dict[int, list[int]] = defaultdict(list)
    order = sorted(clusters, key=lambda one: (-len(one[1]), one[0].identity_id))
    for identity, units in order:
        counts = Counter(one.identity for one in units if one.identity not in taken)
        counts.pop(None, None)
        best = min(counts, key=lambda one: (-counts[one], one or 0), default=None)
        if best is None:
            best = highest = highest + 1
        taken.add(best)
        now[best] = identity
        moved[best] += [one.number for one in units if one.identity != best]
    return now, _move(connection, moved)


def _move(connection: Connection, moved: Mapping[int, Iterable[int]]) -> set[int]:
    pages: set[int] = set()
    for identity, units in moved.items():
        for chunk in in_chunks(units):
            mine = UNIT.c.number.in_(chunk)
            pages.update(connection.execute(select(UNIT.c.page).where(mine)).scalars())
            connection.execute(update(UNIT).where(mine).values(identity=identity))
    return pages
