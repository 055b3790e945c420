"""A page's words in, what its titles and appositions say of each name out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.reading.mentions.chains import Chain
from readout.reading.mentions.names import Name, find_names
from readout.reading.mentions.people import chain_people
from readout.reading.mentions.words import Words

__all__ = ["Known", "Told", "names_told"]

_POSSESSOR = 4  # words before a role in which its country's possessive stands
_FARTHEST = 10  # words of what is said of an organisation
_BEFORE = frozenset({"JJ", "NN", "NNS", "HYPH", "VBN"})
_NOUNS = frozenset({"NN", "NNS"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says of a name."""

    name: str
    """The fullest form of the name on the page."""
    words: str
    """Its title or apposition: "Russian presidential aide"."""
    start: int
    """Where these words begin in the page's text."""


Known = Mapping[str, Told]
"""What a page says of names, by each form in which it writes them."""


def names_told(words: Words) -> dict[str, Told]:
    """Return what the page says of each person and organisation that it explains.

    A form that two persons share, or that one without a role bears too, has none.
    """
    names = find_names(words)
    told = _bodies(words, names)
    shared: set[str] = set()
    for chain in dict.fromkeys(chain_people(words, names).values()):
        found = _person(words, chain)
        for form in {words.said(name.first, name.last) for name in chain.names}:
            if found is None or form in told or form in shared:
                shared.add(form)
                told.pop(form, None)
            else:
                told[form] = found
    return told


def _person(words: Words, chain: Chain) -> Told | None:
    if chain.role is None or chain.fullest is None:
        return None
    first, last = chain.role
    if first > 1 and words.tags[first - 1] == "POS":
        first = max(first - _POSSESSOR, words.firsts[words.sentence[first]])
        while first < chain.role[0] and not words.tags[first].startswith("NNP"):
            first += 1
    return Told(
        name=words.said(chain.fullest.first, chain.fullest.last),
        words=words.said(first, last),
        start=words.starts[first],
    )


def _bodies(words: Words, names: Iterable[Name]) -> dict[str, Told]:
    """Return what stands beside organisations: "the rebel group X", "X, a party of the left"."""
    told: dict[str, Told] = {}
    for name in names:
        form = words.said(name.first, name.last)
        if name.type != "ORG" or name.titled or form in told:
            continue
        found = _after(words, name.last) or _before(words, name.first)
        if found is not None:
            first, last = found
            told[form] = Told(form, words.said(first, last), words.starts[first])
    return told


def _before(words: Words, first: int) -> tuple[int, int] | None:
    lowest = max(words.firsts[words.sentence[first]], first - _FARTHEST)
    at = first
    while at > lowest and words.tags[at - 1] in _BEFORE:
        at -= 1
    return (at, first - 1) if at < first and words.tags[first - 1] in _NOUNS else None


def _after(words: Words, last: int) -> tuple[int, int] | None:
    """Return the apposition after a name, when a comma or the sentence ends it."""
    end = min(words.firsts[words.sentence[last] + 1], last + _FARTHEST)
    first = last + 3
    if (
        first >= end
        or words.forms[last + 1] != ","
        or words.forms[last + 2] not in {"a", "an", "the"}
    ):
        return None
    for at in range(first, end):
        if words.tags[at] in {",", "."}:
            return (first, at - 1) if at > first else None
        if words.tags[at].startswith(("VBD", "VBZ", "VBP", "MD")):
            return None
    return None
