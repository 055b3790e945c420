"""Words become the encoder's pieces by greedy longest match."""

import pytest

from readout.models.pieces import WordPieces

VOCABULARY = ["[PAD]"] * 100 + [
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "expel",
    "##led",
    "un",
    "##ex",
    '"',
    "'",
    "s",
]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("expelled", ["expel", "##led"]),
        ("EXPEL", ["expel"]),
        ("éxpel", ["expel"]),
        ("“", ['"']),
        ("''", ['"']),
        ("’s", ["'", "s"]),
        ("zzz", ["[UNK]"]),
        ("", ["[UNK]"]),
    ],
)
def test_pieces_of_a_word(word: str, pieces: list[str]) -> None:
    """Case and accents go, quotation marks become one kind, the unknown is said to be so."""
    found = WordPieces(VOCABULARY).of(word)

    assert [VOCABULARY[i] for i in found] == pieces


def test_a_word_has_at_most_six_pieces() -> None:
    """An address of a thousand letters must not fill the window."""
    assert len(WordPieces(VOCABULARY).of("expelled" + "led" * 300)) == 6
