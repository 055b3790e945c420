"""Say why a page that can be read is no article: what was found in it in, a reason out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lxml.html import HtmlElement

from readout.article.judge import Judged
from readout.article.kinds import phrase_kind
from readout.records.article import BODY_ROLES

__all__ = ["MIN_WORDS", "Refused", "content_reason"]

MIN_WORDS = 25
"""A page with fewer words of body is no article."""

_STUB_WORDS = 130
_PLAYERS = ("video", "audio")
_VIDEO_TYPES = frozenset({"VideoObject", "AudioObject", "PodcastEpisode", "ImageGallery"})
_FRONT_TYPES = frozenset({"CollectionPage", "ItemList", "WebSite", "SearchResultsPage"})
_LINKED_HEADS = 8
_LINK = 0.8
_LONG_SPACES = 40
_FEW = 3


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A reason of the article step with what was seen."""

    reason: Literal["no_article", "section_front", "paywall_stub", "media_page"]
    detail: str


def content_reason(
    root: HtmlElement, judged: Sequence[Judged], types: frozenset[str], *, free: bool | None
) -> Refused | None:
    """Return why the page is no article, None where it is one."""
    body = [j for j in judged if j.role in BODY_ROLES]
    words = sum(j.unit.text.count(" ") + 1 for j in body)
    chars = sum(len(j.unit.text) for j in body)
    kind = _meta(root, "og:type").lower()
    said_article = kind == "article" or any(t.endswith(("Article", "BlogPosting")) for t in types)
    heads = [
        j for j in judged if j.unit.link_share > _LINK and j.unit.inside & {"h1", "h2", "h3", "h4"}
    ]
    wall = _wall(judged, free=free)
    if wall and words < _STUB_WORDS:
        return Refused(reason="paywall_stub", detail=f"{words} words before {wall}")
    if len(heads) >= _LINKED_HEADS and not said_article and _is_front(body, types, kind):
        return Refused(
            reason="section_front",
            detail=f"{len(heads)} headlines that link elsewhere, {words} words of text",
        )
    if words >= MIN_WORDS or chars >= MIN_WORDS * 6:
        return None
    if kind.startswith(("video", "music")) or types & _VIDEO_TYPES or _has_player(root):
        return Refused(reason="media_page", detail=f"a player and {words} words of text")
    if len(heads) >= _LINKED_HEADS:
        return Refused(
            reason="section_front",
            detail=f"{len(heads)} headlines that link elsewhere, {words} words of text",
        )
    return Refused(
        reason="no_article",
        detail=f"{words} words of text that is not navigation; an article has at least {MIN_WORDS}",
    )


def _meta(root: HtmlElement, name: str) -> str:
    """Return the content of the first `meta` with that property."""
    return next(
        (m.get("content") or "" for m in root.iter("meta") if m.get("property") == name), ""
    )


def _has_player(root: HtmlElement) -> bool:
    """Say whether the page plays something."""
    frames = (f.get("src") or "" for f in root.iter("iframe"))
    return any(True for _ in root.iter(*_PLAYERS)) or any(
        "youtube.com/embed" in f or "player" in f for f in frames
    )


def _wall(judged: Sequence[Judged], *, free: bool | None) -> str:
    """Return what shows that the rest must be paid for."""
    if free is False:
        return "the mark isAccessibleForFree false"
    for item in judged:
        if item.role is None and phrase_kind(item.unit.text) in {"appeal", "sign_up"}:
            text = item.unit.text.lower()
            if (
                "to continue reading" in text
                or "to read" in text
                or "full access" in text
                or "unlimited" in text
            ):
                return f"{item.unit.text[:60]!r}"
    return ""


def _is_front(body: Sequence[Judged], types: frozenset[str], kind: str) -> bool:
    """Say whether short pieces under many holders make up the text, as on a front."""
    if not body:
        return True
    homes = {j.unit.holder.parent for j in body}
    long = [j for j in body if j.unit.text.count(" ") >= _LONG_SPACES]
    return (
        len(homes) > len(body) / 2
        and len(long) < _FEW
        and (kind in {"website", ""} or bool(types & _FRONT_TYPES))
    )
