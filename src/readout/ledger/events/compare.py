"""Two reports in, what speaks for their being of one event out, each as a number from 0 to 1."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from readout.ledger.events.told import Side, Told
from readout.ledger.stories.vectors import cosine, rarity

__all__ = ["about", "can_be_one", "compare", "same_side"]

_SENTENCE = 4  # words that tell something
_RAREST = 7.0  # about what a word of one text in a thousand weighs


def compare(one: Told, other: Told) -> Mapping[str, float]:
    """Return the likenesses and differences of the two; those that are 0 are left out."""
    word = bool(one.deeds & other.deeds)
    kind = not word and bool(one.kinds & other.kinds)
    actor = _shared(one.actors, other.actors)
    recipient = _shared(one.recipients, other.recipients)
    crossed = _shared(one.actors, other.recipients) or _shared(one.recipients, other.actors)
    another = _other(one.actors, other.actors) + _other(one.recipients, other.recipients)
    typed = one.type is not None and other.type is not None
    day = one.start is not None and (one.start, one.end) == (other.start, other.end)
    inside = one.page == other.page and not all(map(_has_sides, (one, other)))
    met = inside or actor or recipient or crossed or day or _both(one, other) or _both(other, one)
    alone = typed and not met
    rare = max(map(rarity, one.deeds & other.deeds), default=0.0) / _RAREST
    told = {
        "word": word,
        "kind": kind,
        "type": typed and (one.type == other.type or _one_meeting(one, other)),
        "rare": rare,
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
        "day": day,
        "mode": one.mode is not None and one.mode == other.mode,
        "place": one.place is not None and one.place == other.place,
        "kind_alone": kind and alone,
        "word_alone": word and alone and 1 - min(rare, 1.0),
        "reprint": typed and word and one.page != other.page and _printed(one, other),
        "said": one.speech and other.speech and word and about(one, other),
        "elsewhere": one.story is None or one.story != other.story,
    }
    return MappingProxyType({name: float(value) for name, value in told.items() if value})


def _has_sides(told: Told) -> bool:
    return bool(told.actors or told.recipients)


def _one_meeting(one: Told, other: Told) -> bool:
    """Say whether both are meetings, be they planned, held or called off."""
    meetings = {one.type, other.type} <= {"AGREE", "CONSULT", "REJECT"}
    return meetings and bool(one.kinds & other.kinds & {"meet", "visit"})


def _both(one: Told, other: Told) -> bool:
    """Say whether the one names two, and the other has "both leaders" in their place."""
    named = [side for side in one.actors if side.named]
    return len(named) > 1 and any(side.many for side in other.actors)


def _printed(one: Told, other: Told) -> bool:
    """Say whether both stand in the very same sentence, and it tells something."""
    words = one.around or {}
    return len(words) >= _SENTENCE and words.keys() == (other.around or {}).keys()


def same_side(one: Side, other: Side) -> bool:
    """Say whether two sides can be one: they share a telling word, or stand for one state."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.organisation and one.organisation == other.organisation:
        return True
    if one.stems & other.stems:
        return True
    return one.country is not None and one.country == other.country and (one.state or other.state)


def can_be_one(one: Side, other: Side) -> bool:
    """Say whether nothing keeps the two apart: "the Danish captain" can be Ib Holm."""
    if same_side(one, other):
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.organisation and other.organisation:
        return False
    return not (one.proper and other.proper and _of_one_kind(one, other))


def _of_one_kind(one: Side, other: Side) -> bool:
    """Say whether both are states, or neither is; who has no country may be of any state."""
    return (one.country is not None and one.state) == (other.country is not None and other.state)


def about(one: Told, other: Told) -> float:
    """Return how alike the words are that are neither the deed's nor its sides'."""
    sides = (*one.actors, *one.recipients, *other.actors, *other.recipients)
    names = frozenset().union(*(side.stems for side in sides))
    told = [
        {stem: weight for stem, weight in (each.around or {}).items() if stem not in names}
        for each in (one, other)
    ]
    lengths = [sum(weight * weight for weight in each.values()) ** 0.5 for each in told]
    return cosine(*told) / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def _shared(told: Sequence[Side], again: Sequence[Side]) -> bool:
    return any(same_side(one, other) for one in told for other in again)


def _other(told: Sequence[Side], again: Sequence[Side]) -> bool:
    """Say whether both name somebody and none of them is the same."""
    return (
        any(side.named for side in told)
        and any(side.named for side in again)
        and not _shared(told, again)
    )
