"""Rules for days, months and years of the calendar: a matched date in, its draft out."""

import re

from readout.reading.times.draft import Draft, Rule
from readout.reading.times.values import day_of
from readout.reading.times.words import (
    DECADES,
    GAP,
    MONTHS,
    NUMBERS,
    ORDINALS,
    WEEKDAYS,
    number_of,
    one_of,
)

__all__ = ["DATE_RULES"]

_MONTH = rf"(?P<month>{one_of(MONTHS)})(?![a-z])\.?"
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LOW = one_of(
    [f"{ten}{dash}{one}" for ten in _TENS for one in _ONES for dash in "- "]
    + [word for word, number in NUMBERS.items() if 10 <= number <= 90]  # noqa: PLR2004
)
_WORDED = rf"(?:nineteen|eighteen|twenty){GAP}{_LOW}|two{GAP}thousand(?:{GAP}(?:and{GAP})?(?:{_LOW}|{one_of(_ONES)}))?"
_YEAR = rf"(?P<year>\d{{4}}|['’]\d\d|{_WORDED})(?![\d%a-z]|[.,]\d|-\w)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d%a-z]|[.:]\d|,\d{3}\b)"
_WEEKDAY = rf"(?P<lead>(?:last|next|this|past){GAP})?(?:(?P<weekday>{one_of(WEEKDAYS)})\.?(?:,{GAP}?|{GAP}))?"
_FULL_WORD = 4
_YEARS = {"last": -1, "this": 0, "next": 1}
_CENTURY_TURN = 50
_NOUNS_AFTER_NUMBERS = (
    "people|men|women|children|troops|soldiers|workers|employees|jobs|dollars|miles|meters|metres|"
    "feet|points|shares|tons|tonnes|pounds|homes|votes|students|refugees|residents|km|kilometers|"
    "kilometres|units|members|times|mg|degrees|words|cars|vehicles|houses|acres|hectares|bpd|barrels|"
    "others|pages|seats|passengers|francs|yen|rubles|roubles|euros|prisoners|protesters|patients"
)


def _two_digits(year: str) -> int:
    """Return the year that two figures or words mean: '90 is 1990, '18 is 2018."""
    if year[0].isalpha():
        return _in_words(year)
    number = int(year.lstrip("'’"))
    if len(year) >= 4:  # noqa: PLR2004 -- four figures are a whole year
        return number
    return number + (1900 if number >= _CENTURY_TURN else 2000)


def _year(match: re.Match[str]) -> int | None:
    found = match["year"]
    return _two_digits(found) if found else None


def _date(match: re.Match[str], _text: str) -> list[Draft]:
    """March 20, 20 March, Nov. 11, 2017, Friday, Oct. 23."""
    month, day = MONTHS[match["month"]], int(match["day"])
    year = _year(match)
    if day_of(year or 2000, month, day) is None:
        return []
    lead = match["lead"]
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


def _days(match: re.Match[str], text: str) -> list[Draft]:
    """March 20-22 and March 20 and 21: a date, and a day of the same month."""
    first = Draft(
        start=match.start(),
        end=match.end("day"),
        kind="date",
        year=_year(match),
        number=MONTHS[match["month"]],
        day=int(match["day"]),
    )
    second = int(match["second"])
    year = first.year or 2000
    if not (day_of(year, first.number, first.day) and day_of(year, first.number, second)):
        return []
    if second <= first.day:
        return []
    last = Draft(
        start=match.start("second"),
        end=match.end(),
        kind="date",
        year=first.year,
        number=first.number,
        day=second,
    )
    return [first, last]


def _month(match: re.Match[str], text: str) -> list[Draft]:
    """March, Jan., April of 1990; not "May said", "march on" or "Jan Smith"."""
    name, year = match["month"], _year(match)
    start = match.start()
    if year is None and not match["which"] and not _is_month(name, text, start, match.end("month")):
        return []
    end = match.end()
    if text[end - 1] == "." and len(name) >= _FULL_WORD:
        end -= 1
    return [
        Draft(
            start=start,
            end=end,
            kind="part",
            value=f"{MONTHS[name]:02d}",
            year=year,
            in_year=_YEARS.get(match["which"] or ""),
        )
    ]


