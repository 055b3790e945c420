"""Words in, the names among them out, with what kind of thing each names."""

import re
from dataclasses import dataclass

from readout.reading.mentions.lexicon import country, gender_of_name, is_outlet, role_noun
from readout.reading.mentions.words import Words

__all__ = ["Name", "find_names"]

_KEPT = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "WORK_OF_ART", "LOC", "PRODUCT", "EVENT"})
_STOPS = frozenset(
    {",", ":", ".", "``", "''", "-LRB-", "-RRB-", "CC", "POS", "RB", "VBD", "VBZ", "MD"}
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "s"})
_BEFORE_NAMES = frozenset({"title", "office", "trade"})
_TITLE_WORD = re.compile(r"[^\W\d_]{4,}")
_TITLE_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its first and last word, the entity's type, whether it stands in a headline."""

    first: int
    last: int
    type: str
    titled: bool = False


def find_names(words: Words) -> list[Name]:
    """Return the names in text order; a name never reaches over a sentence's end."""
    found: list[Name] = []
    entities, at, end = words.entities, 0, len(words.entities)
    titles: dict[int, bool] = {}
    while at < end:
        entity = entities[at]
        if not entity or entity[2:] not in _KEPT:
            at += 1
            continue
        last, inside = at, "I-" + entity[2:]
        while last + 1 < end and entities[last + 1] == inside:
            last += 1
        if at == last and inside == "I-PERSON" and _goes_on(words, last):
            last += 1
            while last + 1 < end and entities[last + 1].startswith("I-"):
                last += 1
        name = _cleaned(words, at, last, entity[2:])
        if name is not None:
            number = words.sentence[name.first]
            if number not in titles:
                titles[number] = _is_title(words, number)
            found.append(Name(name.first, name.last, name.type, titles[number]))
        at = last + 1
    return _with_surnames(words, found)


def _with_surnames(words: Words, names: list[Name]) -> list[Name]:
    """Take a lone word for a person where the page gives it as a surname, whatever its own type."""
    surnames = {
        words.forms[n.last]
        for n in names
        if n.type == "PERSON"
        and n.last > n.first
        and (not n.titled or (n.last == n.first + 1 and gender_of_name(words.forms[n.first])))
    }
    if not surnames:
        return names
    found = [
        Name(n.first, n.last, "PERSON", n.titled)
        if n.first == n.last and n.type != "PERSON" and words.forms[n.first] in surnames
        else n
        for n in names
    ]
    taken = {word for n in names for word in range(n.first, n.last + 1)}
    lone = [
        Name(at, at, "PERSON")
        for at, form in enumerate(words.forms)
        if form in surnames and at not in taken and _stands_alone(words, at)
    ]
    return sorted(found + lone, key=lambda name: name.first) if lone else found


def _stands_alone(words: Words, at: int) -> bool:
    """Say whether no other name word stands beside: "Dorr", not "Dorr Tower"."""
    after = at + 1 < len(words.tags) and words.tags[at + 1] in {"NNP", "NNPS"}
    inside = words.entities[at].startswith("I-") or (
        at + 1 < len(words.entities) and words.entities[at + 1].startswith("I-")
    )
    return not after and not inside


def _goes_on(words: Words, at: int) -> bool:
    """Say whether a given name's surname was taken for another thing."""
    after = at + 1
    return (
        after < len(words.tags)
        and words.tags[after] == "NNP"
        and words.sentence[after] == words.sentence[at]
        and not words.entities[after].startswith("I-")
        and bool(gender_of_name(words.forms[at]))
    )


def _is_title(words: Words, number: int) -> bool:
    """Say whether a sentence is set as a headline: no stop, most words with a capital."""
    span = words.sentence_range(number)
    if words.forms[span[-1]][-1] in '.?!"”,:;':
        return False
    long = [form for form in (words.forms[i] for i in span) if _TITLE_WORD.match(form)]
    return bool(long) and sum(form[0].isupper() for form in long) >= _TITLE_SHARE * len(long)


def _cleaned(words: Words, first: int, last: int, kind: str) -> Name | None:
    """Drop what is no part of the name at its ends, and correct the type where the words tell."""
    forms, tags = words.forms, words.tags
    while first <= last and (forms[last] in _POSSESSIVE or tags[last] in {",", ".", ":", "POS"}):
        last -= 1
    while first < last and (tags[first] in {"DT", ",", ":", "''", "``"} and kind == "PERSON"):
        first += 1
    if first > last:
        return None
    if kind == "NORP" and all(tag == "JJ" for tag in tags[first : last + 1]):
        return None  # "Chilean" of "the Chilean navy" is nobody by itself
    kind = _corrected(words, first, last, kind)
    if kind == "PERSON":
        while first < last and (noun := role_noun(forms[first])) and noun.kind in _BEFORE_NAMES:
            first += 1
        stop = next((i for i in range(first, last + 1) if tags[i] in _STOPS), last + 1)
        if stop == first:
            return None
        last = stop - 1
        if not forms[first][0].isupper() and not forms[last][0].isupper():
            return None
    return Name(first, last, kind)


def _corrected(words: Words, first: int, last: int, kind: str) -> str:
    if kind in {"ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "NORP", "LOC"}:
        two_or_three = 1 <= last - first <= 2  # noqa: PLR2004  a given name and a surname or two
        if (
            two_or_three
            and gender_of_name(words.forms[first])
            and all(words.tags[i] == "NNP" for i in range(first, last + 1))
            and not is_outlet(words.said(first, last))
        ):
            return "PERSON"
    elif kind == "PERSON" and (
        country(words.said(first, last)) or (is_outlet(words.said(first, last)) and last == first)
    ):
        return "ORG"
    return kind
