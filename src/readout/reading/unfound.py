"""Attributions in, those a sentence plainly tells and the model left out, as attributions, out.

"..., the Herald said, citing two guards": a verb of saying in no attribution, with who says it and
the clause that is said. The rules are those for statements inside statements, over one sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from readout.reading.acts_forms import base_forms
from readout.reading.mentions import Words
from readout.reading.mentions.lexicon import relay_words
from readout.reading.mentions.syntax import passive_subject_of, phrase, subject_of
from readout.reading.nested_arcs import Saying, is_citing, said_by_arcs, trimmed
from readout.reading.nested_patterns import said_by_pattern
from readout.reading.relay_phrases import Link, noun_phrase_at, speaks
from readout.records.reading import Attribution, Quote

__all__ = ["find_unfound"]

_P = 0.5
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_FEWEST = 4  # words of a clause
_FARTHEST_AS = 16  # words between "quoted" and "as saying"
_SAYING = relay_words("saying") | relay_words("saying_free") | relay_words("saying_told")


def find_unfound(words: Words, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions that were left out, numbered after the given ones."""
    told = {
        at for one in attributions for span in (*one.cue, *one.content) for at in words.within(span)
    }
    found: list[Attribution] = []
    for number in range(len(words.firsts) - 1):
        sentence = words.sentence_range(number)
        if saying := next(_sayings(words, sentence, told), None):
            found.append(
                Attribution(
                    aid=f"a{len(attributions) + len(found) + 1}",
                    source=(words.span(*saying.source),),
                    cue=(words.span(*saying.cue),),
                    content=tuple(words.span(part.start, part[-1]) for part in saying.content),
                    quote=_quote(words, saying),
                    p=_P,
                    by="rule: verb of saying with its clause",
                )
            )
    return tuple(found)


def _sayings(words: Words, sentence: range, told: set[int]) -> Iterator[Saying]:
    """Yield the sayings of a sentence whose verb and source no attribution tells."""
    for at in sentence:
        if at in told or words.quoted[at] or not _says(words, at):
            continue
        found = _quoting(words, at, sentence)
        if found is None and not is_citing(words, at):
            found = said_by_arcs(words, at, (sentence,)) or said_by_pattern(words, at, sentence)
            found = _without_sources(words, found) if found is not None else None
        if found is not None and len(found) >= _FEWEST and found.source[0] not in told:
            yield found


def _says(words: Words, at: int) -> bool:
    """Say whether a word is a verb of saying, or the "according to" of one who speaks."""
    if words.forms[at].lower() == "according":
        source = noun_phrase_at(words, at + 2)
        return source is not None and speaks(words, Link(*source, "speaker"))
    if words.tags[at] not in _FINITE:
        return False
    saying = not _SAYING.isdisjoint(base_forms(words.forms[at].lower()))
    return saying or is_citing(words, at)


def _quoting(words: Words, at: int, sentence: range) -> Saying | None:
    """Return the saying of "the agency quoted Dorr as saying", the clause before it or after."""
    if not is_citing(words, at):
        return None
    subject = passive_subject_of(words, at) or subject_of(words, at)
    reach = range(at + 1, min(at + _FARTHEST_AS, sentence.stop - 1))
    saying = next(
        (i + 1 for i in reach if words.forms[i] == "as" and words.tags[i + 1] == "VBG"), None
    )
    if subject is None or saying is None or not sentence.start <= subject < at:
        return None
    first, last = phrase(words, subject)
    last = min(last, at - 1)
    before = range(sentence.start, trimmed(words, sentence.start, first))
    after = range(saying + 1, trimmed(words, saying + 1, sentence.stop))
    said = first > sentence.start and words.tags[first - 1] in {",", "''"}
    content = before if said and len(before) >= _FEWEST else after
    return Saying((first, last), (at, at), (content,), sentence) if content else None


def _without_sources(words: Words, saying: Saying) -> Saying:
    """Leave out what tells of sources after the verb: "..., the Herald said, citing guards"."""
    verb = saying.cue[1]
    before = tuple(part for part in saying.content if part.stop <= verb)
    after = [at for part in saying.content if part.start > verb for at in part]
    citing = any(is_citing(words, at) for at in after)
    return replace(saying, content=before) if before and citing else saying


def _quote(words: Words, saying: Saying) -> Quote:
    inside = sum(words.quoted[at] for part in saying.content for at in part)
    return "indirect" if not inside else "direct" if inside == len(saying) else "mixed"
