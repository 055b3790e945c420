"""Articles and a seed in, reprints made of them out: cut, with lines added, lightly edited.

The lines added are written for this set; nothing of an article is kept but what its reprint says.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import msgspec

__all__ = ["KINDS", "Made", "make_reprints"]

LEAD = 0.3
"""The part of the words that a cut reprint keeps, from the beginning."""
_EDITED = 0.04
_THIRD = 1 / 3
_PLACES = ("head", "middle", "end")
_TOWNS = ("Velmara", "Port Isham", "Ostrava Falls", "Kindrel", "Tamsworth", "Lower Brae")
_OUTLETS = ("The Kindrel Ledger", "Isham Today", "the Tamsworth Post", "Radio Velmara")
_PEOPLE = ("Dora Quell", "Anton Marsh", "Ilse Verrin", "Peter Oduya", "Mina Castell")
_FURNITURE = (
    "{outlet} has more on this story in its Saturday edition.",
    "Additional reporting by {person} in {town}.",
    (
        "Copyright {year} {outlet}. All rights reserved. "
        "This material may not be published, broadcast, rewritten or redistributed."
    ),
    "Sign up for the morning letter of {outlet} and get the news of {town} before breakfast.",
    "This story was first published on {day} and has been updated.",
)
"""Lines that many reprints share, and that make no two of them one story."""
_OPENINGS = (
    "{person}, who teaches in {town},",
    "Most residents of {town}",
    "The council of {town}",
    "A neighbour of {person}",
    "{outlet} and {person}",
    "Some {year} people near {town}",
    "The mayor, {person},",
    "Shopkeepers and drivers",
)
_MIDDLES = (
    "had heard nothing of it",
    "took little notice",
    "asked for more time to answer",
    "were glad it was over",
    "will look into the matter",
    "thought the news had come late",
    "did not wish to comment",
    "spoke of it for hours",
)
_ENDINGS = (
    "before {day}.",
    "when {person} called from {town}.",
    "until the rain came.",
    "as the market closed.",
    "in spite of {outlet}.",
    "after lunch on {day}.",
    "and went home by tram.",
    "for the {year}th time, they said.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SWAPS: Mapping[str, str] = MappingProxyType(
    {
        "said": "stated",
        "told": "informed",
        "but": "however",
        "also": "too",
        "about": "around",
        "percent": "per cent",
        "more": "further",
        "after": "following",
        "people": "persons",
        "big": "large",
    }
)
_MARKS: Sequence[Mapping[str, str]] = (
    {"“": '"', "”": '"', "’": "'", "‘": "'", "—": " - ", "``": '"', "''": '"'},
    {'"': "''", "—": " -- ", "’": "'"},
)


class Made(msgspec.Struct, frozen=True):
    """A reprint, the place of its original among the articles given, and how it was made."""

    original: int
    kind: str
    text: str


def make_reprints(texts: Sequence[str], *, seed: int) -> list[Made]:
    """Return one reprint of each text, the kinds in turn; the same for the same seed."""
    chance = random.Random(seed)
    kinds = list(KINDS)
    return [
        Made(place, kind, KINDS[kind](text, chance))
        for place, text in enumerate(texts)
        for kind in [kinds[place % len(kinds)]]
    ]


def _cut(text: str, chance: random.Random) -> str:
    """Keep the lead: `LEAD` of the words; the place falls anywhere in a sentence."""
    del chance
    ends = [word.end() for word in re.finditer(r"\S+", text)]
    return text[: ends[max(1, round(LEAD * len(ends))) - 1]]


def _added(text: str, chance: random.Random) -> str:
    """Add one to three lines at the head, in the middle, at the end, or at two of these."""
    parts = [part for part in re.split(r"\n+", text) if part.strip()]
    for place in chance.sample(_PLACES, chance.choice((1, 1, 2))):
        lines = [_line(chance) for _ in range(chance.randint(1, 3))]
        at = {"head": 0, "middle": len(parts) // 2, "end": len(parts)}[place]
        parts[at:at] = lines
    return "\n\n".join(parts)


def _edited(text: str, chance: random.Random) -> str:
    """Drop, double or swap a word in twenty-five, set other marks, put another headline."""
    pieces = re.split(r"(\s+)", text)
    for place in range(0, len(pieces), 2):
        if chance.random() < _EDITED:
            word = pieces[place]
            pieces[place] = chance.choice(("", f"{word} then", _SWAPS.get(word, "such")))
    edited = "".join(pieces)
    for mark, other in chance.choice(_MARKS).items():
        edited = edited.replace(mark, other)
    headline = f"{chance.choice(_PEOPLE)} looks at what {chance.choice(_TOWNS)} makes of the news"
    return f"{headline}\n\n{edited}"


def _line(chance: random.Random) -> str:
    """Return a line of news from elsewhere, or in a third of the cases an outlet's furniture."""
    parts = [chance.choice(each) for each in (_OPENINGS, _MIDDLES, _ENDINGS)]
    line = chance.choice(_FURNITURE) if chance.random() < _THIRD else " ".join(parts)
    return line.format(
        outlet=chance.choice(_OUTLETS),
        person=chance.choice(_PEOPLE),
        town=chance.choice(_TOWNS),
        day=chance.choice(_DAYS),
        year=chance.randint(1990, 2030),
    )


KINDS: Mapping[str, Callable[[str, random.Random], str]] = MappingProxyType(
    {
        "cut": _cut,
        "added": _added,
        "edited": _edited,
        "cut and added": lambda text, chance: _added(_cut(text, chance), chance),
        "cut and edited": lambda text, chance: _edited(_cut(text, chance), chance),
        "added and edited": lambda text, chance: _edited(_added(text, chance), chance),
        "all three": lambda text, chance: _edited(_added(_cut(text, chance), chance), chance),
    }
)
