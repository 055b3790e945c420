"""Attributions with their links in, the owner of each, its whole chain and its outer one out."""

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.mentions import Tied, Words
from readout.reading.relay import Relayed
from readout.reading.relay_phrases import is_media
from readout.records.reading import Attribution, Relay, RelayKind

__all__ = ["Chained", "relay_chains"]

_SHARE = 0.5  # of the shorter content that two attributions of the same words share


@dataclass(frozen=True, slots=True)
class Chained:
    """Whose words they are, through whom they came, in which attribution they stand."""

    owner: Tied | None
    relay: tuple[Relay, ...]
    within: str | None


def relay_chains(
    words: Words,
    attributions: Sequence[Attribution],
    relayed: Sequence[Relayed],
    tied: Sequence[Tied | None],
) -> list[Chained]:
    """Return the chains, in the order of the attributions.

    What stands inside another's content came through that one's speaker. Where one attribution
    names the owner and another, of the same words, the relay ("Dorr said, according to the
    agency"), both have the owner and the relay.
    """
    numbers = {one.aid: k for k, one in enumerate(attributions)}
    outer: list[int | None] = []
    for k, one in enumerate(attributions):
        within = numbers.get(one.within) if one.within else _container(relayed, k)
        outer.append(within if within != k else None)
    twins = [_twin(relayed, k, outer) for k in range(len(attributions))]
    chained: list[Chained] = []
    for k in range(len(attributions)):
        twin = twins[k]
        owner = tied[twin] if twin is not None else tied[k]
        links = _relay(words, relayed[twin if twin is not None else k])
        out, seen = outer[k], {k}
        while out is not None and out not in seen:
            seen.add(out)
            links = [*links, *_outer_links(words, relayed[out], tied[out], owner)]
            out = outer[out]
        kept: list[Relay] = []
        for link in links:
            if not any(link.span.overlaps(one.span) for one in kept):
                kept.append(link)
        holder = outer[k]
        aid = attributions[holder].aid if holder is not None else None
        chained.append(Chained(owner, tuple(kept), aid))
    return chained


def _container(relayed: Sequence[Relayed], k: int) -> int | None:
    """Return the attribution in whose content the source and the cue of attribution k stand."""
    mine = relayed[k].places
    parts = [part for part in (mine.source, mine.cue) if part]
    if not parts:
        return None
    smallest: tuple[int, int] | None = None
    for j, one in enumerate(relayed):
        if j == k:
            continue
        for content in one.places.content:
            inside = all(p.start >= content.start and p.stop <= content.stop for p in parts)
            if inside and (smallest is None or len(content) < smallest[0]):
                smallest = len(content), j
    return smallest[1] if smallest else None


def _twin(relayed: Sequence[Relayed], k: int, outer: Sequence[int | None]) -> int | None:
    """Return the attribution of the same words of which this one's source is a link."""
    source = relayed[k].places.source
    if not source:
        return None
    for j, one in enumerate(relayed):
        if j == k or outer[j] == k or outer[k] == j or not one.links:
            continue
        named = any(link.first < source.stop and source.start <= link.last for link in one.links)
        if named and _share(relayed[k], one):
            return j
    return None


def _share(one: Relayed, other: Relayed) -> bool:
    mine = {word for part in one.places.content for word in part}
    theirs = {word for part in other.places.content for word in part}
    return len(mine & theirs) >= _SHARE * min(len(mine), len(theirs))


def _relay(words: Words, one: Relayed) -> list[Relay]:
    return [
        Relay(
            span=words.span(link.first, link.last),
            name=words.said(link.first, link.last),
            kind=link.kind,
        )
        for link in one.links
    ]


def _outer_links(
    words: Words, outer: Relayed, speaker: Tied | None, owner: Tied | None
) -> list[Relay]:
    """Return the outer statement's speaker, unless it is the owner, and its own links."""
    links = _relay(words, outer)
    source = outer.places.source
    same = speaker is not None and owner is not None and speaker.chain is owner.chain
    if not source or same:
        return links
    media = is_media(words, source.start, source.stop - 1)
    kind: RelayKind = "outlet" if media else "speaker"
    span = words.span(source.start, source.stop - 1)
    name = words.said(source.start, source.stop - 1)
    return [Relay(span=span, name=name, kind=kind), *links]
