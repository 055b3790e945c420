"""A statement or a report in, whether it answers for an event without telling one of its own out.

"Solbakk confirmed the offer", "he declined to comment", "I do not confirm it and I do not deny it":
none of these is an event. "We will not expel anyone" denies nothing that was.
"""

import re
from collections.abc import Iterable

from readout.records.entries import Report, Statement

__all__ = ["is_neither", "is_reply", "will_not"]

_REPLY = re.compile(
    r"(?:confirm|den(?:y|ie)|acknowledg|comment|respon[ds]|repl(?:y|ie)|disput|refut)\w*",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:comment|say|discuss|answer|respond|confirm|elaborate|speak|talk|be drawn|be named)\b",
    re.IGNORECASE,
)
_CONFIRM, _DENY = (re.compile(rf"\b{stem}", re.IGNORECASE) for stem in ("confirm", r"den(?:y|ie)"))
_NOT = re.compile(r"\b(?:neither|nor|not|never)\b|n[’']t\b", re.IGNORECASE)
_WILL_NOT = re.compile(
    r"\b(?:(?:will|would|shall|should)\s+(?:not|never)|(?:wo|would|sha)n[’']t)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def is_reply(report: Report, statements: Iterable[Statement]) -> bool:
    """Say whether the report's deed is but the answering: "denied", "declined to comment"."""
    if _REPLY.fullmatch(report.trigger.split()[0]):
        return True
    return any(
        said.act == "decline" and _SAYING.search(said.content) is not None
        for said in statements
        if any(span.overlaps(report.trigger_span) for span in said.cue_spans)
    )


def is_neither(said: Statement) -> bool:
    """Say whether the statement will neither confirm nor deny, which is to decline."""
    words = f"{said.cue} {said.content}"
    return all(sign.search(words) for sign in (_CONFIRM, _DENY, _NOT))


def will_not(report: Report) -> bool:
    """Say whether it is told as not to come: that denies nothing which may have been."""
    before = report.sentence[: max(0, report.trigger_span.start - report.sentence_span.start)]
    return report.status == "denied" and _WILL_NOT.search(before) is not None
