"""Scores of words in, triggers of events out: the words that name a deed, its type and its mode.

A word is a trigger where the encoder finds it likely enough that it tells an event of any type;
neighbours of one type in one sentence are one trigger.
"""

import math
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from readout.models import Decoders, Encoded, Scores
from readout.reading.layout import Layout
from readout.records.event import EventType

__all__ = ["Trigger", "find_triggers", "trigger_at", "triggers_at_least"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words first..last (indices in the text) of a trigger and what the encoder says of it."""

    first: int
    last: int
    sentence: int
    type: EventType
    mode: str | None
    p: float
    """How likely the words tell an event of this type."""
    types: Scores
    """[type]: probability of each type, "none" first, in the order of the decoders' classes."""
    status: Scores
    """[status]: probability of each status, in the order of the decoders' classes."""
    factuality: float
    actor: Scores
    """[word of the sentence]: log odds that the word is part of an actor."""
    recipient: Scores
    """The same of a recipient."""

    @property
    def chance(self) -> float:
        """How likely the words tell an event of any type."""
        return 1 - float(self.types[0])


_SURE = 0.45
"""How likely words must tell an event of any type.

On labelled news that taught nothing, precision and recall are about even there
(`training/measure_events.py`).
"""


def find_triggers(
    encoded: Encoded, layout: Layout, decoders: Decoders, *, doubt: float = 0.0
) -> list[Trigger]:
    """Return the triggers of a text in their order.

    `doubt` is in log odds: by how much likelier a word must be than on a page of politics.
    """
    odds = _SURE / (1 - _SURE) * math.exp(doubt)
    return triggers_at_least(encoded, layout, decoders, odds / (1 + odds))


def triggers_at_least(
    encoded: Encoded, layout: Layout, decoders: Decoders, least: float
) -> list[Trigger]:
    """Return the runs of words that are at least so likely to tell an event of any type."""
    chances = _softmax(encoded.scores["event"])
    likely = chances[:, 0] <= 1 - least
    runs = _runs(np.where(likely, chances[:, 1:].argmax(axis=1) + 1, 0), layout)
    found = [_trigger(encoded, layout, decoders, chances, run) for run in runs]
    return [one for one in found if one.chance >= least]


def trigger_at(
    encoded: Encoded, layout: Layout, decoders: Decoders, first: int, last: int
) -> Trigger:
    """Return what the encoder says of the words first..last, taken for the words of a trigger."""
    chances = _softmax(encoded.scores["event"])
    return _trigger(encoded, layout, decoders, chances, (first, last))


def _runs(best: NDArray[np.int64], layout: Layout) -> list[tuple[int, int]]:
    """Return first and last word of each run of one type inside one sentence."""
    runs: list[tuple[int, int]] = []
    for word in np.nonzero(best)[0].tolist():
        goes_on = (
            runs
            and runs[-1][1] == word - 1
            and best[word - 1] == best[word]
            and layout.sentence[word - 1] == layout.sentence[word]
        )
        if goes_on:
            runs[-1] = (runs[-1][0], word)
        else:
            runs.append((word, word))
    return runs


def _trigger(
    encoded: Encoded, layout: Layout, decoders: Decoders, chances: Scores, run: tuple[int, int]
) -> Trigger:
    """Put together what the scores of the words of a run say."""
    first, last = run
    scores, words = encoded.scores, slice(first, last + 1)
    types = chances[words].mean(axis=0)
    kind = int(types[1:].argmax()) + 1
    name = cast("EventType", decoders.classes["event"][kind])
    sentence = int(layout.sentence[first])
    lo, hi = layout.bounds[sentence]
    parties = [
        _party(encoded, decoders, which, words, slice(lo, hi)) for which in ("actor", "recipient")
    ]
    return Trigger(
        first=first,
        last=last,
        sentence=sentence,
        type=name,
        mode=_mode(scores["mode"][words].mean(axis=0), decoders.classes["mode"], name),
        p=float(types[kind]),
        types=types,
        status=_softmax(scores["status"][words].mean(axis=0, keepdims=True))[0],
        factuality=float(np.clip(scores["factuality"][words].mean(), -3, 3)),
        actor=parties[0],
        recipient=parties[1],
    )


def _mode(scores: Scores, names: tuple[str, ...], kind: str) -> str | None:
    """Return the best of the modes that the type has, or none."""
    allowed = [i for i, name in enumerate(names) if not name or name.startswith(f"{kind}.")]
    best = max(allowed, key=lambda i: float(scores[i]))
    return names[best].partition(".")[2] or None


def _party(
    encoded: Encoded, decoders: Decoders, which: str, trigger: slice, sentence: slice
) -> Scores:
    """[word of the sentence]: log odds that it is part of the trigger's actor or recipient."""
    number = ("actor", "recipient").index(which)
    ends = encoded.scores[f"party.{which}_of"][trigger] @ decoders.party[number]
    table = ends @ encoded.scores[f"party.{which}"][sentence].T
    mean: Scores = table.mean(axis=0) + decoders.party_bias[number]
    return mean


def _softmax(scores: Scores) -> Scores:
    """Turn rows of scores into rows of probabilities."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Scores = powers / powers.sum(axis=1, keepdims=True)
    return chances
