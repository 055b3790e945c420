"""Statements with their links in, the same with the links of a talk that goes on out.

Who told an outlet something goes on telling it: a quote of the same speaker that follows at once
came the same way, though only the first names it. What else the speaker says in between does not
end the talk; another speaker does.
"""

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
    before: int | None = None  # the last statement of the talk
    talk: Relayed | None = None  # the one that names whom it is with
    for k in order:
        one, block = tied[k], _block(words, done[k])
        near = before is not None and block - _block(words, done[before]) <= _BLOCKS
        if done[k].links or before is None or not (near and _same(tied[before], one)):
            talk = done[k] if done[k].spoken else None
        elif talk is not None and attributions[k].quote != "indirect":
            done[k] = Relayed(done[k].places, talk.spoken, talk.spoken)
        before = k
    return done


def _same(one: Tied | None, other: Tied | None) -> bool:
    return one is not None and other is not None and one.chain is other.chain


def _block(words: Words, one: Relayed) -> int:
    return words.paragraphs[words.sentence[one.places.content[0].start]]
