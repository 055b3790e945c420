"""Attributions in, those a sentence plainly tells and the model left out, as attributions, out.

"..., the Herald said, citing two guards": a verb of saying in no attribution, with who says it and
the clause that is said. The rules are those for statements inside statements, over one sentence.
"""

from collections.abc import Iterator, Sequence

from readout.reading.acts_forms import base_forms
from readout.reading.mentions import Words
from readout.reading.mentions.lexicon import relay_words
from readout.reading.nested_arcs import Saying, said_by_arcs
from readout.reading.nested_patterns import said_by_pattern
from readout.reading.relay_phrases import Link, noun_phrase_at, speaks
from readout.records.reading import Attribution, Quote

__all__ = ["find_unfound"]

_P = 0.5
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_FEWEST = 4  # words of a clause
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
        found = said_by_arcs(words, at, (sentence,)) or said_by_pattern(words, at, sentence)
        if found is not None and len(found) >= _FEWEST and found.source[0] not in told:
            yield found


def _says(words: Words, at: int) -> bool:
    """Say whether a word is a verb of saying, or the "according to" of one who speaks."""
    if words.forms[at].lower() == "according":
        source = noun_phrase_at(words, at + 2)
        return source is not None and speaks(words, Link(*source, "speaker"))
    finite = words.tags[at] in _FINITE
    return finite and not _SAYING.isdisjoint(base_forms(words.forms[at].lower()))


def _quote(words: Words, saying: Saying) -> Quote:
    inside = sum(words.quoted[at] for part in saying.content for at in part)
    return "indirect" if not inside else "direct" if inside == len(saying) else "mixed"
