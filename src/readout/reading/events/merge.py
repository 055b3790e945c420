"""The mentions of one event in, the event out: each field from the mention that tells it best."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from readout.reading.events.alike import same_actor
from readout.reading.events.mentioned import Mentioned
from readout.records.event import Actor, Event, EventMention, Status

__all__ = ["merge_mentions"]

_FAR: tuple[Status, ...] = ("cancelled", "occurred", "ongoing")
"""What outdoes a plan told of elsewhere on the page, the first most."""


def merge_mentions(mentions: Sequence[Mentioned], *, eid: str, by: str) -> Event:
    """Put the mentions (in text order) of one event together."""
    told = [one.mention for one in mentions]
    lead = max(range(len(mentions)), key=lambda number: (_worth(mentions[number]), -number))
    best = told[lead]
    decides = _decides(told, best)
    ordered = [best, *(one for one in told if one is not best)]
    timed = [one.time for one in ordered if one.time is not None]
    modes = [one.mode for one in ordered if one.mode is not None]
    actors = _distinct(actor for one in ordered for actor in one.actors)
    others = _distinct(actor for one in ordered for actor in one.recipients)
    contexts = {context: None for one in mentions for context in one.contexts}
    return Event(
        eid=eid,
        type=best.type,
        mode=best.mode or (modes[0] if modes else None),
        contexts=tuple(contexts),
        actors=actors,
        recipients=tuple(
            one for one in others if not any(same_actor(one, actor) for actor in actors)
        ),
        place=next((one.place for one in ordered if one.place is not None), None),
        time=max(timed, key=lambda time: len(time.value)) if timed else None,
        status=decides.status,
        status_p=decides.status_p,
        voice=decides.voice,
        background=all(one.background for one in mentions),
        mentions=tuple(told),
        lead=lead,
        p=max(told, key=attrgetter("p")).p,
        by=by,
    )


def _worth(one: Mentioned) -> float:
    """Say how much a mention tells by itself; a headline leaves out what the body says."""
    mention = one.mention
    named = min(len(mention.actors), 1) + min(len(mention.recipients), 1)
    known = (mention.time is not None) + (mention.place is not None) * 0.5
    aside = one.role in {"headline", "caption", "dek", "subhead"}
    return 2 * named + known + mention.p - aside


def _decides(told: Sequence[EventMention], best: EventMention) -> EventMention:
    """Return the mention whose status the event has: the farthest it is said to have come."""
    if best.status in {"denied", *_FAR}:
        return best
    for status in _FAR:
        for one in told:
            if one.status == status:
                return one
    return best


def _distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return the actors without repeats, each by its longest name."""
    kept: list[Actor] = []
    for actor in actors:
        same = next((i for i, one in enumerate(kept) if same_actor(one, actor)), None)
        if same is None:
            kept.append(actor)
        elif _says_more(actor, kept[same]):
            kept[same] = actor
    return tuple(kept)


def _says_more(one: Actor, other: Actor) -> bool:
    return (one.role is not None, len(one.name)) > (other.role is not None, len(other.name))
