"""The entries of one page in, the mentions of actors and speakers in them out."""

from collections.abc import Iterator
from functools import lru_cache

from readout.ledger.entries import reading_of
from readout.ledger.identities.beside import country_beside
from readout.ledger.identities.words import small_words
from readout.reading.actors import describe_actor
from readout.reading.actors.lexicon import lexicon
from readout.reading.actors.pieces import key
from readout.reading.mentions.lexicon import gender_of_name
from readout.records.entries import Entered
from readout.records.event import Actor
from readout.records.identities import ActorMention
from readout.records.reading import Speaker
from readout.records.text import Span

__all__ = ["mentions_of"]

_CACHE = 1 << 14
_LONGEST_FORM = 60
_PEOPLES = frozenset({"people", "region", "town"})
_DAY = len("2026-05-04")


def mentions_of(entered: Entered) -> tuple[ActorMention, ...]:
    """Return whom the page speaks of: its statements' speakers and its events' parties."""
    head = entered.reading
    reading = reading_of(head, entered.text)
    published = head.published or ""
    day = published[:_DAY] if len(published) >= _DAY else None
    if day is None and head.published_from and head.published_from == head.published_until:
        day = head.published_from[:_DAY]
    found: dict[ActorMention, None] = {}
    for said in reading.attributions:
        if said.speaker is not None:
            beside = country_beside(said, said.speaker, entered.text)
            found[_of_speaker(said.speaker, head.page, day, entered.text, beside)] = None
    for event in reading.events:
        for mention in event.mentions:
            for actor in (*mention.actors, *mention.recipients):
                found[_of_actor(actor, head.page, day, entered.text)] = None
    return tuple(found)


def _of_speaker(
    speaker: Speaker, page: str, day: str | None, text: str, beside: str | None
) -> ActorMention:
    role = _described(speaker.role) if speaker.role else None
    named_so = speaker.kind == "person" and _inside(speaker.country_span, speaker.name, text)
    country = None if named_so else speaker.country
    return ActorMention(
        name=speaker.name,
        page=page,
        day=day,
        span=speaker.mention,
        kind=speaker.kind,
        forms=tuple(dict.fromkeys(_forms(speaker.name, speaker.mentions, text))),
        role=None if _is_title(speaker.role) else speaker.role,
        country=country or (role.country if role else None) or beside,
        sectors=role.sectors if role else (),
        organisation=role.organisation if role else None,
        former=role is not None and role.former,
    )


def _of_actor(actor: Actor, page: str, day: str | None, text: str) -> ActorMention:
    return ActorMention(
        name=actor.name,
        page=page,
        day=day,
        span=actor.span,
        forms=tuple(_forms(actor.name, (actor.span,), text)),
        role=None if _is_title(actor.role) else actor.role,
        country=None if _is_surname(actor, text) else actor.country,
        sectors=actor.sectors,
        organisation=actor.organisation,
        former=actor.former,
    )


def _is_title(role: str | None) -> bool:
    """Say whether the role is but a form of address: "Mr", "Sir"."""
    return role is not None and role.lower().rstrip(".") in small_words("address")


@lru_cache(maxsize=_CACHE)
def _described(role: str) -> Actor | None:
    return describe_actor(role)


def _is_surname(actor: Actor, text: str) -> bool:
    """Say whether the actor's country was read from a person's given name or surname."""
    first, *others = actor.name.split() or [""]
    if not others:
        return actor.country_span is not None and _only_alike(first)
    if not _inside(actor.country_span, actor.name, text):
        return False
    return actor.role is not None or bool(gender_of_name(first)) or _ends_in_people(actor.name)


def _inside(span: Span | None, name: str, text: str) -> bool:
    """Say whether the words of a country are a word of the name other than its first: "Catalán"."""
    return span is not None and span.of(text) in name.split()[1:]


def _only_alike(word: str) -> bool:
    """Say whether a word with accents is a people's or a region's name without them."""
    entries = lexicon().entries.get(key(word), ())
    return not word.isascii() and bool(entries) and all(word != entry.name for entry in entries)


def _ends_in_people(name: str) -> bool:
    """Say whether all words have capitals and the last is a people's: no body is named so."""
    words = name.split()
    kinds = {entry.kind for entry in lexicon().entries.get(key(words[-1]), ())}
    return all(word[:1].isupper() for word in words) and not kinds.isdisjoint(_PEOPLES)


def _forms(name: str, spans: tuple[Span, ...], text: str) -> Iterator[str]:
    """Yield other words by which the page calls the actor, where they are a part of the name."""
    parts = set(name.replace("-", " ").split())
    for span in spans:
        said = span.of(text)
        if said == name or len(said) > _LONGEST_FORM or "\n" in said:
            continue
        told = [word for word in said.replace("-", " ").split() if word in parts]
        if told and told[-1][:1].isupper() and said.replace("-", " ").split()[-1] == told[-1]:
            yield " ".join(told)
