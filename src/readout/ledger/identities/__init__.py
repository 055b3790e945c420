"""Mentions of actors from many pages in, who is who out: persons, bodies, offices, who held them.

`mentions_of` each page's entries, `find_identities` of all of them, `look_up` a name in these;
people's decisions are replayed over what was judged.
"""

from readout.ledger.identities.find import (
    find_identities,
    identity_of_cluster,
    identity_order,
    post_identity,
    standing_clusters,
)
from readout.ledger.identities.fold import fold_name
from readout.ledger.identities.lookup import known_actor, look_up, pages_naming
from readout.ledger.identities.mentions import mentions_of

__all__ = [
    "find_identities",
    "fold_name",
    "identity_of_cluster",
    "identity_order",
    "known_actor",
    "look_up",
    "mentions_of",
    "pages_naming",
    "post_identity",
    "standing_clusters",
]
