"""Lineages: which articles are reprints of which, with the words they share as the proof."""

from readout.records.text import Record, Span

__all__ = ["Copy", "Lineage", "Printed", "SharedSpan"]


class Printed(Record, frozen=True, kw_only=True):
    """An article as far as lineages look at it."""

    id: str
    text: str
    published: str | None = None
    """ISO 8601 year, month, day or date-time, as exactly as it is known; None where it is not."""
    outlet: str | None = None
    agency: str | None = None
    """The agency that the article credits."""


class SharedSpan(Record, frozen=True, kw_only=True):
    """A run of words that stands in both articles, as long as it can be."""

    copy: Span
    original: Span
    words: int


class Copy(Record, frozen=True, kw_only=True):
    """The judgement that one article repeats another's words, or a part of them."""

    copy: str
    original: str
    copy_held: float
    """The part of the copy's words that stand in the original."""
    original_held: float
    """The part of the original's words that stand in the copy."""
    narrative_held: float
    """The larger of the two, counting only passages, and only their words outside quotes."""
    spans: tuple[SharedSpan, ...]
    """The proof, in the order of the copy."""
    first_by: str
    """Why the original is held to be the first of the two."""
    p: float
    reason: str


class Lineage(Record, frozen=True, kw_only=True):
    """A first article and those that repeat it, straight or through one another."""

    origin: str
    members: tuple[str, ...]
    """The ids of all, the origin first, the others in order of id."""
    agency: str | None = None
    """The agency that the origin credits, else the one that most members credit."""
    copies: tuple[tuple[str, str], ...] = ()
    """Each copy with the article that it repeats most of."""
    draws_on: tuple[tuple[str, str], ...] = ()
    """Members that repeat an article of another lineage as well, with that article."""
    p: float
    reason: str
