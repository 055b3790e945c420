"""A use in, the small words of that use out."""

from functools import cache

from readout.data.tables import rows

__all__ = ["small_words"]


@cache
def small_words(use: str) -> frozenset[str]:
    """Return the words that the table of small words has for a use."""
    return next(
        frozenset(words.split()) for told, words in rows("identity_words.tsv") if told == use
    )
