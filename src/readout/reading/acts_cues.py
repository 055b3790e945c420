"""A cue in, the word in it that names an act out, turned where it is negated."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from readout.article.tables import rows
from readout.reading.acts_forms import base_forms
from readout.records.reading import Attribution
from readout.records.text import Span

__all__ = ["NAMES", "NEUTRAL", "CueWord", "content_form", "cue_act"]

NEUTRAL = "neutral"
"""In the place of an act: the words that follow must show it."""
NAMES = "names"
"""In the place of an act: the cue gives somebody a name, which may blame or laud."""
_ASSERT, _WEAK = "assert", "weak "
_NOT = frozenset("not never no cannot without neither nor hardly barely scarcely few nobody".split())
_SKIP = 2  # words that may stand between the words of a phrase, or a negation and its word
_TURNED = {
    "assert": "decline", NEUTRAL: "decline", NAMES: "assert", "confirm": "decline", "deny": "assert",
    "decline": "assert", "propose": "decline", "promise": "decline", "plan": "decline",
    "demand": "decline", "warn": "assert", "threaten": "assert", "accuse": "assert",
    "praise": "decline", "regret": "decline", "doubt": "believe", "believe": "doubt", "ask": "assert",
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
            act = _TURNED[act]
        found.append(CueWord(act, Span(words[at].span.start, words[last].span.end), weak))
        at += 1 if last == at else last - at + 1
    return min(found, key=_rank, default=None)


def _rank(word: CueWord) -> int:
    if word.weak:
        return 1
    return {_ASSERT: 2, NAMES: 2, NEUTRAL: 3}.get(word.act, 0)


_WORD = re.compile(r"n['’]t\b|['’](?:ll|d|re|m|ve|s)\b|[^\W\d_]+?(?=n['’]t\b)|[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORT = {"n't": "not", "'ll": "will", "'d": "would", "'re": "be", "'m": "be", "'ve": "have", "'s": "be"}


def _words(text: str, span: Span) -> list[_Word]:
    found: list[_Word] = []
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group().lower().replace("’", "'")
        word = _SHORT.get(word, word)
        found.append(_Word(base_forms(word), Span(*match.span())))
    return found


_NEGATION = re.compile(
    r"(?:n['’]t|\bnot|\bnever|\bno longer|\bcannot|\bwithout|\bneither|\bnor)\s+(?:\w+ly\s+|yet\s+)?$"
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
        ahead = range(at + 1, min(at + 2 + _SKIP, len(words)))
        step = next((i for i in ahead if wanted in words[i].forms), None)
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


_TO = re.compile(r"\W*(?:not )?to (?!the\b|a\b|an\b|his\b|her\b|their\b|its\b|our\b|my\b)[a-z]")
_WHOM_TO = re.compile(r"\W*(?:for )?(?:[\w’'.-]+ ){1,5}?(?:not )?to (?!the\b|a\b|an\b|his\b|her\b|their\b|its\b|that\b)[a-z]")
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|can|could|may|did|does|do|said|that|going|want\w*|need\w*|plan\w*)\b|[,.;]"
)
_WHETHER = re.compile(r"\W*(?:whether|if|why|how|what|who|whom|when|where|which)\b")
_DOING = re.compile(r"\W*\w+ing\b")


def content_form(text: str, attribution: Attribution) -> str:
    """Say how the content begins: "to", "whom to", "whether", "doing", or "" for any other way."""
    first = min(attribution.content)
    head = text[first.start : min(first.end, first.start + 80)].lower()
    last = max(attribution.cue, default=None)
    if _TO.match(head) or (last is not None and last.of(text).endswith(" to")):
        return "to"
    if (whom := _WHOM_TO.match(head)) and not _FINITE.search(whom.group()[:-5]):
        return "whom to"
    if _WHETHER.match(head):
        return "whether"
    return "doing" if _DOING.match(head) else ""
