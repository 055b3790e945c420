"""A mention's words in, how much its clause is about it out: subjects first, main clauses first."""

from readout.reading.mentions.words import Words

__all__ = ["prominence"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PASSED = frozenset({"conj", "appos"})
_DEEPEST = 6

_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_APPOSITION = 14  # words

# Share of a main clause's subject that the subject of another clause counts.
_SIDE = {"ccomp": 0.7, "advcl": 0.7, "parataxis": 0.7}
_INNER = 0.35


def prominence(words: Words, first: int, last: int) -> float:
    """Return 1 for the subject of a main clause, less for another clause's, 0 for no subject."""
    at = _top(words, first, last)
    if at is None:
        return float(_before_verb(words, last))
    for _ in range(_DEEPEST):
        label = words.labels[at]
        if label in _SUBJECTS:
            return _clause(words, words.heads[at])
        if label not in _PASSED:
            break
        at = words.heads[at]
    return 0.0


def _top(words: Words, first: int, last: int) -> int | None:
    """Return the word on which the mention hangs together; None where no arcs are known."""
    for at in range(last, first - 1, -1):
        if words.labels[at] and not first <= words.heads[at] <= last:
            return at
    return None


def _clause(words: Words, verb: int) -> float:
    """Return how much the clause of a verb counts."""
    for _ in range(_DEEPEST):
        label = words.labels[verb]
        if label == "conj" and words.heads[verb] != verb:
            verb = words.heads[verb]
        elif label in {"ROOT", ""}:
            return 1.0
        else:
            return _SIDE.get(label, _INNER)
    return _INNER


def _before_verb(words: Words, last: int) -> bool:
    """Say whether a verb follows the mention, an apposition apart."""
    tags, forms = words.tags, words.forms
    end = words.firsts[words.sentence[last] + 1]
    at = last + 1
    if at < end and forms[at] in {",", "--", "—", "("}:
        close = {"(": ")"}.get(forms[at], forms[at])
        stop = min(end, at + _APPOSITION)
        at = next((i + 1 for i in range(at + 1, stop) if forms[i] == close), end)
    while at < end and tags[at] == "RB":
        at += 1
    return at < end and tags[at] in _VERBS
