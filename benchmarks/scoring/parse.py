"""Two parses of one text in, counts of how far they agree out.

Words are matched by their places. Arcs, tags and lemmas are compared over the words both have cut
alike; two heads are the same where they share a character, so that a head cut in two by one side
is still its head. Sentences are compared by where they begin, entities by place and type.
"""

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from benchmarks.scoring.counts import Counts
from benchmarks.scoring.tokens import Place

__all__ = ["Entity", "Parse", "Word", "part", "score_parse"]

Entity = tuple[int, int, str]
"""Start, end and type."""
_T = TypeVar("_T")
_PLAIN = frozenset(("PERSON", "GPE", "NORP"))


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """One word and what hangs on it."""

    place: Place
    tag: str
    lemma: str = ""
    head: Place
    """The place of the word it depends on; its own for a root."""
    label: str


class Parse(msgspec.Struct, frozen=True, kw_only=True):
    """What one reader says of the words of a text."""

    words: tuple[Word, ...]
    starts: tuple[int, ...] = ()
    """Where sentences begin."""
    entities: tuple[Entity, ...] = ()


def part(parse: Parse, place: Place) -> Parse:
    """Return what the parse holds of one stretch of the text; a head may lie outside it."""
    start, end = place
    return Parse(
        words=tuple(word for word in parse.words if start <= word.place[0] < end),
        starts=tuple(one for one in parse.starts if start <= one < end),
        entities=tuple(one for one in parse.entities if start < one[1] and one[0] < end),
    )


def score_parse(gold: Parse, found: Parse) -> dict[str, Counts]:
    """Count agreement in each measure; `las_words` and `uas_words` leave out punctuation.

    `cut` counts the words cut alike. Punctuation is what the gold labels so.
    """
    by_place = {word.place: word for word in found.words}
    pairs = [(word, by_place[word.place]) for word in gold.words if word.place in by_place]
    heads = [(word.label, _share(word.head, other.head)) for word, other in pairs]
    arcs = [
        (label, hit and label == other.label)
        for (label, hit), (_, other) in zip(heads, pairs, strict=True)
    ]
    return {
        "cut": Counts(len(pairs), len(found.words), len(gold.words)),
        "las": _hits([hit for _, hit in arcs]),
        "uas": _hits([hit for _, hit in heads]),
        "las_words": _hits([hit for label, hit in arcs if label != "punct"]),
        "uas_words": _hits([hit for label, hit in heads if label != "punct"]),
        "tags": _hits([word.tag == other.tag for word, other in pairs]),
        "lemmas": _hits([word.lemma == other.lemma for word, other in pairs]),
        "starts": _sets(frozenset(gold.starts), frozenset(found.starts)),
        **dict(_entities(frozenset(gold.entities), frozenset(found.entities))),
    }


def _share(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _hits(hits: list[bool]) -> Counts:
    return Counts(sum(hits), len(hits), len(hits))


def _sets(gold: frozenset[_T], found: frozenset[_T]) -> Counts:
    return Counts(len(gold & found), len(found), len(gold))


def _entities(gold: frozenset[Entity], found: frozenset[Entity]) -> Iterator[tuple[str, Counts]]:
    """Yield the counts of all entities, of the three plain types together, and of each type."""
    yield "entities", _sets(gold, found)
    yield "entities_person_gpe_norp", _sets(_of(gold, _PLAIN), _of(found, _PLAIN))
    for kind in sorted({one[2] for one in gold | found}):
        chosen = frozenset((kind,))
        yield f"entities_{kind.lower()}", _sets(_of(gold, chosen), _of(found, chosen))


def _of(entities: frozenset[Entity], kinds: frozenset[str]) -> frozenset[Entity]:
    return frozenset(one for one in entities if one[2] in kinds)
