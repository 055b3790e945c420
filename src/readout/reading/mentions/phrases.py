"""A word in, the noun phrase around it out, by parts of speech."""

from readout.reading.mentions.lexicon import RoleNoun, role_noun
from readout.reading.mentions.words import Words

__all__ = ["phrase_start", "role_after", "role_before"]

_INSIDE = frozenset(
    {
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNP",
        "NNPS",
        "NNS",
        "CD",
        "VBN",
        "VBG",
        "HYPH",
        "POS",
        "AFX",
        "RBS",
    }
)
_OPENS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_NOUNS = frozenset({"NN", "NNP", "NNS", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COMMAS = frozenset({",", "--", "—", "–", "("})
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Sir", "Dame", "Madame", "Mme"})
_FARTHEST = 9  # words between the ends of a role
_AFTER = 12


def phrase_start(words: Words, head: int) -> int:
    """Return the first word of the noun phrase that ends in word `head`."""
    tags, at = words.tags, head
    lowest = max(words.firsts[words.sentence[head]], head - _FARTHEST)
    while at > lowest:
        tag = tags[at - 1]
        if tag in _OPENS:
            at -= 1
            if at > lowest and tags[at - 1] in {"PDT", "CD"}:
                at -= 1
            break
        if tag not in _INSIDE or (tag in {"VBG", "VBN"} and at - 1 == lowest):
            break
        at -= 1
    while at < head and tags[at] in {"POS", "HYPH"}:
        at += 1
    return at


def role_before(words: Words, first: int) -> tuple[int, int] | None:
    """Return the words before a name that say what the person is: "finance minister" Ada Lorn."""
    if first == 0 or words.tags[first - 1] not in _NOUNS:
        return None
    tags, forms = words.tags, words.forms
    if forms[first - 1].rstrip(".") in _COURTESY:
        return None
    lowest = max(words.firsts[words.sentence[first]], first - _FARTHEST)
    at, found = first, False
    while at > lowest:
        tag = tags[at - 1]
        if tag == "IN" and forms[at - 1] == "of" and at - 1 > lowest:
            if role_noun(forms[at - 2]) is None:
                break
        elif tag not in _NOUNS and tag not in {"JJ", "HYPH", "VBN"}:
            break
        elif not found and tag in _NOUNS and (noun := role_noun(forms[at - 1])):
            found = not noun.plural or found
        at -= 1
    return (at, first - 1) if found and at < first else None


def role_after(words: Words, last: int) -> tuple[int, int] | None:
    """Return the words after a name that say what the person is: X, "the party's leader", said."""
    forms, tags = words.forms, words.tags
    end = min(words.firsts[words.sentence[last] + 1], last + _AFTER)
    at = last + 1
    if at >= end or forms[at] not in _COMMAS:
        return None
    at += 1
    if at + 1 < end and tags[at] == "CD" and forms[at + 1] in _COMMAS:
        at += 2
    first, head = at, -1
    while at < end and (tags[at] in _INSIDE or tags[at] in _OPENS or forms[at] == "of"):
        if tags[at] == "WP$":
            return None
        if tags[at] in _NOUNS and (noun := role_noun(forms[at])) and _is_role(noun):
            head = at
        at += 1
    if at < end and tags[at] in _FINITE:
        return None  # "in talks with X, the minister said": another one
    if head < 0 or (words.entities[first] == "B-PERSON" and not _possessive(words, first, head)):
        return None
    while first < head and tags[first] in _OPENS:
        first += 1
    return first, _role_end(words, head, end)


def _is_role(noun: RoleNoun) -> bool:
    return noun.kind != "title" and not noun.plural


def _possessive(words: Words, first: int, last: int) -> bool:
    return "POS" in words.tags[first:last]


def _role_end(words: Words, head: int, end: int) -> int:
    """Let a role take the phrase after it: spokesman "for the ministry"."""
    at = head + 1
    if at >= end or words.forms[at] not in {"of", "for", "at", "in", "to", "with"}:
        return head
    at += 1
    while at < end and (words.tags[at] in _INSIDE or words.tags[at] in _OPENS):
        at += 1
    return at - 1 if at - 1 > head + 1 else head
