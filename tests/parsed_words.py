"""A sentence parsed by hand in, its record out: `Peru/NNP/expelled/nsubj/GPE expelled/VBD//ROOT`.

A word is written with its tag, the word it depends on (nothing for the root; `word#2` for its
second place), the label of that arc and, inside a name, the name's type. The lemma is the word in
lower case, or stands after `=`.
"""

import numpy as np

from readout.models import Scores
from readout.reading.events.parties import find_parties
from readout.reading.events.syntax import Syntax, read_syntax
from readout.reading.events.triggers import Trigger
from readout.records.event import EventType
from readout.records.reading import Sentence, Token
from readout.records.text import Span

__all__ = ["at_word", "parsed", "syntax_of", "told", "trigger_at"]


def parsed(script: str) -> tuple[str, Sentence]:
    """Return the text and the sentence that the script writes out."""
    parts = [item.split("/") for item in script.split()]
    forms = [part[0].partition("=")[0] for part in parts]
    text, tokens, before = "", [], ""
    for at, (word, tag, head, label, *kind) in enumerate(parts):
        form, _, lemma = word.partition("=")
        text += " " if text and form not in {",", ".", "'s", "-"} and text[-1] != "-" else ""
        entity = kind[0] if kind else ""
        mark = f"{'I' if entity == before else 'B'}-{entity}" if entity else ""
        begin, text, before = len(text), text + form, entity
        governor = _place(forms, head) if head else at
        tokens.append(
            Token(begin, len(text), tag, lemma or form.lower(), governor, label, entity=mark)
        )
    return text, Sentence(span=Span(0, len(text)), tokens=tuple(tokens))


def _place(forms: list[str], head: str) -> int:
    word, _, nth = head.partition("#")
    places = [at for at, form in enumerate(forms) if form == word]
    return places[int(nth or 1) - 1]


def syntax_of(script: str) -> Syntax:
    """Return the syntax of the sentence that the script writes out."""
    return read_syntax(*parsed(script))


def at_word(syntax: Syntax, word: str) -> int:
    """Return the place of a word, in lower case."""
    return syntax.forms.index(word)


def trigger_at(
    sentence: Sentence, at: int, kind: EventType, actor: Scores | None = None
) -> Trigger:
    """Return a trigger at a word; the encoder has no guess but the one that is given."""
    silent = np.zeros(len(sentence.tokens), np.float32)
    return Trigger(
        first=at,
        last=at,
        sentence=0,
        type=kind,
        mode=None,
        p=0.9,
        types=np.zeros(1, np.float32),
        status=np.zeros(1, np.float32),
        factuality=3.0,
        actor=silent if actor is None else actor,
        recipient=silent,
    )


def told(script: str, trigger: str, kind: EventType) -> tuple[list[str], list[str]]:
    """Return the words of the actors and of the recipients, by syntax alone."""
    text, sentence = parsed(script)
    syntax = read_syntax(text, sentence)
    at = syntax.forms.index(trigger)
    parties = find_parties(syntax, trigger_at(sentence, at, kind), first=at)
    return (
        [span.of(text) for span in parties.actors],
        [span.of(text) for span in parties.recipients],
    )
