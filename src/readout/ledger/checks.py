"""Entries and the page they are of in, what of them is not so out: no model and no network.

A span is believed because the id of its entry is a digest of the span and of the reading, the
reading's of the article's text, and each block of that text stands on the page as it was kept.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from readout.article.tree import parse
from readout.ledger.digests import entry_id
from readout.ledger.entries import document_id_of, reading_of, words_at
from readout.ledger.parts import reading_parts, report_parts, statement_parts
from readout.records.article import Article
from readout.records.entries import Entered, Report, Statement
from readout.records.reading import Reading
from readout.records.text import Span
from readout.records.versions import Flaw

__all__ = ["entry_flaws", "page_flaws"]


def entry_flaws(entered: Entered) -> Iterator[Flaw]:
    """Yield what is wrong with a reading's entries: ids, spans, and entries lost or added."""
    head, text = entered.reading, entered.text
    rid = head.reading_id
    if entry_id("reading", *reading_parts(head)) != rid:
        yield Flaw(table="reading", entry=rid, what="what it says is not what its id was made of")
    reading = reading_of(head, text)
    if document_id_of(head.url, head.page) != head.document_id:
        yield Flaw(table="reading", entry=rid, what="it is under the wrong document")
    aids = {said.aid for said in reading.attributions}
    eids = {event.eid for event in reading.events}
    yield from _lost("statement", rid, aids, [said.aid for said in entered.statements])
    yield from _lost("report", rid, eids, [told.eid for told in entered.reports])
    for said in entered.statements:
        yield from _statement(said, text)
    for told in entered.reports:
        yield from _report(told, text)
    if any(span.end > len(text) for span in _spans(reading)):
        yield Flaw(table="reading", entry=rid, what="a span of it ends behind the text")


def page_flaws(entered: Entered, body: bytes) -> Iterator[Flaw]:
    """Yield the blocks of the article's text that are not on the page, white space aside."""
    article = reading_of(entered.reading, entered.text).article
    shown = _letters(article, body)
    for block in article.blocks:
        words = block.span.of(entered.text)
        if "".join(words.split()) not in shown:
            what = f"the words at {block.span.start} are not on its page: {words[:60]!r}"
            yield Flaw(table="reading", entry=entered.reading.reading_id, what=what)


def _letters(article: Article, body: bytes) -> str:
    """Return all text of the page without its white space."""
    text = body.decode(article.charset, errors="replace")
    if any(block.xpath for block in article.blocks):
        root = parse(text)
        if not isinstance(root, str):
            text = "".join(str(part) for part in root.itertext())
    return "".join(text.split())


def _lost(table: str, rid: str, expected: set[str], found: Sequence[str]) -> Iterator[Flaw]:
    """Yield a flaw where the rows are not the ones the reading holds."""
    for one in sorted(expected - set(found)):
        yield Flaw(table=table, entry=rid, what=f"'{one}' of this reading is lost")
    if len(found) > len(expected) or set(found) - expected:
        yield Flaw(table=table, entry=rid, what="there are more of this reading than it holds")


def _statement(said: Statement, text: str) -> Iterator[Flaw]:
    if entry_id("statement", *statement_parts(said)) != said.statement_id:
        what = "what it says is not what its id was made of"
        yield Flaw(table="statement", entry=said.statement_id, what=what)
    quoted = (
        (said.source, said.source_spans),
        (said.cue, said.cue_spans),
        (said.content, said.content_spans),
    )
    if any(words_at(spans, text) != words for words, spans in quoted):
        what = "its words are not those at its spans"
        yield Flaw(table="statement", entry=said.statement_id, what=what)


def _report(told: Report, text: str) -> Iterator[Flaw]:
    if entry_id("report", *report_parts(told)) != told.report_id:
        what = "what it says is not what its id was made of"
        yield Flaw(table="report", entry=told.report_id, what=what)
    quoted = ((told.trigger, told.trigger_span), (told.sentence, told.sentence_span))
    if any(words_at((span,), text) != words for words, span in quoted):
        what = "its words are not those at its spans"
        yield Flaw(table="report", entry=told.report_id, what=what)


def _spans(reading: Reading) -> Iterator[Span]:
    """Yield the spans of all that was found in the reading."""
    yield from (block.span for block in reading.article.blocks)
    yield from (sentence.span for sentence in reading.sentences)
    yield from (time.span for time in reading.times)
    for said in reading.attributions:
        yield from chain(said.source, said.cue, said.content, said.hedge)
        yield from (relay.span for relay in said.relay)
        if said.speaker:
            yield from said.speaker.mentions
    for event in reading.events:
        for mention in event.mentions:
            yield mention.trigger
            yield from (actor.span for actor in chain(mention.actors, mention.recipients))
