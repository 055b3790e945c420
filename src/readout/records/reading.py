"""A reading: everything found in one article by one reader, each find tied to its words."""

from typing import Literal

import msgspec

from readout.records.article import Article
from readout.records.text import Record, Span
from readout.records.time import Timex

__all__ = ["Attribution", "Quote", "Reader", "Reading", "Sentence", "Token"]

Quote = Literal["direct", "indirect", "mixed"]


class Token(msgspec.Struct, frozen=True, array_like=True):
    """One word; in JSON an array in the order of the fields."""

    start: int
    end: int
    tag: str = ""
    """Penn Treebank part of speech."""
    lemma: str = ""
    head: int = -1
    """Index in the sentence of the word it depends on; its own index for the root."""
    label: str = ""
    """Dependency label, in the scheme of spaCy's English models."""
    entity: str = ""
    """"B-" or "I-" with an OntoNotes entity type, or "" outside."""


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence: its span and its words."""

    span: Span
    tokens: tuple[Token, ...]


class Attribution(Record, frozen=True, kw_only=True):
    """Content tied by a cue to its source (PARC, PolNeAR): who says, thinks or intends what."""

    aid: str
    source: tuple[Span, ...] = ()
    """Empty where the text names none; never guessed."""
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    quote: Quote
    within: str | None = None
    """The aid of the attribution this one is nested in."""
    p: float
    """Calibrated probability that source, cue and content are all right."""
    by: str
    """The model or rule that found it."""


class Reader(Record, frozen=True, kw_only=True):
    """Who read: the program's version and the model's digest."""

    version: str
    model: str


class Reading(Record, tag="reading", frozen=True, kw_only=True):
    """One article read by one reader. Every span lies in `article.text`."""

    article: Article
    sentences: tuple[Sentence, ...]
    times: tuple[Timex, ...]
    attributions: tuple[Attribution, ...]
    reader: Reader
