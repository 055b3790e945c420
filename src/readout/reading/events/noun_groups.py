"""The head of a noun group in, the first and last word of the group out, and heads joined to it.

A group holds titles, numbers, possessors and its "of" name, and leaves out the leading article,
relative clauses, appositions set off by a comma, and what it is coordinated with.
"""

from collections.abc import Iterator

from readout.reading.events.syntax import Syntax

__all__ = ["group_of", "joined", "with_origin"]

_BEFORE = frozenset(
    {
        "amod",
        "compound",
        "nummod",
        "poss",
        "nmod",
        "quantmod",
        "det",
        "predet",
        "advmod",
        "npadvmod",
    }
    | {"punct", "case", "dep", "appos", "neg", "dobj"}
)
_ARTICLES = frozenset(
    {"the", "a", "an", "both", "neither", "either", "no", "any", ",", "``", "“", '"'}
)
_INSIDE = frozenset({"amod", "compound", "nmod"})
_HYPHENS = frozenset({"-", "–", "\u2011"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_WHEN = frozenset({"DATE", "TIME"})


def group_of(syntax: Syntax, head: int) -> tuple[int, int]:
    """Return the first and last word of the group of the noun `head`."""
    known = syntax.groups.get(head)
    if known is None:
        if syntax.labels[head] in _INSIDE and syntax.entities[head]:
            known = _name(syntax, head)
        else:
            known = _unbroken(syntax, _first(syntax, head), _last(syntax, head))
        syntax.groups[head] = known
    return known


def with_origin(syntax: Syntax, head: int, last: int, *, before: bool) -> int:
    """Return the last word of a group with where its people are from: "traders from Niger".

    With "in" and "at" only of a group that stands before the trigger ("a court in Dakar"): after
    it they rather tell where the deed was done.
    """
    after = last + 1
    if after >= len(syntax.heads) or syntax.heads[after] != head or syntax.tags[head][:3] == "NNP":
        return last
    if syntax.forms[after] == "from" or (before and syntax.forms[after] in {"in", "at"}):
        name = syntax.child(after, ("pobj",))
        if name is not None and syntax.entities[name][2:] not in _WHEN:
            return max(group_of(syntax, one)[1] for one in joined(syntax, name))
    return last


def joined(syntax: Syntax, head: int) -> Iterator[int]:
    """Yield the head and the heads of the groups coordinated with it, in text order."""
    yield head
    for at in syntax.hanging(head, ("conj",)):
        if not syntax.is_verb(at):
            yield from joined(syntax, at)


def _name(syntax: Syntax, head: int) -> tuple[int, int]:
    """Return the name around a word inside a group: "Sri Lankan" of "Sri Lankan troops"."""
    first = last = head
    while syntax.entities[first].startswith("I-") and syntax.forms[first - 1] not in _HYPHENS:
        first -= 1
    after = last + 1
    while after < len(syntax.heads) and syntax.entities[after].startswith("I-"):
        if syntax.forms[after] in _HYPHENS or syntax.forms[after] in _POSSESSIVE:
            break
        last, after = after, after + 1
    while first < last and syntax.forms[first] in _ARTICLES:
        first += 1
    return first, last


def _unbroken(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """Take in the rest of a word that is written with a hyphen: "co-chair"."""
    while first > 1 and syntax.forms[first - 1] in _HYPHENS and _touch(syntax, first - 2, first):
        first -= 2
    size = len(syntax.heads)
    while last + 2 < size and syntax.forms[last + 1] in _HYPHENS and _touch(syntax, last, last + 2):
        last += 2
    return first, last


def _touch(syntax: Syntax, first: int, last: int) -> bool:
    """Say whether no blank stands between the words first..last."""
    return all(syntax.ends[at] == syntax.starts[at + 1] for at in range(first, last))


def _first(syntax: Syntax, head: int) -> int:
    """Go left over the words that hang on the head, then back over articles and marks."""
    first = head
    for at in reversed(syntax.children[head]):
        if at > head:
            continue
        if syntax.labels[at] not in _BEFORE:
            break
        low = _leftmost(syntax, at)
        if _rightmost(syntax, at) != first - 1:
            break
        first = low
    while first < head and syntax.forms[first] in _ARTICLES:
        first += 1
    return first


def _leftmost(syntax: Syntax, at: int) -> int:
    while syntax.children[at] and syntax.children[at][0] < at:
        at = syntax.children[at][0]
    return at


def _rightmost(syntax: Syntax, at: int) -> int:
    while syntax.children[at] and syntax.children[at][-1] > at:
        at = syntax.children[at][-1]
    return at


def _last(syntax: Syntax, head: int) -> int:
    """Go right over an "of" name that follows at once, and over a name put beside a title."""
    last = head
    for at in syntax.children[head]:
        if at < head or (at != last + 1 and _leftmost(syntax, at) != last + 1):
            continue
        label = syntax.labels[at]
        if label == "prep" and syntax.forms[at] == "of":
            name = syntax.child(at, ("pobj",))
            if name is None:
                break
            last = max(group_of(syntax, one)[1] for one in joined(syntax, name))
        elif label in {"appos", "nummod", "nmod", "compound"} and not _set_off(syntax, at):
            last = group_of(syntax, at)[1]
        else:
            break
    return last


def _set_off(syntax: Syntax, at: int) -> bool:
    """Say whether a mark or an article stands before the group."""
    low = _leftmost(syntax, at)
    return low > 0 and syntax.forms[low - 1] in {",", "(", "-", "–", "—", ":"}
