"""Two mentions of events in, whether they can be, and why they are, of one event out."""

import re
from collections.abc import Sequence

from readout.reading.events.mentioned import Mentioned
from readout.records.event import Actor, Place, Status

__all__ = ["same_actor", "why_one"]

_REAL: frozenset[Status] = frozenset({"occurred", "ongoing"})
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
_MEETING = frozenset({"AGREE", "CONSULT"})
"""A meeting still to come is an accord to meet; spoken of as a possibility it may be a talk."""
_ENOUGH = 2.0
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = {word: str(number) for number, word in enumerate(_SMALL, start=1)}
_NAMED = re.compile(r"[^\W\d_]{2,}")


def why_one(one: Mentioned, other: Mentioned) -> str | None:
    """Return why the later mention `other` is of the event of `one`; None where it is not.

    Parties, times, places or numbers that contradict each other keep two events apart.
    """
    if not _may_be_one(one, other):
        return None
    told, again = one.mention, other.mention
    shared = _shared(told.actors, again.actors) or _crossed(one, other)
    met = _shared(told.recipients, again.recipients)
    reasons: list[str] = []
    weight = 0.0
    if one.stem == other.stem:
        reasons, weight = ["same word"], 1.0
    elif told.mode is not None and told.mode == again.mode:
        reasons, weight = [f"same mode {told.mode}"], 0.5
    if other.definite and one.stem == other.stem:
        reasons, weight = [*reasons, "the words point back"], weight + 1
    if shared:
        reasons, weight = [*reasons, f"same actor {shared}"], weight + 1
    if met:
        reasons, weight = [*reasons, f"same recipient {met}"], weight + 1
    if told.time and again.time and told.time.value == again.time.value:
        reasons, weight = [*reasons, f"same time {told.time.value}"], weight + 0.5
    if one.role == "headline" and other.sentence <= one.sentence + _LEAD:
        reasons, weight = [*reasons, "headline and lead"], weight + 0.5
    return ", ".join(reasons) if weight >= _ENOUGH and reasons[0].startswith("same") else None


_LEAD = 3  # sentences after a headline that tell what it tells


def _may_be_one(one: Mentioned, other: Mentioned) -> bool:
    """Say whether nothing that the two tell contradicts."""
    told, again = one.mention, other.mention
    real = told.status in _REAL, again.status in _REAL
    if told.type != again.type and not ({told.type, again.type} <= _MEETING and not any(real)):
        return False
    if real[0] != real[1] and "denied" not in {told.status, again.status}:
        return False
    if told.mode and again.mode and told.mode != again.mode:
        return False
    if _apart_in_time(one, other) or _apart_in_place(told.place, again.place):
        return False
    if _clash(told.recipients, again.recipients) and not _crossed(one, other):
        return False
    return not _clash(told.actors, again.actors) or bool(_crossed(one, other))


def _apart_in_time(one: Mentioned, other: Mentioned) -> bool:
    told, again = one.mention.time, other.mention.time
    if told is None or again is None:
        return one.background != other.background and (told is not None or again is not None)
    if told.interval is None or again.interval is None:
        return False
    ends = (told.interval.start, told.interval.end, again.interval.start, again.interval.end)
    first, last, start, end = (day[:10] if day else None for day in ends)
    later = last is not None and start is not None and last < start
    earlier = end is not None and first is not None and end < first
    return later or earlier


def _apart_in_place(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    names = one.name.casefold(), other.name.casefold()
    return one.geonames is not None and other.geonames is not None and names[0] != names[1]


def _crossed(one: Mentioned, other: Mentioned) -> str:
    """Return who is a party to both where a deed is mutual, whichever side it stands on.

    Where both name two parties, two must be the same: who meets whom makes the meeting.
    """
    if one.mention.type not in _MUTUAL:
        return ""
    told = [*one.mention.actors, *one.mention.recipients]
    again = [*other.mention.actors, *other.mention.recipients]
    shared = [party.name for party in told if any(same_actor(party, two) for two in again)]
    needed = min(len([party for party in told if not _vague(party)]), len(again), 2)
    return shared[0] if shared and len(shared) >= needed else ""


def _shared(told: Sequence[Actor], again: Sequence[Actor]) -> str:
    """Return the name of the first who stands on both sides, or nothing."""
    return next((one.name for one in told for other in again if same_actor(one, other)), "")


def _clash(told: Sequence[Actor], again: Sequence[Actor]) -> bool:
    """Say whether both name somebody and none of them is the same, or their numbers differ."""
    if not told or not again:
        return False
    numbers = _numbers(told), _numbers(again)
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        return True
    if any(_vague(actor) for actor in (*told, *again)):
        return False
    return not _shared(told, again)


def _vague(actor: Actor) -> bool:
    """Say whether the words name nobody: "both sides", "the two presidents", "they"."""
    named = any(word[0].isupper() for word in actor.name.split()[1:])
    return not named and not actor.name[:1].isupper() and not (actor.country or actor.organisation)


def _numbers(actors: Sequence[Actor]) -> set[str]:
    words = [word for one in actors for word in one.name.lower().split()]
    counted = {_COUNTED[word] for word in words if word in _COUNTED}
    return counted | {word for word in words if _NUMBER.fullmatch(word)}


def same_actor(one: Actor, other: Actor) -> bool:
    """Say whether two mentions stand for one actor.

    Names that share their last word, or a state and somebody who acts for it; two persons of one
    state with different names are two.
    """
    if one.country and other.country and one.country != other.country:
        return False
    names = _NAMED.findall(one.name.casefold()), _NAMED.findall(other.name.casefold())
    if not names[0] or not names[1]:
        return False
    if names[0][-1] == names[1][-1] or names[0] == names[1]:
        return True
    if one.country is None or one.country != other.country:
        return False
    return _stands_for_state(one) or _stands_for_state(other)


def _stands_for_state(actor: Actor) -> bool:
    """Say whether the words are a state or its government as a whole."""
    return actor.role is None and (not actor.sectors or actor.sectors[0] == "GOV")
