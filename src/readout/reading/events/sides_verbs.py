"""A verb that names a deed in, the words that may be sides to it out, by the ways to them."""

from collections.abc import Iterator

from readout.reading.events.climb import Way, climb, is_passive, referent, subjects
from readout.reading.events.syntax import Syntax

__all__ = ["complements", "verb_sides"]

_DEEP = 2  # prepositions below an object's first


def verb_sides(syntax: Syntax, verb: int, own: range) -> Iterator[Way]:
    """Yield the sides of a verb; `own` are the words of the trigger."""
    if is_passive(syntax, verb):
        yield from _passive(syntax, verb)
    else:
        yield from subjects(syntax, verb, "")
        yield from _gap(syntax, verb)
    for word in own:
        if word == verb or not syntax.is_noun(word):
            yield from complements(syntax, word, "pass." if is_passive(syntax, verb) else "")
        else:
            yield from _of_noun(syntax, word, "own.")


def _passive(syntax: Syntax, verb: int) -> Iterator[Way]:
    """Yield the agent of a passive, then who is its subject."""
    for by in syntax.hanging(verb, ("agent",)):
        name = syntax.child(by, ("pobj",))
        if name is not None:
            yield name, "agent", verb
    if syntax.child(verb, ("nsubj", "nsubjpass")) is not None:
        for who, way, governor in subjects(syntax, verb, "pass."):
            yield who, way, governor
            if syntax.is_noun(who):
                yield from _of_noun(syntax, who, f"{way}.")
    else:
        yield from climb(syntax, verb, "pass.")


def _gap(syntax: Syntax, verb: int) -> Iterator[Way]:
    """Yield the noun of a relative clause whose object is left out: "the man they arrested"."""
    if syntax.labels[verb] != "relcl" or syntax.child(verb, ("dobj",)) is not None:
        return
    own = syntax.child(verb, ("nsubj",))
    if own is not None and referent(syntax, own) == own:
        yield syntax.heads[verb], "gap", verb


def complements(syntax: Syntax, verb: int, way: str, *, deep: bool = False) -> Iterator[Way]:
    """Yield objects and names after prepositions, and what hangs on an object."""
    for at in syntax.children[verb]:
        label = syntax.labels[at]
        if label in {"dobj", "dative", "attr", "oprd"} and syntax.labels[at] != "prep":
            if syntax.tags[at] == "IN" or syntax.tags[at] == "TO":
                yield from _after(syntax, at, way)
                continue
            who = referent(syntax, at)
            if who is None:
                continue
            yield who, way + ("rel.obj" if who != at else "obj"), verb
            if syntax.is_noun(who) and who == at:
                yield from _of_noun(syntax, who, f"{way}obj.")
        elif label in {"prep", "prt", "advmod"}:
            yield from _after(syntax, at, way)
        elif label in {"xcomp", "ccomp"} and not deep:
            yield from _clause(syntax, at, f"{way}{label}.")


def _clause(syntax: Syntax, verb: int, way: str) -> Iterator[Way]:
    """Yield the sides of a clause that a deed of words is about: "refused to free the crew"."""
    own = syntax.child(verb, ("nsubj", "nsubjpass"))
    if own is not None:
        yield own, way + syntax.labels[own], verb
    if is_passive(syntax, verb):
        way += "pass."
    yield from complements(syntax, verb, way, deep=True)


def _after(syntax: Syntax, prep: int, way: str) -> Iterator[Way]:
    """Yield the name after a preposition, also after two: "out of Peru", "because of Peru"."""
    form = syntax.forms[prep]
    for at in syntax.children[prep]:
        label = syntax.labels[at]
        if label == "pobj":
            who = referent(syntax, at)
            if who is None:
                continue
            yield who, f"{way}prep:{form}", syntax.heads[prep]
            if syntax.is_noun(who):
                yield from _of_noun(syntax, who, f"{way}prep:{form}.")
        elif label == "prep":
            yield from _after(syntax, at, way)
        elif label == "pcomp":
            yield from complements(syntax, at, f"{way}prep:{form}.", deep=True)


def _of_noun(syntax: Syntax, noun: int, way: str, deep: int = 0) -> Iterator[Way]:
    """Yield whose a noun is and the names after its prepositions, down to the third."""
    for at in syntax.children[noun]:
        label = syntax.labels[at]
        if label == "poss":
            yield at, f"{way}poss", noun
        elif label in {"amod", "compound", "nmod"} and not syntax.is_verb(at):
            yield at, f"{way}mod", noun
        elif label in {"prep", "agent"}:
            for name in syntax.hanging(at, ("pobj",)):
                step = f"{way}prep:{syntax.forms[at]}"
                yield name, step, noun
                if deep < _DEEP and syntax.is_noun(name):
                    yield from _of_noun(syntax, name, f"{step}.", deep + 1)
