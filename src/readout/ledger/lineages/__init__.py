"""Texts in, lineages out: which articles are reprints of which, with the words they share.

A store keeps `shingles_of` each article and its `rank`, asks `representatives` (or `pairs_of`)
which pairs to judge, keeps what `judge_pair` said, and groups a connected component with `group`.
"""

from readout.ledger.lineages.candidates import is_pair, pairs_of, rank, representatives
from readout.ledger.lineages.find import find_lineages
from readout.ledger.lineages.group import group
from readout.ledger.lineages.judge import judge_pair
from readout.ledger.lineages.shingles import shingles_of

__all__ = [
    "find_lineages",
    "group",
    "is_pair",
    "judge_pair",
    "pairs_of",
    "rank",
    "representatives",
    "shingles_of",
]
