"""The words of the parties of a page's events in, who they are out."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from readout.reading.actors import Known, describe_actor, names_told
from readout.reading.mentions import Places, Tied, Words, resolve
from readout.records.event import Actor
from readout.records.reading import Speaker
from readout.records.text import Span

__all__ = ["name_parties"]


def name_parties(
    words: Words,
    parties: Sequence[Span],
    speakers: Mapping[Span, Speaker],
    *,
    day: str | None,
) -> dict[Span, Actor]:
    """Say who each party is, as far as its own words, its page and the tables tell.

    A pronoun or a noun phrase that repeats takes the fullest words of what it stands for; "we" of
    somebody's words takes the speaker, whom `speakers` has for the parties that stand in such
    words. `day` is the article's date (ISO 8601), for actors that changed sides.
    """
    spans = sorted(set(parties))
    if not spans:
        return {}
    known = names_told(words)
    places = [Places(source=words.within(span), cue=range(0), content=()) for span in spans]
    tied = resolve(words, places).sources
    named = {
        span: _named(words, span, one, known, day) for span, one in zip(spans, tied, strict=True)
    }
    for span in spans:
        if span in speakers and span.of(words.text).lower() in _OWN:
            named[span] = _speaking(span, speakers[span], known, day)
    return named


_OWN = frozenset({"i", "we", "us", "me", "our", "my"})


def _speaking(span: Span, speaker: Speaker, known: Known, day: str | None) -> Actor:
    """Say whom "we" or "I" stands for in the words of a speaker."""
    told = describe_actor(speaker.name, at=speaker.mention.start, known=known, day=day)
    named = told if told is not None else Actor(name=speaker.name, span=span)
    return replace(
        named,
        span=span,
        country=named.country or speaker.country,
        country_span=named.country_span or speaker.country_span,
        by=f"speaker of the words; {named.by}".removesuffix("; "),
    )


def _named(words: Words, span: Span, tied: Tied | None, known: Known, day: str | None) -> Actor:
    said = span.of(words.text)
    fullest = tied.chain.fullest if tied is not None else None
    if tied is not None and fullest is not None and tied.rule not in _OWN_WORDS:
        place = words.span(fullest.first, fullest.last)
        told = describe_actor(place.of(words.text), at=place.start, known=known, day=day)
        if told is not None:
            return replace(told, span=span, by=f"{tied.rule}; {told.by}" if told.by else tied.rule)
    told = describe_actor(said, at=span.start, known=known, day=day)
    return told if told is not None else Actor(name=said, span=span)


_OWN_WORDS = frozenset({"name", "noun phrase"})
"""How a mention is tied that speaks for itself."""
