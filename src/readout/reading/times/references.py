"""Rules for words of past, present and future: "now", "recently", "the future" in, drafts out."""

import re

from readout.reading.times.draft import Draft, Rule, fixed_date, words_of
from readout.reading.times.words import GAP, NUMBERS, REFERENCES, one_of

__all__ = ["REFERENCE_RULES"]

_ADJECTIVES = {"current": "PRESENT_REF", "recent": "PAST_REF"}


def _reference(match: re.Match[str], text: str) -> list[Draft]:
    """Draft now, recently, the future."""
    words = words_of(match, "word")
    if words == "soon" and _is_order(match, text):
        return []
    return [fixed_date(match, REFERENCES[words])]


def _is_order(match: re.Match[str], text: str) -> bool:
    """Say whether "soon" orders two happenings: as soon as, soon after."""
    after = re.match(r"\s(?:after|as|thereafter)\b", text[match.end() : match.end() + 12])
    return bool(after) or text[max(0, match.start() - 3) : match.start()].lower() == "as "


def _adjective(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft current, recent."""
    return [fixed_date(match, _ADJECTIVES[match["word"]])]


REFERENCE_RULES = (
    Rule(
        frozenset(word.split()[0] for word in REFERENCES),
        re.compile(
            rf"(?P<word>{one_of(REFERENCES)})(?![a-z])"
            rf"(?!{GAP}(?:few|several|centur|decade|year|month|week|{one_of(NUMBERS)}{GAP}|\d))"
        ),
        _reference,
    ),
    Rule(
        frozenset(_ADJECTIVES),
        re.compile(rf"(?P<word>{one_of(_ADJECTIVES)})(?![a-z])"),
        _adjective,
    ),
)
