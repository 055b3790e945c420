"""Ask trafilatura which units are body: the tree and its units in, one vote for each unit out.

trafilatura keeps text but not where it stood; its text is laid beside the page's units by
their letters and digits, so that every word kept can be shown in the page.
"""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from readout.article.segment import Unit

__all__ = ["vote"]

_SURE = 12  # letters that a chance repetition seldom reaches
_REACH = 50_000  # letters looked through for one unit, so that a long page takes no endless time
_FEW_RUNS = 4
_WORDS = re.compile(r"\w+")


def vote(root: HtmlElement, units: Sequence[Unit]) -> list[bool]:
    """Return for each unit whether trafilatura, favouring precision, keeps it."""
    kept = _kept_text(root)
    letters = "".join(c for c in kept.lower() if c.isalnum())
    if not letters:
        return [False] * len(units)
    places = _sure_places(units, letters)
    shingles = _shingles(kept)
    votes = [
        place is not None or _covered(unit, shingles)
        for unit, place in zip(units, places, strict=True)
    ]
    _between(units, places, votes, letters)
    return votes


def _kept_text(root: HtmlElement) -> str:
    """Return trafilatura's body text, "" where it finds none."""
    found = bare_extraction(root, favor_precision=True, include_comments=False)
    return (getattr(found, "text", None) or "") if found is not None else ""


def _sure_places(units: Sequence[Unit], letters: str) -> list[tuple[int, int] | None]:
    """Find the long units, each after the one before it where it can be."""
    places: list[tuple[int, int] | None] = []
    cursor = 0
    for unit in units:
        start = -1
        if len(unit.norm) >= _SURE:
            reach = _REACH + len(unit.norm)
            start = letters.find(unit.norm, cursor, cursor + reach)
            if start < 0:
                start = letters.find(unit.norm, 0, reach)
        places.append((start, start + len(unit.norm)) if start >= 0 else None)
        if start >= cursor:
            cursor = start + len(unit.norm)
    return places


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of four words of `text`."""
    words = _WORDS.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def _covered(unit: Unit, shingles: frozenset[tuple[str, ...]]) -> bool:
    """Say whether most of a long unit's runs of words were kept, though not all."""
    own = _shingles(unit.text)
    return len(own) > _FEW_RUNS and len(own & shingles) > len(own) / 2


def _between(
    units: Sequence[Unit],
    places: Sequence[tuple[int, int] | None],
    votes: list[bool],
    letters: str,
) -> None:
    """Vote for short units found between the places of the sure ones around them."""
    ends, end = [], 0
    for place in places:
        ends.append(end)
        if place is not None:
            end = place[1]
    start = len(letters)
    for index in range(len(units) - 1, -1, -1):
        place = places[index]
        if place is not None:
            start = place[0]
        elif not votes[index] and units[index].norm:
            low = min(ends[index], start)
            votes[index] = letters.find(units[index].norm, low, min(start, low + _REACH)) >= 0
