"""Texts are cut into words the way the teacher cut them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.models.words import cut_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She didn't say.", ["She", "did", "n't", "say", "."]),
        ("the U.S. government", ["the", "U.S.", "government"]),
        ("Mr. Arno met Gov. Lund.", ["Mr.", "Arno", "met", "Gov.", "Lund", "."]),
        ("a tit-for-tat reply", ["a", "tit", "-", "for", "-", "tat", "reply"]),
        ("“We lost,” she said", ["“", "We", "lost", ",", "”", "she", "said"]),
        ("''We lost,'' she said", ["''", "We", "lost", ",", "''", "she", "said"]),
        ("the ministry's aide", ["the", "ministry", "'s", "aide"]),
        ("$1,999 (up 4%)", ["$", "1,999", "(", "up", "4", "%", ")"]),
        ("they cannot", ["they", "can", "not"]),
        ("nations—that stems", ["nations", "—", "that", "stems"]),
        ("at 10 a.m. on Jan. 3", ["at", "10", "a.m.", "on", "Jan.", "3"]),
        ("see https://example.org/a?b=1 now", ["see", "https://example.org/a?b=1", "now"]),
    ],
)
def test_words_of_news(text: str, words: list[str]) -> None:
    """Contractions, abbreviations, hyphens, quotation marks and sums of money."""
    assert [text[start:end] for start, end in cut_words(text)] == words


@given(st.text(max_size=200))
def test_words_hold_every_visible_character_once_and_in_order(text: str) -> None:
    """No character but white space is lost, none is in two words."""
    words = cut_words(text)

    assert "".join(text[a:b] for a, b in words) == "".join(text.split())
    assert all(a < b for a, b in words)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(words))


def test_a_line_of_a_million_characters_is_cut_in_time() -> None:
    """A page's broken script, all one chunk, must not stall the reader."""
    assert len(cut_words("a," * 500_000)) == 1_000_000
