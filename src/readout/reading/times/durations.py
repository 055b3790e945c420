"""Rules for lengths of time and for times that recur: "three days", "every Monday" in, drafts out."""

import re

from readout.reading.times.draft import Draft, Rule
from readout.reading.times.words import (
    DAYPARTS,
    GAP,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    SETS,
    UNITS,
    WEEKDAYS,
    number_of,
    one_of,
)

__all__ = ["DURATION_RULES", "NUMBER", "UNIT", "length", "vague_length"]

_CODES = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W",
    "month": "P{}M", "quarter": "P{}Q", "year": "P{}Y", "weekend": "P{}WE",
}
_TENFOLD = {"decade": 10, "century": 100}
_WORDS = one_of(NUMBERS)
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{_WORDS}(?:[- ](?:and{GAP})?{_WORDS}(?![a-z]))*(?![a-z])"
    rf"|a{GAP}(?:hundred|thousand|dozen)(?![a-z])"
    rf"(?:{GAP}and{GAP}a{GAP}half)?)"
)
UNIT = one_of(UNITS)
_PLURALS = one_of(unit for unit in UNITS if unit.endswith("s"))
_BETWEEN = rf"(?:(?:more|full|whole|straight|consecutive|successive|additional|trading|business|working|calendar|long|solid|fiscal){GAP})?"


def length(count: float, unit: str) -> str:
    """Return the TIMEX3 value of so many units: P3M, PT12H, P10Y for a decade."""
    if unit in _TENFOLD:
        count, unit = count * _TENFOLD[unit], "year"
    return _CODES[unit].format(f"{count:g}" if count < 1e6 else f"{count:.0f}")  # noqa: PLR2004


def vague_length(unit: str) -> str:
    """Return the value of an unknown number of units: PXM; decades PXE, centuries PXC as used."""
    codes = {"decade": "PXE", "century": "PXE"}
    return codes.get(unit) or _CODES[unit].format("X")


def _duration(match: re.Match[str], text: str) -> list[Draft]:
    """Three days, 10-year, two and a half hours, ninety minutes."""
    count = number_of(match["number"])
    unit = UNITS[match["unit"]]
    if count is None or _is_age(match, text) or text[match.start("unit")].isupper():
        return []
    if unit == "quarter" and _is_share(match, text):
        return []
    more = number_of(match["other"]) if match["other"] else None
    return [
        Draft(
            start=match.start(), end=match.end(), kind="fixed", type="DURATION",
            value=length(count if more is None else max(count, more), unit),
            article=match["unit"].endswith("s"),
        )
    ]


def _is_age(match: re.Match[str], text: str) -> bool:
    """Say whether a length is a person's age: 44-year-old, 55 years old, years of age."""
    after = text[match.end() : match.end() + 10]
    return bool(re.match(r"[- \n]old\b|\s+of\s+age\b", after))


def _is_share(match: re.Match[str], text: str) -> bool:
    """Say whether quarters are parts of a whole: three-quarters, three quarters of the crop."""
    joined = text[match.start("unit") - 1] == "-"
    return joined or bool(re.match(r"\s+of\b", text[match.end() : match.end() + 5]))


def _couple(match: re.Match[str], _text: str) -> list[Draft]:
    """A few days, several years, a couple of weeks, half a century."""
    unit, words = UNITS[match["unit"]], match["vague"]
    count = number_of(words) if re.match(r"(?:a\s+)?(?:couple|pair)|half", words) else None
    return [
        Draft(
            start=match.start(), end=match.end(), kind="fixed", type="DURATION",
            value=vague_length(unit) if count is None else length(count, unit),
            mod="APPROX" if "couple" in words else None,
        )
    ]


def _half(match: re.Match[str]) -> list[Draft]:
    """Half an hour, half a century."""
    value = length(0.5, UNITS[match["unit"]])
    return [Draft(start=match.start(), end=match.end(), kind="fixed", type="DURATION", value=value)]


def _one(match: re.Match[str], text: str) -> list[Draft]:
    """A week, an hour; "$5 a year" recurs."""
    unit = UNITS[match["unit"]]
    before = text[max(0, match.start() - 16) : match.start()]
    rate = re.search(r"(?:\d|illion|illions|dollars|cents|francs|marks|times|twice|once|hours)\s+$", before)
    return [
        Draft(
            start=match.start(), end=match.end(), kind="fixed", type="SET" if rate else "DURATION",
            value=length(1, unit),
        )
    ]


