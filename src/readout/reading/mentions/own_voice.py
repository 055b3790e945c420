"""A source that is "I" or "we" inside another's words in, that one out."""

from collections.abc import Sequence

from readout.reading.mentions.resolve import Places, Tied
from readout.reading.mentions.words import Words

__all__ = ["fill_own_voice"]

_OWN = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})


def fill_own_voice(
    words: Words, places: Sequence[Places], tied: Sequence[Tied | None]
) -> list[Tied | None]:
    """Return the sources with each "I" and "we" tied to whoever's words it stands in."""
    filled = list(tied)
    for number, place in enumerate(places):
        if filled[number] is not None or not place.source:
            continue
        if words.forms[place.source.start].lower() not in _OWN:
            continue
        for other, holder in enumerate(places):
            who = filled[other]
            if who is None or other == number:
                continue
            if any(place.source.start in part for part in holder.content):
                filled[number] = Tied(who.chain, round(0.9 * who.p, 3), "speaker of the quote")
                break
    return filled
