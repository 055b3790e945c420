"""A report in, whether its page only speaks of the event in passing out.

"Talked for the first time since Chile seized the ship, both governments said" does not say who
knows of the seizure, nor does "the engineer who was arrested last week".
"""

import re

from readout.records.entries import Report

__all__ = ["is_aside"]

_ASIDE = re.compile(
    r"\b(?:after|before|since|when|because|following|despite|over|who|whom|whose|which)\s"
    r"(?:[^\s.,;:?!“”\"]+\s+){0,8}$",
    re.IGNORECASE,
)


def is_aside(report: Report) -> bool:
    """Say whether the deed stands in a clause that takes it for known."""
    before = report.sentence[: max(0, report.trigger_span.start - report.sentence_span.start)]
    return _ASIDE.search(before) is not None