_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|by|since|until|till|last|next|this|early|late|mid|from|to|through|between|during|"
    r"before|after|for|and|or|each|every|that|than|as|with|on)[ \n-]$"
)


def _is_month(name: str, text: str, start: int, end: int) -> bool:
    """Say whether a name that stands alone is a month: it needs a capital, May and March more."""
    if not text[start].isupper():
        return False
    if len(name) < _FULL_WORD and name != "may":
        return text[end : end + 1] == "." and not re.match(r"\.\s+[A-Z]", text[end : end + 4])
    if name not in {"may", "march", "august", "april", "june"}:
        return True
    before = text[max(0, start - 12) : start].lower()
    if name == "march":
        return not re.match(r"\s(?:on|for|against)\b", text[end : end + 9]) and not re.search(
            r"(?:\bthe|\ba|'s|’s)\s$", before
        )
    return (name in {"august", "april", "june"} and _no_name(text, start, end)) or bool(
        _BEFORE_MONTH.search(before)
    )


def _no_name(text: str, start: int, end: int) -> bool:
    """Say that no capitalised word stands beside: April Jones, Elizabeth June."""
    after = re.match(r"\s[A-Z][a-z]", text[end : end + 4])
    return not after and not re.search(r"[A-Z][a-z]+\s$", text[max(0, start - 12) : start])


def _written(match: re.Match[str], _text: str) -> list[Draft]:
    """2018-03-20, 2018/3/20, 20180320."""
    day = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
    return [_fixed(match, day.isoformat())] if day else []


def _slashed(match: re.Match[str], _text: str) -> list[Draft]:
    """11/30/2017 and 03-26-90, month first; 30.11.2017, day first; the other way where it must."""
    first, second = int(match["a"]), int(match["b"])
    if match["sep"] == "." and len(match["year"]) != len("2017"):
        return []
    year = _two_digits(match["year"])
    orders = [(first, second), (second, first)]
    if match["sep"] == ".":
        orders.reverse()
    days = [day for month, number in orders if (day := day_of(year, month, number))]
    return [_fixed(match, days[0].isoformat())] if days else []


def _lone_year(match: re.Match[str], text: str) -> list[Draft]:
    """1990 and 2018; 1776 only after a word that dates: in, since, of."""
    before = text[max(0, match.start() - 14) : match.start()].lower()
    number = int(match["year"])
    dated = re.search(
        r"\b(?:in|since|by|of|from|until|to|before|after|year|between|early|late|and|mid|during|fiscal|through)[ \n-]$",
        before,
    )
    if re.search(r"[\d$£€#/.:-]$|[\d][,.]$", before) and not dated:
        return []
    if not 1900 <= number < 2050 and not (dated and re.search(r"\b(?:in|since|year)\s$", before)):  # noqa: PLR2004
        return []
    if re.search(r"(?:'s|’s|\ba|\bhis|\bher)\s$", before) and re.match(
        r"\s[A-Z]", text[match.end() : match.end() + 2]
    ):
        return []  # his 1987 Chevrolet
    return [_fixed(match, match["year"])]


def _fixed(match: re.Match[str], value: str) -> Draft:
    return Draft(start=match.start(), end=match.end(), kind="fixed", value=value)


def _year_in_words(match: re.Match[str], _text: str) -> list[Draft]:
    """Nineteen ninety-seven, two thousand."""
    return [_fixed(match, f"{_in_words(match['year']):04d}")]


def _in_words(year: str) -> int:
    first, *rest = re.findall(r"[a-z]+", year)
    if first == "two":
        return int(number_of(year) or 2000)
    return NUMBERS[first] * 100 + int(number_of(" ".join(rest)) or 0)


def _the_year(match: re.Match[str], _text: str) -> list[Draft]:
    """The year 2000, the year two thousand."""
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="fixed",
            article=True,
            value=f"{_two_digits(match['year']):04d}",
        )
    ]


def _decade(match: re.Match[str], text: str) -> list[Draft]:
    """The 1990s, the '80s, the nineties."""
    before = text[max(0, match.start() - 14) : match.start()].lower()
    if match["name"]:
        if re.search(r"\b(?:his|her|their|my|your|our)\s(?:early |mid-?|late )?$", before):
            return []  # an age
        value = f"19{DECADES[match['name']] // 10}"
    elif match["long"]:
        value = match["long"][:3]
    else:
        value = f"19{match['short'][0]}"
    draft = _fixed(match, value)
    return [Draft(start=draft.start, end=draft.end, kind="fixed", value=value, article=True)]


