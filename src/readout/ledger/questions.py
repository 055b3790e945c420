"""Judgements and a question in, those that answer it out, in the order they came."""

from collections.abc import Iterable, Iterator, Sequence

from readout.errors import UsageError
from readout.ledger.tellings import day_of
from readout.ledger.who import fold
from readout.reading.actors import describe_actor
from readout.records.entries import Entered, Statement
from readout.records.text import Record
from readout.records.verdicts import EventVerdict, Utterance

__all__ = [
    "EventQuestion",
    "choose_events",
    "choose_statements",
    "choose_utterances",
    "event_called",
    "party_code",
]

_CODE = 3  # letters of a country's code
_FEWEST = 4  # letters of an id from which it can be told


class EventQuestion(Record, frozen=True, kw_only=True):
    """Which events, or statements, are wanted; what is left out is not asked."""

    between: tuple[str, ...] = ()
    """Parties, as codes or names, that all must be sides to it."""
    actor: str | None = None
    """Words in the name of one that acts or is acted upon."""
    speaker: str | None = None
    """Words in the name of one who speaks of it."""
    type: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    """Days, ISO 8601: told, or having been, on or after the one and by the other."""
    confirmed_by: str | None = None
    disputed: bool = False
    origins_at_least: int = 0


def choose_events(
    verdicts: Iterable[EventVerdict], question: EventQuestion
) -> Iterator[EventVerdict]:
    """Yield the events that answer the question."""
    between = tuple(party_code(one) for one in question.between)
    confirmed = party_code(question.confirmed_by) if question.confirmed_by else None
    for one in verdicts:
        if (
            _is_between(one, between)
            and _has_actor(one, question.actor)
            and _has_speaker(one, question.speaker)
            and question.type in {None, one.type}
            and question.status in {None, one.status}
            and _in_days(one.start or one.first, one.end or one.last, question)
            and (confirmed is None or _confirms(one, confirmed))
            and (one.disputed or not question.disputed)
            and len(one.origins) >= question.origins_at_least
        ):
            yield one


def choose_statements(
    entered: Iterable[Entered], question: EventQuestion
) -> Iterator[tuple[Entered, Statement]]:
    """Yield the statements that answer the question, with their pages, in order of their days."""
    ordered = sorted(
        entered, key=lambda one: (day_of(one.reading) or "9999", one.reading.document_id)
    )
    sides = {party_code(one) for one in question.between}
    for one in ordered:
        day = day_of(one.reading)
        if not _in_days(day, day, question):
            continue
        for said in one.statements:
            if _has(said.speaker, question.speaker) and (
                not sides or said.speaker_country in sides
            ):
                yield one, said


def choose_utterances(
    utterances: Iterable[Utterance], question: EventQuestion
) -> Iterator[Utterance]:
    """Yield the utterances that answer the question, in order of their first days."""
    for one in sorted(utterances, key=lambda one: (one.first or "9999", one.utterance_id)):
        if _has(one.speaker, question.speaker) and _in_days(one.first, one.first, question):
            yield one


def event_called(verdicts: Sequence[EventVerdict], name: str) -> EventVerdict:
    """Return the event of that id, or whose id alone begins so; raise UsageError where none."""
    begun = [one for one in verdicts if one.event_id.startswith(name.casefold())]
    if len(begun) == 1 and len(name) >= _FEWEST:
        return begun[0]
    if not begun:
        what = f"there is no event '{name}' in the ledger"
        raise UsageError(what, hint="readout events lists them with their ids")
    hint = ", ".join(one.event_id for one in begun[:5])
    raise UsageError(f"'{name}' is the beginning of {len(begun)} ids of events", hint=hint)


def party_code(words: str) -> str:
    """Return the country's code that the words are or name, else the words as they are."""
    if len(words) == _CODE and words.isascii() and words.isalpha() and words.isupper():
        return words
    told = describe_actor(words)
    return told.country if told is not None and told.country else words


def _is_between(one: EventVerdict, parties: Sequence[str]) -> bool:
    known = {fold(line.party) for line in one.parties}
    return all(fold(party) in known for party in parties)


def _has_actor(one: EventVerdict, words: str | None) -> bool:
    return words is None or any(_has(name, words) for name in (*one.actors, *one.recipients))


def _has_speaker(one: EventVerdict, words: str | None) -> bool:
    if words is None:
        return True
    speakers = [name for origin in one.origins for name in origin.speakers]
    speakers += [said.speaker or "" for line in one.parties for said in line.stances]
    return any(_has(name, words) for name in speakers)


def _has(name: str | None, words: str | None) -> bool:
    return words is None or (name is not None and words.casefold() in name.casefold())


def _in_days(first: str | None, last: str | None, question: EventQuestion) -> bool:
    if question.since is None and question.until is None:
        return True
    if first is None and last is None:
        return False  # nobody knows whether it was
    after = question.since is None or (last or first or "") >= question.since
    return after and (question.until is None or (first or last or "") <= question.until)


def _confirms(one: EventVerdict, party: str) -> bool:
    return any(
        fold(line.party) == fold(party) and any(said.kind == "confirms" for said in line.stances)
        for line in one.parties
    )
