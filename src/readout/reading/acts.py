"""The words of an attribution in, what its source does with them and how it is hedged out.

The first of these that answers decides: nothing was said (a refusal to comment); the cue names an
act ("denied", "urged"), which a negation may turn; the cue is neutral ("said") and the words
themselves ask, thank, promise. What does none of these is a plain assertion.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import get_args

import msgspec

from readout.data.tables import rows
from readout.reading.acts_contents import content_act, named_act
from readout.reading.acts_cues import CARRIES, NAMES, NEUTRAL, CueWord, cue_act
from readout.reading.acts_openings import content_form
from readout.records.reading import Act, Attribution
from readout.records.text import Span

__all__ = ["ActFinding", "act_of", "with_acts"]


class ActFinding(msgspec.Struct, frozen=True, kw_only=True):
    """What a source does with its words, the word that shows it, and what hedges it."""

    act: Act
    span: Span | None = None
    """The words that decided; None for an assertion that nothing marks."""
    hedge: tuple[Span, ...] = ()


def act_of(text: str, attribution: Attribution) -> ActFinding:
    """Say what the source of `attribution` does with its words."""
    hedge = _hedges(text, attribution)
    form = content_form(text, attribution)
    found = cue_act(text, attribution.cue, form)
    if found is not None and found.act.startswith(CARRIES):
        found = _carried(text, attribution) or CueWord(found.act.removeprefix(CARRIES), found.span)
    if found is None or found.act in {NEUTRAL, NAMES}:
        inner = _inner(text, attribution, found)
        if inner is not None:
            return ActFinding(act=inner[0], span=inner[1], hedge=hedge)
        span = found.span if found else None
        return ActFinding(act="assert", span=span, hedge=hedge)
    if found.act in _OWN_COURSE and _NOT_TO.match(min(attribution.content).of(text)):
        return ActFinding(act="decline", span=found.span, hedge=hedge)
    if found.act == "believe" and _NONE.match(_words(text, attribution.source)):
        return ActFinding(act="doubt", span=found.span, hedge=hedge)
    return ActFinding(act=_ACTS[found.act], span=found.span, hedge=hedge)


_OWN_COURSE = frozenset({"plan", "promise", "propose"})
_NOT_TO = re.compile(r"(?:not|never) (?:to\b|\w+ing\b)", re.IGNORECASE)
_NONE = re.compile(r"(?:few|no|none|nobody|neither|hardly|not)\b(?! doubt)", re.IGNORECASE)
"""Sources of whom few or none think so."""


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(span.of(text) for span in spans)


def with_acts(text: str, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions with their acts and hedges, in their order."""
    done: list[Attribution] = []
    for attribution in attributions:
        found = act_of(text, attribution)
        done.append(msgspec.structs.replace(attribution, act=found.act, hedge=found.hedge))
    return tuple(done)


def _carried(text: str, attribution: Attribution) -> CueWord | None:
    """Return the act the content's first words name: "his regret", "serious doubts"."""
    first = min(attribution.content)
    head = Span(first.start, min(first.end, first.start + _CARRIED))
    named = cue_act(text, (head,), "")
    return named if named is not None and named.act in _ACTS and not named.weak else None


def _inner(text: str, attribution: Attribution, cue: CueWord | None) -> tuple[Act, Span] | None:
    """Return the act the content does by itself, with the words that show it."""
    if cue is not None and cue.act == NAMES:
        return named_act(text, attribution.content)
    if (
        cue is None
        and attribution.quote == "indirect"
        and any(char.isalpha() for span in attribution.cue for char in span.of(text))
    ):
        return None  # a cue of unknown sense: the words alone would be a guess
    return content_act(text, attribution.content, attribution.quote)


_ACTS: dict[str, Act] = {act: act for act in get_args(Act)}
_CARRIED = 32  # characters of content in which the noun stands that a cue carries
_BEFORE, _AFTER = 40, 24  # characters around a cue in which a hedge is looked for
_STOP = re.compile(r"[.!?;]\s|\n|[\"“”]|''|``")


def _hedges(text: str, attribution: Attribution) -> tuple[Span, ...]:
    """Return the hedges in the cue and close around it, but not those within the content."""
    found: set[Span] = set()
    for cue in attribution.cue:
        start, end = max(cue.start - _BEFORE, 0), min(cue.end + _AFTER, len(text))
        for stop in _STOP.finditer(text, start, cue.start):
            start = stop.end()
        if stop_after := _STOP.search(text, cue.end, end):
            end = stop_after.start()
        for match in _hedge().finditer(text, start, end):
            span = Span(*match.span())
            if not any(span.overlaps(content) for content in attribution.content):
                found.add(span)
    return tuple(sorted(found))


@lru_cache(maxsize=1)
def _hedge() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(row[0] for row in rows('hedges.tsv'))})", re.IGNORECASE)
