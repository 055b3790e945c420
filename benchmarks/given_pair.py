"""A sentence as it was read and two actors named in it in, the type that holds between them out.

The reading's own mentions come first: one whose actor is the first and whose recipient is the
second. Where there is none, each word counts as a trigger, and the type is taken that is most
likely at a word together with the two being its parties; so there is always an answer.
"""

import math
import re
from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.kept import Scored
from benchmarks.scoring.roots import root_of
from readout.models import Scores
from readout.records.event import Actor, Event
from readout.records.text import Span

__all__ = ["by_mentions", "by_words", "pair_of", "places"]

_WORD = re.compile(r"\w+")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to"})
_FAR = -6.0
"""Log odds that an actor outside the word's sentence is its party."""


def places(text: str, actor: str) -> tuple[Span, ...]:
    """Return where the text names the actor; where it does so in other words, each known word."""
    whole = r"\s+".join(re.escape(word) for word in actor.split())
    found = tuple(Span(*m.span()) for m in re.finditer(whole, text)) if whole else ()
    if found:
        return found
    known = {word.lower() for word in _WORD.findall(actor)} - _SMALL
    return tuple(Span(*m.span()) for m in _WORD.finditer(text) if m.group().lower() in known)


def pair_of(event: Event, source: Sequence[Span], target: Sequence[Span]) -> bool:
    """Say whether the event is one that the source does to the target, or both do together."""
    told = [(event.actors, event.recipients)]
    told += [(mention.actors, mention.recipients) for mention in event.mentions]
    actors = [actor for some, _ in told for actor in some]
    recipients = [actor for _, some in told for actor in some]
    return any(
        _is_at(actor, source)
        and any(
            _is_at(other, target)
            for other in (*recipients, *(one for one in actors if one is not actor))
        )
        for actor in actors
    )


def by_mentions(
    events: Sequence[Event], source: Sequence[Span], target: Sequence[Span]
) -> str | None:
    """Return the root of the most likely of the events of the pair, or None without one."""
    fitting = [event for event in events if pair_of(event, source, target)]
    best = max(fitting, key=lambda event: event.p, default=None)
    return root_of(best.type) if best else None


def by_words(read: Scored, source: Sequence[Span], target: Sequence[Span]) -> str:
    """Return the root that is most likely at any one word that has the two for its parties."""
    names = read.encoder.decoders.classes["event"][1:]
    best = max(_likely(read, source, target), key=lambda pair: pair[0])
    return root_of(names[best[1]])


def _likely(
    read: Scored, source: Sequence[Span], target: Sequence[Span]
) -> Iterator[tuple[float, int]]:
    """Yield each word's best type, with the log of its chance and of its two parties'."""
    ones, others = _words(read, source), _words(read, target)
    for word in range(len(read.encoded.words)):
        trigger = read.trigger(word, word)
        lo, _ = read.layout.bounds[trigger.sentence]
        actor = _log_chance(_best(trigger.actor, ones, lo))
        # both sides of talks, an accord or a fight are actors
        other = max(_best(trigger.recipient, others, lo), _best(trigger.actor, others, lo))
        kind = int(trigger.types[1:].argmax())
        chance = max(float(trigger.types[1 + kind]), 1e-9)
        yield math.log(chance) + actor + _log_chance(other), kind


def _words(read: Scored, spans: Sequence[Span]) -> list[int]:
    return [word for span in spans for word in read.covered(span.start, span.end)]


def _best(odds: Scores, words: Sequence[int], first: int) -> float:
    """Return the best log odds at the words; `odds` begin with the word `first`."""
    return max((float(odds[w - first]) for w in words if 0 <= w - first < len(odds)), default=_FAR)


def _log_chance(odds: float) -> float:
    return -float(np.logaddexp(0, -odds))


def _is_at(actor: Actor, spans: Sequence[Span]) -> bool:
    return any(actor.span.overlaps(span) for span in spans)
