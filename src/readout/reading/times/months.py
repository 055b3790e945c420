"""Rules for months: "March", "April of 1990", "May last year" in, drafts out."""

import re

from readout.reading.times.draft import Draft, Rule
from readout.reading.times.words import GAP, MONTHS, one_of
from readout.reading.times.years import YEAR, year_of

__all__ = ["MONTH", "MONTH_RULES"]

MONTH = rf"(?P<month>{one_of(MONTHS)})(?![a-z])\.?"

_SHORT = 3
_YEARS = {"last": -1, "this": 0, "next": 1}
_MARCHED = re.compile(r"\s(?:on|for|against)\b")
_A_MARCH = re.compile(r"(?:\bthe|\ba|'s|’s)\s$")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|by|since|until|till|last|next|this|early|late|mid|from|to|through|between|during|"
    r"before|after|for|and|or|each|every|that|than|as|with|on)[ \n-]$"
)
_REACH = 12


def _month(match: re.Match[str], text: str) -> list[Draft]:
    """Draft March, Jan., April of 1990; not "May said", "march on" or "Jan Smith"."""
    name, year, which = match["month"], match["year"], match["which"]
    if not (year or which or _is_month(name, text, match.start(), match.end("month"))):
        return []
    ends_sentence = text[match.end() - 1] == "." and len(name) > _SHORT
    return [
        Draft(
            start=match.start(),
            end=match.end() - ends_sentence,
            kind="part",
            value=f"{MONTHS[name]:02d}",
            year=year_of(year) if year else None,
            in_year=_YEARS.get(which or ""),
        )
    ]


def _is_month(name: str, text: str, start: int, end: int) -> bool:
    """Say whether a name that stands alone is a month: it needs a capital, some need more."""
    if not text[start].isupper():
        return False
    before = text[max(0, start - _REACH) : start].lower()
    match name:
        case "may":
            return bool(_BEFORE_MONTH.search(before))
        case "march":
            return not (_MARCHED.match(text[end : end + 9]) or _A_MARCH.search(before))
        case "april" | "june" | "august":
            return _no_name(text, start, end) or bool(_BEFORE_MONTH.search(before))
        case _ if len(name) <= _SHORT or name == "sept":
            dotted = text[end : end + 1] == "."
            return dotted and not re.match(r"\.\s+[A-Z]", text[end : end + 4])
        case _:
            return True


def _no_name(text: str, start: int, end: int) -> bool:
    """Say that no capitalised word stands beside: April Jones, Elizabeth June."""
    after = re.match(r"\s[A-Z][a-z]", text[end : end + 4])
    return not after and not re.search(r"[A-Z][a-z]+\s$", text[max(0, start - _REACH) : start])


MONTH_RULES = (
    Rule(
        frozenset(MONTHS),
        re.compile(
            rf"{MONTH}(?:,?{GAP}(?:of{GAP})?"
            rf"(?:{YEAR}|(?P<which>last|this|next){GAP}year(?![a-z'’])))?"
        ),
        _month,
    ),
)