def _long(match: re.Match[str], _text: str) -> list[Draft]:
    """Day-long, yearlong."""
    value = length(1, match["unit"])
    return [Draft(start=match.start(), end=match.end(), kind="fixed", type="DURATION", value=value)]


def _bare(match: re.Match[str], text: str) -> list[Draft]:
    """Months, for years: an unknown length."""
    unit = UNITS[match["unit"]]
    return [
        Draft(
            start=match.start(), end=match.end(), kind="fixed", type="DURATION", value=vague_length(unit)
        )
    ]


def _named_set(match: re.Match[str], _text: str) -> list[Draft]:
    """Daily, annually."""
    return [_set(match, SETS[match["word"]])]


def _each(match: re.Match[str], _text: str) -> list[Draft]:
    """Every day, each July, every two weeks, every Monday."""
    name = match["name"]
    if name:
        value = _recurring(name)
        return [_set(match, value)] if value else []
    count = number_of(match["number"]) if match["number"] else 1
    return [_set(match, length(count or 1, UNITS[match["unit"]]))]


def _mondays(match: re.Match[str], text: str) -> list[Draft]:
    """Mondays, on Sundays."""
    if not text[match.start()].isupper():
        return []
    return [_set(match, _recurring(match["name"]))]


def _recurring(name: str) -> str:
    """Return the open value of a name that comes back: XXXX-WXX-1, XXXX-07, XXXX-SU."""
    if name in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[name]}"
    if name in MONTHS:
        return f"XXXX-{MONTHS[name]:02d}"
    if name in SEASONS:
        return f"XXXX-{SEASONS[name]}"
    return f"XXXX-XX-XX{DAYPARTS[name]}"


def _set(match: re.Match[str], value: str) -> Draft:
    return Draft(start=match.start(), end=match.end(), kind="fixed", type="SET", value=value)


_NUMBER_STARTS = frozenset(NUMBERS) | {"0", "a"}
_NAMES = one_of([*WEEKDAYS, *MONTHS, *SEASONS, *DAYPARTS])
_VAGUE = rf"(?:a{GAP})?(?:few|couple(?:{GAP}of)?|number{GAP}of|pair{GAP}of)|several|many|countless"

DURATION_RULES = (
    Rule(
        _NUMBER_STARTS,
        re.compile(
            rf"(?P<number>{NUMBER})(?:(?:{GAP}(?:to|or){GAP}| ?[-–] ?)(?P<other>{NUMBER}))?"
            rf"(?:{GAP}|-){_BETWEEN}(?P<unit>{UNIT})(?![a-z])(?:-long(?![a-z]))?"
        ),
        _duration,
    ),
    Rule(
        frozenset({"a", "few", "several", "many", "couple", "half", "countless", "pair"}),
        re.compile(
            rf"(?:(?P<vague>{_VAGUE}){GAP}(?:more{GAP}|long{GAP}|short{GAP})?|(?P<half>half)(?:{GAP}|-)(?:an?{GAP})?)(?P<unit>{UNIT})(?![a-z-])"
        ),
        lambda match, text: _couple(match, text) if match["vague"] else _half(match),
    ),
    Rule(
        frozenset({"a", "an"}),
        re.compile(rf"an?{GAP}(?:full{GAP}|whole{GAP}|single{GAP})?(?P<unit>second|minute|hour|day|week|month|quarter|year|decade|century)(?![a-z-])"),
        _one,
    ),
    Rule(
        frozenset(unit for unit in UNITS if unit.endswith("s")) - {"seconds", "quarters", "hrs", "weekends", "minutes"},
        re.compile(rf"(?P<unit>{_PLURALS})(?![a-z])"),
        _bare,
    ),
    Rule(
        frozenset({"day", "week", "month", "year", "hour", "decade", "weeklong", "monthlong", "yearlong", "daylong"}),
        re.compile(r"(?P<unit>day|week|month|year|hour|decade)-?long(?![a-z])"),
        _long,
    ),
    Rule(frozenset(SETS), re.compile(rf"(?P<word>{one_of(SETS)})(?![a-z])"), _named_set),
    Rule(
        frozenset({"every", "each", "per"}),
        re.compile(
            rf"(?:every|each|per){GAP}(?:other{GAP})?(?:(?:(?P<number>{NUMBER}){GAP})?(?P<unit>{UNIT})|(?P<name>{_NAMES}))(?![a-z])"
        ),
        _each,
    ),
    Rule(
        frozenset(f"{day}s" for day in WEEKDAYS if len(day) > len("thurs")),
        re.compile(rf"(?P<name>{one_of(WEEKDAYS)})s(?![a-z])"),
        _mondays,
    ),
)
