"""Rules for lengths of time: "three days", "a few weeks" in, drafts out."""

import re

from readout.reading.times.draft import Draft, Rule, fixed_length
from readout.reading.times.words import GAP, NUMBERS, UNITS, number_of, one_of

__all__ = ["DURATION_RULES", "NUMBER", "TENFOLD", "UNIT", "length", "vague_length"]

TENFOLD = {"decade": 10, "century": 100}
"""Units told in years."""

_CODES = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "quarter": "P{}Q",
    "year": "P{}Y",
    "weekend": "P{}WE",
    "decade": "P{}E",
    "century": "P{}C",
}
_LARGE = 1e6
_WORDS = one_of(NUMBERS)
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,9}(?:\.\d{1,4})?"
    rf"|{_WORDS}(?:[- ](?:and{GAP})?{_WORDS}(?![a-z])){{0,6}}(?![a-z])"
    rf"|a{GAP}(?:hundred|thousand|dozen)(?![a-z]))(?:{GAP}and{GAP}a{GAP}half)?"
)
UNIT = one_of(UNITS)
_PLURALS = [unit for unit in UNITS if unit.endswith("s")]
_RARELY_BARE = {"seconds", "quarters", "hrs", "weekends", "minutes"}
_WHOLE = (
    "(?:more|full|whole|straight|consecutive|successive|additional|trading|business|working|"
    "calendar|long|solid|fiscal)"
)


def length(count: float, unit: str) -> str:
    """Return the TIMEX3 value of so many units: P3M, PT12H, P10Y for a decade."""
    if unit in TENFOLD:
        count, unit = count * TENFOLD[unit], "year"
    return _CODES[unit].format(f"{count:g}" if count < _LARGE else f"{count:.0f}")


def vague_length(unit: str) -> str:
    """Return the value of an unknown number of units: PXM, and PXE for decades."""
    return _CODES[unit].format("X")


def _duration(match: re.Match[str], text: str) -> list[Draft]:
    """Draft three days, 10-year, two to three weeks; not an age, not a share of something."""
    unit = UNITS[match["unit"]]
    count = number_of(match["number"])
    other = number_of(match["other"]) if match["other"] else count
    if count is None or other is None or other < count or text[match.start("unit")].isupper():
        return []
    if _is_age(match, text) or (unit == "quarter" and _is_share(match, text)):
        return []
    article = match["unit"].endswith("s")
    return [fixed_length(match, length(other, unit), article=article)]


def _is_age(match: re.Match[str], text: str) -> bool:
    """Say whether a length is a person's age: 44-year-old, 55 years old, years of age."""
    after = text[match.end() : match.end() + 10]
    return bool(re.match(r"[- \n]old\b|\s+of\s+age\b", after))


def _is_share(match: re.Match[str], text: str) -> bool:
    """Say whether quarters are parts of a whole: three-quarters, three quarters of the crop."""
    joined = text[match.start("unit") - 1] == "-"
    return joined or bool(re.match(r"\s+of\b", text[match.end() : match.end() + 5]))


def _few(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft a few days, several years, a couple of weeks."""
    unit, couple = UNITS[match["unit"]], re.search("couple|pair", match["vague"])
    return [fixed_length(match, length(2, unit) if couple else vague_length(unit))]


def _half(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft half an hour, half a century."""
    return [fixed_length(match, length(0.5, UNITS[match["unit"]]))]


def _one(match: re.Match[str], text: str) -> list[Draft]:
    """Draft a week, an hour; in "$5 a year" it recurs."""
    before = text[max(0, match.start() - 16) : match.start()]
    value = length(1, UNITS[match["unit"]])
    if not _RATE.search(before):
        return [fixed_length(match, value)]
    return [Draft(start=match.start(), end=match.end(), kind="fixed", type="SET", value=value)]


_RATE = re.compile(
    r"(?:\d|illion|illions|dollars|cents|francs|marks|euros|times|twice|once|hours)\s+$"
)


def _long(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft day-long, yearlong."""
    return [fixed_length(match, length(1, match["unit"]))]


def _bare(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft months, for years: an unknown length."""
    return [fixed_length(match, vague_length(UNITS[match["unit"]]))]


_SINGLE = "minute|hour|day|week|month|quarter|year|decade|century"
_LASTING = ("day", "week", "month", "year", "hour", "decade")

DURATION_RULES = (
    Rule(
        frozenset(NUMBERS) | {"0", "a"},
        re.compile(
            rf"(?P<number>{NUMBER})(?:(?:{GAP}(?:to|or){GAP}| ?[-–] ?)(?P<other>{NUMBER}))?"
            rf"(?:{GAP}|-)(?:{_WHOLE}{GAP})?(?P<unit>{UNIT})(?![a-z])(?:-long(?![a-z]))?"
        ),
        _duration,
    ),
    Rule(
        frozenset({"a", "few", "several", "many", "couple", "countless", "pair"}),
        re.compile(
            rf"(?P<vague>(?:a{GAP})?(?:few|couple(?:{GAP}of)?|number{GAP}of|pair{GAP}of)"
            rf"|several|many|countless){GAP}(?:more{GAP}|long{GAP}|short{GAP})?"
            rf"(?P<unit>{UNIT})(?![a-z-])"
        ),
        _few,
    ),
    Rule(
        frozenset({"half"}),
        re.compile(rf"half(?:{GAP}|-)(?:an?{GAP})?(?P<unit>{UNIT})(?![a-z-])"),
        _half,
    ),
    Rule(
        frozenset({"a", "an"}),
        re.compile(rf"an?{GAP}(?:(?:full|whole|single){GAP})?(?P<unit>{_SINGLE})(?![a-z-])"),
        _one,
    ),
    Rule(
        frozenset(_LASTING) | {f"{unit}long" for unit in _LASTING},
        re.compile(rf"(?P<unit>{one_of(_LASTING)})-?long(?![a-z])"),
        _long,
    ),
    Rule(
        frozenset(_PLURALS) - _RARELY_BARE,
        re.compile(rf"(?P<unit>{one_of(_PLURALS)})(?![a-z])"),
        _bare,
    ),
)
