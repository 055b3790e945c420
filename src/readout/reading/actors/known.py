"""A page's words in, what its titles and appositions say of each name out."""

from collections.abc import Mapping
from dataclasses import dataclass

from readout.reading.mentions.chains import Chain
from readout.reading.mentions.names import find_names
from readout.reading.mentions.people import chain_people
from readout.reading.mentions.words import Words

__all__ = ["Known", "Told", "names_told"]

_POSSESSOR = 4  # words before a role in which its country's possessive stands


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
    """Return what the page says of each person it gives a role.

    A form that two persons share, or that one without a role bears too, has none.
    """
    told: dict[str, Told] = {}
    shared: set[str] = set()
    chains = dict.fromkeys(chain_people(words, find_names(words)).values())
    for chain in chains:
        found = _told(words, chain)
        for form in {words.said(name.first, name.last) for name in chain.names}:
            if form in told or form in shared:
                shared.add(form)
                told.pop(form, None)
            elif found is not None:
                told[form] = found
            else:
                shared.add(form)
    return told


def _told(words: Words, chain: Chain) -> Told | None:
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
