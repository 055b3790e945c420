"""Two reports in, what they tell that cannot both be of one event out, in words."""

from collections.abc import Iterator
from datetime import date, timedelta

from readout.ledger.events.compare import can_be_one, same_side
from readout.ledger.events.speech import speech_apart
from readout.ledger.events.told import Side, Told
from readout.records.event import EventType, Status

__all__ = ["contradictions"]

_REAL: frozenset[Status] = frozenset({"occurred", "ongoing"})
_TO_COME: frozenset[Status] = frozenset({"planned", "proposed", "conditional"})
_FAMILIES: tuple[frozenset[EventType], ...] = (
    frozenset({"AGREE", "CONSULT", "REJECT"}),
    frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID"}),
    frozenset({"AGREE", "CONCEDE", "RETREAT"}),
    frozenset({"SANCTION", "COERCE", "THREATEN"}),
    frozenset({"COERCE", "ASSAULT", "MOBILIZE"}),
    frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"}),
)
"""Types between which one deed may fall, or which it may go through as its history goes on."""
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_MEETINGS = frozenset({"AGREE", "CONSULT", "REJECT"})
_NIGHT = timedelta(days=1)
_PHONE = "phone"
_NEWS = timedelta(days=366)
"""How old what is told as news, without a day, can be."""
_PUT_OFF = timedelta(days=61)
"""How much later than planned a thing may come about and be the one that was planned."""


def contradictions(one: Told, other: Told) -> tuple[str, ...]:
    """Return what the two tell that cannot both be of one event."""
    word = bool(one.deeds & other.deeds)
    found: list[str] = []
    if one.type and other.type and one.type != other.type:
        if not any({one.type, other.type} <= family for family in _FAMILIES):
            found.append(f"types {one.type} and {other.type}")
    elif one.mode and other.mode and one.mode != other.mode and not (word or _meet(one, other)):
        found.append(f"modes {one.mode} and {other.mode}")
    if one.background != other.background and not _looks_back(one, other):
        found.append("background on one page, news on the other")
    if _apart(one, other):
        found.append(f"days {_told_days(one)} and {_told_days(other)}")
    if one.place_country and other.place_country and one.place_country != other.place_country:
        found.append(f"places in {one.place_country} and {other.place_country}")
    found += _sides(one, other)
    if one.type and other.type and (one.speech or other.speech):
        found += speech_apart(one, other)
    return tuple(found)


def _meet(one: Told, other: Told) -> bool:
    """Say whether both are meetings face to face: who visits is hosted, received and met."""
    return (
        bool(one.kinds & other.kinds)
        and one.type == "CONSULT"
        and _PHONE not in {one.mode, other.mode}
    )


def _looks_back(one: Told, other: Told) -> bool:
    """Say whether one page can tell as background what the other told as news."""
    if one.start is not None and (one.start, one.end) == (other.start, other.end):
        return True
    later, news = (one, other) if one.background else (other, one)
    return bool(later.published and news.published and later.published > news.published)


def _apart(one: Told, other: Told) -> bool:
    """Say whether one ends before the other begins.

    That one person was taken on the Sunday or the Monday is a conflict of two pages on one event.
    """
    real = [each.status in _REAL for each in (one, other)]
    if not any(real) and one.status != other.status:
        return False  # a date that was moved is its history, not another event
    if one.status == other.status == "cancelled":
        return _before(one, other, by=_PUT_OFF) or _before(other, one, by=_PUT_OFF)
    if all(real) or one.status == other.status:
        by = _NIGHT if _same_person(one, other) else timedelta()
        return _before(one, other, by=by) or _before(other, one, by=by)
    plan, came = (other, one) if real[0] else (one, other)
    return _before(came, plan) or _before(plan, came, by=_PUT_OFF)


def _same_person(one: Told, other: Told) -> bool:
    """Say whether the same kind of deed is done to one who is named."""
    met = [(told, again) for told in one.recipients for again in other.recipients]
    known = any(told.proper and again.proper and same_side(told, again) for told, again in met)
    return known and bool(one.kinds & other.kinds) and one.type not in _MEETINGS


def _before(one: Told, other: Told, *, by: timedelta = timedelta()) -> bool:
    """Say whether one was over before the other can have begun, by so many days and more."""
    end, start = _days(one)[1], _days(other)[0]
    if end is None or start is None:
        return False
    return end < start if not by else _date(end) + by < _date(start)


def _days(told: Told) -> tuple[str | None, str | None]:
    """Return the days it tells; undated news is not long ago, an undated plan not over."""
    past = told.status in _TO_COME and (told.end or "9999") < (told.published or "")
    if (told.start is not None or told.end is not None) and not past:
        return (None if told.status == "ongoing" else told.start), told.end
    if told.background or not told.published:
        return None, None
    if told.status in _TO_COME:
        return told.published, None
    if told.status not in _REAL:
        return None, None
    published = _date(told.published)
    start = published - _NEWS if published - date.min > _NEWS else date.min
    return start.isoformat(), told.published


def _date(day: str) -> date:
    return date.fromisoformat(day)


def _told_days(told: Told) -> str:
    start, end = _days(told)
    return f"{start} to {end}"


def _sides(one: Told, other: Told) -> Iterator[str]:
    mutual = one.type in _MUTUAL or other.type in _MUTUAL
    if not mutual:
        yield from _clash(one.actors, other.actors)
        yield from _clash(one.recipients, other.recipients)
        return
    told, again = (*one.actors, *one.recipients), (*other.actors, *other.recipients)
    yield from _clash(told, again)
    if {one.type, other.type} <= _MEETINGS:
        yield from _strangers(told, again)


def _strangers(told: tuple[Side, ...], again: tuple[Side, ...]) -> Iterator[str]:
    """Yield where each names one whom the other, which names two as well, does not."""
    sides = [[side for side in sides if side.named] for sides in (told, again)]
    if min(map(len, sides)) > 1:
        alone = [
            next((one for one in mine if not any(can_be_one(one, two) for two in yours)), None)
            for mine, yours in (sides, sides[::-1])
        ]
        if alone[0] and alone[1]:
            yield f"parties {alone[0].name} and {alone[1].name}"


def _clash(told: tuple[Side, ...], again: tuple[Side, ...]) -> Iterator[str]:
    """Yield why the two cannot be one side: other numbers, or states that have nothing to do."""
    numbers = [
        {number for side in sides for number in side.numbers if not side.named}
        for sides in (told, again)
    ]
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        yield f"numbers {min(numbers[0])} and {min(numbers[1])}"
    known = [
        [side for side in sides if side.country or side.organisation] for sides in (told, again)
    ]
    if len(known[0]) == len(told) > 0 and len(known[1]) == len(again) > 0:
        shared = any(can_be_one(side, two) for side in known[0] for two in known[1])
        if not shared:
            yield f"parties {known[0][0].name} and {known[1][0].name}"
