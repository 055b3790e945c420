"""The project's own marked sentences in, each parsed, with triggers where the marks stand, out.

The triggers are the marked ones, with the encoder's scores at their words, so that what is built
on triggers can be measured apart from finding them.
"""

from collections.abc import Iterable, Iterator

import msgspec
import numpy as np

from readout.models import Decoders, Encoded, load_encoder
from readout.reading.events.triggers import Trigger, find_triggers
from readout.reading.layout import Layout, find_layout
from readout.reading.sentences import find_sentences
from readout.records.reading import Sentence
from readout.records.text import Span
from training.sentences import Example, MarkedEvent

__all__ = ["Marked", "parse_marked"]

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
            (sentence,) = find_sentences(example.text, encoded, layout, encoder.decoders)
            triggers = tuple(
                _trigger(encoded, layout, encoder.decoders, event) for event in example.events
            )
            yield Marked(example.text, sentence, example.events, triggers)


def _trigger(encoded: Encoded, layout: Layout, decoders: Decoders, event: MarkedEvent) -> Trigger:
    """Return the trigger at the words that are marked, of the type that is marked."""
    place = event.trigger
    inside = [number for number, word in enumerate(encoded.words) if place.overlaps(Span(*word))]
    scores = np.zeros_like(encoded.scores["event"])
    scores[:, 0] = _SURE
    kind = decoders.classes["event"].index(event.type)
    scores[inside[0] : inside[-1] + 1, kind] = 2 * _SURE
    alone = Encoded(encoded.words, encoded.paragraphs, {**encoded.scores, "event": scores})
    return find_triggers(alone, layout, decoders)[0]
