"""A word that may be a side to a deed in, what speaks for and against it out, as named signs.

The weights of the signs stand in `party_weights.tsv`, fitted by training/fit_parties.py.
"""

from functools import cache

from readout.data.tables import rows
from readout.reading.events.sides import Side
from readout.reading.events.syntax import Syntax

__all__ = ["START", "party_weights", "signs"]

START = "start"
"""The sign that every word has."""


@cache
def party_weights() -> dict[str, tuple[float, float]]:
    """Map each sign to what it adds to the log odds of being an actor, and of a recipient."""
    table = rows("party_weights.tsv")
    return {sign: (float(actor), float(recipient)) for sign, actor, recipient in table}


def signs(syntax: Syntax, side: Side, kind: str, deed: str, at: int) -> list[str]:
    """Return the signs of a side of a deed of type `kind`; `deed` is the lemma of the word `at`."""
    head, way = side.head, side.way
    what = syntax.entities[head][2:] or syntax.tags[head]
    lemma = syntax.lemmas[head].lower()
    tail = way.rpartition(".")[2]
    return [
        START,
        way,
        f"{way} {kind}",
        f"{way} {deed}",
        f"{way} ={what}",
        f"{way} <{side.by}",
        f"{way} {kind} ={what}",
        f"*{tail} {kind}",
        f"*{tail} {deed}",
        f"*{tail} ={what}",
        f"={what} {kind}",
        f"={lemma}",
        f"={lemma} *{tail}",
        f"-{lemma[-3:]} {syntax.tags[head]}",
        f"far {min(abs(head - at) // 4, 5)}{'+' if head > at else '-'}",
    ]
