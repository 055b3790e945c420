"""A reading and a find in it in, the words that show it and who says so out."""

from bisect import bisect_right

from readout.records.event import Event, EventMention, Voice
from readout.records.reading import Reading
from readout.records.text import Span

__all__ = ["lead_of", "sentence_of", "told_by"]


def lead_of(event: Event) -> EventMention:
    """Return the mention that says most of the event."""
    return event.mentions[event.lead]


def sentence_of(reading: Reading, span: Span) -> Span:
    """Return the place of the sentence `span` begins in; `span` itself where it is in none."""
    at = bisect_right(reading.sentences, span.start, key=lambda one: one.span.start) - 1
    if at < 0:
        return span
    found = reading.sentences[at].span
    return found if span.start < found.end else span


def told_by(reading: Reading, voice: Voice) -> str:
    """Name who says so: the speaker, else the source's words; the outlet for its own voice.

    "" where the page names none.
    """
    if voice.aid is None:
        return reading.article.outlet.value or ""
    if voice.name:
        return voice.name
    for one in reading.attributions:
        if one.aid == voice.aid:
            return " … ".join(span.of(reading.article.text) for span in one.source)
    return ""
