"""The words of a content in, the act they do by themselves out: "thank you", "we will sue"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import get_args

import msgspec

from readout.data.tables import rows
from readout.records.reading import Act, Quote
from readout.records.text import Span

__all__ = ["content_act", "named_act"]

_SENTENCES = 3  # of a long content; later ones carry less of its weight
_LONGEST = 300  # characters of a sentence looked at
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]*)*[.!?]*")
_LEAD = frozenset(
    (
        "that",
        "and",
        "but",
        "well",
        "so",
        "look",
        "because",
        "then",
        "now",
        "also",
        "ok",
        "okay",
        "oh",
    )
)
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_REACH = {"start": 0, "own": 0, "near": 3, "early": 11}
_SELF: dict[Quote, tuple[str, ...]] = {
    "direct": ("i", "we"),
    "indirect": ("he", "she", "they"),
    "mixed": ("i", "we", "he", "she", "they"),
}
"""The words by which a source speaks of itself."""
_STEM = 3  # letters of a stem under which words with any ending are kept


class _Rule(msgspec.Struct, frozen=True):
    """One row of the table: how early it decides, its act, and what follows its first word."""

    rank: int
    act: Act
    reach: int
    """The last word of a sentence it may begin at, counted from 0 without "that", "and", "well"."""
    times: int
    stem: str
    follows: re.Pattern[str] | None


_Rules = dict[str, list[_Rule]]


def content_act(text: str, content: Sequence[Span], quote: Quote) -> tuple[Act, Span] | None:
    """Return the act of the first sentence that does more than state, and what shows it."""
    for number, sentence in enumerate(_sentences(text, content)):
        if number == _SENTENCES:
            return None
        places = (
            ("start", "near", "early", "own", "any", "twice") if number == 0 else ("any", "twice")
        )
        if found := _earliest(text, sentence, _table(places, quote)):
            return found
    return None


def named_act(text: str, content: Sequence[Span]) -> tuple[Act, Span] | None:
    """Return whether a name or description blames or lauds, and the word that does."""
    for span in content:
        head = Span(span.start, min(span.end, span.start + _LONGEST))
        if found := _earliest(text, head, _table(("name",), "indirect")):
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
    found = list(_fits(words, rules))
    if words.rstrip(" \"”'").endswith("?"):
        found += [(rule.rank, rule.act, 0, len(words)) for rule in rules.get("?", ())]
    if not found:
        return None
    _, act, start, end = min(found, key=lambda fit: fit[0])
    return act, Span(sentence.start + start, sentence.start + end)


def _fits(words: str, rules: _Rules) -> Iterator[tuple[int, Act, int, int]]:
    """Yield the rank and act of each rule that fits, and from where to where."""
    number = 0
    seen: dict[int, set[str]] = {}
    for word in _WORD.finditer(words):
        first = word.group()
        for rule in (*rules.get(first, ()), *rules.get(first[:_STEM] + "*", ())):
            if rule.reach < number or not first.startswith(rule.stem):
                continue
            end = _end(words, word.end(), rule)
            if end is None:
                continue
            if rule.times > 1:
                seen.setdefault(rule.rank, set()).add(first)
                if len(seen[rule.rank]) < rule.times:
                    continue
            yield rule.rank, rule.act, word.start(), end
        number += number > 0 or first not in _LEAD


def _end(words: str, at: int, rule: _Rule) -> int | None:
    """Return where the words end that the rule asks for after its first, None where they fail."""
    if rule.follows is None:
        return at
    rest = rule.follows.match(words, at)
    return rest.end() if rest else None


@lru_cache(maxsize=8)
def _table(wanted: tuple[str, ...], quote: Quote) -> _Rules:
    """Return the rules of these places by their first word, or by the first letters of a stem."""
    table: _Rules = {}
    for rank, (act, where, firsts, *follows) in enumerate(rows("content_acts.tsv")):
        if where not in wanted:
            continue
        pattern = re.compile(follows[0]) if follows and follows[0] else None
        words = firsts.split("|")
        if where == "own":
            words = [me + joined for me in _SELF[quote] for joined in words]
        for first in words:
            stem = first.removesuffix("*") if first.endswith("*") else ""
            key = stem[:_STEM] + "*" if stem else first
            rule = _Rule(
                rank, _act(act), _REACH.get(where, _LONGEST), 1 + (where == "twice"), stem, pattern
            )
            table.setdefault(key, []).append(rule)
    return table


def _act(name: str) -> Act:
    return next(act for act in get_args(Act) if act == name)
