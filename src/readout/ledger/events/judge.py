"""Two reports in, whether they are of one event out, with p and the reasons in words."""

from functools import lru_cache
from math import exp

from readout.data.tables import rows
from readout.ledger.events.compare import compare, same_side
from readout.ledger.events.told import Side, Told
from readout.records.event import Status
from readout.records.judgements import PairJudgement

__all__ = ["contradictions", "judge_pair"]

_REAL: frozenset[Status] = frozenset({"occurred", "ongoing"})
_MEETING = frozenset({"AGREE", "CONSULT", "REJECT"})
"""A meeting is agreed on, held or called off: one event as its history goes on."""
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})


def judge_pair(one: Told, other: Told) -> PairJudgement:
    """Judge the pair by the two alone; which of them comes first makes no difference."""
    if other.report_id < one.report_id:
        one, other = other, one
    against = contradictions(one, other)
    likeness = compare(one, other)
    weights = _weights()
    total = weights["bias"][0] + sum(weights[name][0] * much for name, much in likeness.items())
    told = tuple(weights[name][1] for name in weights if name in likeness and weights[name][1])
    return PairJudgement(
        one=one.report_id,
        other=other.report_id,
        p=0.0 if against else round(1 / (1 + exp(-total)), 4),
        reasons=told,
        contradictions=against,
    )


def contradictions(one: Told, other: Told) -> tuple[str, ...]:
    """Return what the two tell that cannot both be of one event, in words."""
    found: list[str] = []
    if one.type and other.type and one.type != other.type:
        if not {one.type, other.type} <= _MEETING:
            found.append(f"types {one.type} and {other.type}")
    elif one.mode and other.mode and one.mode != other.mode:
        found.append(f"modes {one.mode} and {other.mode}")
    if one.background != other.background and not _same_day(one, other):
        found.append("background on one page, news on the other")
    if _apart(one, other):
        found.append(f"days {one.start} to {one.end} and {other.start} to {other.end}")
    if one.place_country and other.place_country and one.place_country != other.place_country:
        found.append(f"places in {one.place_country} and {other.place_country}")
    mutual = one.type in _MUTUAL or other.type in _MUTUAL
    sides = [((*one.actors, *one.recipients), (*other.actors, *other.recipients))]
    if not mutual:
        sides = [(one.actors, other.actors), (one.recipients, other.recipients)]
    for told, again in sides:
        found += _clash(told, again)
    return tuple(found)


def _same_day(one: Told, other: Told) -> bool:
    return one.start is not None and (one.start, one.end) == (other.start, other.end)


def _apart(one: Told, other: Told) -> bool:
    """Say whether one ends before the other begins; a day of report is no contradiction."""
    if one.status not in _REAL and other.status not in _REAL and one.status != other.status:
        return False  # a date that was moved is its history, not another event
    later = one.end is not None and other.start is not None and one.end < other.start
    return later or (other.end is not None and one.start is not None and other.end < one.start)


def _clash(told: tuple[Side, ...], again: tuple[Side, ...]) -> list[str]:
    """Return why the two cannot be one side: other numbers, or states that have nothing to do."""
    found: list[str] = []
    numbers = [
        {number for side in sides for number in side.numbers if not side.named}
        for sides in (told, again)
    ]
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        found.append(f"numbers {min(numbers[0])} and {min(numbers[1])}")
    known = [
        [side for side in sides if side.country or side.organisation] for sides in (told, again)
    ]
    if len(known[0]) == len(told) > 0 and len(known[1]) == len(again) > 0:
        shared = any(same_side(side, two) for side in known[0] for two in known[1])
        if not shared:
            found.append(f"parties {known[0][0].name} and {known[1][0].name}")
    return found


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[float, str]]:
    return {
        row[0]: (float(row[1]), row[2] if len(row) > 2 else "")  # noqa: PLR2004  three columns
        for row in rows("event_pairs.tsv")
    }
