"""A trigger and its sentence in, the words of its actors and recipients out.

Syntax leads to the words that may be sides to the deed; the ways to them and what they are have
weights, and the encoder's own guess is one voice more. A word is an actor or a recipient where
what speaks for it outweighs what speaks against it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from readout.reading.events.evidence import signs, weigh
from readout.reading.events.noun_groups import group_of, with_origin
from readout.reading.events.sides import Side, find_sides
from readout.reading.events.syntax import Syntax
from readout.reading.events.triggers import Trigger
from readout.records.event import EventType
from readout.records.text import Span

__all__ = ["Parties", "Voices", "find_parties"]

Voices = Literal["both", "syntax", "learned"]
_TRUST = 0.5  # weight of the encoder's log odds beside those of syntax
_FLOOR = -2.0  # log odds at which a name in the object of a deed without recipient still is one
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_CLEAR = {  # ways that leave no doubt, whatever the words: added to the log odds of both roles
    "subj": (0.5, -0.5),
    "rel.subj": (0.5, -0.5),
    "agent": (1.0, -1.0),
    "pass.subjpass": (-1.0, 1.0),
}
_TALKED_WITH = (1.5, -1.5)  # both sides of a talk act
_UNCLEAR = (0.0, 0.0)
_WHERE = frozenset(
    f"{way}prep:{word}" for way in ("", "gov.", "obj.") for word in ("in", "at", "near", "outside")
)
_BELOW = ("obj", "own", "prep:", "xcomp", "ccomp", "gov.obj", "gov.prep:")
_LOUDEST = 6.0  # log odds beyond which the encoder is not heard


@dataclass(frozen=True, slots=True)
class Parties:
    """Who acts and who is acted upon; empty where the text does not say."""

    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()


class _Judged(NamedTuple):
    """A noun group and how much more speaks for it than against it."""

    score: float
    first: int
    last: int
    role: int
    """0 for an actor, 1 for a recipient."""


def find_parties(
    syntax: Syntax, trigger: Trigger, *, first: int, heard: Voices = "both"
) -> Parties:
    """Return the parties named in the trigger's sentence, of which `syntax` is.

    `first` is the place of the trigger's first word in the sentence; `heard` lets one measure
    what syntax and the encoder find alone.
    """
    last = min(first + trigger.last - trigger.first, len(syntax.forms) - 1)
    sides = find_sides(syntax, first, last, unled=_loud(trigger) if heard == "both" else None)
    spans: tuple[list[Span], list[Span]] = ([], [])
    for one in _unnested(_judge(syntax, sides, trigger, first, heard)):
        spans[one.role].append(syntax.span(one.first, one.last))
    return Parties(actors=tuple(spans[0]), recipients=tuple(spans[1]))


def _loud(trigger: Trigger) -> list[int]:
    """Return the words that the encoder takes for sides."""
    odds = zip(trigger.actor.tolist(), trigger.recipient.tolist(), strict=True)
    return [at for at, (actor, recipient) in enumerate(odds) if actor > 0 or recipient > 0]


def _judge(
    syntax: Syntax, sides: Sequence[Side], trigger: Trigger, first: int, heard: Voices
) -> list[_Judged]:
    """Return the sides for which more speaks than against, each in its likelier role."""
    as_actor, as_recipient = trigger.actor.tolist(), trigger.recipient.tolist()
    judged: list[_Judged] = []
    second: list[_Judged] = []
    floor = _FLOOR if heard != "learned" else 0.0
    score, role = floor, 0
    for side in sides:
        if side.also and score > 0:  # "Peru and Chile": what holds for the one holds for both
            judged.append(_group(syntax, side, first, score, role))
            continue
        if side.also and second and second[-1].score == score:
            second.append(_group(syntax, side, first, score, 1))
            continue
        actor, recipient = (0.0, 0.0)
        if heard != "syntax":
            actor, recipient = _voice(as_actor[side.head]), _voice(as_recipient[side.head])
        if heard != "learned":
            weight = _weigh(syntax, side, trigger.type, first)
            actor, recipient = actor + weight[0], recipient + weight[1]
        score, role = (recipient, 1) if recipient > actor else (actor, 0)
        if score > 0:
            judged.append(_group(syntax, side, first, score, role))
        elif recipient > (second[0].score if second else floor) and _named_below(syntax, side):
            score, second = recipient, [_group(syntax, side, first, recipient, 1)]
    alone = len(judged) == 1 or trigger.type not in _MUTUAL
    if alone and judged and all(one.role == 0 for one in judged):
        judged += second
    return judged


def _weigh(syntax: Syntax, side: Side, kind: EventType, first: int) -> tuple[float, float]:
    """Return what syntax says for a side as actor and as recipient, less what it says against."""
    clear = _CLEAR.get(side.way, _UNCLEAR)
    if kind == "CONSULT" and side.way.endswith("prep:with"):
        clear = _TALKED_WITH
    return weigh(signs(syntax, side, kind, syntax.lemmas[first], first), *clear)


def _named_below(syntax: Syntax, side: Side) -> bool:
    """Say whether a side is a name that hangs on the deed's object or complement."""
    if syntax.entities[side.head][2:] not in _NAMES or side.way in _WHERE:
        return False
    return side.way.startswith(_BELOW)


def _group(syntax: Syntax, side: Side, first: int, score: float, role: int) -> _Judged:
    """Return the noun group of a side, with where its people are from."""
    low, high = group_of(syntax, side.head)
    high = with_origin(syntax, side.head, high, before=side.head < first)
    return _Judged(score, low, high, role)


def _voice(odds: float) -> float:
    """Return what the encoder adds for a word."""
    return max(-_LOUDEST, min(odds, _LOUDEST)) * _TRUST


def _unnested(judged: Sequence[_Judged]) -> list[_Judged]:
    """Leave out the less likely of two groups of which one holds the other; in text order."""
    kept: list[_Judged] = []
    for one in sorted(judged, reverse=True):
        if all(one.last < other.first or other.last < one.first for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.first)
