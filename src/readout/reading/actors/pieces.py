"""A phrase in, its words out, each in the form in which the tables of actors know it."""

import re
import unicodedata
from dataclasses import dataclass

__all__ = ["Piece", "key", "pieces"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&.+][^\W_]+)*\+?|[,;():—–]")
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a phrase."""

    said: str
    """As the phrase has it, without a possessive ending."""
    norm: str
    """In lower case, without dots, apostrophes and accents; empty for a lone "s"."""
    start: int
    end: int
    joined: bool
    """A hyphen ties it to the word before: "US-backed"."""
    owns: bool
    """It has a possessive ending: "Russia's"."""


def pieces(phrase: str) -> list[Piece]:
    """Return the words of a phrase in their order, commas and brackets among them."""
    found: list[Piece] = []
    for match in _WORD.finditer(phrase):
        said, (start, end) = match.group(), match.span()
        owns = said.endswith(_POSSESSIVE) and len(said) > len("'s")
        if owns:
            said = said[:-2]
        elif phrase[end : end + 1] in {"'", "’"} and said[-1] in "sS":
            owns = True
        before = phrase[start - 1] if start else ""
        lone = said == "s" and before in {"'", "’"}
        joined = before == "-" and start > 1 and not phrase[start - 2].isspace()
        found.append(
            Piece(said, "" if lone else _norm(said), start, start + len(said), joined, owns)
        )
    return found


def key(form: str) -> str:
    """Return the key under which a table keeps a form."""
    if form.isascii() and form.replace(" ", "").isalpha():
        return form.lower()
    return " ".join(piece.norm for piece in pieces(form) if piece.norm)


def _norm(word: str) -> str:
    low = word.lower()
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low.replace("’", ""))
        low = "".join(char for char in low if not unicodedata.combining(char))
    if not low.isalnum() and len(low) > 1:
        low = low.replace(".", "").replace("'", "")
    return low
