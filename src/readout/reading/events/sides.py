"""A trigger in its sentence in, the words that may be sides to the deed out, each with its way.

A way says how one comes from the trigger to the word, in the order of the steps: `subj` is the
subject, `ctl.subj` that of the verb which governs the trigger ("agreed to meet"), `obj.poss` whose
the object is ("seized Peru's trawler"), `gov.prep:with` who a light verb is done with ("held talks
with Peru"). Ways of a passive begin with `pass`. Nothing is decided here.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from readout.reading.events.noun_groups import joined
from readout.reading.events.sides_nouns import noun_sides
from readout.reading.events.sides_verbs import verb_sides
from readout.reading.events.syntax import Syntax

__all__ = ["Side", "find_sides", "top_of"]


_ENTITIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_DEEP = 4  # steps up or down a path


class Side(NamedTuple):
    """A word that heads a noun group, the way to it and the word that governs at its end."""

    head: int
    way: str
    by: str
    """Lemma of the verb or noun on which the last step of the way hangs."""
    also: bool = False
    """Whether it is joined to another ("Peru and Chile") that the way leads to."""
    unled: bool = False
    """Whether no rule leads to it: the way is bare labels, up and then down."""


def find_sides(
    syntax: Syntax, first: int, last: int, *, unled: Collection[int] | None = None
) -> list[Side]:
    """Return the words that may be sides to the deed of the words first..last.

    First those to which a rule leads, then other heads of noun groups, where `unled` is given
    only the ones in it.
    """
    own = range(first, last + 1)
    top = top_of(syntax, own)
    found: dict[int, Side] = {}
    for head, way, governor in _ways(syntax, top, own):
        for number, one in enumerate(joined(syntax, head)):
            if one not in found and one not in own:
                found[one] = Side(one, way, syntax.lemmas[governor], also=number > 0)
    others = [
        at
        for at in (range(len(syntax.labels)) if unled is None else unled)
        if at not in found and at not in own and _may_head(syntax, at, syntax.labels[at])
    ]
    above = _above(syntax, top) if others else {}
    for at in others:
        by = syntax.lemmas[syntax.heads[at]]
        found[at] = Side(at, _path(syntax, at, above), by, unled=True)
    return list(found.values())


def _may_head(syntax: Syntax, at: int, label: str) -> bool:
    """Say whether a word that no way leads to heads a noun group of its own."""
    if label in {"compound", "det", "punct", "nummod"}:
        return False
    tag = syntax.tags[at]
    return tag.startswith("NN") or tag == "PRP" or syntax.entities[at][2:] in _ENTITIES


def _above(syntax: Syntax, top: int) -> dict[int, str]:
    """Map each word on the way up from the trigger to that way."""
    path = "^"
    above = {top: path}
    for _ in range(_DEEP):
        if syntax.heads[top] == top:
            break
        path += syntax.labels[top] + "^"
        top = syntax.heads[top]
        above[top] = path
    return above


def _path(syntax: Syntax, at: int, above: dict[int, str]) -> str:
    """Return up and down labels from the trigger to the word, or "far"."""
    path = ""
    for _ in range(_DEEP):
        if at in above:
            return above[at] + path
        if syntax.heads[at] == at:
            break
        path = f".{syntax.labels[at]}{path}"
        at = syntax.heads[at]
    return "far"


def top_of(syntax: Syntax, own: range) -> int:
    """Return the word of the trigger on which the others hang; of "will not" the verb it is for."""
    top = own.start
    for _ in own:
        if syntax.heads[top] == top or syntax.heads[top] not in own:
            break
        top = syntax.heads[top]
    if syntax.labels[top] in {"aux", "auxpass", "neg", "prt"}:
        top = syntax.heads[top]
    return top


def _ways(syntax: Syntax, top: int, own: range) -> Iterator[tuple[int, str, int]]:
    """Yield (word, way, governor) by the rules for verbs or for nouns."""
    if syntax.is_verb(top) or syntax.tags[top] == "MD":
        yield from verb_sides(syntax, top, own)
    else:
        yield from noun_sides(syntax, top, own)
