"""Words that answer a deed in kind become a deed of the same type."""

import pytest

from readout.reading.events.answers import with_answers
from readout.reading.events.triggers import Trigger
from scored_text import scored


def read(text: str, told: str) -> list[Trigger]:
    """Return the triggers of the text, in which `told` is one."""
    said = scored(text, types={told: "ACCUSE"})
    at = [text[start:end] for start, end in said.encoded.words].index(told)
    first = said.trigger(at, at)
    return with_answers(text, [first], said.encoded, said.layout, said.encoder.decoders)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru accused Chile and Chile responded in kind", ["responded", "in", "kind"]),
        ("Peru accused Chile and Chile reciprocated", ["reciprocated"]),
    ],
)
def test_an_answer_in_kind_is_a_deed_like_the_one_before(text: str, words: list[str]) -> None:
    """It has the type of what it answers, and is a little less sure."""
    told, answer = read(text, "accused")

    forms = [text[start:end] for start, end in scored(text, types={}).encoded.words]
    assert forms[answer.first : answer.last + 1] == words
    assert answer.type == told.type == "ACCUSE"
    assert answer.p < told.p


def test_an_answer_to_nothing_told_is_none() -> None:
    """The words alone name no deed, and what comes after them was not answered."""
    assert len(read("Chile responded in kind before Peru accused Chile", "accused")) == 1


def test_other_words_answer_nothing() -> None:
    """“In kindness” and “a kind response” are no answers in kind."""
    assert len(read("Peru accused Chile and a kind response came in kindness", "accused")) == 1
