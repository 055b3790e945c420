"""A draft and the words around it in, the draft with the words that belong to it out.

"early September" starts, "nearly two months" is at most, "the third quarter" has its article.
"""

import re
from typing import NamedTuple

import msgspec

from readout.reading.times.draft import Draft
from readout.reading.times.words import GAP
from readout.records.time import TimeMod

__all__ = ["extend"]

_REACH = 40


class _Before(NamedTuple):
    pattern: re.Pattern[str]
    mod: TimeMod


def _before(words: str, mod: TimeMod) -> _Before:
    return _Before(re.compile(rf"(?<![\w-])(?:{words})(?:{GAP}|-)$"), mod)


_DATE_MODS = (
    _before(
        r"(?:the )?early(?:[ -]to[ -]mid)?(?: in| part of)?(?: the| this)?"
        r"|(?:the )?(?:beginning|start) of(?: the| this)?|(?:a bit )?earlier(?: in)?(?: the)?",
        "START",
    ),
    _before(r"(?:the )?mid|(?:the )?middle of(?: the)?", "MID"),
    _before(
        r"(?:the )?late(?: in)?(?: the)?|(?:the )?(?:very )?end of(?: the)?|later(?: in)?(?: the)?",
        "END",
    ),
)
_DAY_MODS = (*_DATE_MODS, _before(r"around|about|approximately", "APPROX"))
_LENGTH_MODS = (
    _before(r"more than|over", "MORE_THAN"),
    _before(r"less than|under|fewer than", "LESS_THAN"),
    _before(r"at least", "EQUAL_OR_MORE"),
    _before(r"at most|up to|no more than|as long as|nearly|almost", "EQUAL_OR_LESS"),
    _before(r"about|around|some|roughly|approximately", "APPROX"),
)
_THE = re.compile(r"(?<!\w)(?:the)(?:[ \n]+)$")
_OR_SO = re.compile(rf"{GAP}or{GAP}so(?![a-z])")


def extend(draft: Draft, low: str) -> Draft:
    """Return `draft` with its article and the words that modify it; `low` is lower-case text."""
    if draft.type in {"DURATION", "DATE", "TIME"} and draft.value not in _OPEN:
        bare, draft = draft, _with_article(draft, low)
        if draft is bare or draft.type != "DURATION":  # "over the past three days" is just three
            draft = _modified(draft, low)
    if draft.type == "DURATION" and (match := _OR_SO.match(low, draft.end)):
        draft = msgspec.structs.replace(draft, end=match.end(), mod="APPROX")
    return draft


_OPEN = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def _modified(draft: Draft, low: str) -> Draft:
    """Return the draft with the first modifier that stands right before it."""
    mods = _LENGTH_MODS if _counts(draft) else _DAY_MODS if draft.kind == "date" else _DATE_MODS
    for before in mods:
        match = before.pattern.search(low, max(0, draft.start - _REACH), draft.start)
        if match:
            return msgspec.structs.replace(draft, start=match.start(), mod=before.mod)
    return draft


def _counts(draft: Draft) -> bool:
    """Say whether it counts units: three days, two weeks ago."""
    return draft.type == "DURATION" or (draft.kind == "shift" and abs(draft.count) > 1)


def _with_article(draft: Draft, low: str) -> Draft:
    if not draft.article:
        return draft
    match = _THE.search(low, max(0, draft.start - _REACH), draft.start)
    return msgspec.structs.replace(draft, start=match.start()) if match else draft
