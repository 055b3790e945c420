"""Attributions in, those that stand inside another's content out: "X said Y had told him that ...".

The encoder was taught on texts marked without nesting, so the inner ones are found by rule: a
verb of saying with its subject before it and a clause after it. They are less sure than the outer.
"""

from collections.abc import Iterator, Sequence

from readout.reading.acts_forms import base_forms
from readout.reading.mentions import Words
from readout.reading.mentions.lexicon import relay_words
from readout.reading.mentions.phrases import phrase_start
from readout.reading.relay_phrases import noun_phrase_at
from readout.records.reading import Attribution, Quote

__all__ = ["find_nested"]

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
_SHARE = 0.5
_FEWEST = 3  # words of a clause
_OPENING = frozenset({"‘", "“", "'", '"', "``"})
_LONGEST_AFTER = 16  # words from a subject that follows its clause to the end
_FARTHEST = 5  # words between a subject and its verb

_Saying = tuple[tuple[int, int], tuple[int, int], range]
"""First and last word of the subject, of the cue; the words of the clause."""


def find_nested(words: Words, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the inner attributions, numbered after the given ones, each with its outer's aid."""
    cues = {i for one in attributions for span in one.cue for i in words.within(span)}
    found: list[Attribution] = []
    for outer in attributions:
        inside: list[tuple[Attribution, range]] = []
        for span in outer.content:
            for source, cue, content in _sayings(words, words.within(span)):
                if cue[0] in cues:
                    continue
                held = next((one for one, part in reversed(inside) if cue[0] in part), outer)
                inner = Attribution(
                    aid=f"a{len(attributions) + len(found) + 1}",
                    source=(words.span(source[0], source[1]),),
                    cue=(words.span(*cue),),
                    content=(words.span(content.start, content[-1]),),
                    quote=_quote(words, content),
                    within=held.aid,
                    p=round(_SHARE * outer.p, 3),
                    by="rule: verb of saying inside a statement",
                )
                inside.append((inner, content))
                found.append(inner)
    return tuple(found)


def _sayings(words: Words, content: range) -> Iterator[_Saying]:
    """Yield each saying in the content, in the order of its cue."""
    for at in content:
        if words.forms[at] in {"according", "According"}:
            found = _according(words, at, content)
        elif words.tags[at] in _FINITE and _is(words, at, _SAYING):
            found = _said(words, at, content) or _inverted(words, at, content)
        else:
            continue
        if found is not None and len(found[2]) >= _FEWEST:
            yield found


def _said(words: Words, verb: int, content: range) -> _Saying | None:
    """Return a saying whose subject stands before its verb."""
    subject = _subject(words, verb, content.start)
    if subject is None:
        return None
    clause = _clause(words, verb, content) or _clause_before(words, subject[0], content)
    return (subject, (verb, verb), clause) if clause is not None else None


def _inverted(words: Words, verb: int, content: range) -> _Saying | None:
    """Return a saying whose subject follows: "it rains," said the minister."""
    subject = noun_phrase_at(words, verb + 1) if _is(words, verb, _FREE) else None
    clause = _clause_before(words, verb, content)
    if subject is None or clause is None or subject[1] >= content.stop:
        return None
    return subject, (verb, verb), clause


def _according(words: Words, at: int, content: range) -> _Saying | None:
    """Return the clause before or after "according to" with its source."""
    source = noun_phrase_at(words, at + 2) if at + 2 < content.stop else None
    if source is None or words.forms[at + 1] != "to" or source[1] >= content.stop:
        return None
    sentence = words.sentence_range(words.sentence[at])
    first = max(sentence.start, content.start)
    if at - first > _FEWEST:
        clause = range(first, _trimmed(words, first, at))
    else:
        clause = range(source[1] + 2, _trimmed(words, first, min(sentence.stop, content.stop)))
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
    if words.tags[verb] == "VBN" and at == verb - 1:
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
        return range(at + 1, _trimmed(words, at + 1, end))
    if words.forms[at].lower() == "that" and words.tags[at] in {"IN", "DT", "WDT"}:
        return range(at, _trimmed(words, at, end))
    free = _is(words, verb, _FREE)
    if free and words.tags[at] in _CLAUSE and _has_verb(words, at, end):
        return range(at, _trimmed(words, at, end))
    return None


def _clause_before(words: Words, subject: int, content: range) -> range | None:
    """Return the clause that a subject and verb follow: "it rains, Dorr told the Herald"."""
    comma = subject - 1
    if comma <= content.start or words.tags[comma] not in {",", "''"}:
        return None
    if content.stop - subject > _LONGEST_AFTER or not _has_verb(words, content.start, comma):
        return None
    first = max(content.start, words.firsts[words.sentence[subject]])
    return range(first, _trimmed(words, first, comma)) if comma > first else None


def _has_verb(words: Words, first: int, end: int) -> bool:
    return any(words.tags[i] in {"VBD", "VBZ", "VBP", "MD"} for i in range(first, end))


def _trimmed(words: Words, first: int, end: int) -> int:
    while end > first + 1 and words.tags[end - 1] in {".", ",", ":", "''"}:
        end -= 1
    return end


def _quote(words: Words, content: range) -> Quote:
    inside = sum(words.quoted[i] for i in content)
    return "indirect" if not inside else "direct" if inside == len(content) else "mixed"
