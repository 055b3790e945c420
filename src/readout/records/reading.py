"""A reading: everything found in one article by one reader, each find tied to its words."""

from typing import Literal

import msgspec

from readout.records.article import Article
from readout.records.event import Event
from readout.records.text import Record, Span
from readout.records.time import Timex

__all__ = [
    "Act",
    "Attribution",
    "Quote",
    "Reader",
    "Reading",
    "Relay",
    "RelayKind",
    "Sentence",
    "Speaker",
    "SpeakerKind",
    "Token",
]

Act = Literal[
    "assert",
    "confirm",
    "deny",
    "decline",
    "propose",
    "promise",
    "plan",
    "demand",
    "warn",
    "threaten",
    "accuse",
    "praise",
    "regret",
    "doubt",
    "believe",
    "ask",
]
Quote = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "organisation", "group", "unnamed"]
RelayKind = Literal["speaker", "agency", "outlet", "person", "document"]


# gc=False: numbers and strings make no cycles, and a page has thousands of words to walk over
class Token(msgspec.Struct, frozen=True, array_like=True, gc=False):
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


class Speaker(Record, frozen=True, kw_only=True):
    """Who an attribution's words are by, as far as its own page tells."""

    name: str
    """The fullest words the page has for the speaker: a name, else a noun phrase."""
    mention: Span
    """Where those words stand."""
    kind: SpeakerKind
    """Unnamed is a person, or several, whom the page does not name."""
    role: str | None = None
    """What the page says the speaker is: "presidential aide"."""
    role_span: Span | None = None
    country: str | None = None
    """ISO 3166-1 alpha-3, where the speaker's name or role says so."""
    country_span: Span | None = None
    """The words that say so: "Russian", "the Kremlin"."""
    number: int | None = None
    """How many they are, where they are unnamed and the page tells."""
    mentions: tuple[Span, ...]
    """All mentions of the speaker that were tied, in text order."""
    p: float
    """How likely this is the right speaker, given the source."""
    by: str
    """The rule that tied the source to the speaker."""


class Relay(Record, frozen=True, kw_only=True):
    """One through whom the words came on their way from their owner to the outlet."""

    span: Span
    name: str
    kind: RelayKind


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
    act: Act | None = None
    """What the source does with the content; None where no reader of acts has looked."""
    hedge: tuple[Span, ...] = ()
    """Words by which the text itself does not vouch for it: "reportedly", "is said to"."""
    speaker: Speaker | None = None
    """Whose words they are; None where the page leaves it open."""
    relay: tuple[Relay, ...] = ()
    """Through whom they came, from their owner outward; the outlet itself is not in it."""
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
    events: tuple[Event, ...] = ()
    reader: Reader
