"""Events of the hand-made reading: its text in, a planned, a denied and a background event out."""

from readout import Actor, Event, EventMention, EventTime, Interval, Sentence, Span, Voice

__all__ = ["sample_events", "sample_sentences"]


def place(text: str, words: str, *, before: str = "") -> Span:
    """Return the one place of `words`, `before` what follows, in the text."""
    assert text.count(words + before) == 1, words
    start = text.index(words + before)
    return Span(start, start + len(words))


def sample_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences the events stand in, without their words."""
    told = (
        "Velmora says the Harrow dam talks will go on",
        (
            "Velmora's water minister, Anselm Dorr, said on Monday that the talks over the Harrow "
            "dam would resume before 20 June."
        ),
        (
            "An aide to the minister said Osten's envoy had promised that no gate would be closed "
            "this summer."
        ),
        "The first talks broke down last autumn.",
    )
    return tuple(Sentence(span=place(text, words), tokens=()) for words in told)


def sample_events(text: str) -> tuple[Event, ...]:
    """Return three events: talks told twice, a closing that will not be, an older failure."""
    return (_talks(text), _closing(text), _failure(text))


def _talks(text: str) -> Event:
    velmora = Actor(name="Velmora", span=place(text, "Velmora", before=" says"), sectors=("GOV",))
    osten = Actor(name="Osten", span=place(text, "Osten", before="'s foreign"), former=True)
    says = Voice(aid="a1")
    time = EventTime(
        value="2031-06",
        interval=Interval(start="2031-06-01", end="2031-06-30"),
        tid="t2",
        by="rule: in the sentence",
    )
    in_headline = EventMention(
        trigger=place(text, "talks", before=" will go on"),
        type="CONSULT",
        actors=(velmora, osten),
        status="planned",
        status_p=0.9,
        status_by="will",
        p=0.8,
    )
    in_body = EventMention(
        trigger=place(text, "talks", before=" over"),
        type="CONSULT",
        time=time,
        status="planned",
        status_p=0.9,
        status_by="would",
        voice=says,
        p=0.9,
        tied_by="same head",
    )
    return Event(
        eid="e1",
        type="CONSULT",
        contexts=("natural_resource",),
        actors=(velmora, osten),
        time=time,
        status="planned",
        status_p=0.9,
        voice=says,
        mentions=(in_headline, in_body),
        lead=1,
        p=0.9,
        by="encoder",
    )


def _closing(text: str) -> Event:
    envoy = Actor(
        name="Osten's envoy", span=place(text, "Osten's envoy"), country="NOR", sectors=("GOV",)
    )
    gate = Actor(name="gate", span=place(text, "gate", before=" would"))
    mention = EventMention(
        trigger=place(text, "closed"),
        type="COERCE",
        mode="restrict",
        actors=(envoy,),
        recipients=(gate,),
        status="denied",
        status_p=0.7,
        status_by="no",
        voice=Voice(aid="a4", name="Osten's envoy"),
        p=0.65,
    )
    return Event(
        eid="e2",
        type="COERCE",
        mode="restrict",
        actors=(envoy,),
        recipients=(gate,),
        status="denied",
        status_p=0.7,
        voice=mention.voice,
        mentions=(mention,),
        p=0.65,
        by="encoder",
    )


def _failure(text: str) -> Event:
    mention = EventMention(
        trigger=place(text, "broke down"),
        type="REJECT",
        mode="meet",
        status="occurred",
        status_p=0.8,
        status_by="model",
        p=0.5,
    )
    return Event(
        eid="e3",
        type="REJECT",
        mode="meet",
        status="occurred",
        status_p=0.8,
        background=True,
        mentions=(mention,),
        p=0.5,
        by="encoder",
    )
