"""An open ledger in, what is judged in it out: identities, mentions by office, or all there is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Select, select

from readout.ledger.digests import entry_id
from readout.ledger.identities import look_up
from readout.ledger.identities.describe import mention_order
from readout.ledger.identities.fold import fold_name
from readout.ledger.identities.holders import Term, resolve_office
from readout.ledger.identities.naming import Named
from readout.ledger.identities.units import Held
from readout.ledger.judge import verdict_order
from readout.ledger.lineages import group
from readout.ledger.utterances import find_utterances
from readout.records.identities import Identities, Identity, KnownActor, OfficeReference
from readout.records.judgements import LedgerEvent, Story
from readout.records.lineage import Copy, Printed
from readout.records.verdicts import EventVerdict, Judged, Utterance
from readout.stores.judging.events import merged_of
from readout.stores.judging.units import POST, load_units
from readout.stores.judging.verdicts import judge_events
from readout.stores.judging.who import names_on
from readout.stores.numbers import in_chunks
from readout.stores.read import each_entered
from readout.stores.rows import unpacked
from readout.stores.schema import READING
from readout.stores.schema_judged import COPY, EVENT, IDENTITY, JUDGED, NAME, TERM, UNIT

__all__ = [
    "actors_called",
    "events_as_of",
    "load_identities",
    "load_judged",
    "load_references",
    "load_utterances",
]

_T = TypeVar("_T")
_IDENTITY = msgspec.json.Decoder(Identity)
_MERGED = msgspec.json.Decoder(LedgerEvent)
_VERDICT = msgspec.json.Decoder(EventVerdict)
_COPY = msgspec.json.Decoder(Copy)
_WORDS = msgspec.json.Decoder(tuple[str, ...])


def load_identities(
    connection: Connection, *, kind: str | None = None, country: str | None = None
) -> Iterator[Identity]:
    """Yield who is who, those on most pages first; of a kind or a country's code where given."""
    asked = select(IDENTITY.c.number, IDENTITY.c.pages, IDENTITY.c.name, IDENTITY.c.identity_id)
    if kind is not None:
        asked = asked.where(IDENTITY.c.kind == kind)
    if country is not None:
        asked = asked.where(IDENTITY.c.countries.contains(f" {country} ", autoescape=True))
    order = sorted(
        (-pages, name, rid, number) for number, pages, name, rid in connection.execute(asked)
    )
    yield from _identities(connection, [number for *_, number in order])


def actors_called(connection: Connection, name: str) -> list[KnownActor]:
    """Return those who bear the name, or have the id, with the mentions by office of each."""
    numbers = _called(connection, name)
    found = look_up(_identities(connection, numbers), name) if numbers else []
    found = found or look_up(load_identities(connection), name)
    return [
        KnownActor(identity=one, references=load_references(connection, holder=one.identity_id))
        for one in found
    ]


def events_as_of(connection: Connection, numbers: Sequence[int], day: str) -> list[EventVerdict]:
    """Return events judged by the reports published by a day, in order of their first days."""
    found = (
        verdict
        for chunk in in_chunks(numbers)
        for _, verdict in judge_events(connection, merged_of(connection, chunk), as_of=day)
    )
    return sorted(found, key=verdict_order)


def load_references(
    connection: Connection, *, holder: str | None = None
) -> tuple[OfficeReference, ...]:
    """Return the mentions by office alone; those resolved to one identity where its id is given."""
    posts = select(NAME.c.number, NAME.c.words).where(NAME.c.words.startswith(f'["{POST}",'))
    if holder is not None:
        held = (
            select(UNIT.c.name)
            .join(IDENTITY, IDENTITY.c.number == UNIT.c.holder)
            .where(IDENTITY.c.identity_id == holder)
        )
        posts = posts.where(NAME.c.number.in_(held))
    names = {int(number): _WORDS.decode(words) for number, words in connection.execute(posts)}
    terms = _terms(connection)
    found = [
        resolve_office(
            Named("post", words[1:2], words[2] if len(words) > 2 else None),  # noqa: PLR2004  whose it is
            one.unit.mentions[0],
            terms,
        )
        for number, words in names.items()
        for one in load_units(connection, [number])[number]
    ]
    wanted = (one for one in found if holder is None or one.identity == holder)
    return tuple(sorted(wanted, key=lambda one: mention_order(one.mention)))


