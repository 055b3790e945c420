"""The tellings of one event in, how far it had come and when that was said out."""

from collections.abc import Iterator, Sequence

from readout.ledger.replies import will_not
from readout.ledger.stories.stems import stem, words_of
from readout.ledger.tellings import Telling
from readout.records.event import Status
from readout.records.verdicts import HistoryEntry, Milestone

__all__ = ["history_of", "milestone_of"]

_PUT_OFF = frozenset(stem(word) for word in ("postpone", "delay", "defer", "reschedule"))
_STEPS: dict[Status, Milestone] = {
    "occurred": "occurred",
    "ongoing": "ongoing",
    "planned": "planned",
    "proposed": "proposed",
    "conditional": "conditional",
    "denied": "denied",
    "cancelled": "cancelled",
}
_TO_COME = frozenset({"proposed", "planned", "conditional"})
_DONE = frozenset({"occurred", "ongoing"})


def history_of(tellings: Sequence[Telling]) -> tuple[HistoryEntry, ...]:
    """Return the steps in the order they were said; `tellings` are in order of their days.

    A step is told once, by who tells it first. What is said of the plan once the thing has come
    about is no step; that somebody denies it is, and so is its being told again after that.
    """
    steps: list[HistoryEntry] = []
    for entry in _entries(tellings):
        last = steps[-1].status if steps else None
        reached = {step.status for step in steps}
        if entry.status == last or (entry.status in _TO_COME and reached & _DONE):
            continue
        if entry.status == "ongoing" and "occurred" in reached:
            continue
        if entry.status == "proposed" and reached & {"planned", "postponed", "cancelled"}:
            continue
        steps.append(entry)
    return tuple(steps)


def milestone_of(telling: Telling) -> Milestone | None:
    """Return the step that a telling is of; None where it only imagines the event."""
    status = telling.report.status
    if will_not(telling.report):
        return None
    if status == "cancelled" and any(
        stem(word) in _PUT_OFF for word in words_of(telling.report.sentence)
    ):
        return "postponed"
    return _STEPS.get(status)


def _entries(tellings: Sequence[Telling]) -> Iterator[HistoryEntry]:
    for one in tellings:
        status = milestone_of(one)
        if status is None or one.copied is not None:
            continue
        report = one.report
        yield HistoryEntry(
            said=one.day,
            status=status,
            by=one.who.name if one.who else one.outlet,
            report=report.report_id,
            planned_for=report.start[:10] if status in _TO_COME and report.start else None,
        )
