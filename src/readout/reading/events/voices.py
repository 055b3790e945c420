"""A trigger's place and a page's attributions in, who says that it is so out."""

from collections.abc import Sequence

from readout.records.event import Voice
from readout.records.reading import Attribution
from readout.records.text import Span

__all__ = ["teller", "voice_of"]


def teller(trigger: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return the innermost attribution whose content holds the trigger; None: the outlet's own.

    One whose cue is the trigger does not tell it: that Berlin accused somebody is told by whoever
    tells of the accusation.
    """
    holding = [
        (sum(span.end - span.start for span in one.content), number)
        for number, one in enumerate(attributions)
        if any(span.start <= trigger.start and trigger.end <= span.end for span in one.content)
        and not any(span.overlaps(trigger) for span in one.cue)
    ]
    return attributions[min(holding)[1]] if holding else None


def voice_of(told: Attribution | None) -> Voice:
    """Name the one who says so."""
    if told is None:
        return Voice()
    return Voice(aid=told.aid, name=told.speaker.name if told.speaker else None)
