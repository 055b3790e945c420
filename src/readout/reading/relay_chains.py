"""Attributions with their links in, the owner of each, its whole chain and its outer one out."""

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.mentions import Tied, Words
from readout.reading.relay import Relayed
from readout.reading.relay_phrases import is_media
from readout.records.reading import Attribution, Relay, RelayKind

__all__ = ["Chained", "relay_chains"]

_CLOSE = 4  # words from a document to its publisher
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
    outer: Sequence[int | None],
) -> list[Chained]:
    """Return the chains, in the order of the attributions; `outer` has those they are nested in.

    What stands inside another's content came through that one's speaker. Where one attribution
    names the owner and another, of the same words, the relay ("Dorr said, according to the
    agency"), both have the owner and the relay.
    """
    twins = _twins(relayed, outer)
    chained: list[Chained] = []
    for k in range(len(attributions)):
        twin = twins[k]
        owner = tied[twin] if twin is not None else tied[k]
        links = _relay(words, relayed[twin if twin is not None else k])
        out, seen = outer[k], {k}
        while out is not None and out not in seen:
            seen.add(out)
            links = [*links, *_outer_links(words, relayed[out], tied[out], owner, relayed[k])]
            out = outer[out]
        kept: list[Relay] = []
        for link in links:
            if not any(link.span.overlaps(one.span) for one in kept):
                kept.append(link)
        holder = outer[k]
        aid = attributions[holder].aid if holder is not None else None
        chained.append(Chained(owner, tuple(kept), aid))
    return chained


def _twins(relayed: Sequence[Relayed], outer: Sequence[int | None]) -> list[int | None]:
    """Return for each attribution the one of the same words of which its source is a link."""
    linked: dict[int, list[int]] = {}
    for number, one in enumerate(relayed):
        for link in one.links:
            for word in range(link.first, link.last + 1):
                linked.setdefault(word, []).append(number)
    found: list[int | None] = []
    for number, one in enumerate(relayed):
        named = sorted({j for word in one.places.source for j in linked.get(word, ())})
        nested = {j for j in named if outer[j] == number or outer[number] == j}
        same = (j for j in named if j != number and j not in nested and _share(one, relayed[j]))
        found.append(next(same, None))
    return found


def _published(words: Words, last: int, first: int) -> bool:
    """Say whether the words between two tell that the second published the first."""
    between = range(last + 1, first)
    return 0 < len(between) <= _CLOSE and words.tags[last + 1] == "VBN"


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
    words: Words, outer: Relayed, speaker: Tied | None, owner: Tied | None, inner: Relayed
) -> list[Relay]:
    """Return the outer statement's speaker, unless it is the owner, and its own links."""
    links = _relay(words, outer)
    source = outer.places.source
    same = speaker is not None and owner is not None and speaker.chain is owner.chain
    mine = inner.places.source
    same = same or (mine.start < source.stop and source.start < mine.stop)
    if not source or same:
        return links
    first, last = source.start, source.stop - 1
    if outer.links and _published(words, last, outer.links[0].first):
        last, links = outer.links[0].last, links[1:]  # "a transcript posted by the station"
    media = is_media(words, first, source.stop - 1)
    kind: RelayKind = "outlet" if media else "speaker"
    return [Relay(span=words.span(first, last), name=words.said(first, last), kind=kind), *links]
