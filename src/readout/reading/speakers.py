"""An article with its attributions in, the same with who speaks, and through whom, out."""

from collections.abc import Sequence

import msgspec

from readout.reading.mentions import (
    Contents,
    Places,
    Tied,
    Words,
    describe,
    fill_elided,
    fill_own_voice,
    resolve,
    words_of,
)
from readout.reading.nested import find_nested
from readout.reading.relay import Relayed, anchor_of, find_links
from readout.reading.relay_carry import carry_links
from readout.reading.relay_chains import relay_chains
from readout.reading.relay_credit import credited_agency, names_same
from readout.reading.turns import find_turns, turn_attributions
from readout.reading.unfound import find_unfound
from readout.records.article import Article
from readout.records.reading import Attribution, Sentence, Speaker
from readout.records.text import Span

__all__ = ["find_speakers"]


def find_speakers(
    article: Article, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Return the attributions with who speaks and through whom, then those nested in them.

    A speaker the page leaves open stays None. The turns of a transcript that no attribution
    covers and nested attributions follow, numbered on.
    """
    given = turn_attributions(find_turns(article), attributions)
    if not sentences:
        return given
    words = words_of(article, sentences)
    given = (*given, *find_unfound(words, given))
    found = (*given, *find_nested(words, given))
    raw = [_places(words, one) for one in found]
    contents = Contents(words, raw)
    outer = _outer(found, raw, contents)
    relayed = _relay(words, raw, outer)
    tied = _tie(words, [one.places for one in relayed], contents)
    relayed = carry_links(words, found, relayed, tied)
    chains = relay_chains(words, found, relayed, tied, outer)
    credit = credited_agency(article)
    known: dict[int, Speaker | None] = {}
    done: list[Attribution] = []
    for one, chain in zip(found, chains, strict=True):
        relay = chain.relay
        if credit is not None and not any(names_same(credit, link) for link in relay):
            relay = (*relay, credit)
        speaker = _described(words, chain.owner, known) if chain.owner else None
        done.append(msgspec.structs.replace(one, speaker=speaker, relay=relay, within=chain.within))
    return tuple(done)


def _described(words: Words, tied: Tied, known: dict[int, Speaker | None]) -> Speaker | None:
    """Return a source's speaker; what is the same for all statements of one is made once."""
    key = id(tied.chain)
    if key not in known:
        known[key] = describe(words, tied)
    speaker = known[key]
    if speaker is None:
        return None
    return msgspec.structs.replace(speaker, p=round(tied.p, 3), by=f"rule: {tied.rule}")


def _outer(
    attributions: Sequence[Attribution], places: Sequence[Places], contents: Contents
) -> list[int | None]:
    """Return for each attribution the number of the one in whose content it stands."""
    numbers = {one.aid: number for number, one in enumerate(attributions)}
    return [
        numbers.get(one.within) if one.within else contents.holder(number, places[number])
        for number, one in enumerate(attributions)
    ]


def _tie(words: Words, places: Sequence[Places], contents: Contents) -> list[Tied | None]:
    """Say who each source is; left-out sources and a quote's "I" where the text is clear."""
    resolved = resolve(words, places)
    filled = fill_elided(words, places, resolved.sources, resolved.seen)
    return fill_own_voice(words, places, filled, contents)


def _relay(words: Words, places: Sequence[Places], outer: Sequence[int | None]) -> list[Relayed]:
    """Find each attribution's links; what another one's words come from is no link of this one."""
    sources: dict[int, list[Places]] = {}
    for place in places:
        if place.source:
            sources.setdefault(words.sentence[place.source.start], []).append(place)
    relayed: list[Relayed] = []
    for place, holder in zip(places, outer, strict=True):
        anchor = anchor_of(place)
        near = sources.get(words.sentence[anchor.start], ()) if anchor else ()
        others = [o.source for o in near if o is not place and not _overlap(place, o)]
        scope = places[holder].content if holder is not None else None
        relayed.append(find_links(words, place, others, scope))
    return relayed


def _overlap(place: Places, other: Places) -> bool:
    return any(
        mine.start < theirs.stop and theirs.start < mine.stop
        for mine in place.content
        for theirs in other.content
    )


def _places(words: Words, attribution: Attribution) -> Places:
    return Places(
        source=_range(words, attribution.source),
        cue=_range(words, attribution.cue),
        content=tuple(words.within(span) for span in attribution.content),
    )


def _range(words: Words, spans: Sequence[Span]) -> range:
    """Return the words of the longest of the spans."""
    longest = max(spans, key=lambda span: span.end - span.start, default=None)
    return words.within(longest) if longest is not None else range(0)
