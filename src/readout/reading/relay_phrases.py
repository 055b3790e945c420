"""A word after "told", "by" or "on" in, the outlet, agency, document or person there out."""

from dataclasses import dataclass

from readout.reading.mentions import Words
from readout.reading.mentions.lexicon import (
    agency,
    body_kind,
    country,
    is_outlet,
    relay_words,
    role_noun,
)
from readout.records.reading import RelayKind

__all__ = [
    "Link",
    "at_large",
    "by_after",
    "is_media",
    "link_at",
    "noun_phrase_at",
    "own_page",
    "phrase_ending",
    "speaks",
    "through",
]

_NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})
_INSIDE = _NOUNS | {"DT", "PRP$", "JJ", "JJS", "CD", "POS", "HYPH", "``", "''"}
_NAMED = frozenset({"ORG", "WORK_OF_ART", "PERSON", "FAC", "PRODUCT"})
_COMMON = frozenset({"NN", "JJ"})
_MARKS = frozenset({"``", "''", "“", "”", '"'})
_PRODUCTS = relay_words("product")
_PRESS = frozenset({"News", "Press", "Information", "Telegraph"})
_MESSENGERS = relay_words("messenger")
_AT_LARGE = relay_words("at_large")
_SITES = relay_words("site")
_MEDIA: dict[str, RelayKind] = {"outlet": "outlet", "programme": "outlet", "agency": "agency"}
_NAMES = frozenset({"ORG", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT", "LAW"})
"""What an outlet nobody lists is taken for."""
_SMALL = frozenset({"of", "the", "and", "&", "with", "for", "in", "to", "a", "on"})
_LONGEST_TITLE = 8  # words
_LONGEST = 12  # words of a noun phrase
_REACH = 6  # words between a participle and its "by"


@dataclass(frozen=True, slots=True)
class Link:
    """One through whom words came: words first to last, both included."""

    first: int
    last: int
    kind: RelayKind


def noun_phrase_at(words: Words, first: int) -> tuple[int, int] | None:
    """Return the noun phrase that begins with word `first`."""
    if first >= len(words.tags):
        return None
    end = min(words.firsts[words.sentence[first] + 1], first + _LONGEST)
    at, last = first, -1
    while at < end and (at == first or _joins(words, at)):
        if at == first and words.tags[at] not in _INSIDE and not words.entities[at]:
            return None
        if words.tags[at] in _NOUNS or words.entities[at][2:] in _NAMED:
            last = at
        at += 1
    return (first, last) if last >= first else None


def _joins(words: Words, at: int) -> bool:
    """Say whether a word goes on with the noun phrase before it."""
    tag, entity = words.tags[at], words.entities[at]
    timed = entity[2:] in {"DATE", "TIME"} and body_kind(words.forms[at]) not in _MEDIA
    if (timed and tag != "JJ") or (tag == "DT" and not entity):
        return False
    if tag == "VBN" and words.tags[at - 1] == "HYPH":
        return True  # "the state-run agency"
    return tag in _INSIDE or (entity.startswith("I-") and entity[2:] in _NAMED)


def phrase_ending(words: Words, last: int, lowest: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends with word `last`; it begins no earlier than `lowest`."""
    if last < lowest or words.tags[last] not in _NOUNS:
        return None
    at = last
    while at > lowest and (
        words.tags[at - 1] in _INSIDE - {"``", "''"} or words.entities[at].startswith("I-")
    ):
        at -= 1
    if at - 2 >= lowest and words.forms[at - 1] in {"in", "of"} and words.tags[at - 2] in _NOUNS:
        before = phrase_ending(words, at - 2, lowest)
        return (before[0], last) if before else (at, last)
    return at, last


def link_at(
    words: Words, first: int, *, unknown: bool = False, anyone: bool = False
) -> Link | None:
    """Return the outlet, agency, programme or medium named at word `first`, or nothing.

    With `unknown`, a name that nothing speaks against is taken for an outlet's; with `anyone`,
    a person, a body or a document will do as well.
    """
    start = first
    while first < len(words.forms) and words.forms[first] in _MARKS:
        first += 1
    if start < first < len(words.forms) and (title := _title(words, first)):
        return title
    phrase = noun_phrase_at(words, first)
    if phrase is None:
        return None
    messenger = anyone and words.forms[phrase[1]].lower() in _MESSENGERS
    if words.tags[first] == "PRP$" and not messenger and not _named(words, *phrase):
        return None
    kind = _kind(words, *phrase, unknown=unknown)
    if kind is None and anyone:
        kind = _any_kind(words, phrase[1])
    return Link(*phrase, kind) if kind else None


def by_after(words: Words, at: int) -> int:
    """Return the "by" or "in" close after a participle, or 0."""
    end = min(at + _REACH, words.firsts[words.sentence[at] + 1])
    return next((i for i in range(at + 1, end) if words.forms[i].lower() in {"by", "in"}), 0)


def _title(words: Words, first: int) -> Link | None:
    """Return the programme whose name stands in quotation marks: on "The View"."""
    end = min(words.firsts[words.sentence[first] + 1], first + _LONGEST_TITLE)
    last = next((i - 1 for i in range(first, end) if words.forms[i] in _MARKS), first - 1)
    while last > first and words.tags[last] in {",", "."}:
        last -= 1
    forms = words.forms[first : last + 1]
    if not forms or not all(form[0].isupper() or form in _SMALL for form in forms):
        return None
    return Link(first, last, "outlet")


def through(words: Words, first: int) -> Link | None:
    """Return who speaks for another: "through his lawyer"."""
    phrase = noun_phrase_at(words, first)
    if phrase is None or words.entities[phrase[1]][2:] == "PERSON":
        return None
    head = words.forms[phrase[1]].lower()
    return Link(*phrase, "person") if head in _MESSENGERS else None


def is_media(words: Words, first: int, last: int, *, unknown: bool = False) -> bool:
    """Say whether a noun phrase is an outlet, an agency or another medium."""
    return _kind(words, first, last, unknown=unknown) in {"outlet", "agency"}


def _kind(words: Words, first: int, last: int, *, unknown: bool) -> RelayKind | None:
    while last > first and words.tags[last] == "POS":
        last -= 1
    head = words.forms[last]
    if last > first and any(form.lower() == "social" for form in words.forms[first:last]):
        return None
    noun = body_kind(head) if words.tags[last] in {"NN", "NNS"} or head[0].islower() else ""
    if noun in _MEDIA:
        return _MEDIA[noun]
    if head == "Agency" and _PRESS & set(words.forms[first:last]):
        return "agency"
    for at in range(first, last):
        if body_kind(words.forms[at]) in _MEDIA and words.tags[at] in _COMMON and head[0].isupper():
            return _MEDIA[body_kind(words.forms[at])]  # "the newspaper Dnevnik"
    kinds = (_kind_of_name(words, run, first, last, unknown) for run in _named(words, first, last))
    return next((kind for kind in kinds if kind), None)


def _kind_of_name(
    words: Words,
    run: tuple[int, int],
    first: int,
    last: int,
    unknown: bool,  # noqa: FBT001
) -> RelayKind | None:
    """Return what a name inside the phrase first to last makes of it."""
    said = words.said(*run)
    if agency(said):
        return "agency"
    if country(said):
        return None
    lo, hi = run
    if hi == last and unknown and words.entities[lo][2:] != "PERSON":
        unknown = _can_be_outlet(words, lo, hi, first)
        return "outlet" if is_outlet(said, unknown=unknown) else None
    bears = hi == last or words.tags[hi + 1] == "POS" or words.tags[last] == "NNP"
    head = words.forms[last].lower()
    bears = bears or head in _PRODUCTS or (hi + 1 == last and role_noun(head) is not None)
    return "outlet" if bears and is_outlet(said) else None


def _can_be_outlet(words: Words, lo: int, hi: int, first: int) -> bool:
    """Say whether nothing speaks against an unlisted name: "told the Kurier", not "told Wen"."""
    forms = words.forms[first : hi + 1]
    if any(role_noun(form) or body_kind(form) == "organisation" for form in forms):
        return False
    if lo < hi or first < lo or words.entities[lo][2:] in _NAMES:
        return True
    return not words.forms[lo][1:].islower()


def _named(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """Return the runs of capitalised words in a phrase."""
    runs: list[tuple[int, int]] = []
    at = first
    while at <= last:
        form = words.forms[at]
        if (words.tags[at] in {"NNP", "NNPS"} and not form.islower()) or (
            words.entities[at] and form[0].isupper()
        ):
            end = at
            while (
                end < last
                and (
                    words.tags[end + 1] in {"NNP", "NNPS"}
                    or words.entities[end + 1].startswith("I-")
                )
                and words.tags[end + 1] != "POS"
            ):
                end += 1
            runs.append((at, end))
            at = end + 1
        else:
            at += 1
    return runs


def at_large(words: Words, link: Link) -> bool:
    """Say whether a link is no outlet but all that listen: "told the press"."""
    said = words.said(link.first, link.last).lower().removeprefix("the ")
    return said in _AT_LARGE


def own_page(words: Words, link: Link) -> bool:
    """Say whether a link is a website that no outlet is told to run: "on the website"."""
    head = words.forms[link.last].lower()
    forms = {form.lower() for form in words.forms[link.first : link.last + 1]}
    named = any(is_outlet(words.said(*run)) for run in _named(words, link.first, link.last))
    return head in _SITES and "news" not in forms and not named


def speaks(words: Words, link: Link) -> bool:
    """Say whether what a link is called can speak: a name, a role, a body, not a helicopter."""
    head = words.forms[link.last]
    if words.tags[link.last].startswith("NNP") or words.entities[link.last]:
        return True
    return bool(body_kind(head)) or role_noun(head) is not None


def _any_kind(words: Words, last: int) -> RelayKind | None:
    kind = body_kind(words.forms[last])
    if kind == "document":
        return "document"
    person = words.entities[last][2:] == "PERSON" or role_noun(words.forms[last]) is not None
    return "person" if person else "speaker"
