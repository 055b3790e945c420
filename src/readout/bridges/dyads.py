"""An event in, its pairs of an actor and a recipient out: who, to whom."""

from itertools import permutations, product

from readout.records.event import Actor, Event, EventType

__all__ = ["Dyad", "dyads_of"]

Dyad = tuple[Actor | None, Actor | None]
"""An actor and a recipient; None where the text names none."""

# Who did these together, with nobody named on the other side, did them to each other.
_MUTUAL: frozenset[EventType] = frozenset(("AGREE", "CONSULT", "COOPERATE"))


def dyads_of(event: Event) -> tuple[Dyad, ...]:
    """Return each actor with each recipient, in the order of the record; at least one pair.

    Two who met, agreed or traded are a pair in both directions, as event data has it.
    """
    if event.actors and event.recipients:
        return tuple(product(event.actors, event.recipients))
    if event.type in _MUTUAL and len(event.actors) > 1:
        return tuple(permutations(event.actors, 2))
    if event.actors:
        return tuple((one, None) for one in event.actors)
    return tuple((None, one) for one in event.recipients) or ((None, None),)
