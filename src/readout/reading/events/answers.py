"""The triggers of a text and its words in, with the deeds that answer another in kind out.

"Russia gave a tit-for-tat response", "Chile responded in kind": the words name no deed of their
own, the one told before them does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from readout.models import Decoders, Encoded
from readout.reading.events.triggers import Trigger, trigger_at
from readout.reading.layout import Layout
from readout.records.event import EventType

__all__ = ["with_answers"]

_IN_KIND = re.compile(
    r"\btit[- ]for[- ]tat(?: (?:response|move|measures?|step|reply|action))?"
    r"|\b(?:respond|retaliat|repl|answer)(?:ed|ied|e|y|ing|ying|s|ies)? in kind\b"
    r"|\breciprocat(?:ed|es|e|ing)\b|\bmirror(?:ed|ing) the (?:move|step|measures?)\b",
    re.IGNORECASE,
)
_ANSWERED: frozenset[EventType] = frozenset(
    {"SANCTION", "COERCE", "ASSAULT", "ACCUSE", "THREATEN", "MOBILIZE", "CONCEDE", "RETREAT"}
)
_BACK = 2  # sentences before, in which the deed answered stands
_SURE = 0.9  # how much less sure the answer is than what it answers


def with_answers(
    text: str, triggers: Sequence[Trigger], encoded: Encoded, layout: Layout, decoders: Decoders
) -> list[Trigger]:
    """Return the triggers with those of answers in kind, in text order.

    An answer has the type and mode of the nearest deed before it, at most two sentences back; words
    that are a trigger already, and answers to nothing told, are left alone.
    """
    found = list(triggers)
    for first, last in _places(text, encoded):
        sentence = int(layout.sentence[first])
        if any(one.first <= last and first <= one.last for one in triggers):
            continue
        before = [
            one
            for one in triggers
            if one.last < first and one.type in _ANSWERED and sentence - one.sentence <= _BACK
        ]
        if before:
            heard = trigger_at(encoded, layout, decoders, first, last)
            answered = before[-1]
            found.append(
                replace(
                    heard,
                    type=answered.type,
                    mode=answered.mode,
                    p=_SURE * answered.p,
                    types=answered.types,
                )
            )
    return sorted(found, key=lambda one: one.first)


def _places(text: str, encoded: Encoded) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each wording that answers."""
    for match in _IN_KIND.finditer(text):
        inside = [
            number
            for number, (start, end) in enumerate(encoded.words)
            if start < match.end() and match.start() < end
        ]
        if inside:
            yield inside[0], inside[-1]
