"""A PLOVER type in, the root and the quad class out that data sets of sentence pairs give it.

They have one root, YIELD, for yielding in words and in deed.
"""

from collections.abc import Mapping
from types import MappingProxyType

from readout.data.tables import rows

__all__ = ["QUADS", "is_conflict", "quad_of", "root_of"]

_YIELD = frozenset({"CONCEDE", "RETREAT"})
QUADS: Mapping[str, int] = MappingProxyType(
    {
        **{code: int(quad) for kind, _, code, quad, *_ in rows("plover.tsv") if kind == "type"},
        "YIELD": 2,
    }
)
"""1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""


def root_of(kind: str) -> str:
    """Return the root of a type."""
    return "YIELD" if kind in _YIELD else kind


def quad_of(root: str) -> int:
    """Return the quad class of a root or type."""
    return QUADS[root]


def is_conflict(quad: int) -> bool:
    """Say whether a quad class is one of conflict and not of cooperation."""
    return quad > QUADS["YIELD"]
