"""A verb or noun without a subject of its own in, who can be meant by what governs it out.

Conjuncts inherit, infinitives and participles are controlled ("agreed to meet", "urged Peru to
leave", "accused of bombing"), relative pronouns stand for their noun.
"""

from collections.abc import Iterator

from readout.reading.events.syntax import Syntax

__all__ = ["PRONOUNS", "Way", "climb", "is_passive", "referent", "subjects"]

Way = tuple[int, str, int]
"""A word, the way to it, and the word on which the last step hangs."""
PRONOUNS = frozenset({"WP", "WDT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEEP = 5  # verbs above the trigger


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb is passive: with its auxiliary, or a bare participle beside a noun."""
    if syntax.tags[verb] not in {"VBN", "VBD"}:
        return False
    if syntax.child(verb, ("auxpass", "nsubjpass", "agent")) is not None:
        return True
    if syntax.tags[verb] != "VBN":
        return False
    label = syntax.labels[verb]
    if label == "conj" and syntax.is_verb(syntax.heads[verb]):
        own = syntax.child(verb, ("aux", "nsubj"))
        return own is None and is_passive(syntax, syntax.heads[verb])
    return label in {"acl", "amod", "advcl"} and syntax.child(verb, ("aux",)) is None


def referent(syntax: Syntax, at: int) -> int | None:
    """Return the word, or the noun that it stands for where it is a relative pronoun."""
    if syntax.tags[at] not in PRONOUNS and not (
        syntax.forms[at] == "that" and syntax.tags[at] in {"IN", "DT"}
    ):
        return at
    up = at
    for _ in range(_DEEP + 1):
        if syntax.labels[up] == "relcl":
            return syntax.heads[up]
        if syntax.heads[up] == up:
            break
        up = syntax.heads[up]
    return None


def subjects(syntax: Syntax, verb: int, way: str, deep: int = 0) -> Iterator[Way]:
    """Yield the subject of a verb, its own or one it inherits or is controlled by."""
    own = syntax.child(verb, _SUBJECTS)
    if own is not None and syntax.labels[own] != "expl":
        who = referent(syntax, own)
        kind = "subjpass" if syntax.labels[own] == "nsubjpass" else "subj"
        if who is not None:
            yield who, f"{way}rel.{kind}" if who != own else way + kind, verb
        return
    if deep < _DEEP:
        yield from climb(syntax, verb, way, deep + 1)


def climb(syntax: Syntax, verb: int, way: str, deep: int = 1) -> Iterator[Way]:
    """Yield who can be the subject of a verb that has none, by what governs it."""
    label, head = syntax.labels[verb], syntax.heads[verb]
    if head == verb:
        return
    if label == "conj":
        if syntax.is_verb(head):
            yield from subjects(syntax, head, f"{way}conj." if "conj" not in way else way, deep)
    elif label in {"xcomp", "ccomp", "advcl", "acomp", "dep", "parataxis", "oprd", "prt"}:
        step = "ctl" if label in {"xcomp", "ccomp"} else label
        if syntax.tags[verb] == "VBG":
            step += "ing"
        yield from _governed(syntax, head, way + step + ".", deep)
    elif label in {"acl", "relcl", "amod"}:
        yield head, f"{way}{label}.noun", verb
        yield from _owners(syntax, head, f"{way}{label}.", deep)
    elif label in {"pcomp", "prep", "pobj"}:
        if syntax.labels[head] in {"prep", "agent", "mark", "advmod", "pcomp"}:
            step = f"{way}in:{syntax.forms[head]}."
            yield from _governed(syntax, syntax.heads[head], step, deep)
    elif label in {"nsubj", "nsubjpass", "dobj", "attr", "csubj"} and syntax.is_verb(head):
        yield from _governed(syntax, head, f"{way}{label}.", deep)


def _governed(syntax: Syntax, head: int, way: str, deep: int) -> Iterator[Way]:
    """Yield the object, then the subject, of a verb that governs; of a noun, whose it is."""
    if syntax.is_verb(head) or syntax.tags[head] in {"MD", "JJ"} or syntax.labels[head] == "ROOT":
        if "conj" not in way or "ctl" in way:
            for at in syntax.hanging(head, ("dobj", "dative")):
                who = referent(syntax, at)
                if who is not None and syntax.labels[at] != "prep":
                    yield who, f"{way}obj", head
            for prep in syntax.hanging(head, ("prep",)):
                if syntax.forms[prep] in {"on", "for", "to"} and "ctl" in way:
                    name = syntax.child(prep, ("pobj",))
                    if name is not None:
                        yield name, f"{way}prep:{syntax.forms[prep]}", head
        yield from subjects(syntax, head, way, deep + 1)
    elif syntax.is_noun(head):
        yield from _owners(syntax, head, way, deep)
    elif deep < _DEEP:
        yield from climb(syntax, head, way, deep + 1)


def _owners(syntax: Syntax, noun: int, way: str, deep: int = 0) -> Iterator[Way]:
    """Yield whose a noun is: possessor, demonym, "by" and "of" names, then what governs it."""
    for at in syntax.hanging(noun, ("poss", "amod", "compound", "nmod")):
        label = "poss" if syntax.labels[at] == "poss" else "mod"
        yield at, f"{way}{label}", noun
    for prep in syntax.hanging(noun, ("prep", "agent")):
        name = syntax.child(prep, ("pobj",))
        if name is not None and syntax.forms[prep] in {"by", "of", "from"}:
            yield name, f"{way}prep:{syntax.forms[prep]}", noun
    label, head = syntax.labels[noun], syntax.heads[noun]
    if deep >= _DEEP or head == noun:
        return
    if label in {"dobj", "attr"} and syntax.is_verb(head):
        yield from subjects(syntax, head, f"{way}of.", deep + 1)
    elif label == "pobj" and syntax.is_verb(syntax.heads[head]):
        step = f"{way}of:{syntax.forms[head]}."
        yield from subjects(syntax, syntax.heads[head], step, deep + 1)
    elif label == "pobj" and syntax.is_noun(syntax.heads[head]):
        yield from _owners(syntax, syntax.heads[head], f"{way}of:{syntax.forms[head]}.", deep + 1)
