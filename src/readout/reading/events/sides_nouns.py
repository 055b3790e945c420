"""A noun that names a deed in, the words that may be sides to it out, by the ways to them."""

from collections.abc import Iterator

from readout.reading.events.climb import Way, is_passive, subjects
from readout.reading.events.sides_verbs import complements
from readout.reading.events.syntax import Syntax

__all__ = ["noun_sides"]

_DEEP = 4  # nouns above the trigger


def noun_sides(syntax: Syntax, noun: int, own: range) -> Iterator[Way]:
    """Yield the sides of a noun: what hangs on it, then on what governs it."""
    for word in own:
        yield from _hanging(syntax, word, own, "")
    yield from _above(syntax, noun, "gov.", 0)


def _hanging(syntax: Syntax, noun: int, own: range, way: str) -> Iterator[Way]:
    """Yield possessor, demonyms and the names after its prepositions."""
    for at in syntax.children[noun]:
        label = syntax.labels[at]
        if at in own:
            continue
        if label == "poss":
            yield at, f"{way}poss", noun
        elif label in {"amod", "compound", "nmod"} and not syntax.is_verb(at):
            yield at, f"{way}mod", noun
            whose = syntax.hanging(at, ("poss", "amod", "compound", "nmod"))
            yield from ((one, f"{way}mod.mod", noun) for one in whose)
        elif label in {"prep", "agent"}:
            yield from _named(syntax, at, way, noun)
        elif label == "acl" and is_passive(syntax, at):
            yield from _agents(syntax, at, f"{way}acl.")
        elif label in {"appos", "conj"} and syntax.is_noun(at):
            for prep in syntax.hanging(at, ("prep",)):
                yield from _named(syntax, prep, f"{way}{label}.", noun)


def _named(syntax: Syntax, prep: int, way: str, noun: int) -> Iterator[Way]:
    """Yield the names after a preposition, and whose they are."""
    form = syntax.forms[prep]
    for at in syntax.children[prep]:
        if syntax.labels[at] == "pobj":
            yield at, f"{way}prep:{form}", noun
            for whose in syntax.children[at]:
                if syntax.labels[whose] in {"poss", "amod", "compound"}:
                    yield whose, f"{way}prep:{form}.mod", noun
                elif syntax.labels[whose] == "prep":
                    for name in syntax.hanging(whose, ("pobj",)):
                        yield name, f"{way}prep:{form}.{syntax.forms[whose]}", noun
        elif syntax.labels[at] == "prep":
            yield from _named(syntax, at, way, noun)


def _above(syntax: Syntax, noun: int, way: str, deep: int) -> Iterator[Way]:
    """Yield the sides of the verb that the noun hangs on, or of the noun above it."""
    label, head = syntax.labels[noun], syntax.heads[noun]
    if head == noun or deep > _DEEP:
        return
    if label in {"dobj", "attr", "nsubj", "nsubjpass", "oprd", "dative", "npadvmod"}:
        step = way if label == "dobj" else f"{way}{label}."
        yield from _of_verb(syntax, head, step, noun)
    elif label == "pobj":
        over = syntax.heads[head]
        step = f"{way}{syntax.forms[head]}."
        if syntax.is_verb(over):
            yield from _of_verb(syntax, over, step, noun)
        elif over != head:
            yield from _hanging(syntax, over, range(0), step)
            yield from _above(syntax, over, step, deep + 1)
    elif label in {"compound", "conj", "appos", "nmod", "poss", "amod", "dep"}:
        step = f"{way}{label}."
        if syntax.is_verb(head):
            yield from _of_verb(syntax, head, step, noun)
        else:
            yield from _hanging(syntax, head, range(noun, noun + 1), step)
            yield from _above(syntax, head, step, deep + 1)


def _of_verb(syntax: Syntax, verb: int, way: str, noun: int) -> Iterator[Way]:
    """Yield subject, agent and complements of a verb that carries the noun."""
    if is_passive(syntax, verb):
        way += "pass."
        yield from _agents(syntax, verb, way)
    for who, whose, governor in subjects(syntax, verb, way):
        if who != noun:
            yield who, whose, governor
    for who, whose, governor in complements(syntax, verb, way):
        if who != noun:
            yield who, whose, governor


def _agents(syntax: Syntax, verb: int, way: str) -> Iterator[Way]:
    """Yield by whom a verb is done."""
    for by in syntax.hanging(verb, ("agent",)):
        for name in syntax.hanging(by, ("pobj",)):
            yield name, f"{way}agent", verb
