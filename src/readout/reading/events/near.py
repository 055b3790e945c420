"""Two words of a sentence in, how near they stand in one clause out.

A time or a place belongs to a deed where the way from one to the other in the tree leaves no
clause: "told reporters on Monday that it had attacked" leaves one between "Monday" and "attacked".
"""

from readout.reading.events.syntax import Syntax

__all__ = ["governor", "near"]

_BORDERS = frozenset(
    {"ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp", "parataxis", "appos", "dep"}
)
_OTHER_TIMES = frozenset(
    {"after", "before", "since", "following", "until", "till", "during", "amid", "despite", "over"}
)
_JOINED = 2  # what a step between joined words costs
_FAR = 6  # steps
_STEPS = 5  # up from the deed


def governor(syntax: Syntax, at: int) -> tuple[int, str]:
    """Return what a phrase hangs on, and the preposition by which it does, "" without one."""
    head, before = syntax.heads[at], ""
    for _ in range(_STEPS):
        if syntax.tags[head] not in {"IN", "TO", "RP"} or syntax.heads[head] == head:
            break
        before, head = syntax.forms[head], syntax.heads[head]
    return head, before


def near(syntax: Syntax, deed: int, governing: int) -> int | None:
    """Return the steps from a deed to the word that governs a time or a place; None where far."""
    up = _upward(syntax, deed)
    at, cost = governing, 0
    for _ in range(_FAR):
        if at in up:
            cost += up[at]
            return cost if cost <= _FAR else None
        if syntax.labels[at] in _BORDERS or syntax.heads[at] == at:
            return None
        cost += _JOINED if syntax.labels[at] == "conj" else 1
        at = syntax.heads[at]
    return None


def _upward(syntax: Syntax, deed: int) -> dict[int, int]:
    """Return the words above the deed in its clause, with the steps to each."""
    found = {deed: 0}
    at, cost = deed, 0
    for _ in range(_STEPS):
        head, label = syntax.heads[at], syntax.labels[at]
        if head == at or (label in _BORDERS and not _goes_along(syntax, at)):
            break
        if label == "pobj" and syntax.forms[head] in _OTHER_TIMES:
            break
        cost += _JOINED if label in {"conj", "advcl"} else 1
        found[head] = cost
        at = head
    return found


def _goes_along(syntax: Syntax, verb: int) -> bool:
    """Say whether a participle tells the same moment as its verb: "shelled, killing nine"."""
    return (
        syntax.labels[verb] == "advcl"
        and syntax.tags[verb] == "VBG"
        and verb > syntax.heads[verb]
        and all(syntax.labels[kid] not in {"aux", "mark", "nsubj"} for kid in syntax.children[verb])
    )
