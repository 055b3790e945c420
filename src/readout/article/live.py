"""Find a live page's updates: judged units and `time` elements in, units with their times out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from lxml.etree import _Element

from readout.article.dates import iso_date
from readout.article.judge import Judged
from readout.article.segment import Holder
from readout.records.article import BODY_ROLES

__all__ = ["with_updates"]

_UP = 7
_FEWEST = 2
_UPDATES = frozenset({"paragraph", "quote", "list_item"})


def with_updates(judged: Sequence[Judged], times: Sequence[tuple[int, _Element]]) -> list[Judged]:
    """Return the judgements of a live page, its body in updates that have their own times.

    Updates are siblings of one name, each with a `time` and some body; a page with fewer
    than two of them stays as it is.
    """
    held = {h for item in judged if item.role in BODY_ROLES for h in _line(item.unit.holder)}
    families: dict[tuple[_Element, str, str], dict[_Element, str | None]] = {}
    for _, time in times:
        stamp = iso_date(time.get("datetime") or "")
        for around in islice(time.iterancestors(), _UP):
            parent = around.getparent()
            if parent is not None and around in held:
                key = (parent, str(around.tag), around.get("class") or "")
                families.setdefault(key, {}).setdefault(around, stamp)
    largest = max(families.values(), key=len, default={})
    if len(largest) < _FEWEST:
        return list(judged)
    return [_updated(item, largest) for item in judged]


def _line(holder: Holder) -> list[_Element]:
    """Return the element of a holder and those around it, outward."""
    line: list[_Element] = []
    at: Holder | None = holder
    while at is not None:
        line.append(at.element)
        at = at.parent
    return line


def _updated(item: Judged, updates: dict[_Element, str | None]) -> Judged:
    """Return a unit of the body as part of the update it stands in."""
    if item.role not in BODY_ROLES:
        return item
    for element in _line(item.unit.holder):
        if element in updates:
            role = "update" if item.role in _UPDATES else item.role
            return replace(item, role=role, time=updates[element])
    return item
