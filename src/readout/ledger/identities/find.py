"""Mentions of actors from many pages and people's decisions in, who is who out."""

from collections import Counter
from collections.abc import Iterable, Sequence

from readout.ledger.identities.cluster import Cluster, cluster_profiles
from readout.ledger.identities.decisions import replay
from readout.ledger.identities.describe import identity_of, mention_order
from readout.ledger.identities.holders import resolve_office, terms_of
from readout.ledger.identities.naming import Named
from readout.ledger.identities.profiles import profiles_of, said_together
from readout.ledger.identities.units import Sorted, Unit, Words, sort_mentions
from readout.records.identities import (
    ActorMention,
    Decision,
    Identities,
    Identity,
    IdentityKind,
    OfficeReference,
)

__all__ = [
    "find_identities",
    "identity_of_cluster",
    "identity_order",
    "post_identity",
    "standing_clusters",
]

_WHY: dict[str, str] = {
    "state": "a name of the state",
    "office": "the same house or seat of the same state",
    "organisation": "a name of the organisation, by the tables",
    "post": "the same office of the same state",
}


def find_identities(
    mentions: Iterable[ActorMention], *, decisions: Iterable[Decision] = ()
) -> Identities:
    """Return the identities, the most often mentioned first; the order of mentions changes nothing.

    Mentions that name nobody ("two officials") are of none. A mention by office alone is of the
    post's identity, and a reference says who held it then, where the ledger knows.
    """
    found = sort_mentions(sorted(set(mentions), key=mention_order))
    standing, unapplied = standing_clusters(found, decisions)
    identities = [identity_of_cluster(cluster) for cluster in standing]
    terms = terms_of(identities)
    references = [resolve_office(named, mention, terms) for named, mention in found.posts]
    identities += _posts(found.posts)
    return Identities(
        identities=tuple(sorted(identities, key=identity_order)),
        references=tuple(sorted(references, key=_reference_order)),
        unapplied=unapplied,
    )


def standing_clusters(
    found: Sorted, decisions: Iterable[Decision]
) -> tuple[list[Cluster], tuple[Decision, ...]]:
    """Return what is judged to be of one and as decided, and the decisions that met no name.

    Names that nothing links may be judged apart: the clusters come out the same.
    """
    units = sorted(found.units, key=lambda unit: (unit.words, unit.page))
    clusters = cluster_profiles(profiles_of(units), found.ties, said_together(units))
    clusters += [_keyed(words, keyed) for words, keyed in sorted(found.keyed.items())]
    return replay(clusters, decisions)


def _keyed(words: Words, units: list[Unit]) -> Cluster:
    kind = words[0].partition(":")[0]
    return Cluster(tuple(units), 1.0, (_WHY[kind],) if len(units) > 1 else (), ())


def identity_of_cluster(cluster: Cluster) -> Identity:
    """Return the identity that a cluster is."""
    kinds: Counter[IdentityKind] = Counter()
    for unit in cluster.units:
        kinds.update(unit.kinds)
    return identity_of(
        [mention for unit in cluster.units for mention in unit.mentions],
        _kind(kinds),
        p=cluster.p,
        reasons=cluster.reasons,
        apart=cluster.open,
    )


def _kind(kinds: Counter[IdentityKind]) -> IdentityKind:
    """Return what most mentions say; a bare name only where nothing else is said."""
    return min(kinds, key=lambda kind: (kind == "name", -kinds[kind], kind))


def _posts(posts: Iterable[tuple[Named, ActorMention]]) -> list[Identity]:
    owned: dict[tuple[str, str], list[ActorMention]] = {}
    for named, mention in posts:
        if named.place is not None:
            owned.setdefault((named.words[0], named.place), []).append(mention)
    return [post_identity(own) for own in owned.values()]


def post_identity(mentions: Sequence[ActorMention]) -> Identity:
    """Return the identity of a post that these mentions speak of by the office alone."""
    return identity_of(mentions, "post", reasons=(_WHY["post"],) if len(mentions) > 1 else ())


def identity_order(identity: Identity) -> tuple[int, str, str]:
    """Return what puts those on most pages first."""
    return -len(identity.pages), identity.name, identity.identity_id


def _reference_order(reference: OfficeReference) -> tuple[object, ...]:
    return mention_order(reference.mention)
