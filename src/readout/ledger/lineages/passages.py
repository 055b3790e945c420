"""Shared runs in, passages out: stretches that one text took over from another, edits included.

Two articles on one matter share names, titles and set phrases here and there; a reprint shares
whole passages, whose runs follow one another closely in both texts. A statement that both quote is
a passage too, but none of the narrative's.
"""

from collections.abc import Sequence

import msgspec

from readout.ledger.lineages.shared import Mask, Run

__all__ = ["Passage", "passages_of"]

_GAP = 8
"""Words that a light edit may put between two runs."""
_DENSE = 0.65
"""The part of a passage's words that its runs must hold."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Runs that follow one another in both texts."""

    runs: tuple[Run, ...]
    words: int
    """The words in the runs."""
    narrative: int
    """Those of them outside quotation marks."""


def passages_of(runs: Sequence[Run], quoted: Mask) -> tuple[Passage, ...]:
    """Return the passages; `quoted` tells which words of the first text stand in quotes.

    Runs that edits keep apart by more than their own words make no passage together.
    """
    chains: list[list[Run]] = []
    for run in runs:
        if chains and _follows(chains[-1], run):
            chains[-1].append(run)
        else:
            chains.append([run])
    return tuple(_passage(chain, quoted) for chain in chains)


def _follows(chain: Sequence[Run], run: Run) -> bool:
    last = chain[-1]
    here = run.one - last.one - last.words
    there = run.other - last.other - last.words
    length = run.one + run.words - chain[0].one
    held = sum(each.words for each in chain) + run.words
    # Runs may overlap by a few words where a word was said twice; hence the lower bound.
    close = -_GAP <= here <= _GAP and -_GAP <= there <= _GAP
    return close and held >= _DENSE * length


def _passage(chain: Sequence[Run], quoted: Mask) -> Passage:
    words = {place for run in chain for place in range(run.one, run.one + run.words)}
    inside = sum(bool(quoted[place]) for place in words)
    return Passage(runs=tuple(chain), words=len(words), narrative=len(words) - inside)
