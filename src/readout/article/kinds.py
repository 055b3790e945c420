"""Say what each unit is when it is not body: units and votes in, a kind or "" for each out.

A name on an element counts only while the element holds a small part of what trafilatura keeps:
a whole article inside `class="subscribe-wall"` is still an article.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from readout.article.segment import Holder, Unit
from readout.data.tables import rows

__all__ = ["kinds_of", "phrase_kind"]

_WHOLE = 0.35
_BOX = 500  # letters of body that a box of another kind can hold by mistake
_BOXED = frozenset({"appeal", "sign_up", "related", "share", "comments"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def kinds_of(units: Sequence[Unit], votes: Sequence[bool], heads: Collection[int]) -> list[str]:
    """Return a drop kind, "role:" and a role, or "" for each unit, from names, then phrases.

    `heads` are the indices of the units that can be the headline.
    """
    believed = _believed_holders(units, votes, heads)
    kinds = []
    for unit in units:
        named = unit.inline_kind or believed[unit.holder]
        kinds.append(
            named if named and not named.startswith("role:") else phrase_kind(unit.text) or named
        )
    return kinds


def _believed_holders(
    units: Sequence[Unit], votes: Sequence[bool], heads: Collection[int]
) -> dict[Holder, str]:
    """Return the kind that holds for the units of each holder, its own or an outer one's."""
    heading = {line for i in heads for line in _line(units[i].holder)}
    weight: dict[Holder, int] = {}
    total = 0
    for unit, voted in zip(units, votes, strict=True):
        size = len(unit.norm) if voted else 0
        total += size
        for holder in _line(unit.holder):
            weight[holder] = weight.get(holder, 0) + size
    boxes = _boxes(units)
    known: dict[Holder, str] = {}

    def kind(holder: Holder) -> str:
        if holder not in known:
            small = weight[holder] <= _WHOLE * total and holder not in heading
            own = holder.kind if small else ""
            if not own and small and weight[holder] <= _BOX:
                own = boxes.get(holder, "")
            outer = kind(holder.parent) if holder.parent is not None else ""
            told = own == "role:byline" and outer == "label"  # a byline among dates and tags
            dropped = outer and not outer.startswith("role:") and not told
            known[holder] = outer if dropped or not own else own
        return known[holder]

    return {unit.holder: kind(unit.holder) for unit in units}


def _boxes(units: Sequence[Unit]) -> dict[Holder, str]:
    """Return the kind of each element that opens with a heading like "In your inbox"."""
    boxes: dict[Holder, str] = {}
    opened: set[Holder] = set()
    for unit in units:
        parent = unit.holder.parent
        if parent is not None and parent not in opened:
            heading = unit.holder.tag in _HEADINGS or unit.bold_chars >= len(unit.text)
            kind = phrase_kind(unit.text) if heading else ""
            if kind in _BOXED:
                boxes[parent] = kind
        opened.update(_line(unit.holder))
    return boxes


def _line(holder: Holder) -> Iterator[Holder]:
    """Yield a holder and those around it, outward."""
    at: Holder | None = holder
    while at is not None:
        yield at
        at = at.parent


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
