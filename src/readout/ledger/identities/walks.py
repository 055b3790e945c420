"""What a page says of a person in, the walks of life that this is out."""

from collections.abc import Iterable
from functools import lru_cache

from readout.data.tables import rows

__all__ = ["apart", "walks_of"]

_CACHE = 1 << 14
_NONE = "-"


@lru_cache(maxsize=_CACHE)
def walks_of(sectors: tuple[str, ...], role: str | None) -> frozenset[str]:
    """Return the walks that the codes and the last words of the role tell."""
    codes, nouns = _walks()
    found = {codes[code] for code in sectors if code in codes}
    if role:
        found |= {nouns[word] for word in role.lower().split() if word in nouns}
    return frozenset(found)


def apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether nobody is likely both: no walk of the one is or may follow one of the other."""
    near = _near()
    here, there = set(one), set(other)
    return bool(here) and bool(there) and not any(b in near[a] for a in here for b in there)


@lru_cache(maxsize=1)
def _walks() -> tuple[dict[str, str], dict[str, str]]:
    codes: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for walk, of_codes, of_nouns, _ in rows("identity_walks.tsv"):
        codes.update(dict.fromkeys(of_codes.split(), walk))
        nouns.update(dict.fromkeys(of_nouns.split(), walk))
    codes.pop(_NONE, None)
    nouns.pop(_NONE, None)
    return codes, nouns


@lru_cache(maxsize=1)
def _near() -> dict[str, set[str]]:
    near = {walk: {walk} for walk, *_ in rows("identity_walks.tsv")}
    for walk, _, _, others in rows("identity_walks.tsv"):
        for other in set(others.split()) - {_NONE}:
            near[walk].add(other)
            near[other].add(walk)
    return near
