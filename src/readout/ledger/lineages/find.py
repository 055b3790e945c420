"""Articles in, their copies and lineages out, all at once and in memory."""

from collections.abc import Iterable

from readout.ledger.lineages.candidates import pairs_of, rank
from readout.ledger.lineages.group import group
from readout.ledger.lineages.judge import judge_pair
from readout.ledger.lineages.shingles import shingles_of
from readout.records.lineage import Copy, Lineage, Printed

__all__ = ["find_lineages"]


def find_lineages(
    articles: Iterable[Printed],
) -> tuple[tuple[Copy, ...], tuple[Lineage, ...]]:
    """Return all copies and lineages of the articles; their order changes nothing."""
    known = {each.id: each for each in articles}
    shingles = {each: shingles_of(article.text) for each, article in known.items()}
    ranks = {each: rank(article) for each, article in known.items()}
    pairs = pairs_of(shingles, ranks)
    judged = (judge_pair(known[one], known[other]) for one, other in pairs)
    copies = tuple(each for each in judged if each is not None)
    return copies, group(copies, known.values())
