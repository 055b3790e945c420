"""Attributions of one text in, as token sets with their kind, and which of two lists match."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

import msgspec

from benchmarks.scoring.tokens import Place, Tokens, TokenSet, covered, overlap, words_of

__all__ = ["Kind", "Marked", "Pair", "Said", "pair", "said"]

Kind = Literal["direct", "mixed", "indirect"]

_MARK = re.compile("[\"“”„«»]|''|``")
_NEAR = 2  # characters between a content and the mark that opens or closes it
_NEARLY_ALL = 0.98


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution as its row gives it: the places of each role."""

    source: tuple[Place, ...] = ()
    cue: tuple[Place, ...] = ()
    content: tuple[Place, ...] = ()


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution in tokens."""

    source: TokenSet
    cue: TokenSet
    content: TokenSet
    content_words: TokenSet
    """The content without marks; with them where it is marks only."""
    source_words: TokenSet
    holds_mark: bool
    """A double quotation mark stands in the content."""
    touches_mark: bool
    """One stands in it or within two characters of it."""
    kind: Kind


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A gold and a predicted attribution that belong together, by index, and their overlap."""

    gold: int
    predicted: int
    overlap: float


def said(text: str, tokens: Tokens, quoted: TokenSet, marked: Marked) -> Said | None:
    """Return the attribution in tokens, or None where its content covers none."""
    content = covered(tokens, marked.content)
    if not content:
        return None
    words = words_of(tokens, content)
    source = covered(tokens, marked.source)
    holds = any(_MARK.search(text, start, end) for start, end in marked.content)
    near = any(_MARK.search(text, max(0, s - _NEAR), e + _NEAR) for s, e in marked.content)
    return Said(
        source=source,
        cue=covered(tokens, marked.cue),
        content=content,
        content_words=words or content,
        source_words=words_of(tokens, source),
        holds_mark=holds,
        touches_mark=near,
        kind=_kind(words, quoted, holds_mark=holds),
    )


def pair(gold: Sequence[Said], predicted: Sequence[Said]) -> list[Pair]:
    """Pair each attribution with at most one other, the largest overlap of content words first."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, one in enumerate(gold):
        for token in one.content_words:
            holders[token].append(index)
    candidates = [
        Pair(gold=g, predicted=p, overlap=overlap(gold[g].content_words, one.content_words))
        for p, one in enumerate(predicted)
        for g in {holder for token in one.content_words for holder in holders.get(token, ())}
    ]
    candidates.sort(key=lambda pair: (-pair.overlap, pair.gold, pair.predicted))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    pairs: list[Pair] = []
    for candidate in candidates:
        if candidate.gold not in taken_gold and candidate.predicted not in taken_predicted:
            taken_gold.add(candidate.gold)
            taken_predicted.add(candidate.predicted)
            pairs.append(candidate)
    return pairs


def _kind(words: TokenSet, quoted: TokenSet, *, holds_mark: bool) -> Kind:
    """Direct: all words quoted, but for a slip; mixed: some, or a mark about none of them."""
    if not holds_mark:
        return "indirect"
    inside = len(words & quoted)
    return "direct" if words and inside >= _NEARLY_ALL * len(words) else "mixed"
