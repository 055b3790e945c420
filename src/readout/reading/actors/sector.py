"""The parts of a phrase in, the hit that says what walk of life the actor is of out."""

from dataclasses import dataclass

from readout.reading.actors.hits import Hit
from readout.reading.actors.lexicon import GROUP, NAMED, WEAK, Lexicon
from readout.reading.actors.parts import Part, Parts

__all__ = ["Head", "find_sector", "heads_of"]

_FIRM = 3 * WEAK
_BELONGS = frozenset({"of", "for", "from", "at", "in", "with"})
_TIES = frozenset({"and", "or"})
_ALONE = frozenset({"CVL", "REF"})
"""Civilians stay civilians whomever they belong to: "victims of the police"."""


@dataclass(frozen=True, slots=True)
class Head:
    """A part that can name the actor, with what belongs to it."""

    part: Part
    after: tuple[Part, ...]

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits of the head and of what belongs to it."""
        return (*self.part.hits, *(hit for part in self.after for hit in part.hits))


def heads_of(parts: Parts) -> list[Head]:
    """Return the core, then what is apposed or tied by "and", each with what belongs to it."""
    heads: list[Head] = []
    open_head = False
    for part in parts.parts:
        if part.kind in {"core", "apposed"}:
            heads.append(Head(part, ()))
            open_head = True
        elif part.kind == "after" and open_head:
            last = heads.pop()
            heads.append(Head(last.part, (*last.after, part)))
        else:
            open_head = False
            if part.link in _TIES and part.hits:
                heads.append(Head(part, ()))
    return heads


def find_sector(head: Head, lexicon: Lexicon) -> Hit | None:
    """Return the hit that tells the sector.

    In the core the last of the firmest wins ("rebel commander"), but an armed organisation keeps
    its fighters. Where the core says little, what belongs to it tells: "members of the army".
    """
    best = _firmest(head.part, lexicon)
    strength = best.entry.strength if best else 0
    if best and (strength >= _FIRM or best.entry.codes[0] in _ALONE):
        return best
    for part in head.after:
        if part.link not in _BELONGS:
            continue
        other = _firmest(part, lexicon)
        if other and other.entry.strength > max(strength, WEAK):
            if best and part.link != "of" and other.entry.kind == "organisation":
                continue  # "the president in Hezbollah's stronghold" is not of Hezbollah
            return other
    return best


def _firmest(part: Part, lexicon: Lexicon) -> Hit | None:
    best: Hit | None = None
    for hit in part.hits:
        if hit.entry.strength == GROUP and hit.last < part.last:
            continue  # a people's name before another noun: "Kurdish oil fields"
        if hit.entry.codes and (best is None or hit.entry.strength >= best.entry.strength):
            best = hit
    if best is None or best.entry.kind == "organisation":
        return best
    code = best.entry.codes[0]
    fights = code in lexicon.signs["fighters"]
    for hit in part.hits:
        entry = hit.entry
        if entry.kind == "organisation" and entry.strength >= NAMED:
            own = entry.codes[0]
            if own == code or (fights and own in lexicon.signs["armed"]):
                return hit
    return best
