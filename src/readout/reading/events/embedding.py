"""A trigger's words in their sentence in, how far its deed has come by the grammar alone out.

From the trigger the tree is climbed: each word the deed hangs on, by what it means and by its own
tense, mood and negation, makes something of the status of what hangs on it.
"""

from dataclasses import dataclass

from readout.reading.events.embedding_words import effects_of, of_preposition
from readout.reading.events.governing import NEAR, Climb, govern
from readout.reading.events.modality import Sign, carrier, noun_signs, verb_signs
from readout.reading.events.syntax import Syntax

__all__ = ["Told", "told_status"]

_STEPS = 8
_CLAUSES = frozenset(
    {"relcl", "xcomp", "ccomp", "advcl", "acl", "csubj", "csubjpass", "pcomp", "oprd"}
)
_THAT = frozenset({"ccomp", "acl", "csubj", "csubjpass", "pcomp"})
_ING = frozenset({"xcomp", "pcomp", "csubj", "ccomp"})
_TIES = frozenset(
    {"of", "for", "on", "to", "about", "against", "from", "with", "into", "toward", "towards"}
)
_PAST = frozenset({"VBD", "VBN"})
_SAID = frozenset({"THREATEN", "REQUEST", "ACCUSE", "REJECT"})
_KEPT = frozenset({"AGREE", "CONCEDE"})
_HOWS = {
    "dobj": "obj",
    "nsubjpass": "obj",
    "oprd": "obj",
    "nsubj": "subj",
    "attr": "subj",
    "compound": "com",
    "amod": "com",
    "nmod": "com",
    "poss": "com",
}
_BESIDE = frozenset({"acomp", "prep", "amod", "nmod"})


@dataclass(frozen=True, slots=True)
class Told:
    """A status by the grammar, and the words that say so; "" where nothing tells against a fact."""

    status: str = "occurred"
    by: str = ""


def told_status(syntax: Syntax, first: int, last: int, kind: str = "") -> Told:
    """Return how far the deed of the words first..last has come by what they hang on.

    `kind` is the event's type: what is said (a threat, a demand) is done by saying it, what is
    promised is not. Beside the statuses of records there are those of event_status.tsv.
    """
    climb = Climb(syntax, syntax.top(first, last), kind in _SAID)
    if syntax.tags[climb.at] == "MD" or syntax.labels[climb.at] in {"aux", "auxpass", "neg"}:
        return Told()
    if kind in _KEPT:
        _promised(climb)
    for sign in _signs(syntax, climb.at, range(first, last + 1)):
        climb.take(sign)
    for _ in range(_STEPS):
        if not _step(climb):
            break
    if climb.status == "would" and _drafted(syntax, climb.at):
        return Told("proposed", climb.by)
    return Told(climb.status, climb.by)


def _drafted(syntax: Syntax, verb: int) -> bool:
    """Say whether a bill, a plan or an offer is what would do it."""
    for kid in syntax.children[carrier(syntax, verb)]:
        noun = kid if syntax.labels[kid] == "nsubj" else None
        if syntax.labels[kid] == "prep" and syntax.forms[kid] == "under":
            noun = syntax.child(kid, ("pobj",))
        for word in (noun, *syntax.children[noun]) if noun is not None else ():
            found, _ = effects_of(syntax, word, "noun", "to")
            if found is not None and found[0] == "proposed":
                return True
    return False


def _promised(climb: Climb) -> None:
    """Take what a trigger that promises or offers makes of the deed to come."""
    syntax, at = climb.syntax, climb.at
    found, word = effects_of(syntax, at, "own", "any")
    if found is None and any(
        syntax.labels[kid] == "xcomp" or (syntax.labels[kid] == "ccomp" and _modal(syntax, kid))
        for kid in syntax.children[at]
    ):
        found, word = effects_of(syntax, at, "own", "to")
    if found is not None:
        climb.take(Sign(found[0], word))


def _modal(syntax: Syntax, verb: int) -> bool:
    return any(syntax.tags[kid] == "MD" for kid in syntax.children[verb])


def _signs(syntax: Syntax, at: int, inside: range) -> tuple[Sign, ...]:
    if syntax.tags[at][:1] == "V":
        return tuple(verb_signs(syntax, at, inside=inside))
    return tuple(noun_signs(syntax, at))