def _century(match: re.Match[str], text: str) -> list[Draft]:
    """The 20th century."""
    number = ORDINALS.get(match["nth"], 0)
    if not number or re.match(r"\s[A-Z]", text[match.end() : match.end() + 2]):
        return []  # none, or 21st Century Fox
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="fixed",
            value=f"{number - 1:02d}",
            article=True,
        )
    ]


def _ordinal_day(match: re.Match[str], text: str) -> list[Draft]:
    """On the 20th; not "the 20th anniversary"."""
    day = int(match["nth"])
    if not re.search(
        r"\b(?:on|until|by|from|to|of|and)\s+the\s$",
        text[max(0, match.start() - 14) : match.start()],
    ):
        return []
    return (
        [Draft(start=match.start(), end=match.end(), kind="ordinal_day", day=day, article=True)]
        if 1 <= day <= 31
        else []
    )


_FIGURES = frozenset({"0"})
_MONTH_STARTS = frozenset(MONTHS)
_DAY_STARTS = frozenset(WEEKDAYS)
_COMMA_YEAR = rf"(?:,?{GAP}{_YEAR})?"

DATE_RULES = (
    Rule(
        _MONTH_STARTS | _DAY_STARTS | {"last", "next", "this", "past"},
        re.compile(rf"{_WEEKDAY}{_MONTH}{GAP}{_DAY}{_COMMA_YEAR}"),
        _date,
    ),
    Rule(
        _FIGURES | _DAY_STARTS,
        re.compile(rf"{_WEEKDAY}{_DAY}(?:{GAP}|-)(?:of{GAP})?{_MONTH}(?:[,-]?{GAP}?{_YEAR})?"),
        _date,
    ),
    Rule(
        _MONTH_STARTS,
        re.compile(
            rf"{_MONTH}{GAP}{_DAY}(?: ?[-–—] ?|{GAP}(?:and|or|to){GAP}(?:the{GAP})?)"
            rf"(?P<second>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%a-z]|[.:,]\d){_COMMA_YEAR}"
        ),
        _days,
    ),
    Rule(
        _MONTH_STARTS,
        re.compile(
            rf"{_MONTH}(?:,?{GAP}(?:of{GAP})?(?:{_YEAR}|(?P<which>last|this|next){GAP}year(?![a-z'’])))?"
        ),
        _month,
    ),
    Rule(
        _FIGURES,
        re.compile(r"(?P<y>\d{4})(?P<sep>[-/.]?)(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?!\d|[-/.]\d)"),
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
            rf"(?P<year>\d{{4}})(?![\da-z%]|[.,:]\d|[-/]\d|-[a-z]|{GAP}(?:{_NOUNS_AFTER_NUMBERS})\b)"
        ),
        _lone_year,
    ),
    Rule(
        frozenset({"nineteen", "twenty", "eighteen"}),
        re.compile(rf"(?P<year>(?:nineteen|twenty|eighteen){GAP}{_LOW})(?![a-z-])"),
        _year_in_words,
    ),
    Rule(frozenset({"year"}), re.compile(rf"year{GAP}{_YEAR}"), _the_year),
    Rule(
        _FIGURES | frozenset(DECADES),
        re.compile(
            rf"(?:(?P<long>\d{{3}}0)|(?P<short>[2-9]0))['’]?s(?![a-z])|(?P<name>{one_of(DECADES)})(?![a-z])"
        ),
        _decade,
    ),
    Rule(
        _FIGURES | frozenset(ORDINALS) | {"twenty"},
        re.compile(rf"(?P<nth>{one_of(ORDINALS)})(?:{GAP}|-)century(?![a-z])"),
        _century,
    ),
    Rule(
        _FIGURES,
        re.compile(
            r"(?P<nth>\d\d?)(?:st|nd|rd|th)(?=[.,;:!?\"'”’)]|\s+(?:of|and|at|when|after|before|but)\b|$)"
        ),
        _ordinal_day,
    ),
)
