"""Rules for times that come back: "daily", "every Monday", "Sundays" in, drafts out."""

import re

from readout.reading.times.draft import Draft, Rule
from readout.reading.times.durations import NUMBER, UNIT, length
from readout.reading.times.words import (
    DAYPARTS,
    GAP,
    MONTHS,
    SEASONS,
    SETS,
    UNITS,
    WEEKDAYS,
    number_of,
    one_of,
)

__all__ = ["SET_RULES"]


def _set(match: re.Match[str], value: str) -> Draft:
    return Draft(start=match.start(), end=match.end(), kind="fixed", type="SET", value=value)


def _named(match: re.Match[str], text: str) -> list[Draft]:
    """Draft daily, annually; not the Daily of a newspaper's name."""
    after = text[match.end() : match.end() + 2]
    if text[match.start()].isupper() and not re.match(r"\s[a-z]", after):
        return []
    return [_set(match, SETS[match["word"]])]


def _each(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft every day, each July, every two weeks, every other year."""
    if match["name"]:
        return [_set(match, _recurring(match["name"]))]
    count = number_of(match["number"]) if match["number"] else 1
    return [_set(match, length(2 if match["other"] else count or 1, UNITS[match["unit"]]))]


def _mondays(match: re.Match[str], text: str) -> list[Draft]:
    """Draft Mondays, on Sundays."""
    return [_set(match, _recurring(match["name"]))] if text[match.start()].isupper() else []


def _recurring(name: str) -> str:
    """Return the open value of a name that comes back: XXXX-WXX-1, XXXX-07, XXXX-SU."""
    if name in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[name]}"
    if name in MONTHS:
        return f"XXXX-{MONTHS[name]:02d}"
    return f"XXXX-{SEASONS[name]}" if name in SEASONS else f"XXXX-XX-XX{DAYPARTS[name]}"


_LONG_DAYS = [day for day in WEEKDAYS if day.endswith("day")]
_NAMES = one_of([*WEEKDAYS, *MONTHS, *SEASONS, *DAYPARTS])

SET_RULES = (
    Rule(frozenset(SETS), re.compile(rf"(?P<word>{one_of(SETS)})(?![a-z])"), _named),
    Rule(
        frozenset({"every", "each", "per"}),
        re.compile(
            rf"(?:every|each|per){GAP}(?P<other>other{GAP})?"
            rf"(?:(?:(?P<number>{NUMBER}){GAP})?(?P<unit>{UNIT})|(?P<name>{_NAMES}))(?![a-z])"
        ),
        _each,
    ),
    Rule(
        frozenset(f"{day}s" for day in _LONG_DAYS),
        re.compile(rf"(?P<name>{one_of(_LONG_DAYS)})s(?![a-z])"),
        _mondays,
    ),
)
