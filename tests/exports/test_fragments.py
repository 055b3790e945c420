"""Quotes with their context, and links that lead to them: what is encoded, what is told apart."""

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.exports.fragments import quoted, text_directive, text_link
from readout.records.text import Span

TEXT = (
    "Velmora talks resume\n\n"
    "The talks, said Ms Dorr, will go on. “Well-known & old,” she said of the talks.\n\n"
    "She said no more. The end came on Monday, and it was not the end of the dam."
)


def at(words: str, *, nth: int = 0) -> Span:
    """Return the place of the words, of the first or a later one."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("span", "directive"),
    [
        (at("Ms Dorr"), "text=Ms%20Dorr"),
        (at("Well-known & old,"), "text=Well%2Dknown%20%26%20old%2C"),
        (at("“Well-known"), "text=%E2%80%9CWell%2Dknown"),
        (at("talks", nth=1), "text=The-,talks"),
        (at("talks", nth=2), "text=of%20the-,talks"),
        (at("said", nth=1), "text=she-,said"),
        (at("said", nth=2), "text=She-,said,-no%20more.%20The"),
        (at("She said"), "text=She%20said,-no%20more.%20The"),
        (at("end", nth=1), "text=not%20the-,end"),
    ],
)
def test_words_are_encoded_and_told_apart(span: Span, directive: str) -> None:
    """Dash, comma and ampersand have a meaning in a link; context comes where words come twice.

    A browser does not tell "She said" from "she said".
    """
    assert text_directive(TEXT, span) == directive


def test_a_quote_over_paragraphs_is_named_by_its_ends() -> None:
    """No browser finds words across paragraphs as one."""
    span = Span(at("“Well-known").start, at("no more.").end)

    assert text_directive(TEXT, span) == (
        "text=%E2%80%9CWell%2Dknown%20%26%20old%2C%E2%80%9D,said%20no%20more."
    )


def test_a_long_quote_is_named_by_its_ends() -> None:
    """Its first three words and its last, as long as these are found where they stand."""
    words = " ".join(f"word{n}" for n in range(60))

    assert text_directive(words, Span(0, len(words))) == (
        "text=word0%20word1%20word2,word57%20word58%20word59"
    )


def test_an_address_keeps_its_own_fragment() -> None:
    """`#live` stays, and the words come after it."""
    span = at("Ms Dorr")

    assert text_link("https://a.example/x", TEXT, span) == "https://a.example/x#:~:text=Ms%20Dorr"
    assert text_link("https://a.example/#b", TEXT, span) == "https://a.example/#b:~:text=Ms%20Dorr"


def test_a_quote_has_what_stands_around_it() -> None:
    """32 characters, or as many as there are."""
    words = quoted(TEXT, at("Velmora"))

    assert words == ("", "Velmora", TEXT[7:39])


def found(text: str, directive: str) -> int:
    """Return where a browser that reads the directive begins to mark, looking at lower case."""
    parts = directive.removeprefix("text=").split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    start = unquote(parts[0])
    assert not suffix
    return text.lower().index(f"{prefix} {start}".strip().lower()) + (len(prefix) + 1) * bool(
        prefix
    )


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["dam", "river", "said", "the", "talks"]), min_size=30, max_size=60),
    st.data(),
)
def test_a_link_leads_to_the_words_it_was_made_for(words: list[str], data: st.DataObject) -> None:
    """However often the words come, where up to twelve before them are no match elsewhere."""
    marked = data.draw(st.integers(min_value=20, max_value=len(words) - 1))
    words[marked - 1] = "Velmora"
    text = " ".join(words)
    start = len(" ".join(words[:marked])) + 1
    span = Span(start, start + len(words[marked]))

    assert found(text, text_directive(text, span)) == start
