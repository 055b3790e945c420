"""Marked sentences and labelled news in, parsed, with triggers where the marks stand, out.

The triggers are the marked ones, with the encoder's scores at their words, so that what is built
on triggers can be measured apart from finding them.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

import msgspec
from msgspec.structs import replace

from readout.models import Decoders, Encoded, load_encoder
from readout.reading.events.triggers import Trigger, trigger_at
from readout.reading.layout import Layout, find_layout
from readout.reading.sentences import find_sentences
from readout.records.reading import Sentence
from readout.records.text import Span
from training.sentences import Example, MarkedEvent

if TYPE_CHECKING:
    from readout.records.event import EventType

__all__ = ["Marked", "parse_labelled", "parse_marked", "within"]

_SURE = 50.0  # a score beside which the others do not count


class Marked(msgspec.Struct, frozen=True):
    """One marked sentence, parsed, and a trigger for each of its events."""

    text: str
    sentence: Sentence
    events: tuple[MarkedEvent, ...]
    triggers: tuple[Trigger, ...]


def parse_marked(examples: Iterable[Example], *, at_once: int = 64) -> Iterator[Marked]:
    """Parse the sentences that have events, in their order; each is one sentence by itself."""
    encoder = load_encoder()
    told = [example for example in examples if example.events]
    for first in range(0, len(told), at_once):
        some = told[first : first + at_once]
        for example, encoded in zip(some, encoder([one.text for one in some]), strict=True):
            encoded.scores["start"][:, 1] = -_SURE
            layout = find_layout(encoded, encoder.decoders)
            yield from _by_sentence(example, encoded, layout, encoder.decoders)


def parse_labelled(examples: Iterable[Example], *, at_once: int = 16) -> Iterator[Marked]:
    """Parse texts of many sentences; yield each sentence that has events, with those of its own.

    A party that another sentence names is left out.
    """
    encoder = load_encoder()
    told = [example for example in examples if example.events]
    for first in range(0, len(told), at_once):
        some = told[first : first + at_once]
        for example, encoded in zip(some, encoder([one.text for one in some]), strict=True):
            layout = find_layout(encoded, encoder.decoders)
            yield from _by_sentence(example, encoded, layout, encoder.decoders)


def _by_sentence(
    example: Example, encoded: Encoded, layout: Layout, decoders: Decoders
) -> Iterator[Marked]:
    """Yield the sentences of a text that have events."""
    for sentence in find_sentences(example.text, encoded, layout, decoders):
        events = tuple(
            within(event, sentence.span)
            for event in example.events
            if sentence.span.start <= event.trigger.start < sentence.span.end
        )
        if events:
            triggers = tuple(_trigger(encoded, layout, decoders, event) for event in events)
            yield Marked(example.text, sentence, events, triggers)


def within(event: MarkedEvent, sentence: Span) -> MarkedEvent:
    """Return the event without the parties of other sentences."""

    def kept(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(one for one in spans if one.overlaps(sentence))

    return replace(event, actors=kept(event.actors), recipients=kept(event.recipients))


def _trigger(encoded: Encoded, layout: Layout, decoders: Decoders, event: MarkedEvent) -> Trigger:
    """Return the trigger at the words that are marked, of the type that is marked.

    Its words count from the first of their sentence.
    """
    place = event.trigger
    inside = [number for number, word in enumerate(encoded.words) if place.overlaps(Span(*word))]
    begin, end = layout.bounds[int(layout.sentence[inside[0]])]
    last = min(inside[-1], end - 1)
    trigger = trigger_at(encoded, layout, decoders, inside[0], last)
    return dataclasses.replace(
        trigger,
        first=inside[0] - begin,
        last=last - begin,
        type=cast("EventType", event.type),
    )
