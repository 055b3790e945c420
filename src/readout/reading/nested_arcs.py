"""A verb inside a statement in, who says what by it out, as the arcs between the words tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from readout.reading.acts_forms import base_forms
from readout.reading.mentions import Words
from readout.reading.mentions.lexicon import relay_words
from readout.reading.mentions.syntax import (
    agent_of,
    child,
    passive_subject_of,
    phrase,
    subject_of,
)

__all__ = ["Saying", "is_citing", "quoted_ahead", "said_by_arcs", "trimmed"]

_SAYING = (
    relay_words("saying")
    | relay_words("saying_free")
    | relay_words("saying_told")
    | relay_words("thinking")
)
_TOLD = relay_words("saying_told")
_THINKING = relay_words("thinking")
_CITING = relay_words("citing")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOBODY_SAYS = frozenset({"you", "there", "one"})
_NOBODY_THINKS = _NOBODY_SAYS | {"it", "i", "we"}
"""Subjects of a verb of thinking that only soften what is said: "I think", "it feels"."""
_ENDS = frozenset({".", ",", ":", "''"})
_OPENS = frozenset({"DT", "PRP$", "PRP", "JJ", "CD", "NN", "NNS", "NNP", "NNPS"})
_LONGEST = 25  # words of a source


@dataclass(frozen=True, slots=True)
class Saying:
    """First and last word of the source and of the cue; the words of the content."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[range, ...]
    inside: range
    """All words of the outer content, from its first to its last."""

    def __len__(self) -> int:
        """Return how many words the content has."""
        return sum(map(len, self.content))

    def holds(self, other: "Saying") -> bool:
        """Say whether the other one's cue stands in this one's content."""
        return any(other.cue[0] in part for part in self.content)


def said_by_arcs(words: Words, verb: int, content: Sequence[range]) -> Saying | None:
    """Return the saying whose verb is word `verb`, where the arcs tell all its parts."""
    uses = _uses(words.forms[verb].lower())
    if "saying" not in uses:
        return None
    if words.tags[verb] == "VBG":
        return _as_saying(words, verb, content)
    owner = _owner(words, verb, uses) if words.tags[verb] in _FINITE else None
    if owner is None or not _inside(content, owner):
        return None
    nobody = _NOBODY_THINKS if "thinking" in uses else _NOBODY_SAYS
    return (
        _with_clause(words, owner, verb, content)
        if words.forms[owner].lower() not in nobody
        else None
    )


def quoted_ahead(words: Words, content: Sequence[range], cue: Sequence[int]) -> Saying | None:
    """Return who was quoted, taken for a part of what is said: "it rains, Dorr" was quoted."""
    for at in cue:
        if words.tags[at] != "VBN" or words.forms[at].lower() not in _CITING:
            continue
        owner = passive_subject_of(words, at)
        if owner is None or not _inside(content, owner):
            continue
        first, last = _source(words, owner, content)
        rest = tuple(_without(words, content, first, last))
        return Saying((first, last), (at, at), rest, _hull(content)) if rest else None
    return None


def is_citing(words: Words, at: int) -> bool:
    """Say whether a word is a form of "quote" or "cite"."""
    return words.forms[at].lower() in _CITING and words.tags[at].startswith("VB")


def trimmed(words: Words, first: int, end: int) -> int:
    """Return where the words from `first` end without the marks after them."""
    while end > first + 1 and words.tags[end - 1] in _ENDS:
        end -= 1
    return end


@lru_cache(maxsize=8192)
def _uses(form: str) -> frozenset[str]:
    """Return what a verb's form can be: a saying, one told to somebody, a thought."""
    bases = set(base_forms(form))
    kinds = (("saying", _SAYING), ("told", _TOLD), ("thinking", _THINKING))
    return frozenset(kind for kind, verbs in kinds if bases & verbs)


def _owner(words: Words, verb: int, uses: frozenset[str]) -> int | None:
    """Return whose words they are: the subject, or by whom somebody was told."""
    if child(words, verb, ("auxpass", "nsubjpass")) is not None:
        return agent_of(words, verb) if "told" in uses else None
    return subject_of(words, verb)


