"""A word on which a deed hangs in, what the table says it makes of the deed's status out."""

from functools import cache

from readout.data.tables import rows
from readout.reading.acts_forms import base_forms
from readout.reading.events.syntax import Syntax

__all__ = ["Effects", "compose", "effects_of", "of_preposition"]

Effects = tuple[str, str]
"""What a word makes of a status, plain and where the word itself is negated."""

_PARTICLES = frozenset({"prt", "prep", "advmod", "acomp", "dobj"})
_OUTWARD = (
    "occurred",
    "under way",
    "ongoing",
    "purpose",
    "planned",
    "whether",
    "would",
    "proposed",
    "hypothetical",
    "conditional",
    "denied",
    "cancelled",
)
"""What outweighs what, the weakest first."""
_RANK = {status: rank for rank, status in enumerate(_OUTWARD)}


def compose(inner: str, outer: str) -> str:
    """Return what a status becomes inside another."""
    if outer in {"same", "stop"}:
        return inner
    if outer == "foiled":  # a foiled plot stays a plot; a foiled attack was none
        return inner if inner == "planned" else "denied"
    if inner == "denied":
        return "hypothetical" if outer in {"denied", "hypothetical"} else inner
    if inner == "would" and outer == "planned":
        return "planned"
    return outer if _RANK[outer] > _RANK[inner] else inner


def effects_of(
    syntax: Syntax, head: int, pos: str, how: str, preposition: str = ""
) -> tuple[Effects | None, str]:
    """Return what a word with its particle, else the word alone, makes of a deed, and the word.

    `pos` and `how` (how the deed hangs on it) are those of the table.
    """
    table = _table()
    lemmas = (*base_forms(syntax.forms[head]), syntax.lemmas[head])
    if pos == "verb":
        particles = [
            syntax.forms[kid]
            for kid in syntax.children[head]
            if kid > head and syntax.labels[kid] in _PARTICLES
        ]
        for particle in (*particles, preposition):
            for lemma in lemmas if particle else ():
                found = table.get((pos, how, f"{lemma} {particle}"))
                if found is not None:
                    return found, f"{lemma} {particle}"
    for lemma in lemmas:
        found = table.get((pos, how, lemma))
        if found is None and pos == "adj":
            found = table.get(("noun", how, lemma))
        if found is not None:
            return found, lemma
    return None, ""


def of_preposition(syntax: Syntax, preposition: int, how: str) -> tuple[Effects | None, str]:
    """Return what a preposition makes of a deed: "without", "instead of", "in the event of"."""
    table, low, said = _table(), syntax.forms, [syntax.forms[preposition]]
    if preposition and low[preposition] in {"of", "than", "to", "from"}:
        said += [low[preposition - 1], " ".join(low[preposition - 1 : preposition + 1])]
    if low[preposition] == "of":
        start = max(0, preposition - 3)
        said += [" ".join(low[start + skip : preposition]) for skip in range(2)]
    for phrase in said:
        found = table.get(("prep", how, phrase))
        if found is not None:
            return found, phrase
    return None, ""


@cache
def _table() -> dict[tuple[str, str, str], Effects]:
    """Return the effects by part of speech, how the deed hangs on the word, and the word."""
    made: dict[tuple[str, str, str], Effects] = {}
    for pos, effect, negated, hangs, words in rows("event_embedding.tsv"):
        for how in hangs.split():
            for word in words.split(","):
                made.setdefault((pos, how, word), (effect, negated))
    return made
