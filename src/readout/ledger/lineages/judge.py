"""Two articles in, the judgement that one is a reprint of the other out, or none.

It depends on nothing but the two, and not on which is named first.
"""

import math
import re
from collections.abc import Sequence

import numpy as np

from readout.data.tables import rows
from readout.ledger.lineages.first import first_of_two
from readout.ledger.lineages.passages import Passage, passages_of
from readout.ledger.lineages.shared import Mask, Run, Shared, shared_words
from readout.ledger.lineages.words import Words, words_of
from readout.reading.quotes import find_quoted
from readout.records.lineage import Copy, Printed, SharedSpan

__all__ = ["judge_pair"]

_PASSAGE = 14
"""Words of a passage that counts: below, it may be a title or a set phrase."""
_NARRATIVE = 20
"""Words outside quotes that the passages must hold together."""
_HELD = 0.3
"""The part of the shorter narrative that they must make up."""
_FORM = 2
"""Gaps filled with other figures that make a passage a form, as in reports of a market's day."""


def judge_pair(one: Printed, other: Printed) -> Copy | None:
    """Return how the one repeats the other's words, or None where each tells in its own.

    A long statement that both quote is no reprint, nor are lines that an outlet sets under every
    story, nor forms that are filled in with other figures each day.
    """
    one, other = sorted((one, other), key=lambda each: each.id)
    ours, theirs = words_of(one.text), words_of(other.text)
    shared = shared_words(ours, theirs)
    if not shared.runs:
        return None
    quoted, quoted_there = _quoted(one.text, ours), _quoted(other.text, theirs)
    passages = [
        each
        for each in passages_of(shared.runs, quoted)
        if each.words >= _PASSAGE
        and not _is_furniture(each, one.text, ours)
        and not _is_form(each, (one.text, ours), (other.text, theirs))
    ]
    narrative = sum(each.narrative for each in passages)
    shorter = min(int((~quoted).sum()), int((~quoted_there).sum()))
    held = min(1.0, narrative / max(1, shorter))
    if narrative < _NARRATIVE or held < _HELD:
        return None
    spans = _spans(shared.runs, ours, theirs)
    return _copy((one, other), shared, spans, passages, held)


def _copy(
    pair: tuple[Printed, Printed],
    shared: Shared,
    spans: Sequence[SharedSpan],
    passages: Sequence[Passage],
    held: float,
) -> Copy:
    one, other = pair
    narrative = sum(each.narrative for each in passages)
    shares = (float(shared.one.mean()), float(shared.other.mean()))
    first, first_by = first_of_two(one, other, shares)
    if first is one:
        spans = [
            SharedSpan(copy=each.original, original=each.copy, words=each.words) for each in spans
        ]
        shares = shares[::-1]
    longest = max(each.words for each in passages)
    quoted = sum(each.words for each in passages) - narrative
    return Copy(
        copy=other.id if first is one else one.id,
        original=first.id,
        copy_held=round(shares[0], 4),
        original_held=round(shares[1], 4),
        narrative_held=round(held, 4),
        spans=tuple(sorted(spans, key=lambda each: (each.copy, each.original))),
        first_by=first_by,
        p=_p(narrative, held),
        reason=(
            f"{narrative} words outside quotation marks stand in both, {held:.0%} of the shorter"
            f" article's narrative, in {len(passages)} passages, the longest of {longest} words"
            + (f"; {quoted} more inside quotation marks" if quoted else "")
        ),
    )


def _p(narrative: int, held: float) -> float:
    """Return how sure: .6 at the least that is taken, near 1 for a page; set by hand."""
    score = 0.4 + 1.6 * math.log(narrative / _NARRATIVE) + 4 * (held - _HELD)
    return round(1 / (1 + math.exp(-score)), 4)


def _quoted(text: str, words: Words) -> Mask:
    """Return which words stand in quotation marks."""
    inside = np.zeros(words.starts.size, np.bool_)
    for span in find_quoted(text):
        first = np.searchsorted(words.starts, span.start)
        inside[first : np.searchsorted(words.starts, span.end)] = True
    return inside


def _is_furniture(passage: Passage, text: str, words: Words) -> bool:
    """Say whether half of the passage's paragraphs are such as stand under any story."""
    first, last = passage.runs[0], passage.runs[-1]
    stretch = words.span(first.one, last.one + last.words).of(text).casefold()
    parts = [" ".join(part.split()) for part in re.split(r"\n+|(?<=[.!?])\s", stretch)]
    signs = [sign for (sign,) in rows("reprint_furniture.tsv")]
    marked = sum(len(part) for part in parts if any(sign in part for sign in signs))
    return 2 * marked >= sum(map(len, parts))


def _is_form(passage: Passage, one: tuple[str, Words], other: tuple[str, Words]) -> bool:
    """Say whether most gaps between the runs hold figures, and other ones in each text."""
    filled = gaps = 0
    for before, after in zip(passage.runs, passage.runs[1:], strict=False):
        here = _figures(*one, before.one + before.words, after.one)
        there = _figures(*other, before.other + before.words, after.other)
        gaps += 1
        filled += bool(here) and bool(there) and here != there
    return filled >= _FORM and 2 * filled >= gaps


def _figures(text: str, words: Words, first: int, past: int) -> list[str]:
    return re.findall(r"\d+", words.span(first, past).of(text)) if first < past else []


def _spans(runs: Sequence[Run], ours: Words, theirs: Words) -> list[SharedSpan]:
    return [
        SharedSpan(
            copy=ours.span(run.one, run.one + run.words),
            original=theirs.span(run.other, run.other + run.words),
            words=run.words,
        )
        for run in runs
    ]