def _as_saying(words: Words, verb: int, content: Sequence[range]) -> Saying | None:
    """Return the saying of "quoted Dorr as saying that it rains"."""
    at = verb - 1
    if at < 1 or words.forms[at] != "as":
        return None
    citing = words.heads[at]
    if not is_citing(words, citing):
        citing = words.heads[citing]
    if not is_citing(words, citing):
        return None
    source = _cited(words, citing, at)
    if source is None:
        return None
    first, last = source
    clause = child(words, verb, ("ccomp",))
    if clause is not None and _inside(content, clause):
        pieces = tuple(_pieces(words, phrase(words, clause), (at, verb), content))
    else:
        pieces = tuple(_without(words, content, first, _hull(content).stop))
    if not pieces:
        return None
    return Saying((first, last), (at, verb), pieces, _hull(content))


def _cited(words: Words, citing: int, at: int) -> tuple[int, int] | None:
    """Return who is cited by the verb `citing`; "as" stands at word `at`."""
    owner = passive_subject_of(words, citing)
    if owner is None:
        owner = child(words, citing, ("dobj", "nsubj" if citing > at else "dobj"))
    if owner is not None and owner < at:
        first, last = _source(words, owner, ())
        return first, min(last, at - 1)
    if not 0 < at - citing - 1 <= _LONGEST or words.tags[citing + 1] not in _OPENS:
        return None
    return citing + 1, trimmed(words, citing + 1, at) - 1


def _with_clause(words: Words, owner: int, verb: int, content: Sequence[range]) -> Saying | None:
    """Return the saying with the clause that hangs on its verb."""
    clause = child(words, verb, ("ccomp",))
    if clause is None or clause == owner:
        return None
    source = _source(words, owner, content)
    if source[0] <= verb <= source[1]:
        source = (owner, owner)
    frame = (min(source[0], verb), max(source[1] if source[1] - verb < _LONGEST else verb, verb))
    first, last = phrase(words, clause)
    first = _quote_start(words, first, content) if clause < verb else first
    pieces = tuple(_pieces(words, (first, last), frame, content))
    return Saying(source, (verb, verb), pieces, _hull(content)) if pieces else None


def _source(words: Words, owner: int, content: Sequence[range]) -> tuple[int, int]:
    """Return the words of the source: all that hang on its head, inside the outer content."""
    first, last = phrase(words, owner)
    part = next((part for part in content if owner in part), None)
    if part is not None:
        first, last = max(first, part.start), min(last, part.stop - 1)
    return (first, last) if last - first < _LONGEST else (owner, owner)


def _quote_start(words: Words, first: int, content: Sequence[range]) -> int:
    """Return where the quotation begins whose last sentence is the clause: "It rains. It will."."""
    part = next((part for part in content if first in part), range(first, first + 1))
    while first > part.start and words.quoted[first] and words.quoted[first - 1]:
        first -= 1
    return first


def _pieces(
    words: Words, clause: tuple[int, int], frame: tuple[int, int], content: Sequence[range]
) -> Iterator[range]:
    """Yield the words of a clause that lie in the content and not in who says it and how."""
    first, last = clause
    if first > 0 and words.tags[first - 1] == "``":
        first -= 1
    cut = [(first, min(last, frame[0] - 1)), (max(first, frame[1] + 1), last)]
    for lo, hi in cut:
        for part in content:
            start = max(lo, part.start)
            while start <= hi and words.tags[start] in _ENDS:
                start += 1
            end = trimmed(words, start, min(hi + 1, part.stop))
            if end > start:
                yield range(start, end)


def _without(words: Words, content: Sequence[range], first: int, last: int) -> Iterator[range]:
    """Yield the content without the words first to last."""
    for part in content:
        for lo, hi in ((part.start, min(part.stop, first)), (max(part.start, last + 1), part.stop)):
            end = trimmed(words, lo, hi)
            if end - lo > 1:
                yield range(lo, end)


def _inside(content: Sequence[range], at: int) -> bool:
    return any(at in part for part in content)


def _hull(content: Sequence[range]) -> range:
    return range(min(part.start for part in content), max(part.stop for part in content))
