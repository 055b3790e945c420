"""A cue in, the word in it that names an act out, turned where it is negated."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from readout.data.tables import rows
from readout.reading.acts_forms import base_forms
from readout.records.text import Span

__all__ = ["CARRIES", "NAMES", "NEUTRAL", "CueWord", "cue_act"]

NEUTRAL = "neutral"
"""In the place of an act: the words that follow must show it."""
NAMES = "names"
"""In the place of an act: the cue gives somebody a name, which may blame or laud."""
CARRIES = "carries "
"""Before an act: the first words that follow may name another ("expressed | his regret")."""
_ASSERT, _WEAK = "assert", "weak "
_NOT = frozenset(
    {"not", "never", "no", "cannot", "without", "neither", "nor"}
    | {"hardly", "barely", "scarcely", "few", "nobody"}
)
_SKIP = 2  # words that may stand between the words of a phrase, or a negation and its word
_TURNED = {
    "assert": "decline",
    NEUTRAL: "decline",
    NAMES: "assert",
    "confirm": "decline",
    "deny": "assert",
    "decline": "assert",
    "propose": "decline",
    "promise": "decline",
    "plan": "decline",
    "demand": "decline",
    "warn": "assert",
    "threaten": "assert",
    "accuse": "decline",
    "praise": "decline",
    "regret": "decline",
    "doubt": "believe",
    "believe": "doubt",
    "ask": "assert",
}
"""What a negated cue does: who does not say, declines; who does not believe, doubts."""


class CueWord(msgspec.Struct, frozen=True):
    """A word or phrase of a cue, with the act it names."""

    act: str
    span: Span
    weak: bool = False


class _Word(msgspec.Struct, frozen=True):
    """One word of a cue: its forms in lower case, the base form last, and its place."""

    forms: tuple[str, ...]
    span: Span


def cue_act(text: str, cue: Sequence[Span], form: str) -> CueWord | None:
    """Return the word of the cue that decides the act, None where no word is known.

    The first that names an act decides; then a word of asserting or naming, a weak word such as
    "will", and at last a neutral one.
    """
    words = [word for span in cue for word in _words(text, span)]
    negated = _negated_before(text, cue)
    found: list[CueWord] = []
    at = 0
    while at < len(words):
        match = _match(words, at, form)
        if match is None:
            at += 1
            continue
        act, last, weak = match
        before = words[max(at - _SKIP - 1, 0) : at]
        if any(w.forms[0] in _NOT for w in before) or (negated and at <= _SKIP):
            act = _TURNED[act.removeprefix(CARRIES)]
        found.append(CueWord(act, Span(words[at].span.start, words[last].span.end), weak))
        at += 1 if last == at else last - at + 1
    if not found and (negated or any(word.forms[0] in _NOT for word in words)):
        return CueWord("decline", Span(words[0].span.start, words[-1].span.end)) if words else None
    return min(found, key=_rank, default=None)


def _rank(word: CueWord) -> int:
    """Return how late a word is heard; of equals the first in the text is."""
    if word.act.startswith(CARRIES):
        return 4
    return 2 if word.weak else {NAMES: 1, _ASSERT: 3, NEUTRAL: 5}.get(word.act, 0)


_WORD = re.compile(
    r"n['’]t\b|['’](?:ll|d|re|m|ve|s)\b|[^\W\d_]+?(?=n['’]t\b)|[^\W\d_]+(?:-[^\W\d_]+)*"
)
_SHORT = {
    "n't": "not",
    "'ll": "will",
    "'d": "would",
    "'re": "be",
    "'m": "be",
    "'ve": "have",
    "'s": "be",
}


def _words(text: str, span: Span) -> list[_Word]:
    found: list[_Word] = []
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group().lower().replace("’", "'")
        word = _SHORT.get(word, word)
        found.append(_Word(base_forms(word), Span(*match.span())))
    return found


_NEGATION = re.compile(
    r"(?:n['’]t|\b(?:not|never|no longer|cannot|without|neither|nor))\s+(?:\w+ly\s+|yet\s+)?$"
)


def _negated_before(text: str, cue: Sequence[Span]) -> bool:
    """Say whether a negation stands just before the cue, outside it."""
    if not cue:
        return False
    start = min(span.start for span in cue)
    return _NEGATION.search(text[max(start - 30, 0) : start]) is not None


def _match(words: Sequence[_Word], at: int, form: str) -> tuple[str, int, bool] | None:
    """Return the act of the longest phrase that begins here, its last word, and if it is weak."""
    best: tuple[int, bool, str, int, bool] | None = None
    for base in words[at].forms:
        for rest, wanted, act in _phrases().get(base, ()):
            if wanted not in {"any", form}:
                continue
            last = _reach(words, at, rest)
            if last is None:
                continue
            weak = act.startswith(_WEAK)
            one = (len(rest), wanted != "any", act.removeprefix(_WEAK), last, weak)
            if best is None or one[:2] > best[:2]:
                best = one
    return None if best is None else best[2:]


def _reach(words: Sequence[_Word], at: int, rest: tuple[str, ...]) -> int | None:
    """Return where a phrase ends whose further words are `rest`, None where they do not follow."""
    for wanted in rest:
        skip = 0 if wanted.startswith("_") else _SKIP
        ahead = range(at + 1, min(at + 2 + skip, len(words)))
        step = next((i for i in ahead if wanted.lstrip("_") in words[i].forms), None)
        if step is None:
            return None
        at = step
    return at


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Return the cue table by first word: further words, the form of content wanted, the act."""
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for act, wanted, forms in rows("cue_acts.tsv"):
        for phrase in forms.split(","):
            first, *rest = phrase.split()
            table.setdefault(first, []).append((tuple(rest), wanted, act))
    return table
