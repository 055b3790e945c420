"""Words that the encoder takes for a deed become triggers, with what it says of them."""

from dataclasses import replace

import numpy as np
import pytest

from readout.models import Encoded
from readout.reading.events.triggers import find_triggers
from readout.reading.layout import Layout
from scored_text import StubEncoder

KINDS = ("", "ACCUSE", "SANCTION")
MODES = ("", "ACCUSE.allege", "SANCTION.expel")
STATES = ("occurred", "planned")
WORDS = ["Norway", "threw", "out", "two", "envoys"]


def encoded(sure: dict[str, tuple[str, float]]) -> Encoded:
    """Return what an encoder would say: for each word named its type and how sure it is."""
    size = len(WORDS)
    starts = np.cumsum([0, *(len(word) + 1 for word in WORDS[:-1])]).tolist()
    event = np.zeros((size, len(KINDS)), np.float32)
    event[:, 0] = 3
    for word, (kind, odds) in sure.items():
        event[WORDS.index(word)] = [odds if name == kind else 0 for name in KINDS]
    mode = np.zeros((size, len(MODES)), np.float32)
    mode[:, 1], mode[:, 2] = 5, 2  # a mode of another type is the likeliest
    ends = np.zeros((size, 1), np.float32)
    ends[0] = 1
    return Encoded(
        words=[(start, start + len(word)) for start, word in zip(starts, WORDS, strict=True)],
        paragraphs=[0],
        scores={
            "event": event,
            "mode": mode,
            "status": np.zeros((size, len(STATES)), np.float32),
            "factuality": np.full((size, 1), 4, np.float32),
            **{f"party.{end}_of": np.ones((size, 1), np.float32) for end in ("actor", "recipient")},
            "party.actor": 2 * ends - 1,
            "party.recipient": 1 - 2 * ends,
        },
    )


@pytest.fixture
def layout() -> Layout:
    """Return one sentence of five words."""
    zeros = np.zeros(len(WORDS), np.int64)
    return Layout(bounds=[(0, len(WORDS))], sentence=zeros, paragraph=zeros, head=zeros, fences=[0])


def decoders() -> StubEncoder:
    """Return decoders with the classes above."""
    stub = StubEncoder(np.ones((1, 1)), np.ones((1, 1)))
    stub.decoders = replace(
        stub.decoders, classes={"event": KINDS, "mode": MODES, "status": STATES}
    )
    return stub


def test_neighbours_of_one_type_are_one_trigger(layout: Layout) -> None:
    """“Threw out” is one deed; its mode is the best of those its type has."""
    said = encoded({"threw": ("SANCTION", 6), "out": ("SANCTION", 4)})

    (trigger,) = find_triggers(said, layout, decoders().decoders)

    assert (trigger.first, trigger.last) == (1, 2)
    assert (trigger.type, trigger.mode) == ("SANCTION", "expel")
    assert trigger.factuality == 3
    assert trigger.actor.argmax() == 0
    assert trigger.recipient.argmin() == 0


def test_a_word_that_is_likelier_no_deed_is_none(layout: Layout) -> None:
    """The best class alone does not make a trigger."""
    said = encoded({})
    said.scores["event"][1] = [0.6, -9, 0.2]

    assert find_triggers(said, layout, decoders().decoders) == []


def test_doubt_raises_what_a_word_must_be(layout: Layout) -> None:
    """On a page of sport the same word is no deed."""
    said = encoded({"threw": ("SANCTION", 4.5)})

    assert find_triggers(said, layout, decoders().decoders)
    assert find_triggers(said, layout, decoders().decoders, doubt=5.0) == []
