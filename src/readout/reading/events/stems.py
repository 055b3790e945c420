"""The words of a trigger in, what they share with other words for the same deed out."""

from collections.abc import Sequence

from readout.records.reading import Token

__all__ = ["points_back", "stem_of"]

_LETTERS = 4  # that a verb and its noun share: "visi" of visits and visitor
_ALIKE = {"expu": "expe", "intr": "intru", "deat": "kill", "slay": "kill", "summ": "summi"}
"""Kin that begin differently: expulsion and expel."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


def stem_of(words: Sequence[Token]) -> str:
    """Return the stem of the trigger's noun, else of its first word."""
    nouns = [word for word in words if word.tag.startswith("NN")]
    word = nouns[-1] if nouns else words[0]
    stem = word.lemma.lower()[:_LETTERS]
    return _ALIKE.get(stem, stem)


def points_back(text: str, tokens: Sequence[Token], first: int) -> bool:
    """Say whether the trigger is a noun that an article or a possessor makes definite."""
    noun = tokens[first]
    if not noun.tag.startswith("NN"):
        return False
    return any(
        token.head == first
        and (token.label == "poss" or text[token.start : token.end].lower() in _DEFINITE)
        for token in tokens[:first]
    )
