"""The words of a content in, the act they do by themselves out: "thank you", "we will sue"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import get_args

import msgspec

from readout.article.tables import rows
from readout.records.reading import Act
from readout.records.text import Span

__all__ = ["content_act", "named_act"]

_SENTENCES = 3  # of a long content; later ones carry less of its weight
_LONGEST = 300  # characters of a sentence looked at
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]*)*[.!?]*")
_LEAD = frozenset("that and but well so look because then now also ok okay oh".split())
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_STEM = 3  # letters of a stem under which words with any ending are kept


class _Rule(msgspec.Struct, frozen=True):
    """One row of the table: how early it decides, its act, and what follows its first word."""

    rank: int
    act: Act
    only_at_start: bool
    stem: str
    follows: re.Pattern[str] | None


_Rules = dict[str, list[_Rule]]


def content_act(text: str, content: Sequence[Span]) -> tuple[Act, Span] | None:
    """Return the act of the first sentence that does more than state, and the words that show it."""
    for number, sentence in enumerate(_sentences(text, content)):
        if number == _SENTENCES:
            return None
        if found := _earliest(text, sentence, _rules()):
            return found
    return None


def named_act(text: str, content: Sequence[Span]) -> tuple[Act, Span] | None:
    """Return whether a name or description blames or lauds, and the word that does."""
    for span in content:
        if found := _earliest(text, Span(span.start, min(span.end, span.start + _LONGEST)), _names()):
            return found
    return None


def _sentences(text: str, content: Sequence[Span]) -> Iterator[Span]:
    for span in content:
        for match in _SENTENCE.finditer(text, span.start, span.end):
            if any(char.isalnum() for char in match.group()):
                yield Span(match.start(), min(match.end(), match.start() + _LONGEST))


def _earliest(text: str, sentence: Span, rules: _Rules) -> tuple[Act, Span] | None:
    """Return the act of the rule that stands first in the table among those that fit."""
    # one character for each, so that places stay the same
    words = sentence.of(text).replace("’", "'").replace("\n", " ").lower()
    if len(words) != sentence.end - sentence.start:
        return None
    best: tuple[int, Act, int, int] | None = None
    at_start = True
    for word in _WORD.finditer(words):
        first = word.group()
        if at_start and first in _LEAD and first not in rules:
            continue
        for rule in (*rules.get(first, ()), *rules.get(first[:_STEM] + "*", ())):
            if (rule.only_at_start and not at_start) or (best is not None and best[0] <= rule.rank):
                continue
            if rule.stem and not first.startswith(rule.stem):
                continue
            end = word.end()
            if rule.follows is not None:
                rest = rule.follows.match(words, end)
                if rest is None:
                    continue
                end = rest.end()
            best = (rule.rank, rule.act, word.start(), end)
        at_start = at_start and first in _LEAD
    if best is None:
        return None
    _, act, start, end = best
    return act, Span(sentence.start + start, sentence.start + end)


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    return _table(frozenset({"start", "any"}))


@lru_cache(maxsize=1)
def _names() -> _Rules:
    return _table(frozenset({"name"}))


def _table(wanted: frozenset[str]) -> _Rules:
    """Return the rules of these places by their first word, or by the first letters of a stem."""
    table: _Rules = {}
    for rank, (act, where, firsts, *follows) in enumerate(rows("content_acts.tsv")):
        if where not in wanted:
            continue
        pattern = re.compile(follows[0]) if follows and follows[0] else None
        for first in firsts.split("|"):
            stem = first.removesuffix("*") if first.endswith("*") else ""
            key = stem[:_STEM] + "*" if stem else first
            rule = _Rule(rank, _act(act), where == "start", stem, pattern)
            table.setdefault(key, []).append(rule)
    return table


def _act(name: str) -> Act:
    return next(act for act in get_args(Act) if act == name)
