"""The mentions of events of one article in, its events out: what is one event is told once."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from readout.reading.events.alike import why_one
from readout.reading.events.mentioned import Mentioned
from readout.reading.events.merge import merge_mentions
from readout.records.event import Event

__all__ = ["tie_mentions"]

_NEAR = 40  # events back to which a mention may be tied: a long page stays linear


def tie_mentions(mentions: Sequence[Mentioned], *, by: str) -> tuple[Event, ...]:
    """Tie the mentions of one event together, each with the reason; events in text order.

    A mention joins the event whose mentions it contradicts nowhere and resembles most nearly;
    those that resemble none begin an event.
    """
    events: list[list[Mentioned]] = []
    for one in mentions:
        for event in reversed(events[-_NEAR:]):
            reasons = [why_one(told, one) for told in event]
            if reason := _agreed(event, reasons):
                mention = msgspec.structs.replace(one.mention, tied_by=reason)
                event.append(replace(one, mention=mention))
                break
        else:
            events.append([one])
    return tuple(
        merge_mentions(event, eid=f"e{number}", by=by)
        for number, event in enumerate(events, start=1)
    )


def _agreed(event: Sequence[Mentioned], reasons: Sequence[str | None]) -> str | None:
    """Return the first reason, if at least half of the event's mentions give one."""
    given = [reason for reason in reasons if reason]
    return given[0] if len(given) * 2 >= len(event) else None
