"""Rules for years, decades and centuries: "1990", "the '80s", "the 20th century" in, drafts out."""

import re

import msgspec

from readout.reading.times.draft import Draft, Rule, fixed_date
from readout.reading.times.words import (
    COUNTED,
    DECADES,
    GAP,
    NUMBERS,
    ORDINALS,
    number_of,
    one_of,
)

__all__ = ["YEAR", "YEAR_RULES", "year_of"]

_TENS = [word for word, number in NUMBERS.items() if number in range(20, 100, 10)]
_ONES = [word for word, number in NUMBERS.items() if number in range(1, 10)]
_TEENS = [word for word, number in NUMBERS.items() if number in range(10, 20)]
_LOW = one_of(
    [*(f"{ten}{dash}{one}" for ten in _TENS for one in _ONES for dash in "- "), *_TENS, *_TEENS]
)
_HIGH = ("eighteen", "nineteen", "twenty")
_WORDED = (
    rf"{one_of(_HIGH)}{GAP}{_LOW}"
    rf"|two{GAP}thousand(?:{GAP}(?:and{GAP})?(?:{_LOW}|{one_of(_ONES)}))?"
)
YEAR = rf"(?P<year>\d{{4}}|['’]\d\d|{_WORDED})(?![\d%a-z]|[.,]\d|-\w)"
"""A year that stands after a month or the word "year"."""

_FIGURES = 4
_TURN = 50
_USUAL = range(1900, 2050)
_REACH = 14
_DATING = re.compile(
    r"\b(?:in|since|by|of|from|until|to|before|after|year|between|early|late|and|mid|during|fiscal|"
    r"through)[ \n-]$"
)
_DATING_ANY = re.compile(r"\b(?:in|since|year)\s$")
_IN_A_NUMBER = re.compile(r"[\d$£€#/.:-]$|\d[,.]$")
_OWNED = re.compile(r"(?:'s|’s|\ba|\bhis|\bher)\s$")
_PERSON = re.compile(r"\b(?:his|her|their|my|your|our)\s(?:early |mid-?|late )?$")


def year_of(words: str) -> int:
    """Return the year that figures or words mean: '90 is 1990, '18 is 2018."""
    if words[0].isalpha():
        return _in_words(words)
    number = int(words.lstrip("'’"))
    if len(words) >= _FIGURES:
        return number
    return number + (1900 if number >= _TURN else 2000)


def _in_words(words: str) -> int:
    first, *rest = re.findall(r"[a-z]+", words)
    if first == "two":
        return int(number_of(words) or 0)
    return NUMBERS[first] * 100 + int(number_of(" ".join(rest)) or 0)


def _before(match: re.Match[str], text: str) -> str:
    return text[max(0, match.start() - _REACH) : match.start()].lower()


def _is_name(match: re.Match[str], text: str) -> bool:
    """Say whether a capitalised word follows."""
    return bool(re.match(r"\s[A-Z]", text[match.end() : match.end() + 2]))


def _year(match: re.Match[str], text: str) -> list[Draft]:
    """Draft 1990 and 2018; 1776 only after "in" or "since", and no model of a car."""
    before = _before(match, text)
    if _IN_A_NUMBER.search(before) and not _DATING.search(before):
        return []
    if int(match["year"]) not in _USUAL and not _DATING_ANY.search(before):
        return []
    if _OWNED.search(before) and _is_name(match, text):
        return []  # his 1987 Chevrolet
    return [fixed_date(match, match["year"])]


def _worded_year(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft nineteen ninety-seven."""
    return [fixed_date(match, f"{year_of(match['year']):04d}")]


def _the_year(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the year 2000, the year two thousand."""
    return [fixed_date(match, f"{year_of(match['year']):04d}", article=True)]


def _decade(match: re.Match[str], text: str) -> list[Draft]:
    """Draft the 1990s, the '80s, the nineties; not someone's twenties."""
    if match["long"]:
        value = match["long"][:3]
    elif _PERSON.search(_before(match, text)):
        return []
    elif match["name"]:
        value = f"19{DECADES[match['name']] // 10}"
    else:
        value = f"19{match['short'][0]}"
    draft = fixed_date(match, value, article=True)
    quoted = text[max(0, draft.start - 1) : draft.start] in {"'", "’", "‘"}
    return [msgspec.structs.replace(draft, start=draft.start - quoted)]


def _century(match: re.Match[str], text: str) -> list[Draft]:
    """Draft the 20th century; not 21st Century Fox."""
    if _is_name(match, text) and text[match.end("nth") + 1].isupper():
        return []
    return [fixed_date(match, f"{ORDINALS[match['nth']] - 1:02d}", article=True)]


YEAR_RULES = (
    Rule(
        frozenset({"0"}),
        re.compile(
            rf"(?P<year>\d{{4}})(?![\da-z%]|[.,:]\d|[-/]\d|-[a-z]|{GAP}{one_of(COUNTED)}\b)"
        ),
        _year,
    ),
    Rule(
        frozenset(_HIGH),
        re.compile(rf"(?P<year>{one_of(_HIGH)}{GAP}{_LOW})(?![a-z-])"),
        _worded_year,
    ),
    Rule(frozenset({"year"}), re.compile(rf"year{GAP}{YEAR}"), _the_year),
    Rule(
        frozenset(DECADES) | {"0"},
        re.compile(
            r"(?:(?P<long>\d{3}0)|(?P<short>[2-9]0))['’]?s(?![a-z])"
            rf"|(?P<name>{one_of(DECADES)})(?![a-z])"
        ),
        _decade,
    ),
    Rule(
        frozenset(ORDINALS) | {"0", "twenty"},
        re.compile(rf"(?P<nth>{one_of(ORDINALS)})(?:{GAP}|-)century(?![a-z])"),
        _century,
    ),
)
