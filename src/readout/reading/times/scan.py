"""Text in, the drafts of its time expressions out, in order and apart from each other."""

import re
from collections.abc import Iterator, Sequence

from readout.reading.times.ago import AGO_RULES
from readout.reading.times.clock import CLOCK_RULES
from readout.reading.times.dates import DATE_RULES
from readout.reading.times.draft import Draft, Rule
from readout.reading.times.durations import DURATION_RULES
from readout.reading.times.months import MONTH_RULES
from readout.reading.times.parts import PART_RULES
from readout.reading.times.references import REFERENCE_RULES
from readout.reading.times.relative import RELATIVE_RULES
from readout.reading.times.sets import SET_RULES
from readout.reading.times.years import YEAR_RULES

__all__ = ["lower", "scan"]

_WORD = re.compile(r"[a-z]+|\d+")


def _by_start(rules: Sequence[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Return the rules for each word an expression can start with."""
    starts = {start for rule in rules for start in rule.starts}
    return {start: tuple(rule for rule in rules if start in rule.starts) for start in starts}


# Of rules that match equally far the earlier wins.
_RULES = _by_start(
    (
        *DATE_RULES,
        *MONTH_RULES,
        *YEAR_RULES,
        *CLOCK_RULES,
        *PART_RULES,
        *RELATIVE_RULES,
        *AGO_RULES,
        *REFERENCE_RULES,
        *DURATION_RULES,
        *SET_RULES,
    )
)


def lower(text: str) -> str:
    """Return `text` in lower case with every character in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def scan(text: str, low: str) -> Iterator[Draft]:
    """Yield the longest expression at each place; `low` is `text` in lower case."""
    done = 0
    for word in _WORD.finditer(low):
        start = word.start()
        if start < done:
            continue
        name = word[0]
        rules = _RULES.get(name) or (_RULES["0"] if name.isdigit() else None)
        if rules is None or (start and low[start - 1].isalnum()):
            continue
        found = _longest(rules, text, low, start)
        if found:
            done = found[-1].end
            yield from found


def _longest(rules: Sequence[Rule], text: str, low: str, start: int) -> Sequence[Draft]:
    best: Sequence[Draft] = ()
    for rule in rules:
        match = rule.pattern.match(low, start)
        if match and (not best or match.end() > best[-1].end):
            best = rule.build(match, text) or best
    return best
