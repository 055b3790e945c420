"""A text and what an encoder would say of its words in, the text as it was read out.

A word without a line of its own is no trigger; parties are (trigger word, party word).
"""

from collections.abc import Mapping, Sequence

import numpy as np

from benchmarks.kept import Scored
from readout.article import article_of_text
from readout.models import Decoders, Encoded
from readout.models.words import cut_words
from readout.reading.layout import Layout
from readout.records.event import Actor, Event, EventMention, EventType
from readout.records.reading import Reader, Reading, Sentence, Token
from readout.records.text import Span

__all__ = ["TYPES", "StubEncoder", "event", "scored"]

TYPES = ("", "ACCUSE", "AGREE", "RETREAT")
STATUSES = ("occurred", "planned")
NEVER, CERTAIN = -9.0, 9.0
Pairs = Sequence[tuple[str, str]]


class StubEncoder:
    """Says of every word that it is no trigger, and of its parties what the tables say."""

    name = "stub"

    def __init__(self, actors: np.ndarray, recipients: np.ndarray) -> None:
        none = np.zeros((0, 0), np.float32)
        self.decoders = Decoders(
            classes={"event": TYPES, "mode": ("",), "status": STATUSES},
            transitions=none,
            arc=none,
            label=none,
            link=none,
            link_distance=none,
            party=np.stack([actors, recipients]).astype(np.float32),
            party_bias=np.zeros(2, np.float32),
            pair=none,
            calibration=none,
        )

    def __call__(self, texts: Sequence[str]) -> list[Encoded]:
        """Say how sure each word is: the n-th word of a text is n sure."""
        said = []
        for text in texts:
            words = cut_words(text)
            values = np.arange(len(words), dtype=np.float32)[:, None]
            said.append(Encoded(words=words, paragraphs=[0], scores={"factuality": values}))
        return said


def scored(  # noqa: PLR0913  (what a test says of a text)
    text: str,
    *,
    types: Mapping[str, str],
    actors: Pairs = (),
    recipients: Pairs = (),
    planned: Sequence[str] = (),
    events: Sequence[Event] = (),
) -> Scored:
    """Return the text as read: `types` gives the type of each word that may be a trigger."""
    words = cut_words(text)
    forms = [text[start:end] for start, end in words]
    size = len(words)
    chances = np.zeros((size, len(TYPES)), np.float32)
    chances[:, 0] = 1.0  # a little likelier than any type
    for form, kind in types.items():
        chances[forms.index(form), TYPES.index(kind)] = 0.9
    status = np.zeros((size, len(STATUSES)), np.float32)
    status[[forms.index(form) for form in planned], 1] = CERTAIN
    tables = [np.full((size, size), NEVER), np.full((size, size), NEVER)]
    for table, pairs in zip(tables, (actors, recipients), strict=True):
        for trigger, party in pairs:
            table[forms.index(trigger), forms.index(party)] = CERTAIN
    same = np.eye(size, dtype=np.float32)
    ends = ("actor_of", "recipient_of", "actor", "recipient")
    encoded = Encoded(
        words=words,
        paragraphs=[0],
        scores={
            "event": chances,
            "mode": np.zeros((size, 1), np.float32),
            "status": status,
            "factuality": np.zeros((size, 1), np.float32),
            **{f"party.{end}": same for end in ends},
        },
    )
    layout = Layout(
        bounds=[(0, size)],
        sentence=np.zeros(size, np.int64),
        paragraph=np.zeros(size, np.int64),
        head=np.zeros(size, np.int64),
        fences=[],
    )
    tokens = tuple(Token(start, end, "NN", text[start:end], 0, "dep") for start, end in words)
    reading = Reading(
        article=article_of_text(text),
        sentences=(Sentence(span=Span(0, len(text)), tokens=tokens),),
        times=(),
        attributions=(),
        events=tuple(events),
        reader=Reader(version="0", model="stub"),
    )
    return Scored(reading, encoded, layout, StubEncoder(tables[0], tables[1]))


def event(
    text: str, trigger: str, kind: EventType, actors: Sequence[str], recipients: Sequence[str] = ()
) -> Event:
    """Return an event of one mention, with the parties that the text names so."""
    sides = [
        tuple(Actor(name=who, span=_at(text, who)) for who in who_s)
        for who_s in (actors, recipients)
    ]
    mention = EventMention(
        trigger=_at(text, trigger),
        type=kind,
        actors=sides[0],
        recipients=sides[1],
        status="occurred",
        status_p=1.0,
        status_by="hand",
        p=0.9,
    )
    return Event(
        eid="e1",
        type=kind,
        actors=sides[0],
        recipients=sides[1],
        status="occurred",
        status_p=1.0,
        mentions=(mention,),
        p=0.9,
        by="hand",
    )


def _at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))
