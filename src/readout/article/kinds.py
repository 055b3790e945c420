"""Say what each unit is when it is not body: units and votes in, a kind or "" for each out.

A name on an element counts only while the element holds a small part of what trafilatura keeps:
a whole article inside `class="subscribe-wall"` is still an article.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from readout.article.segment import Holder, Unit
from readout.article.tables import rows

__all__ = ["kinds_of", "phrase_kind"]

_WHOLE = 0.35


def kinds_of(units: Sequence[Unit], votes: Sequence[bool]) -> list[str]:
    """Return a drop kind, "role:" and a role, or "" for each unit, from names, then phrases."""
    believed = _believed_holders(units, votes)
    kinds = []
    for unit in units:
        named = unit.inline_kind or believed[unit.holder]
        kinds.append(
            named if named and not named.startswith("role:") else phrase_kind(unit.text) or named
        )
    return kinds


def _believed_holders(units: Sequence[Unit], votes: Sequence[bool]) -> dict[Holder, str]:
    """Return the kind that holds for the units of each holder, its own or an outer one's."""
    weight: dict[Holder, int] = {}
    total = 0
    for unit, voted in zip(units, votes, strict=True):
        size = len(unit.norm) if voted else 0
        total += size
        holder: Holder | None = unit.holder
        while holder is not None:
            weight[holder] = weight.get(holder, 0) + size
            holder = holder.parent
    known: dict[Holder, str] = {}

    def kind(holder: Holder) -> str:
        if holder not in known:
            own = holder.kind if weight[holder] <= _WHOLE * total else ""
            outer = kind(holder.parent) if holder.parent is not None else ""
            drop_outside = outer and not outer.startswith("role:")
            known[holder] = outer if drop_outside or not own else own
        return known[holder]

    return {unit.holder: kind(unit.holder) for unit in units}


@lru_cache(maxsize=4096)
def phrase_kind(text: str) -> str:
    """Return what a line is by its opening words, "" where they say nothing."""
    words = text.count(" ") + 1
    for kind, most, pattern in _phrases():
        if words <= most and pattern.match(text):
            return kind
    return ""


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Return the table of phrases, compiled."""
    return tuple(
        (kind, int(most), re.compile(pattern, re.IGNORECASE))
        for kind, most, pattern in rows("drop_phrases.tsv")
    )
