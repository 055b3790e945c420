"""Rules for times counted from another: "two weeks ago", "the end of the month" in, drafts out."""

import re

from readout.reading.times.draft import (
    Draft,
    Rule,
    Which,
    fixed_date,
    fixed_length,
    shifted,
    words_of,
)
from readout.reading.times.durations import NUMBER, TENFOLD, UNIT, length, vague_length
from readout.reading.times.relative import latest
from readout.reading.times.words import GAP, NUMBERS, UNITS, number_of, one_of

__all__ = ["AGO_RULES"]

_WAYS = {
    "ago": -1,
    "earlier": -1,
    "later": 1,
    "hence": 1,
    "from now": 1,
    "from today": 1,
    "before": -1,
}
_FROM_THE_TEXT = frozenset({"earlier", "later", "before"})
_CLOCK_UNITS = frozenset({"hour", "minute", "second"})
_GRAINS = {"weekend": "week", "week": "day"}
_MOST = 9999
_WEEKENDS: dict[str, Which] = {
    "the": "",
    "this": "this",
    "last": "last",
    "past": "last",
    "next": "next",
    "coming": "next",
}


def _ago(match: re.Match[str], text: str) -> list[Draft]:
    """Draft two weeks ago, a year earlier, three days later; "several years ago" is only past."""
    unit, way = UNITS[match["unit"]], words_of(match, "way")
    count = _count(match)
    if count is None:
        value = "PAST_REF" if _WAYS[way] < 0 else "FUTURE_REF"
        far = way in _FROM_THE_TEXT
        return [fixed_length(match, vague_length(unit)) if far else fixed_date(match, value)]
    if count != int(count) or unit in _CLOCK_UNITS or count > _MOST:
        return [fixed_length(match, length(count, unit))]
    if count == 1 and unit == "year" and _WAYS[way] < 0:
        return _year_ago(match, text)
    if unit in TENFOLD:
        count, unit = count * TENFOLD[unit], "year"
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="shift",
            unit=unit,
            grain=_GRAINS.get(unit, unit),
            count=_WAYS[way] * int(count),
            narrative=way in _FROM_THE_TEXT,
        )
    ]


def _count(match: re.Match[str]) -> float | None:
    """Return how many units; None for several, a few."""
    if match["vague"]:
        return number_of(match["vague"]) if "couple" in match["vague"] else None
    return number_of(match["number"] or "a")


def _year_ago(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft year-ago, year-earlier, a year ago: of the quarter the text speaks of, or the year."""
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="shift",
            unit="year",
            count=-1,
            spoken=True,
        )
    ]


def _the_quarter(match: re.Match[str], _text: str) -> list[Draft]:
    return [latest(match)]


def _weekend(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the weekend, this weekend, last weekend."""
    which = _WEEKENDS[match["which"]]
    return [Draft(start=match.start(), end=match.end(), kind="weekend", which=which)]


def _full(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the full year."""
    return [shifted(match, match["unit"], 0)]


def _edge(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the end of the month, earlier in the year."""
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="shift",
            unit=match["unit"],
            grain=match["unit"],
            mod="END" if match["end"] else "MID" if match["mid"] else "START",
            article=True,
        )
    ]


def _around_today(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the day before yesterday, the day after tomorrow."""
    return [shifted(match, "day", -2 if match["way"] == "before" else 2)]


def _day_before(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the day before, the week after, at the end of a clause."""
    return [shifted(match, match["unit"], -1 if match["way"] == "before" else 1, narrative=True)]


def _year_end(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft year-end, year's end."""
    return [
        Draft(
            start=match.start(), end=match.end(), kind="shift", unit="year", grain="year", mod="END"
        )
    ]


AGO_RULES = (
    Rule(
        frozenset(NUMBERS) | {"0", "a", "an", "several", "many", "few", "couple", "some"},
        re.compile(
            rf"(?:(?P<vague>(?:a{GAP})?(?:few|couple(?:{GAP}of)?)|several|many|some)"
            rf"|(?P<number>{NUMBER})|an?)(?:{GAP}|-)(?P<unit>{UNIT}){GAP}(?P<way>{one_of(_WAYS)})"
            rf"(?![a-z])(?!{GAP}(?:the|a|an|his|her|its|their|he|she|it|they)\b)"
        ),
        _ago,
    ),
    Rule(
        frozenset({"a", "year"}),
        re.compile(rf"(?:a{GAP}year{GAP}|year-)(?:ago|earlier)(?![a-z])"),
        _year_ago,
    ),
    Rule(frozenset({"the"}), re.compile(rf"the{GAP}quarter(?![a-z-])"), _the_quarter),
    Rule(
        frozenset(_WEEKENDS),
        re.compile(rf"(?P<which>{one_of(_WEEKENDS)}){GAP}weekend(?![a-z-])"),
        _weekend,
    ),
    Rule(
        frozenset({"end", "beginning", "start", "middle", "earlier", "later", "late", "early"}),
        re.compile(
            rf"(?:(?P<end>end{GAP}of|later?{GAP}in)|(?P<mid>middle{GAP}of)"
            rf"|(?:beginning|start){GAP}of|earl(?:y|ier){GAP}in)"
            rf"{GAP}the{GAP}(?P<unit>week|month|year|decade|century)(?![a-z-])"
        ),
        _edge,
    ),
    Rule(
        frozenset({"the"}),
        re.compile(rf"the{GAP}(?:full|whole|entire){GAP}(?P<unit>year)(?![a-z-])"),
        _full,
    ),
    Rule(
        frozenset({"the"}),
        re.compile(
            rf"the{GAP}day{GAP}(?:(?P<way>before){GAP}yesterday|after{GAP}tomorrow)(?![a-z])"
        ),
        _around_today,
    ),
    Rule(
        frozenset({"the"}),
        re.compile(
            rf"the{GAP}(?P<unit>day|week|month|year){GAP}(?P<way>before|after)"
            r"(?=[.,;:]|\s+(?:and|in|at|on)\b|$)"
        ),
        _day_before,
    ),
    Rule(frozenset({"year"}), re.compile(rf"year(?:['’]s|-|{GAP})[ ]?end(?![a-z])"), _year_end),
)
