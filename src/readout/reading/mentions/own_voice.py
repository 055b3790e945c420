"""A source that is "I" or "we" in, whoever's words it stands in out, else the writer."""

from collections.abc import Sequence

from readout.reading.mentions.chains import Chain, Mention
from readout.reading.mentions.contents import Contents
from readout.reading.mentions.resolve import Places, Tied
from readout.reading.mentions.words import Words

__all__ = ["fill_own_voice"]

_OURS = frozenset({"we", "us", "our", "ourselves"})
_OWN = _OURS | {"i", "me", "my", "myself"}


def fill_own_voice(
    words: Words, places: Sequence[Places], tied: Sequence[Tied | None], contents: Contents
) -> list[Tied | None]:
    """Return the sources with each "I" and "we" tied to whoever's words it stands in.

    Outside all quoted words they are the writer's, who stands in no chain: the pronoun is its name.
    """
    filled = list(tied)
    writers: dict[bool, Chain] = {}
    for number, place in enumerate(places):
        if filled[number] is not None or not place.source:
            continue
        if words.forms[place.source.start].lower() not in _OWN:
            continue
        at = place.source.start
        for holder in contents.holding(at, at):
            who = filled[holder]
            if who is not None and holder != number:
                filled[number] = Tied(who.chain, round(0.9 * who.p, 3), "speaker of the quote")
                break
        if filled[number] is None and not words.quoted[place.source.start]:
            filled[number] = Tied(_writer(words, place.source.start, writers), 0.8, "the writer")
    return filled


def _writer(words: Words, at: int, writers: dict[bool, Chain]) -> Chain:
    """Return the chain of the writer, or of those the writer speaks for."""
    plural = words.forms[at].lower() in _OURS
    mention = Mention(at, at, "pronoun")
    chain = writers.setdefault(plural, Chain("group" if plural else "unnamed", plural=plural))
    chain.mentions.append(mention)
    chain.fullest = chain.fullest or mention
    return chain
