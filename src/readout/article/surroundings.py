"""Say where units stand: holders and units in, the element that is their home, or a mark, out."""

from collections.abc import Sequence

from lxml.etree import _Element

from readout.article.names import name_of
from readout.article.segment import Holder, Unit

__all__ = ["all_links", "embedded", "home_of", "kin_of"]

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LOOKED_THROUGH = frozenset({"p", "li", "ul", "ol", "blockquote", *_HEADINGS})
_POSTS = ("twitter-tweet", "twitter-video", "instagram-media", "bluesky-embed", "mastodon-embed")
_LINK = 0.9


def home_of(holder: Holder) -> _Element:
    """Return the element whose children the paragraphs are; lists and quotes are looked through."""
    at = holder
    while at.parent is not None and at.tag in _LOOKED_THROUGH:
        at = at.parent
    return at.element


def kin_of(holder: Holder) -> tuple[str, ...] | None:
    """Return what the homes of one article's chunks share: names two levels up, one place three up.

    None for a home without a name, which has no kin.
    """
    home = home_of(holder)
    parent = home.getparent()
    name = home.get("class")
    if parent is None or not name:
        return None
    place = parent.getparent()
    where = "" if place is None else str(id(place))
    return str(home.tag), name, str(parent.tag), parent.get("class") or "", where


def embedded(unit: Unit) -> bool:
    """Say whether the unit is someone's post that the article quotes."""
    if "blockquote" not in unit.inside:
        return False
    at: Holder | None = unit.holder
    while at is not None:
        if at.tag == "blockquote" and any(mark in name_of(at.element) for mark in _POSTS):
            return True
        at = at.parent
    return False


def all_links(units: Sequence[Unit]) -> frozenset[int]:
    """Return the indices of the units in lists whose every item is a link."""
    lists: dict[_Element, list[int]] = {}
    for index, unit in enumerate(units):
        at: Holder | None = unit.holder
        while at is not None and at.tag in _LOOKED_THROUGH:
            if at.tag in {"ul", "ol"}:
                lists.setdefault(at.element, []).append(index)
                break
            at = at.parent
    return frozenset(
        index
        for items in lists.values()
        if len(items) > 1 and all(units[i].link_share > _LINK for i in items)
        for index in items
    )
