"""The scores of a text and what was found in it in, its events out."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.models import Decoders, Encoded
from readout.reading.events.answers import with_answers
from readout.reading.events.background import is_background
from readout.reading.events.contexts import find_contexts
from readout.reading.events.dates import find_date
from readout.reading.events.mentioned import Mentioned
from readout.reading.events.parties import Parties, find_parties
from readout.reading.events.pictures import is_in_picture
from readout.reading.events.places import find_place
from readout.reading.events.quiet import doubt_of
from readout.reading.events.status import judge_status
from readout.reading.events.stems import points_back, stem_of
from readout.reading.events.syntax import Syntax, read_syntax
from readout.reading.events.tie import tie_mentions
from readout.reading.events.triggers import Trigger, find_triggers
from readout.reading.events.voices import teller, voice_of
from readout.reading.events.who import name_parties
from readout.reading.layout import Layout
from readout.reading.mentions import words_of
from readout.records.article import Article, Role
from readout.records.event import Actor, Event, EventMention
from readout.records.reading import Attribution, Sentence
from readout.records.text import Span
from readout.records.time import Timex

__all__ = ["Actors", "Read", "find_events"]

Actors = tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one article before its events."""

    article: Article
    sentences: Sequence[Sentence]
    times: Sequence[Timex]
    """In text order."""
    attributions: Sequence[Attribution]
    encoded: Encoded
    layout: Layout


def find_events(read: Read, decoders: Decoders, *, by: str) -> tuple[Event, ...]:
    """Return the events of the article in text order, each once, with all its mentions."""
    text, article = read.article.text, read.article
    triggers = [
        one
        for one in find_triggers(read.encoded, read.layout, decoders, doubt=doubt_of(text))
        if not is_in_picture(text, _place(read, one))
    ]
    if not triggers:
        return ()
    triggers = with_answers(text, triggers, read.encoded, read.layout, decoders)
    syntaxes = {
        number: read_syntax(text, read.sentences[number])
        for number in {one.sentence for one in triggers}
    }
    parties = [
        find_parties(syntaxes[one.sentence], one, first=_first(read, one)) for one in triggers
    ]
    spans = [span for one in parties for span in (*one.actors, *one.recipients)]
    speakers = {
        span: told.speaker
        for span in spans
        if (told := teller(span, read.attributions)) and told.speaker
    }
    words = words_of(article, read.sentences)
    actors = name_parties(words, spans, speakers, day=article.published.value)
    statuses = decoders.classes["status"]
    mentions = [
        _mentioned(read, syntaxes[one.sentence], one, _named(named, actors), statuses)
        for one, named in zip(triggers, parties, strict=True)
    ]
    return tie_mentions(mentions, by=by)


def _place(read: Read, trigger: Trigger) -> Span:
    """Return the characters of a trigger."""
    return Span(read.encoded.words[trigger.first][0], read.encoded.words[trigger.last][1])


def _named(parties: Parties, actors: Mapping[Span, Actor]) -> tuple[Actors, Actors]:
    """Return who acts and who is acted upon."""
    return (
        tuple(actors[span] for span in parties.actors),
        tuple(actors[span] for span in parties.recipients),
    )


def _first(read: Read, trigger: Trigger) -> int:
    """Return the place of a trigger's first word in its sentence."""
    return trigger.first - read.layout.bounds[trigger.sentence][0]


def _mentioned(
    read: Read,
    syntax: Syntax,
    trigger: Trigger,
    who: tuple[Actors, Actors],
    statuses: tuple[str, ...],
) -> Mentioned:
    """Say what one place of the text tells of its event."""
    text, first = read.article.text, _first(read, trigger)
    sentence = read.sentences[trigger.sentence]
    words = sentence.tokens[first : first + trigger.last - trigger.first + 1]
    place = _place(read, trigger)
    told = teller(place, read.attributions)
    judged = judge_status(syntax, trigger, statuses, first=first)
    times = _inside(read.times, sentence.span)
    mention = EventMention(
        trigger=place,
        type=trigger.type,
        mode=trigger.mode,
        actors=who[0],
        recipients=who[1],
        place=find_place(syntax, trigger, told, first=first),
        time=find_date(syntax, trigger, times, told, first=first),
        status=judged.status,
        status_p=round(judged.p, 3),
        status_by=judged.by,
        factuality=round(trigger.factuality, 2),
        voice=voice_of(told),
        p=round(trigger.p, 3),
    )
    return Mentioned(
        mention=mention,
        sentence=trigger.sentence,
        stem=stem_of(words),
        definite=points_back(text, sentence.tokens, first),
        role=_role(read.article, place),
        contexts=find_contexts(text, sentence),
        background=is_background(read.article, mention, sentence),
    )


def _inside(times: Sequence[Timex], sentence: Span) -> Sequence[Timex]:
    """Return the times of one sentence."""
    first = bisect_left(times, sentence.start, key=lambda time: time.span.start)
    last = bisect_left(times, sentence.end, key=lambda time: time.span.start)
    return times[first:last]


def _role(article: Article, place: Span) -> Role:
    """Return the role of the block in which a place lies."""
    block = bisect_right(article.blocks, place.start, key=lambda one: one.span.start) - 1
    return article.blocks[max(block, 0)].role if article.blocks else "paragraph"
