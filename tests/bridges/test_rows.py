"""Tokens of a Doc: their texts are the article's text, and heads and entities keep their places."""

from hypothesis import given
from hypothesis import strategies as st

from bridges.parsed_reading import parsed_reading, reading_of
from readout import Span
from readout.bridges.rows import DocToken, doc_tokens
from readout.bridges.universal import universal_tag
from readout.models.words import cut_words
from readout.records.reading import Sentence, Token


def joined(rows: list[DocToken]) -> str:
    """Return the text that a Doc of these tokens has."""
    return "".join(row.text + " " * row.space for row in rows)


def test_white_space_that_is_more_than_one_space_is_a_token() -> None:
    """The blank line between two sentences, and the second of two spaces, as spaCy has them."""
    rows = doc_tokens(parsed_reading())

    assert [row.text for row in rows if row.pos == "SPACE"] == ["\n\n", " "]
    assert [row.text for row in rows][:6] == ["Edda", "Varn", "is", "here", ".", "\n\n"]


def test_heads_count_the_white_space_too() -> None:
    """“We” hangs on “sail”, two tokens further on; white space hangs on the word before."""
    rows = doc_tokens(parsed_reading())
    heads = {row.text: rows[row.head].text for row in rows}

    assert heads["We"] == "sail"
    assert heads["sail"] == heads["said"] == "said"
    assert heads["Edda"] == "Varn"
    assert heads["\n\n"] == "."
    assert heads[" "] == "sail"


def test_entities_are_marked_as_spacy_wants_them() -> None:
    """B, I and O, never nothing, which would mean that nobody looked."""
    rows = doc_tokens(parsed_reading())

    assert [row.entity for row in rows][:3] == ["B-PERSON", "I-PERSON", "O"]
    assert {row.entity for row in rows} == {"B-PERSON", "I-PERSON", "O", "B-DATE"}


def test_the_coarse_part_of_speech_follows_the_arc() -> None:
    """“Is” is AUX, “will” and “has” are AUX before a verb, “that” before a clause is SCONJ."""
    assert universal_tag("VBZ", "be", "ROOT") == "AUX"
    assert universal_tag("VBZ", "have", "aux") == "AUX"
    assert universal_tag("VBZ", "have", "ROOT") == "VERB"
    assert universal_tag("IN", "that", "mark") == "SCONJ"
    assert universal_tag("IN", "of", "prep") == "ADP"
    assert universal_tag("??", "", "") == "X"


@given(st.text(alphabet="ab.“ \n\u00a0", min_size=1, max_size=30).filter(str.strip))
def test_the_tokens_are_the_text_whatever_it_is(text: str) -> None:
    """Put together they give the article's text, so that offsets are the same on both sides."""
    words = cut_words(text)
    tokens = tuple(Token(start, end, head=0) for start, end in words)
    span = Span(words[0][0], words[-1][1])

    rows = doc_tokens(reading_of(text, [Sentence(span=span, tokens=tokens)]))

    assert joined(rows) == text
    assert all(0 <= row.head < len(rows) for row in rows)
    assert {rows[row.head].pos for row in rows} <= {"X", "SPACE"}
