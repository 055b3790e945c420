"""What is to be exported in, FollowTheMoney entities and the places of their words out.

The schemata and properties are those of FollowTheMoney 4 (followthemoney.tech): an entity is an id,
a schema and lists of values. What it has no property for, the places of words, is told aside.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from readout.data.tables import rows
from readout.exports.chosen import Chosen
from readout.exports.fragments import text_link
from readout.exports.other_rows import chosen_actors, chosen_mentions
from readout.ledger.who import STATE
from readout.records.entries import Entered, Statement
from readout.records.identities import ActorMention, Identity
from readout.records.text import Record, Span
from readout.records.verdicts import EventVerdict

__all__ = ["Entity", "Place", "entities", "places"]


class Entity(Record, frozen=True, kw_only=True):
    """One entity as FollowTheMoney's own tools read it, a line of JSON each."""

    id: str
    schema: str
    properties: dict[str, list[str]]


class Place(Record, frozen=True, kw_only=True):
    """Where in an article the words stand that show a property of an entity."""

    entity: str
    property: str
    article: str
    """The id of the article's entity, whose `bodyText` the span is of."""
    page: str
    """Digest of the kept page."""
    start: int
    end: int
    words: str


def entities(chosen: Chosen) -> Iterator[Entity]:
    """Yield articles, actors, their mentions, events, and the statements as notes."""
    names = {one.page: one.address for one in chosen.pages}
    yield from (_article(one, names.get(one.reading.page)) for one in chosen.entered)
    actors = list(chosen_actors(chosen))
    articles = {one.reading.page: one for one in chosen.entered}
    for one in actors:
        yield _actor(one, articles)
    for one in actors:
        for mention in chosen_mentions(chosen, one):
            yield _mention(one, mention, articles[mention.page])
    yield from (_event(chosen, one) for one in chosen.events)
    for entered in chosen.entered:
        yield from (_note(chosen, entered, said) for said in entered.statements)


def places(chosen: Chosen) -> Iterator[Place]:
    """Yield the places of mentions' names, events' triggers and statements' words."""
    articles = {one.reading.page: one for one in chosen.entered}
    for one in chosen_actors(chosen):
        for mention in chosen_mentions(chosen, one):
            name = _mention_id(one, mention)
            yield _place(articles[mention.page], name, "name", mention.span)
    for event in chosen.events:
        for each in event.reports:
            entered, report = chosen.reports[each]
            yield _place(entered, f"event-{event.event_id}", "proof", report.trigger_span)
    for entered in chosen.entered:
        for said in entered.statements:
            for span in said.content_spans:
                yield _place(entered, f"statement-{said.statement_id}", "description", span)


def _place(one: Entered, entity: str, name: str, span: Span) -> Place:
    return Place(
        entity=entity,
        property=name,
        article=_article_id(one),
        page=one.reading.page,
        start=span.start,
        end=span.end,
        words=span.of(one.text),
    )


def _article(one: Entered, address: str | None) -> Entity:
    reading = one.reading
    file = (address or "").rstrip("/").rpartition("/")[2] or reading.page
    return _entity(
        _article_id(one),
        "Article",
        fileName=[file],
        title=[reading.title],
        publisher=[reading.outlet],
        sourceUrl=[reading.url],
        publishedAt=[reading.published],
        modifiedAt=[reading.modified],
        bodyText=[one.text],
        processingAgent=[f"Readout {reading.reader.version}"],
    )


def _actor(one: Identity, articles: dict[str, Entered]) -> Entity:
    return _entity(
        f"actor-{one.identity_id}",
        _schema(one),
        name=[one.name],
        alias=[said.value for said in one.names if said.value != one.name],
        country=_countries(said.value for said in one.countries),
        position=[said.value for said in one.roles] if one.kind == "person" else (),
        proof=[_article_id(articles[page]) for page in one.pages if page in articles],
    )


def _schema(one: Identity) -> str:
    """Return the narrowest schema that is sure; a legal entity is a person or a body."""
    if one.kind == "person":
        return "Person"
    public = one.kind in {"office", "state"} or bool(one.sectors and one.sectors[0].value in STATE)
    if one.kind in {"office", "state", "organisation"}:
        return "PublicBody" if public else "Organization"
    return "LegalEntity"


def _mention(one: Identity, mention: ActorMention, article: Entered) -> Entity:
    return _entity(
        _mention_id(one, mention),
        "Mention",
        document=[_article_id(article)],
        name=[mention.name],
        resolved=[f"actor-{one.identity_id}"],
        detectedSchema=[_schema(one)],
        contextCountry=_countries([mention.country or ""]),
    )


def _mention_id(one: Identity, mention: ActorMention) -> str:
    return f"mention-{one.identity_id}-{mention.page[:20]}-{mention.span.start}"


def _event(chosen: Chosen, one: EventVerdict) -> Entity:
    told = [chosen.reports[each] for each in one.reports]
    parties = [(entered, party) for entered, report in told for party in report.parties]
    involved = [
        chosen.actor_of(entered.reading.page, party.name, party.span) for entered, party in parties
    ]
    articles = [chosen.articles[each] for each in one.documents]
    return _entity(
        f"event-{one.event_id}",
        "Event",
        name=[one.name],
        summary=[f"{one.status or 'disputed'}; {one.verdict}"],
        keywords=[one.type, one.mode],
        startDate=[one.start],
        endDate=[one.end],
        location=[one.place],
        country=_countries([one.place_country or ""]),
        involved=[f"actor-{each}" for each in involved if each],
        proof=[_article_id(each) for each in articles],
        publisher=one.outlets,
        sourceUrl=[each.reading.url for each in articles],
        recordId=[one.event_id],
    )


def _note(chosen: Chosen, one: Entered, said: Statement) -> Entity:
    """Return a statement as a note on its speaker and on the article."""
    actor = chosen.actor_of(one.reading.page, said.speaker)
    who = said.speaker or said.source or "a source that is not named"
    url = one.reading.url
    return _entity(
        f"statement-{said.statement_id}",
        "Note",
        name=[f"{who} ({said.act or 'statement'})"],
        description=[said.content],
        summary=[f"{who}, {said.act or 'statement'}, {said.quote}"],
        entity=[*([f"actor-{actor}"] if actor else []), _article_id(one)],
        publisher=[one.reading.outlet],
        sourceUrl=[text_link(url, one.text, said.content_spans[0]) if url else None],
        proof=[_article_id(one)],
    )


def _article_id(one: Entered) -> str:
    return f"article-{one.reading.document_id}"


def _entity(key: str, schema: str, /, **properties: Sequence[str | None]) -> Entity:
    """Return the entity with the properties that have values, each value once."""
    filled = {name: list(dict.fromkeys(filter(None, told))) for name, told in properties.items()}
    kept = {name: told for name, told in filled.items() if told}
    return Entity(id=key, schema=schema, properties=kept)


def _countries(codes: Iterable[str]) -> list[str]:
    """Return the two letters, in small, of countries given by their three."""
    known = _two_letters()
    return [known[code] for code in codes if code in known]


@cache
def _two_letters() -> dict[str, str]:
    return {three: two.lower() for three, two in rows("alpha2.tsv")}
