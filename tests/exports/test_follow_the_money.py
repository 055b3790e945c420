"""FollowTheMoney entities: names its tools know, references that lead somewhere, spans aside."""

import json
from pathlib import Path

import msgspec
import pytest

from readout.exports.chosen import Chosen
from readout.exports.follow_the_money import entities, places
from readout.exports.write import spans_place, write_export

THING = {"name", "alias", "country", "summary", "description", "sourceUrl", "publisher"}
THING |= {"keywords", "proof"}
INTERVAL = {"startDate", "endDate", "recordId"}
PROPERTIES = {
    "Article": {
        *("fileName", "title", "bodyText", "publishedAt", "processingAgent"),
        *("modifiedAt", "publisher", "sourceUrl"),
    },
    "Event": THING | INTERVAL | {"location", "involved"},
    "LegalEntity": THING,
    "Mention": {"document", "name", "resolved", "detectedSchema", "contextCountry"},
    "Note": THING | {"entity"},
    "Organization": THING,
    "Person": THING | {"position"},
    "PublicBody": THING,
}
"""The properties used, of the schemata as followthemoney 4.11 has them in followthemoney/schema."""
REQUIRED = {"Article": "fileName", "Mention": "document"}
ENTITIES = {"document", "resolved", "involved", "entity", "proof"}


def test_every_schema_and_property_is_one_there_is(chosen: Chosen) -> None:
    """And what a schema asks for is there."""
    for one in entities(chosen):
        assert set(one.properties) <= PROPERTIES[one.schema], one.id
        assert REQUIRED.get(one.schema, "name") in one.properties
        assert all(isinstance(value, str) for told in one.properties.values() for value in told)


def test_references_lead_to_entities_and_ids_are_used_once(chosen: Chosen) -> None:
    """An event's parties and articles, a mention's document, a note's speaker."""
    found = list(entities(chosen))
    ids = [one.id for one in found]
    meant = {
        value
        for one in found
        for name in ENTITIES & set(one.properties)
        for value in one.properties[name]
    }

    assert len(ids) == len(set(ids))
    assert meant <= set(ids)
    assert {"Article", "Person", "Mention", "Event", "Note"} <= {one.schema for one in found}


def test_the_places_give_back_the_words(chosen: Chosen) -> None:
    """Each is in the text of an article that is there, and shows an entity that is there."""
    found = {one.id: one for one in entities(chosen)}
    told = list(places(chosen))

    assert told
    for one in told:
        (text,) = found[one.article].properties["bodyText"]
        assert text[one.start : one.end] == one.words
        assert one.property in found[one.entity].properties


def test_the_places_are_a_file_beside(chosen: Chosen, tmp_path: Path) -> None:
    """`ledger.ftm.json` has its places in `ledger.ftm.spans.jsonl`."""
    place = tmp_path / "ledger.ftm.json"
    write_export(chosen, "ftm", place)

    assert spans_place(place).name == "ledger.ftm.spans.jsonl"
    lines = place.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [one.id for one in entities(chosen)]
    assert len(spans_place(place).read_bytes().splitlines()) == len(list(places(chosen)))


def test_followthemoney_itself_takes_each_entity(chosen: Chosen) -> None:
    """Where the package is installed: it loses no value and misses no property."""
    ftm = pytest.importorskip("followthemoney")
    for one in entities(chosen):
        wire = msgspec.to_builtins(one)
        ftm.model.get(one.schema).validate(wire)
        proxy = ftm.model.get_proxy(wire)
        assert all(set(proxy.get(name)) == set(told) for name, told in one.properties.items())
