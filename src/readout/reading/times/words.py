"""The time words' tables in, lookups and pieces of regular expressions out.

All pieces are for lower-case text. `GAP` joins the words of one expression: blanks, or one line
break, never an empty line.
"""

import re
from collections.abc import Iterable

from readout.data.tables import rows

__all__ = [
    "COUNTED",
    "DAYPARTS",
    "DECADES",
    "GAP",
    "MONTHS",
    "NUMBERS",
    "ORDINALS",
    "REFERENCES",
    "SEASONS",
    "SETS",
    "UNITS",
    "WEEKDAYS",
    "ZONES",
    "number_of",
    "one_of",
]

GAP = r"(?:[ \t\u00a0]{1,3}\n?[ \t\u00a0]{0,8}|\n[ \t\u00a0]{0,8})"


def _forms(kind: str) -> dict[str, str]:
    """Return the meaning of each form of one class of the table."""
    return {
        form: meaning
        for found, meaning, forms in rows("time_words.tsv")
        if found == kind
        for form in forms.split(",")
    }


def _counts(kind: str) -> dict[str, int]:
    return {form: int(meaning) for form, meaning in _forms(kind).items()}


def one_of(words: Iterable[str]) -> str:
    """Return an expression for any of the words, the longest first; a blank stands for a gap."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", GAP) for word in longest) + ")"


MONTHS = {form: int(n) for n, forms in rows("month_names.tsv") for form in forms.split()}
WEEKDAYS = _counts("weekday") | _counts("weekday_short")
NUMBERS = _counts("number")
ORDINALS = _counts("ordinal")
DECADES = _counts("decade")
UNITS = _forms("unit")
SEASONS = _forms("season")
DAYPARTS = _forms("daypart")
SETS = _forms("set")
COUNTED = tuple(_forms("counted"))
"""Nouns that make a number before them a count and no year."""
ZONES = _forms("zone")
REFERENCES = _forms("reference")


_HALF = re.compile(r"\s+and\s+a\s+half$")


def number_of(words: str) -> float | None:
    """Return the number that figures or words name; None for a vague one ("a few")."""
    halved = _HALF.sub("", words)
    if halved != words:
        whole = number_of(halved)
        return None if whole is None else whole + 0.5
    figures = words.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", figures):
        return float(figures)
    total, current, known = 0.0, 0.0, False
    for word in re.findall(r"[a-z]+", words):
        value = NUMBERS.get(word)
        if word in {"a", "an", "couple", "pair"}:
            current, known = (2.0 if word in {"couple", "pair"} else 1.0), True
        elif value is None:
            continue
        elif value >= NUMBERS["hundred"] or word == "dozen":
            current, known = max(current, 1) * value, True
            total, current = (
                (total + current, 0) if value >= NUMBERS["thousand"] else (total, current)
            )
        else:
            current, known = current + value, True
    return total + current if known else None
