"""Events written by hand in, a reading of one page that tells them out."""

from readout import (
    Actor,
    Article,
    Attribution,
    Block,
    Event,
    EventMention,
    EventTime,
    Fact,
    Interval,
    Place,
    Published,
    Reader,
    Reading,
    Sentence,
    Span,
    Voice,
)
from readout.records.event import EventType, Status
from readout.records.reading import Act, Speaker

__all__ = [
    "NORWAY",
    "OSLO",
    "RUSSIA",
    "at",
    "day",
    "event",
    "reading_of",
    "says",
    "speaker",
]

PARTS = (
    "Norway expels two Russians",
    "Norway expelled two Russian attachés in Oslo on Monday.\nArne Holm said: we never comment.",
    "=Russia= will answer.",
)
TEXT = "\n\n".join(PARTS)


def at(words: str) -> Span:
    """Return the first place of the words in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


NORWAY = Actor(name="Norway", span=at("Norway"), country="NOR")
RUSSIA = Actor(
    name="two Russian attachés",
    span=at("two Russian attachés"),
    country="RUS",
    sectors=("GOV", "JRN", "MED"),
)
OSLO = Place(name="Oslo", span=at("Oslo"), country="NOR", geonames=3143244)


def day(start: str, end: str, value: str) -> EventTime:
    """Return the time of an event."""
    return EventTime(value=value, interval=Interval(start=start, end=end), by="rule")


def event(  # noqa: PLR0913  one parameter a field that some test sets
    kind: EventType,
    mode: str | None = None,
    *,
    actors: tuple[Actor, ...] = (NORWAY,),
    recipients: tuple[Actor, ...] = (RUSSIA,),
    status: Status = "occurred",
    contexts: tuple[str, ...] = (),
    time: EventTime | None = None,
    place: Place | None = None,
    voice: Voice | None = None,
    trigger: str = "expelled",
    number: int = 1,
) -> Event:
    """Return an event that one mention tells."""
    mention = EventMention(
        trigger=at(trigger), type=kind, mode=mode, status=status, status_p=1, status_by="", p=0.875
    )
    return Event(
        eid=f"e{number}",
        type=kind,
        mode=mode,
        contexts=contexts,
        actors=actors,
        recipients=recipients,
        place=place,
        time=time,
        status=status,
        status_p=1,
        voice=voice or Voice(),
        mentions=(mention,),
        p=0.875,
        by="hand",
    )


def speaker(name: str, country: str | None = None, role: str | None = None) -> Speaker:
    """Return who speaks."""
    place = at("Arne Holm")
    return Speaker(
        name=name,
        mention=place,
        kind="person",
        role=role,
        country=country,
        mentions=(place,),
        p=1,
        by="hand",
    )


def says(act: Act = "assert", who: Speaker | None = None, content: str = "we never") -> Attribution:
    """Return a statement of Holm's."""
    return Attribution(
        aid="a1",
        source=(at("Arne Holm"),),
        cue=(at("said"),),
        content=(at(content),),
        quote="direct",
        act=act,
        speaker=who,
        p=0.9,
        by="hand",
    )


def reading_of(*events: Event, said: tuple[Attribution, ...] = ()) -> Reading:
    """Return the reading of a page with these events and statements."""
    roles = ("headline", "paragraph", "paragraph")
    blocks = tuple(Block(role=role, span=at(part)) for role, part in zip(roles, PARTS, strict=True))
    article = Article(
        text=TEXT,
        blocks=blocks,
        title=Fact(value=PARTS[0]),
        outlet=Fact(value="The Keld Courier"),
        url="https://courier.example/attaches",
        published=Published(value="2031-06-03T08:00:00+02:00", by="json-ld"),
        digest="4f" * 32,
    )
    told = (PARTS[0], *PARTS[1].split("\n"), PARTS[2])
    return Reading(
        article=article,
        sentences=tuple(Sentence(span=at(words), tokens=()) for words in told),
        times=(),
        attributions=said,
        events=events,
        reader=Reader(version="0", model="hand"),
    )
