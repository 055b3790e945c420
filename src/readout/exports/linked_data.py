"""What is to be exported in, schema.org's words for it out: articles, quotations and claims.

A claim is what somebody says or what reports tell; whether it is true is never said.
"""

from collections.abc import Iterator

from readout.exports.addresses import address_of, article_address, digest_address
from readout.exports.chosen import Chosen
from readout.exports.fragments import text_link
from readout.exports.json_tree import Tree
from readout.ledger.tellings import day_of
from readout.records.entries import Entered, Statement
from readout.records.verdicts import EventVerdict

__all__ = ["CONTEXT", "linked_data"]

CONTEXT = "https://schema.org"
_Node = dict[str, Tree]


def linked_data(chosen: Chosen) -> Iterator[Tree]:
    """Yield the articles, each followed by its statements, then the events as claims.

    Words in quotation marks are quotations; what is told in other words, and events, are claims.
    """
    for one in chosen.entered:
        yield _article(one)
        yield from (_statement(chosen, one, said) for said in one.statements)
    yield from (_event(chosen, one) for one in chosen.events)


def _article(one: Entered) -> _Node:
    reading = one.reading
    publisher = {"@type": "Organization", "name": reading.outlet} if reading.outlet else None
    return _filled(
        {
            "@id": article_address(reading),
            "@type": "NewsArticle",
            "headline": reading.title,
            "url": reading.url,
            "datePublished": reading.published,
            "dateModified": reading.modified,
            "publisher": publisher,
            "identifier": digest_address(reading.page),
        }
    )


def _statement(chosen: Chosen, one: Entered, said: Statement) -> _Node:
    """Return a quotation, or a claim that appears in the article."""
    page: _Node = {"@id": article_address(one.reading)}
    speaker = _speaker(chosen, one, said)
    node: _Node = {
        "@id": address_of("statement", said.statement_id),
        "@type": "Claim" if said.quote == "indirect" else "Quotation",
        "text": said.content,
        "isPartOf": page,
    }
    if said.quote == "indirect":
        node |= {"author": speaker, "appearance": page}
    else:
        node |= {"spokenByCharacter": speaker}
    url = one.reading.url
    if url:
        node["url"] = text_link(url, one.text, said.content_spans[0])
    return _filled(node)


def _speaker(chosen: Chosen, one: Entered, said: Statement) -> _Node | None:
    """Return who says it; one whom the page does not name is described and has no name."""
    words = said.speaker or said.source
    if not words:
        return None
    actor = chosen.actor_of(one.reading.page, said.speaker)
    named = said.speaker is not None and said.speaker_kind in {"person", "organisation"}
    single = said.speaker_kind in {"person", "unnamed", None}
    return _filled(
        {
            "@id": address_of("actor", actor) if actor else None,
            "@type": "Person" if single else "Organization",
            "name": words if named else None,
            "description": None if named else words,
            "jobTitle": said.speaker_role if said.speaker_kind == "person" else None,
        }
    )


def _event(chosen: Chosen, one: EventVerdict) -> _Node:
    """Return what the reports of an event tell as a claim, with where it appears first."""
    articles = [chosen.articles[each].reading for each in one.documents]
    dated = sorted(filter(None, map(day_of, articles)))
    first = [reading for reading in articles if dated and day_of(reading) == dated[0]]
    return _filled(
        {
            "@id": address_of("event", one.event_id),
            "@type": "Claim",
            "text": one.name,
            "author": _authors(chosen, one),
            "firstAppearance": {"@id": article_address(first[0])} if first else None,
            "appearance": [{"@id": article_address(reading)} for reading in articles],
        }
    )


def _authors(chosen: Chosen, one: EventVerdict) -> list[Tree]:
    """Return whose word the event is, once each: the outlets, and those whom statements name."""
    found: dict[str, Tree] = {}
    for origin in one.origins:
        if origin.kind == "outlet":
            found[origin.name] = {"@type": "Organization", "name": origin.name}
            continue
        for each in origin.reports:
            entered, report = chosen.reports[each]
            for said in entered.statements:
                who = _speaker(chosen, entered, said) if said.aid == report.voice else None
                if who is not None:
                    found.setdefault(said.speaker or said.source, who)
    return list(found.values())


def _filled(node: _Node) -> _Node:
    """Return the node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}
