"""Rules for days of the calendar: "March 20", "11/11/2017", "the 20th" in, drafts out."""

import re

from readout.reading.times.draft import Draft, Rule, fixed_date
from readout.reading.times.months import MONTH
from readout.reading.times.values import day_of
from readout.reading.times.words import COUNTED, GAP, MONTHS, WEEKDAYS, one_of
from readout.reading.times.years import YEAR, year_of

__all__ = ["DATE_RULES"]

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d%a-z]|[.:]\d|,\d{3}\b)"
_LEAD = (
    rf"(?P<lead>(?:last|next|this|past){GAP})?(?:{one_of(WEEKDAYS)}(?![a-z])\.?(?:,{GAP}?|{GAP}))?"
)
_LEAP_YEAR = 2000
_LONGEST_MONTH = 31
_WRITTEN_YEARS = range(1500, 2100)
_WHOLE_YEAR = 4
_REACH = 14
_ON_THE = re.compile(r"\b(?:on|until|by|from|to|of|and)\s+the\s$")


def _date(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft March 20; 20 March; Nov. 11, 2017; Friday, Oct. 23; the date of "last Oct. 23"."""
    month, day, lead = MONTHS[match["month"]], int(match["day"]), match["lead"]
    year = year_of(match["year"]) if match["year"] else None
    if day_of(year or _LEAP_YEAR, month, day) is None:
        return []
    return [
        Draft(
            start=match.end("lead") if lead else match.start(),
            end=match.end(),
            kind="date",
            number=month,
            day=day,
            year=year,
            which="last" if lead and lead[0] in "lp" else "",
        )
    ]


def _days(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft March 20-22, March 20 and 21: a date, and a day of the same month."""
    month, days = MONTHS[match["month"]], (int(match["day"]), int(match["second"]))
    year = year_of(match["year"]) if match["year"] else None
    if days[0] >= days[1] or not all(day_of(year or _LEAP_YEAR, month, day) for day in days):
        return []
    places = ((match.start(), match.end("day")), (match.start("second"), match.end()))
    return [
        Draft(start=start, end=end, kind="date", number=month, day=day, year=year)
        for (start, end), day in zip(places, days, strict=True)
    ]


def _written(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft 2018-03-20, 2018/3/20, 20180320, 2018-03-20T10:30."""
    if int(match["y"]) not in _WRITTEN_YEARS or (
        not match["sep"] and len(match[0]) < len("20180320")
    ):
        return []
    day = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is None:
        return []
    clock = match["clock"]
    value = f"{day.isoformat()}T{clock}" if clock else day.isoformat()
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="fixed",
            type="TIME" if clock else "DATE",
            value=value,
        )
    ]


def _slashed(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft 11/30/2017 and 03-26-90, month first, and 30.11.2017, day first, where both can be."""
    first, second = int(match["a"]), int(match["b"])
    dotted = match["sep"] == "."
    if dotted and len(match["year"]) < _WHOLE_YEAR:
        return []
    year = year_of(match["year"])
    orders = [(second, first), (first, second)] if dotted else [(first, second), (second, first)]
    days = [day for month, number in orders if (day := day_of(year, month, number))]
    return [fixed_date(match, days[0].isoformat())] if days else []


def _ordinal_day(match: re.Match[str], text: str) -> list[Draft]:
    """Draft the day of "on the 20th"; not "the 20th anniversary"."""
    day = int(match["nth"])
    before = text[max(0, match.start() - _REACH) : match.start()]
    if not (1 <= day <= _LONGEST_MONTH and _ON_THE.search(before)):
        return []
    return [Draft(start=match.start(), end=match.end(), kind="ordinal_day", day=day, article=True)]


_MONTHS, _WEEKDAYS, _FIGURES = frozenset(MONTHS), frozenset(WEEKDAYS), frozenset({"0"})
_COMMA_YEAR = rf"(?:,?{GAP}{YEAR})?"

DATE_RULES = (
    Rule(
        _MONTHS | _WEEKDAYS | {"last", "next", "this", "past"},
        re.compile(rf"{_LEAD}{MONTH}{GAP}{_DAY}{_COMMA_YEAR}"),
        _date,
    ),
    Rule(
        _FIGURES | _WEEKDAYS,
        re.compile(rf"{_LEAD}{_DAY}(?:{GAP}|-)(?:of{GAP})?{MONTH}(?:[,-]?{GAP}?{YEAR})?"),
        _date,
    ),
    Rule(
        _MONTHS,
        re.compile(
            rf"{MONTH}{GAP}{_DAY}(?: ?[-–—] ?|{GAP}(?:and|or|to){GAP}(?:the{GAP})?)"
            rf"(?P<second>\d{{1,2}})(?:st|nd|rd|th)?"
            rf"(?![\d%a-z]|[.:,]\d|{GAP}{one_of(COUNTED)}\b){_COMMA_YEAR}"
        ),
        _days,
    ),
    Rule(
        _FIGURES,
        re.compile(
            r"(?P<y>\d{4})(?P<sep>[-/.]?)(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)"
            r"(?:[t ](?P<clock>[01]\d:[0-5]\d)(?::\d\d)?z?)?(?!\d|[-/.]\d)"
        ),
        _written,
    ),
    Rule(
        _FIGURES,
        re.compile(
            r"(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<year>\d{4}|\d\d)(?![\d%]|[-/.]\d)"
        ),
        _slashed,
    ),
    Rule(
        _FIGURES,
        re.compile(
            r"(?P<nth>\d\d?)(?:st|nd|rd|th)"
            r"(?=[.,;:!?\"'”’)]|\s+(?:of|and|at|when|after|before|but)\b|$)"
        ),
        _ordinal_day,
    ),
)
