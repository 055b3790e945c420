"""A word in, what hangs on it and on what it hangs out: subjects, clauses, whole phrases."""

from collections.abc import Collection

from readout.reading.mentions.words import Words

__all__ = ["agent_of", "child", "passive_subject_of", "phrase", "subject_of", "top"]

_PASSIVE = "nsubjpass"
_MARKS = frozenset({",", ":", ".", "``", "''", "-LRB-", "-RRB-"})
_DEEPEST = 40  # arcs from a word to the head of its phrase


def child(words: Words, head: int, labels: Collection[str]) -> int | None:
    """Return the first word that hangs on `head` by one of the labels."""
    for at in words.sentence_range(words.sentence[head]):
        if words.heads[at] == head and words.labels[at] in labels and at != head:
            return at
    return None


def subject_of(words: Words, verb: int) -> int | None:
    """Return the subject of an active verb, also where it shares it with the verb before."""
    for _ in range(3):
        found = child(words, verb, ("nsubj",))
        if found is not None:
            return found
        if words.labels[verb] != "conj" or child(words, verb, (_PASSIVE,)) is not None:
            return None
        verb = words.heads[verb]
    return None


def passive_subject_of(words: Words, verb: int) -> int | None:
    """Return the subject of a passive verb: "Dorr" of "Dorr was quoted"."""
    return child(words, verb, (_PASSIVE,))


def agent_of(words: Words, verb: int) -> int | None:
    """Return by whom something is done: "told by the bank"."""
    by = child(words, verb, ("agent",))
    return child(words, by, ("pobj",)) if by is not None else None


def phrase(words: Words, head: int) -> tuple[int, int]:
    """Return the first and last word of what hangs on `head`, without marks at its ends."""
    sentence = words.sentence_range(words.sentence[head])
    hanging = [at for at in sentence if _hangs(words.heads, at, head)]
    first, last = hanging[0], hanging[-1]
    while last > head and words.tags[last] in _MARKS:
        last -= 1
    while first < head and words.tags[first] in _MARKS - {"``"}:
        first += 1
    return first, last


def _hangs(heads: list[int], at: int, head: int) -> bool:
    for _ in range(_DEEPEST):
        if at == head:
            return True
        if heads[at] == at:
            return False
        at = heads[at]
    return False


def top(words: Words, span: range) -> int | None:
    """Return the one word of `span` that hangs on none in it; None where there are several."""
    found: int | None = None
    for at in span:
        if words.heads[at] not in span or words.heads[at] == at:
            if words.tags[at] in _MARKS:
                continue
            if found is not None:
                return None
            found = at
    return found
