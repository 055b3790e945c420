"""The words of a source in, its head out: a name, a pronoun or a noun phrase."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from readout.reading.mentions.lexicon import body_kind, role_noun
from readout.reading.mentions.syntax import child, top
from readout.reading.mentions.words import Words

__all__ = ["Head", "read_head"]

_PRONOUNS = frozenset({"PRP", "WP", "WDT", "EX"})
_NOUNS = frozenset({"NN", "NNP", "NNS", "NNPS"})
_ENDS = frozenset({"IN", "TO", "WDT", "WP", "WRB", "VBD", "VBZ", "VBP", "MD", ",", ":", "-LRB-"})
_MEDIA = frozenset({"outlet", "agency", "programme"})
_SKIPPED = frozenset({",", ":", ".", "``", "''", "CC", "-LRB-", "-RRB-", "IN", "RB"})
_STANDING = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "VBN"})
_APPOSED = frozenset({"NN", "NNP", "NNPS", "JJ", "HYPH", "CD", "DT", "PRP$"})
_RENAMED = 3  # a role may rename a role: the other officer, his brother, Ivo Marn
_ONE = frozenset({"a", "an", "one", "another"})
_DEMONSTRATIVE = frozenset({"this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Head:
    """What a source is about: words first to last with the head noun, or a name's words."""

    kind: Literal["name", "pronoun", "nominal"]
    first: int
    last: int
    head: int
    several: bool = False
    """Two or more are named: "Dorr and Quist"."""
    role: tuple[int, int] | None = None
    """The words that say what the named person is, where the source has them."""


def read_head(words: Words, span: range, names: Mapping[int, tuple[int, int]]) -> Head | None:
    """Return the head of the words in `span`; `names` gives the ends of the name at a word."""
    tags = words.tags
    first, end = span.start, span.stop
    while first < end and tags[first] in _SKIPPED and first not in names:
        first += 1
    if first >= end:
        return None
    person = _person(words, first, end, names)
    if person is not None:
        return person
    core = _core(words, first, end, names)
    if _is_pronoun(words, first, end, core) and first not in names:
        return Head("pronoun", first, first, first, several="CC" in tags[first:end])
    several = _several(words, core, end, names)
    if (
        core in names
        and not several
        and (tags[core] != "NNPS" or names[core][0] == first)
        and not _one_of_many(words, first, core)
    ):
        lo, hi = names[core]
        return Head("name", lo, hi, core)
    noun = role_noun(words.forms[core])
    single = (noun is not None and not noun.plural) or words.forms[core].lower() == "one"
    if not several and single:
        name = _apposed(words, core, end, names)
        if name is not None:
            return Head("name", *name, head=name[0], role=(first, _trimmed(words, name[0] - 1)))
    last = end - 1 if several else _clause(words, core, end) - 1
    return Head("nominal", first, last, core, several=several)


def _person(
    words: Words, first: int, end: int, names: Mapping[int, tuple[int, int]]
) -> Head | None:
    """Return the person's name on which the whole source hangs, or which renames its head."""
    head = top(words, range(first, end))
    if head is None or "CC" in words.tags[first:end]:
        return None
    for _ in range(_RENAMED):
        if head in names or words.tags[head] != "NN":
            break
        renamed = child(words, head, ("appos",))
        if renamed is None or renamed not in range(first, end):
            return None
        head = renamed
    if head not in names:
        return None
    lo, hi = names[head]
    if words.entities[lo] != "B-PERSON" or words.tags[head] != "NNP" or hi >= end:
        return None
    before = words.forms[lo - 1] if lo > first else ""
    if before == "-" or body_kind(before) in _MEDIA:
        return None
    return Head("name", lo, hi, head, role=(first, _trimmed(words, lo - 1)) if lo > first else None)


def _one_of_many(words: Words, first: int, core: int) -> bool:
    """Say whether somebody of a people or a party is meant, not all of it: "one Democrat"."""
    one = words.forms[first].lower() in _ONE and first < core
    return one and words.entities[core][2:] == "NORP"


def _is_pronoun(words: Words, first: int, end: int, core: int) -> bool:
    tag = words.tags[first]
    if tag in _PRONOUNS or (tag == "PRP$" and first + 1 >= end):
        return True
    return core == first and tag == "DT" and words.forms[first].lower() in _DEMONSTRATIVE


def _core(words: Words, first: int, end: int, names: Mapping[int, tuple[int, int]]) -> int:
    """Return the last noun before the phrase's first preposition, comma or clause."""
    tags, at, core = words.tags, first, -1
    while at < end:
        if tags[at] == "HYPH" and at + 1 < end:
            core, at = -1, at + 1  # "Florida-based"
        elif at in names:
            core = at = max(at, min(names[at][1], end - 1))
        elif tags[at] in _NOUNS or (
            tags[at] in _STANDING and (core < 0 or tags[core] in _STANDING)
        ):
            core = at
        elif (tags[at] in _ENDS and core >= 0 and (tags[core] in _NOUNS or core in names)) or (
            tags[at] in {"VBN", "VBG", "CC"} and core >= 0 and tags[core] in _NOUNS
        ):
            break
        elif tags[at] == "IN" and core >= 0:
            break  # "some of them", "43% of voters"
        at += 1
    return core if core >= 0 else end - 1


def _clause(words: Words, core: int, end: int) -> int:
    """Return where a comma or a relative clause ends the phrase."""
    for at in range(core + 1, end):
        if words.tags[at] in {",", "WDT", "WP", "WP$", ":", "-LRB-"}:
            return at
    return end


def _several(words: Words, core: int, end: int, names: Mapping[int, tuple[int, int]]) -> bool:
    """Say whether "and" joins another one to the head."""
    at = core + 1
    if at < end and words.tags[at] == "CC" and words.forms[at].lower() in {"and", "&"}:
        return at + 1 < end and not (
            words.tags[at + 1] in {"JJ", "NN", "VBN"} and words.tags[core] == "NN"
        )
    if core in names and at + 1 < end and words.forms[at] == ",":
        return at + 1 in names and "and" in words.forms[at + 1 : end]
    return False


def _apposed(
    words: Words, core: int, end: int, names: Mapping[int, tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the name that follows a role after a comma: the harbour chief, "Dalia Westerby"."""
    for at in range(core + 1, end - 1):
        if words.forms[at] != ",":
            continue
        first = at + 1
        while first < end and not (first in names and words.entities[first][2:] == "PERSON"):
            if words.tags[first] not in _APPOSED and first not in names:
                break
            first += 1
        if first in names and first < end:
            lo, hi = names[first]
            if hi + 1 >= end or words.forms[hi + 1] in {",", "(", ")"}:
                return lo, hi
    return None


def _trimmed(words: Words, last: int) -> int:
    while last > 0 and words.tags[last] in {",", ":"}:
        last -= 1
    return last
