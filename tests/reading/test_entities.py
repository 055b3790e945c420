"""The best sequence of entity tags is found, in which nothing continues what never began."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readout.reading.entities import find_entities

TAGS = ("O", "B-PERSON", "I-PERSON", "B-GPE", "I-GPE")


def scores(rows: list[dict[str, float]]) -> np.ndarray:
    """Return [words, tags] scores; a tag that is not named has -5."""
    return np.array([[row.get(tag, -5.0) for tag in TAGS] for row in rows], np.float32)


def test_an_inside_tag_that_would_continue_nothing_gives_way() -> None:
    """Word by word the second would be inside another type; as a sequence it is not."""
    rows = [{"B-PERSON": 2.0}, {"I-GPE": 1.1, "I-PERSON": 1.0}, {"O": 4.0}]

    assert find_entities(scores(rows), TAGS) == ["B-PERSON", "I-PERSON", ""]


def test_a_text_without_words_has_no_entities() -> None:
    """Nothing in, nothing out."""
    assert find_entities(np.zeros((0, len(TAGS)), np.float32), TAGS) == []


@given(st.lists(st.lists(st.floats(-5, 5), min_size=5, max_size=5), max_size=12))
def test_every_sequence_is_well_formed(rows: list[list[float]]) -> None:
    """An inside tag always follows one of its own type."""
    table = np.array(rows, np.float32).reshape(-1, len(TAGS))

    last = ""
    for tag in find_entities(table, TAGS):
        assert not tag.startswith("I-") or last[2:] == tag[2:]
        last = tag