def load_utterances(connection: Connection) -> tuple[Utterance, ...]:
    """Return the statements that quote the same words; all entries in force are read for it."""
    entered = list(each_entered(connection))
    return find_utterances(entered, names_on(connection, entered))


def load_judged(connection: Connection) -> Judged:
    """Return all that is judged, held in memory at once."""
    copies = tuple(_records(connection, select(COPY.c.record), _COPY))
    printed = list(_printed(connection))
    merged = _records(connection, select(EVENT.c.merged), _MERGED)
    verdicts = _records(connection, select(EVENT.c.record), _VERDICT)
    return Judged(
        stories=_stories(connection),
        copies=tuple(sorted(copies, key=lambda one: sorted((one.copy, one.original)))),
        lineages=group(copies, printed),
        events=tuple(sorted(merged, key=lambda one: one.reports)),
        verdicts=tuple(sorted(verdicts, key=verdict_order)),
        identities=Identities(
            identities=tuple(load_identities(connection)), references=load_references(connection)
        ),
        utterances=load_utterances(connection),
    )


def _identities(connection: Connection, numbers: Sequence[int]) -> Iterator[Identity]:
    for chunk in in_chunks(numbers):
        asked = select(IDENTITY.c.number, IDENTITY.c.record).where(IDENTITY.c.number.in_(chunk))
        rows = connection.execute(asked)
        found = {number: _IDENTITY.decode(unpacked(record)) for number, record in rows}
        yield from (found[number] for number in chunk)


def _called(connection: Connection, name: str) -> list[int]:
    """Return the identities with a name that has all the words, those on most pages first."""
    asked = select(UNIT.c.identity).join(NAME, NAME.c.number == UNIT.c.name)
    words = [word for word in fold_name(name) if word]
    for word in words:
        asked = asked.where(NAME.c.words.contains(f'"{word}"', autoescape=True))
    table = IDENTITY.c
    order = select(table.number, table.pages, table.name, table.identity_id)
    found = connection.execute(order.where(table.number.in_(asked))).all() if words else []
    return [number for number, *_ in sorted(found, key=lambda row: (-row[1], row[2], row[3]))]


def _records(
    connection: Connection, asked: Select[bytes], decoder: msgspec.json.Decoder[_T]
) -> Iterable[_T]:
    for record in connection.execute(asked).scalars():
        yield decoder.decode(unpacked(record))


def _stories(connection: Connection) -> tuple[Story, ...]:
    articles: dict[int, list[str]] = defaultdict(list)
    asked = select(JUDGED.c.story, JUDGED.c.document_id).order_by(JUDGED.c.document_id)
    for story, document in connection.execute(asked):
        articles[story].append(document)
    told = sorted(tuple(sorted(one)) for one in articles.values())
    return tuple(Story(story_id=entry_id("story", *one), articles=one) for one in told)


def _printed(connection: Connection) -> Iterator[Printed]:
    columns = (READING.c.document_id, READING.c.published, READING.c.outlet, READING.c.agency)
    asked = select(*columns).join(JUDGED, JUDGED.c.reading == READING.c.number)
    for document, published, outlet, agency in connection.execute(asked):
        yield Printed(id=document, text="", published=published, outlet=outlet, agency=agency)


def _terms(connection: Connection) -> dict[Held, list[Term]]:
    found: dict[Held, list[Term]] = defaultdict(list)
    asked = select(TERM, IDENTITY.c.identity_id, IDENTITY.c.name).join(
        IDENTITY, IDENTITY.c.number == TERM.c.identity
    )
    for row in connection.execute(asked).mappings():
        term = Term(row["first"], row["last"], row["given_up"], row["identity_id"], row["name"])
        found[row["office"], row["place"]].append(term)
    return {office: sorted(terms) for office, terms in found.items()}
