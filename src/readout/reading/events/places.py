"""A trigger in its sentence in, where the deed was done out, apart from where it was told."""

from collections.abc import Iterator
from functools import cache

from readout.data.tables import rows
from readout.reading.actors.lexicon import lexicon
from readout.reading.actors.pieces import key
from readout.reading.events.near import governor, near
from readout.reading.events.syntax import Syntax
from readout.reading.events.triggers import Trigger
from readout.records.event import Place
from readout.records.reading import Attribution

__all__ = ["find_place"]

_KINDS = frozenset({"GPE", "LOC", "FAC"})
_ISO = 3
_ELSEWHERE = 2  # steps from a deed to come at which a place is another deed's
_BODIES = frozenset({"UNO", "EUR", "IGO"})


def find_place(
    syntax: Syntax, trigger: Trigger, told: Attribution | None, *, first: int
) -> Place | None:
    """Return the place of the deed, or None where the text does not say.

    `told` is the innermost attribution that tells the deed: the place of its cue is where it was
    said, not where it was done.
    """
    last = min(first + trigger.last - trigger.first, len(syntax.forms) - 1)
    deed = syntax.top(first, last)
    names = list(_names(syntax))
    best: tuple[int, int, int, int] | None = None
    for begin, end in names:
        cost = _cost(syntax, (begin, end), deed, told, trigger.type)
        if cost is not None:
            found = (cost, abs(begin - deed), begin, end)
            best = found if best is None else min(best, found)
    if best is None:
        return None
    _, _, begin, end = best
    span = syntax.span(begin, end)
    beside = next((other for other in names if other[0] == end + 2), None)
    land = _country(syntax, begin, end)
    if beside is not None and syntax.forms[end + 1] == ",":
        land = _country(syntax, *beside) or land
    return Place(name=span.of(syntax.text), span=span, country=land)


@cache
def _table(kind: str) -> frozenset[str]:
    return frozenset(
        w for k, words in rows("event_places.tsv") if k == kind for w in words.split(",")
    )


def _names(syntax: Syntax) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each name of a place, without its article."""
    entities = syntax.entities
    at = 0
    while at < len(entities):
        if entities[at][2:] not in _KINDS:
            at += 1
            continue
        begin = at
        at += 1
        while at < len(entities) and entities[at] == "I" + entities[begin][1:]:
            at += 1
        first, last = begin, at - 1
        if syntax.forms[first] == "the" and first < last:
            first += 1
        if syntax.forms[last] in {"'s", "’s"} and first < last:
            last -= 1
        yield first, last


def _cost(
    syntax: Syntax, name: tuple[int, int], deed: int, told: Attribution | None, kind: str
) -> int | None:
    """Return how far a place is from the deed; None where it is no place of it."""
    begin, end = name
    if begin <= deed <= end:
        return None
    top = syntax.top(begin, end)
    if syntax.labels[top] == "compound" and syntax.heads[top] == deed:
        return 0 if kind in _table("meets") and not _is_land(syntax, begin, end) else None
    governing, before = governor(syntax, top)
    if before == "of" and syntax.forms[governing] in _table("part"):
        governing, before = governor(syntax, governing)
    if before not in _table("at") or governing == top:
        return None
    if syntax.labels[governing] in {"nsubj", "poss"} and governing != deed:
        return None  # "officials in Moscow" are not where the deed is
    if told is not None and any(s.overlaps(syntax.span(governing, governing)) for s in told.cue):
        return None
    cost = near(syntax, deed, governing)
    # where two met is not where they agree to meet again
    return None if kind == "AGREE" and cost is not None and cost >= _ELSEWHERE else cost


def _is_land(syntax: Syntax, begin: int, end: int) -> bool:
    found = lexicon().entries.get(key(syntax.span(begin, end).of(syntax.text)), ())
    return any(entry.kind == "country" for entry in found)


def _country(syntax: Syntax, begin: int, end: int) -> str | None:
    """Return the country that the tables have for a name, where they have but one."""
    found = lexicon().entries.get(key(syntax.span(begin, end).of(syntax.text)), ())
    lands = {
        entry.country
        for entry in found
        if entry.kind in {"country", "seat", "region", "place"}
        and len(entry.country) == _ISO
        and entry.country not in _BODIES
    }
    return lands.pop() if len(lands) == 1 else None
