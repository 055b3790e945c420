"""Statements with their links in, the same with the links of a talk that goes on out.

Who told an outlet something goes on telling it: a quote of the same speaker that follows at once
came the same way, though only the first names it.
"""

import itertools
from collections.abc import Sequence

from readout.reading.mentions import Tied, Words
from readout.reading.relay import Relayed
from readout.records.reading import Attribution

__all__ = ["carry_links"]

_BLOCKS = 1  # paragraphs further on


def carry_links(
    words: Words,
    attributions: Sequence[Attribution],
    relayed: Sequence[Relayed],
    tied: Sequence[Tied | None],
) -> list[Relayed]:
    """Return the links with those that quotes take over from the statement right before."""
    done = list(relayed)
    order = sorted(
        (k for k, one in enumerate(attributions) if one.within is None),
        key=lambda k: attributions[k].content[0].start,
    )
    for before, k in itertools.pairwise(order):
        last, one = tied[before], tied[k]
        if done[k].links or not done[before].spoken or attributions[k].quote != "direct":
            continue
        if last is None or one is None or last.chain is not one.chain:
            continue
        if _block(words, done[k]) - _block(words, done[before]) <= _BLOCKS:
            spoken = done[before].spoken
            done[k] = Relayed(done[k].places, spoken, spoken)
    return done


def _block(words: Words, one: Relayed) -> int:
    return words.paragraphs[words.sentence[one.places.content[0].start]]
