"""Two deeds done by saying in, why they cannot be one out: other speakers, or other things said.

"Asked", "warned" and "offered" tell little by themselves. One event has one speaker, and one whom
it is said to or a thing that it is about; who denies an offer in general denies the one that was.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from readout.ledger.events.compare import about, can_be_one, same_side
from readout.ledger.events.told import Side, Told

__all__ = ["speech_apart"]

_ALIKE = 0.18
"""How alike the words must be by which two say what is asked, offered or threatened."""
_PRINTED = 0.95
_TELLING = 3  # words of a sentence that tell what is said
_SAME = 0.35
"""The same where one does not name the speaker."""


def speech_apart(one: Told, other: Told) -> Iterator[str]:
    """Yield what keeps the two apart."""
    if not (one.deeds & other.deeds or one.kinds & other.kinds):
        yield "one says what the other does not"
        return
    if one.page == other.page and any(map(_says_nothing, (one, other))):
        return
    named = [[side for side in told.actors if side.named] for told in (one, other)]
    met = _shared(named[0], named[1])
    if named[0] and named[1] and not any(can_be_one(*two) for two in product(*named)):
        yield f"speakers {named[0][0].name} and {named[1][0].name}"
        return
    near = about(one, other)
    if (one.status == "denied") != (other.status == "denied") and not (named[0] and named[1]):
        if one.page != other.page and near < _ALIKE:
            yield "what is denied has other words"
        return
    if one.page != other.page and near > _PRINTED:
        return
    if _shared(one.recipients, other.recipients) and (met or near >= _ALIKE):
        return
    if near < (_ALIKE if met else _SAME):
        yield "what is said has other words"


def _says_nothing(told: Told) -> bool:
    """Say whether neither who says it nor what is told: "there was no offer"."""
    told_by = any(side.named for side in (*told.actors, *told.recipients))
    return not told_by and len(told.around or {}) < _TELLING


def _shared(told: Sequence[Side], again: Sequence[Side]) -> bool:
    return any(same_side(one, two) for one in told for two in again)
