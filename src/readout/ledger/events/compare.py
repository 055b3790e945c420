"""Two reports in, what speaks for their being of one event out, each as a number from 0 to 1."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from readout.ledger.events.told import Side, Told
from readout.ledger.stories.vectors import cosine, rarity

__all__ = ["compare", "same_side"]

_RAREST = 7.0  # about what a word of one text in a thousand weighs


def compare(one: Told, other: Told) -> Mapping[str, float]:
    """Return the likenesses and differences of the two; those that are 0 are left out."""
    word = bool(one.deeds & other.deeds)
    kind = not word and bool(one.kinds & other.kinds)
    actor = _shared(one.actors, other.actors)
    recipient = _shared(one.recipients, other.recipients)
    crossed = _shared(one.actors, other.recipients) or _shared(one.recipients, other.actors)
    another = _other(one.actors, other.actors) + _other(one.recipients, other.recipients)
    told = {
        "word": word,
        "kind": kind,
        "type": one.type is not None and one.type == other.type,
        "rare": max(map(rarity, one.deeds & other.deeds), default=0.0) / _RAREST,
        "same_words": word and one.deeds == other.deeds,
        "word_around": word * cosine(one.around or {}, other.around or {}),
        "actor": actor,
        "recipient": recipient,
        "crossed": crossed and not (actor or recipient),
        "word_actor": word and actor,
        "word_recipient": word and recipient,
        "kind_actor": kind and actor,
        "word_other": word and another / 2,
        "word_page": word and one.page == other.page,
        "day": one.start is not None and (one.start, one.end) == (other.start, other.end),
        "mode": one.mode is not None and one.mode == other.mode,
        "place": one.place is not None and one.place == other.place,
        "elsewhere": one.story is None or one.story != other.story,
    }
    return MappingProxyType({name: float(value) for name, value in told.items() if value})


def same_side(one: Side, other: Side) -> bool:
    """Say whether two sides can be one: they share a telling word, or stand for one state."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.organisation and one.organisation == other.organisation:
        return True
    if one.stems & other.stems:
        return True
    return one.country is not None and one.country == other.country and (one.state or other.state)


def _shared(told: Sequence[Side], again: Sequence[Side]) -> bool:
    return any(same_side(one, other) for one in told for other in again)


def _other(told: Sequence[Side], again: Sequence[Side]) -> bool:
    """Say whether both name somebody and none of them is the same."""
    return (
        any(side.named for side in told)
        and any(side.named for side in again)
        and not _shared(told, again)
    )
