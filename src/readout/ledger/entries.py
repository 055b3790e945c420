"""A reading in, its entries out: the reading itself, its statements and its reports."""

from bisect import bisect_right
from collections.abc import Sequence
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from readout.ledger.digests import entry_id
from readout.ledger.parts import reading_parts, report_parts, statement_parts
from readout.records.article import Article
from readout.records.entries import (
    Entered,
    EnteredReading,
    PartySide,
    Question,
    Report,
    ReportParty,
    Statement,
)
from readout.records.event import Actor, Event
from readout.records.page import Page
from readout.records.reading import Attribution, Reader, Reading
from readout.records.text import Span

__all__ = ["document_id_of", "enter_reading", "question_of", "reading_of", "words_at"]

_BETWEEN = " … "
_ENCODER = msgspec.json.Encoder()
_READING = msgspec.json.Decoder(Reading)


def question_of(
    page: Page,
    reader: Reader,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Question:
    """Return what `reader` is asked with `page`, and with what the caller told of it."""
    told = [told_part or None for told_part in (url, outlet, published)]
    came = [page.digest, page.kind, page.charset, page.url]
    return Question(
        question_id=entry_id("question", *came, *told, reader.version, reader.model),
        page=page.digest,
        kind=page.kind,
        charset=page.charset,
        url=page.url,
        told_url=told[0],
        told_outlet=told[1],
        told_published=told[2],
        reader=reader,
    )


def document_id_of(url: str | None, page: str) -> str:
    """Return the id of the document at a web address, or of a page that has none."""
    return entry_id("document", url) if url else entry_id("document", None, page)


def enter_reading(reading: Reading) -> Entered:
    """Return the entries of one reading; the same reading gives the same entries."""
    article, text = reading.article, reading.article.text
    head = _head(reading)
    rid = entry_id("reading", *reading_parts(head))
    places = [s.span for s in reading.sentences]
    starts = [span.start for span in places]
    blocks = [b.span for b in article.blocks]
    block_starts = [span.start for span in blocks]

    def around(span: Span) -> Span:
        found = _holding(span, places, starts) or _holding(span, blocks, block_starts)
        return found or span

    return Entered(
        reading=replace(head, reading_id=rid),
        text=text,
        statements=tuple(_statement(a, rid, text) for a in reading.attributions),
        reports=tuple(
            _report(e, rid, text, around(e.mentions[e.lead].trigger)) for e in reading.events
        ),
    )


def reading_of(entered: EnteredReading, text: str) -> Reading:
    """Return the Reading that was entered; its sentences have no words."""
    reading = _READING.decode(entered.record)
    return replace(reading, article=replace(reading.article, text=text))


def _head(reading: Reading) -> EnteredReading:
    """Return the reading's own entry, without its id."""
    article = reading.article
    published = article.published
    return EnteredReading(
        reading_id="",
        document_id=document_id_of(article.url, article.digest),
        page=article.digest,
        text=sha256(article.text.encode(errors="surrogatepass")).hexdigest(),
        reader=reading.reader,
        url=_plain(article.url),
        outlet=_plain(article.outlet.value),
        title=_plain(article.title.value),
        agency=_plain(article.agency),
        published=published.value,
        published_from=published.interval.start if published.interval else None,
        published_until=published.interval.end if published.interval else None,
        modified=article.modified,
        record=_record(reading, article),
    )


def _record(reading: Reading, article: Article) -> bytes:
    """Return what is kept of the reading beside its text.

    Where its page was found is left out: the same page found elsewhere says the same.
    """
    bare = replace(article, text="", address="", fetched=None)
    sentences = tuple(replace(sentence, tokens=()) for sentence in reading.sentences)
    return _ENCODER.encode(replace(reading, article=bare, sentences=sentences))


def _statement(said: Attribution, reading_id: str, text: str) -> Statement:
    speaker = said.speaker
    statement = Statement(
        statement_id="",
        reading_id=reading_id,
        aid=said.aid,
        within=said.within,
        act=said.act,
        quote=said.quote,
        source=words_at(said.source, text),
        cue=words_at(said.cue, text),
        content=words_at(said.content, text),
        source_spans=said.source,
        cue_spans=said.cue,
        content_spans=said.content,
        speaker=_plain(speaker.name) if speaker else None,
        speaker_kind=speaker.kind if speaker else None,
        speaker_role=_plain(speaker.role) if speaker else None,
        speaker_country=speaker.country if speaker else None,
        hedged=bool(said.hedge),
        relay=tuple(_known(relay.name) for relay in said.relay),
        p=said.p,
    )
    return replace(statement, statement_id=entry_id("statement", *statement_parts(statement)))


def _report(event: Event, reading_id: str, text: str, sentence: Span) -> Report:
    trigger, time, place = event.mentions[event.lead].trigger, event.time, event.place
    interval = time.interval if time else None
    report = Report(
        report_id="",
        reading_id=reading_id,
        eid=event.eid,
        type=event.type,
        mode=event.mode,
        contexts=event.contexts,
        status=event.status,
        status_p=event.status_p,
        background=event.background,
        trigger=words_at((trigger,), text),
        trigger_span=trigger,
        sentence=words_at((sentence,), text),
        sentence_span=sentence,
        place=_plain(place.name) if place else None,
        place_country=place.country if place else None,
        geonames=place.geonames if place else None,
        time=time.value if time else None,
        start=interval.start if interval else None,
        end=interval.end if interval else None,
        voice=event.voice.aid,
        voice_name=_plain(event.voice.name),
        p=event.p,
        parties=(*_parties("actor", event.actors), *_parties("recipient", event.recipients)),
    )
    return replace(report, report_id=entry_id("report", *report_parts(report)))


def _parties(side: PartySide, actors: Sequence[Actor]) -> tuple[ReportParty, ...]:
    return tuple(
        ReportParty(
            side=side,
            position=position,
            name=_known(actor.name),
            span=actor.span,
            country=actor.country,
            sectors=actor.sectors,
            organisation=_plain(actor.organisation),
            role=_plain(actor.role),
            former=actor.former,
        )
        for position, actor in enumerate(actors)
    )


def _holding(span: Span, places: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """Return the place that holds the start of `span`; the places are in text order."""
    at = bisect_right(starts, span.start) - 1
    return places[at] if at >= 0 and span.start < places[at].end else None


def words_at(spans: Sequence[Span], text: str) -> str:
    """Return the words at these places; parts that stand apart are joined by an ellipsis."""
    return _known(_BETWEEN.join(span.of(text) for span in spans))


def _plain(words: str | None) -> str | None:
    return None if words is None else _known(words)


def _known(words: str) -> str:
    """Return the words in letters that every store can hold: no NUL and no half a letter."""
    if words.isascii() and "\0" not in words:
        return words
    return words.replace("\0", "\N{REPLACEMENT CHARACTER}").encode(errors="replace").decode()
