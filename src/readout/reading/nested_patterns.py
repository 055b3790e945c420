"""A verb inside a statement in, who says what by it out, as the words around it tell.

For words without arcs, and where an arc is missing.
"""

from readout.reading.acts_forms import base_forms
from readout.reading.mentions import Words
from readout.reading.mentions.lexicon import relay_words
from readout.reading.mentions.phrases import phrase_start
from readout.reading.nested_arcs import Saying, trimmed
from readout.reading.relay_phrases import noun_phrase_at

__all__ = ["said_by_pattern"]

_FREE = relay_words("saying_free") | relay_words("saying_told")
"""Verbs whose clause needs no "that"."""
_TOLD = relay_words("saying_told")
"""Verbs with the one told between them and the clause."""
_SAYING = relay_words("saying") | _FREE
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_BETWEEN = frozenset({"RB", "MD", "VBD", "VBZ", "VBP", "VB"})
_AUXILIARY = frozenset({"have", "will", "would", "also", "never", "had", "has", "'d", "’d", "not"})
_SUBJECT = frozenset({"NN", "NNP", "NNS", "NNPS", "PRP"})
_CLAUSE = frozenset({"DT", "PRP", "PRP$", "NN", "NNP", "NNS", "NNPS", "JJ", "CD", "EX", "``"})
_FEWEST = 3  # words of a clause
_OPENING = frozenset({"‘", "“", "'", '"', "``"})
_LONGEST_AFTER = 16  # words from a subject that follows its clause to the end
_FARTHEST = 5  # words between a subject and its verb

_Parts = tuple[tuple[int, int], tuple[int, int], range]
"""First and last word of the subject, of the cue; the words of the clause."""


def said_by_pattern(words: Words, at: int, content: range) -> Saying | None:
    """Return the saying whose verb, or whose "according", is word `at`."""
    if words.forms[at] in {"according", "According"}:
        found = _according(words, at, content)
    elif words.tags[at] in _FINITE and _is(words, at, _SAYING):
        found = _said(words, at, content) or _inverted(words, at, content)
    else:
        found = None
    if found is None or not found[2]:
        return None
    source, cue, clause = found
    return Saying(source, cue, (clause,), content)


def _said(words: Words, verb: int, content: range) -> _Parts | None:
    """Return a saying whose subject stands before its verb."""
    subject = _subject(words, verb, content.start)
    if subject is None:
        return None
    clause = _clause(words, verb, content) or _clause_before(words, subject[0], content)
    return (subject, (verb, verb), clause) if clause is not None else None


def _inverted(words: Words, verb: int, content: range) -> _Parts | None:
    """Return a saying whose subject follows: "it rains," said the minister."""
    subject = noun_phrase_at(words, verb + 1) if _is(words, verb, _FREE) else None
    clause = _clause_before(words, verb, content)
    if subject is None or clause is None or subject[1] >= content.stop:
        return None
    return subject, (verb, verb), clause


def _according(words: Words, at: int, content: range) -> _Parts | None:
    """Return the clause before or after "according to" with its source."""
    source = noun_phrase_at(words, at + 2) if at + 2 < content.stop else None
    if source is None or words.forms[at + 1] != "to" or source[1] >= content.stop:
        return None
    sentence = words.sentence_range(words.sentence[at])
    first = max(sentence.start, content.start)
    if at - first > _FEWEST:
        clause = range(first, trimmed(words, first, at))
    else:
        clause = range(source[1] + 2, trimmed(words, first, min(sentence.stop, content.stop)))
    return (source, (at, at + 1), clause) if _has_verb(words, clause.start, clause.stop) else None


def _is(words: Words, verb: int, verbs: frozenset[str]) -> bool:
    return not verbs.isdisjoint(base_forms(words.forms[verb].lower()))


def _subject(words: Words, verb: int, lowest: int) -> tuple[int, int] | None:
    at = verb - 1
    while at >= max(lowest, verb - _FARTHEST) and words.tags[at] in _BETWEEN:
        if words.tags[at] != "RB" and words.forms[at].lower() not in _AUXILIARY:
            return None
        at -= 1
    if at < lowest or words.tags[at] not in _SUBJECT:
        return None
    if words.forms[at].lower() == "you" or (words.tags[verb] == "VBN" and at == verb - 1):
        return None
    return max(phrase_start(words, at), lowest), at


def _clause(words: Words, verb: int, content: range) -> range | None:
    """Return the words of the clause after the verb, to the end of its sentence in the content."""
    end = min(content.stop, words.firsts[words.sentence[verb] + 1])
    at = verb + 1
    if _is(words, verb, _TOLD):
        told = at
        while at < end and at - told < _FARTHEST and words.tags[at] in _CLAUSE:
            at += 1
            if words.tags[at - 1] == "PRP":
                break
        if at == told:
            return None
    if at >= end:
        return None
    if words.tags[at] in {",", ":"} and at + 1 < end and words.forms[at + 1] in _OPENING:
        return range(at + 1, trimmed(words, at + 1, end))
    if words.forms[at].lower() == "that" and words.tags[at] in {"IN", "DT", "WDT"}:
        return range(at, trimmed(words, at, end))
    free = _is(words, verb, _FREE)
    if free and words.tags[at] in _CLAUSE and _has_verb(words, at, end):
        return range(at, trimmed(words, at, end))
    return None


def _clause_before(words: Words, subject: int, content: range) -> range | None:
    """Return the clause that a subject and verb follow: "it rains, Dorr told the Herald"."""
    comma = subject - 1
    if comma <= content.start or words.tags[comma] not in {",", "''"}:
        return None
    if content.stop - subject > _LONGEST_AFTER or not _has_verb(words, content.start, comma):
        return None
    first = max(content.start, words.firsts[words.sentence[subject]])
    return range(first, trimmed(words, first, comma)) if comma > first else None


def _has_verb(words: Words, first: int, end: int) -> bool:
    return any(words.tags[i] in {"VBD", "VBZ", "VBP", "MD"} for i in range(first, end))
