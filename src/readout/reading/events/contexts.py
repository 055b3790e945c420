"""The words of a sentence in, the PLOVER contexts they speak of out."""

from functools import cache
from itertools import pairwise

from readout.data.tables import rows
from readout.records.reading import Sentence

__all__ = ["find_contexts"]


def find_contexts(text: str, sentence: Sentence) -> tuple[str, ...]:
    """Return the contexts that words of the sentence name, in the order of the table."""
    table = _table()
    forms = [text[token.start : token.end].lower() for token in sentence.tokens]
    said = {*forms, *(token.lemma.lower() for token in sentence.tokens)}
    said |= {f"{one}-{other}" for one, other in pairwise(forms)}
    found = {context for word in said & table.keys() for context in table[word]}
    return tuple(context for context in _order() if context in found)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Return the contexts of each word."""
    table: dict[str, list[str]] = {}
    for context, words in rows("context_words.tsv"):
        for word in words.split():
            table.setdefault(word, []).append(context)
    return {word: tuple(contexts) for word, contexts in table.items()}


@cache
def _order() -> tuple[str, ...]:
    return tuple(context for context, _ in rows("context_words.tsv"))
