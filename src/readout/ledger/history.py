"""The tellings of one event in, how far it had come and when that was said out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from readout.ledger.events.told import is_called_off, is_kept
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
        if entry.status == "cancelled" and _is_put_off(steps, entry):
            continue
        if entry.status == "ongoing" and "occurred" in reached:
            continue
        if entry.status == "proposed" and reached & {"planned", "postponed", "cancelled"}:
            continue
        steps.append(entry)
    return tuple(steps)


def _is_put_off(steps: Sequence[HistoryEntry], entry: HistoryEntry) -> bool:
    """Say whether the same one says that day that it is put off, which "was to have met" means."""
    told = (entry.said, entry.by)
    return any(step.status == "postponed" and (step.said, step.by) == told for step in steps)


def milestone_of(telling: Telling) -> Milestone | None:
    """Return the step that a telling is of; None where it only imagines the event."""
    status = telling.report.status
    if will_not(telling.report) or is_kept(telling.report):
        return None
    if status == "cancelled" or is_called_off(telling.report):
        words = [stem(word) for word in words_of(telling.report.sentence)]
        late = not _PUT_OFF.isdisjoint(words) or ("put", "off") in pairwise(words)
        return "postponed" if late else "cancelled"
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
