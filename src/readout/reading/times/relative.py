"""Rules for times told from another time: "last month", "that year" in, drafts out."""

import re

from readout.reading.times.draft import (
    Draft,
    Rule,
    Which,
    fixed_length,
    shifted,
    words_of,
)
from readout.reading.times.durations import NUMBER, UNIT, length, vague_length
from readout.reading.times.words import GAP, MONTHS, SEASONS, UNITS, number_of, one_of

__all__ = ["RELATIVE_RULES", "latest"]

_WHICH: dict[str, tuple[Which, int]] = {
    "last": ("last", -1),
    "past": ("last", -1),
    "this": ("this", 0),
    "next": ("next", 1),
    "coming": ("next", 1),
    "current": ("this", 0),
    "this past": ("last", -1),
    "this coming": ("next", 1),
    "latest": ("last", -1),
    "most recent": ("last", -1),
    "present": ("this", 0),
}
_ALONE = frozenset({"last", "this", "next"})
_SPANNED = frozenset({"past", "next", "coming"})
_NARRATIVE = {
    "that": 0,
    "that same": 0,
    "same": 0,
    "previous": -1,
    "following": 1,
    "preceding": -1,
    "prior": -1,
}
_UNITS = "day|week|month|quarter|year|decade|century|period"


def _last(match: re.Match[str], text: str) -> list[Draft]:
    """Draft last month, next year, the current quarter, the latest period."""
    word, unit = words_of(match, "which"), match["unit"]
    if text[match.start("unit")].isupper():
        return []  # This Week, Next Month: a programme's or a magazine's name
    if word in {"latest", "most recent"}:
        return [latest(match)] if unit in {"quarter", "period"} else []
    if unit == "period":
        return []
    if unit in {"decade", "century"} and word in _SPANNED:
        return [fixed_length(match, length(1, unit), article=True)]
    the = _has_the(text, match.start())
    article = word not in _ALONE or the
    if the and word == "next" and unit == "day":
        return [shifted(match, unit, 1, narrative=True, article=True)]
    return [shifted(match, unit, _WHICH[word][1], article=article)]


def _has_the(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower().strip() == "the"


def latest(match: re.Match[str]) -> Draft:
    """Return the draft of the quarter the text speaks of, or else the last that is over."""
    return Draft(
        start=match.start(),
        end=match.end(),
        kind="shift",
        unit="quarter",
        grain="quarter",
        count=-1,
        spoken=True,
        article=True,
    )


def _last_name(match: re.Match[str], text: str) -> list[Draft]:
    """Draft last May, this summer, next spring."""
    name = match["name"]
    if name in MONTHS and not text[match.start("name")].isupper():
        return []
    value = f"{MONTHS[name]:02d}" if name in MONTHS else SEASONS[name]
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="part",
            value=value,
            which=_WHICH[match["which"]][0],
        )
    ]


def _that(match: re.Match[str], text: str) -> list[Draft]:
    """Draft that year, the previous day, the same month."""
    word, unit = words_of(match, "which"), match["unit"]
    if unit == "period" or (word == "same" and not _has_the(text, match.start())):
        return []
    article = not word.startswith("that")
    return [shifted(match, unit, _NARRATIVE[word], narrative=True, article=article)]


def _year_ago_unit(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the year-ago quarter, the year-earlier period, the year-earlier month."""
    unit = match["unit"]
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="shift",
            unit="year",
            count=-1,
            grain="" if unit in {"quarter", "period"} else unit,
            spoken=True,
            article=True,
        )
    ]


def _several(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the past three months, the next few days, the first nine months, recent weeks."""
    count = number_of(match["number"]) if match["number"] else None
    if match["couple"]:
        count = 2
    if count is None and (not match["unit"].endswith("s") or match["which"] in {"first", "final"}):
        return []
    unit = UNITS[match["unit"]]
    value = vague_length(unit) if count is None else length(count, unit)
    return [fixed_length(match, value, article=True)]


_SEVERAL = "last|past|next|coming|first|previous|following|recent|latest|final|preceding"

RELATIVE_RULES = (
    Rule(
        frozenset(word.split()[0] for word in _WHICH),
        re.compile(
            rf"(?P<which>{one_of(_WHICH)}){GAP}(?:fiscal{GAP})?(?P<unit>{_UNITS})(?![a-z-])"
        ),
        _last,
    ),
    Rule(
        _ALONE | _SPANNED,
        re.compile(
            rf"(?P<which>last|past|this|next|coming){GAP}(?P<name>{one_of([*MONTHS, *SEASONS])})"
            rf"(?![a-z])(?!\.?{GAP}\d\d?(?!\d))"
        ),
        _last_name,
    ),
    Rule(
        frozenset(word.split()[0] for word in _NARRATIVE),
        re.compile(rf"(?P<which>{one_of(_NARRATIVE)}){GAP}(?P<unit>{_UNITS})(?![a-z-])"),
        _that,
    ),
    Rule(
        frozenset({"year"}),
        re.compile(rf"year-(?:ago|earlier){GAP}(?P<unit>{_UNITS})(?![a-z-])"),
        _year_ago_unit,
    ),
    Rule(
        frozenset(_SEVERAL.split("|")),
        re.compile(
            rf"(?P<which>{_SEVERAL}){GAP}(?:(?P<number>{NUMBER})(?:{GAP}|-)"
            rf"|(?P<couple>couple){GAP}of{GAP}|(?:few|several|many){GAP})?"
            rf"(?:more{GAP}|fiscal{GAP}|trading{GAP})?(?P<unit>{UNIT})(?![a-z-])"
        ),
        _several,
    ),
)
