"""Words carry what the uncased encoder cannot see."""

from hypothesis import given
from hypothesis import strategies as st

from readout.models.features import FEATURES, word_features
from readout.models.words import cut_words


def features(text: str) -> list[int]:
    """Features of a text's words."""
    return word_features(text, cut_words(text))


def test_letter_case_is_told_apart() -> None:
    """May and may, US and us differ by their feature alone."""
    lower, title, upper = (features(f"say {word}")[1] for word in ("may", "May", "MAY"))

    assert len({lower, title, upper}) == 3


def test_words_inside_quotes_differ_from_words_outside() -> None:
    """The second `lost` of: "We lost," they lost."""
    found = features('"We lost," they lost')

    assert found[2] != found[6]
    assert found[2] % 2 == 1
    assert found[6] % 2 == 0


def test_a_straight_mark_opens_and_closes_like_curly_ones() -> None:
    """'"' tells its direction by what came before."""
    straight, curly = features('x "yes" z'), features("x “yes” z")

    assert straight == curly


def test_a_quote_left_open_ends_with_its_paragraph() -> None:
    """A quote that goes on over paragraphs opens again in the next one."""
    found = features("“One goes on\n\nplain words")

    assert [feature % 2 for feature in found[-2:]] == [0, 0]


@given(st.text(max_size=100))
def test_features_are_in_range(text: str) -> None:
    """Whatever the text, each word has one feature that the encoder knows."""
    found = features(text)

    assert len(found) == len(cut_words(text))
    assert all(0 <= feature < FEATURES for feature in found)