def _step(climb: Climb) -> bool:
    """Go from a word to the one it hangs on; False where nothing further out bears on the deed."""
    syntax, at = climb.syntax, climb.at
    if syntax.tags[at][:1] == "V":
        at = carrier(syntax, at)
    label, head = syntax.labels[at], syntax.heads[at]
    if head == at:
        return False
    if label == "conj":
        return _joined(climb, at, head)
    if label in {"pobj", "pcomp"}:
        return _behind_preposition(climb, at, head)
    if syntax.tags[at][:1] == "V" or label in {"csubj", "csubjpass"}:
        return label in _CLAUSES and _clause(climb, at, head)
    if label in _BESIDE and syntax.tags[head][:1] == "V":
        return govern(climb, head, "subj")
    return label in _HOWS and govern(climb, head, _HOWS[label])


def _joined(climb: Climb, at: int, head: int) -> bool:
    """Go on from the word that "and" joins the deed to, if it is of a kind."""
    syntax = climb.syntax
    climb.at = head
    if syntax.tags[at][:1] == "N":
        for sign in noun_signs(syntax, head):
            climb.take(sign)
    return syntax.tags[at][:1] == syntax.tags[head][:1]


def _behind_preposition(climb: Climb, at: int, preposition: int) -> bool:
    """Go on from a deed behind a preposition: "talk of", "without", "called for"."""
    syntax = climb.syntax
    word, governor = syntax.forms[preposition], syntax.heads[preposition]
    how = "ing" if syntax.labels[at] == "pcomp" and syntax.tags[at] == "VBG" else "prep"
    if syntax.tags[governor][:1] == "V" and word not in _TIES:
        for hangs in ("ing", "obj") if how == "ing" else ("prep",):
            found, said = effects_of(syntax, governor, "verb", hangs, word)
            if found is not None and " " in said:
                return govern(climb, governor, hangs, word)
    found, said = of_preposition(syntax, preposition, how)
    if found is not None:
        climb.take(Sign(found[0], said))
        return False
    if governor == preposition or (word not in _TIES and word not in NEAR):
        return False
    return govern(climb, governor, how, word)


def _clause(climb: Climb, at: int, head: int) -> bool:
    """Go on from the verb of a clause to the word the clause hangs on."""
    syntax, label = climb.syntax, climb.syntax.labels[at]
    how = _how(syntax, at)
    if not how:
        return False
    if climb.status == "would":
        if label == "relcl":
            return False
        if how == "that" and syntax.tags[head] in _PAST:
            climb.status = "planned"  # "said it would" is "will" told in the past
    purpose = label == "advcl" and how == "to" and syntax.tags[head][:1] == "V"
    if purpose and effects_of(syntax, head, "verb", how)[0] is None:
        climb.take(Sign("purpose", "to"))
        return False
    if how == "that" and at < head and _apart(syntax, at, head):
        return False
    return govern(climb, head, how)


def _how(syntax: Syntax, at: int) -> str:
    """Return how the clause of a verb hangs on its head, in the words of the table; "" for none."""
    label, tag = syntax.labels[at], syntax.tags[at]
    helped = [kid for kid in syntax.children[at] if syntax.labels[kid] in {"aux", "auxpass"}]
    small = label in {"xcomp", "ccomp", "oprd"} and not helped and tag == "VBN"
    if small or any(syntax.tags[kid] == "TO" for kid in helped):
        return "to"
    if label == "relcl":
        said = (kid for kid in syntax.children[at] if syntax.labels[kid] == "mark")
        return "that" if any(syntax.forms[kid] == "that" for kid in said) else ""
    having = bool(helped) and syntax.tags[helped[0]] == "VBG" and label != "advcl"
    if having or (tag == "VBG" and label in _ING):
        return "ing"
    if label == "xcomp" and tag == "VB":
        return "to"
    return "that" if label in _THAT and not (label == "acl" and tag in {"VBN", "VBG"}) else ""


def _apart(syntax: Syntax, at: int, head: int) -> bool:
    """Say whether a clause before its verb only stands beside it: "they fired; he offers talks"."""
    if ";" in syntax.forms[at:head]:
        return True
    found, _ = effects_of(syntax, head, "verb", "that")
    return found is not None and found[0] in {"planned", "proposed", "cancelled"}
