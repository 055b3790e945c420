"""Linked data and annotations: what parses, what quotes its page, and what is never said."""

import json
from io import BytesIO
from typing import get_args

import pytest

from readout.exports.chosen import Chosen
from readout.exports.write import FOLDERS, Format, write_export
from readout.records.entries import Entered

Node = dict[str, object]


def exported(chosen: Chosen, form: Format) -> Node:
    """Return the document that is written."""
    file = BytesIO()
    write_export(chosen, form, file)
    read: Node = json.loads(file.getvalue())
    return read


def nodes(document: Node, name: str) -> list[Node]:
    """Return the list a document holds."""
    found = document[name]
    assert isinstance(found, list)
    return found


def texts(chosen: Chosen) -> dict[str, Entered]:
    """Return the articles by the address of their kept text."""
    return {f"nih:sha-256;{one.reading.text}": one for one in chosen.entered}


def test_a_quote_is_a_quotation_and_other_words_are_a_claim(chosen: Chosen) -> None:
    """“We will sit down again” is Anselm Dorr's; that talks would resume is a claim of his."""
    graph = nodes(exported(chosen, "jsonld"), "@graph")
    quotation = next(node for node in graph if str(node.get("text")).startswith("“We will sit"))
    claim = next(node for node in graph if str(node.get("text")).startswith("that the talks"))

    assert quotation["@type"] == "Quotation"
    assert quotation["spokenByCharacter"]["name"] == "Anselm Dorr"
    assert quotation["spokenByCharacter"]["jobTitle"] == "water minister"
    assert claim["@type"] == "Claim"
    assert claim["appearance"] == claim["isPartOf"]
    assert claim["author"]["description"].startswith("Velmora's water minister")


def test_a_statement_without_a_source_has_no_author(chosen: Chosen) -> None:
    """It was reported that a letter had been sent: nobody is made up for it."""
    graph = nodes(exported(chosen, "jsonld"), "@graph")
    found = [node for node in graph if node.get("text") == "that a letter had been sent"]

    assert found
    assert all("author" not in node for node in found)


def test_linked_data_rates_nothing(chosen: Chosen) -> None:
    """Every event is a claim with where it appears; no review, no rating, no truth value."""
    file = BytesIO()
    write_export(chosen, "jsonld", file)
    document = json.loads(file.getvalue())
    events = [node for node in document["@graph"] if "urn:readout:event:" in node["@id"]]

    assert document["@context"] == "https://schema.org"
    assert len(events) == len(chosen.events)
    assert all(node["@type"] == "Claim" and node["appearance"] for node in events)
    assert b"ating" not in file.getvalue()
    assert b"ClaimReview" not in file.getvalue()


def test_ids_of_linked_data_lead_to_nodes(chosen: Chosen) -> None:
    """An article that something is part of, or appears in, is there; each id is there once."""
    graph = nodes(exported(chosen, "jsonld"), "@graph")
    ids = [node["@id"] for node in graph]
    parts = {node["isPartOf"]["@id"] for node in graph if "isPartOf" in node}

    assert parts <= set(ids)
    assert len(ids) == len(set(ids))


def test_each_annotation_quotes_and_points_at_the_same_words(chosen: Chosen) -> None:
    """Position, quote, prefix and suffix agree with the text that the state names."""
    document = exported(chosen, "annotations")
    known = texts(chosen)
    items = nodes(document, "items")
    statements = sum(len(one.statements) for one in chosen.entered)

    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert document["type"] == "AnnotationPage"
    assert len(items) == statements + len(chosen.reports)
    for item in items:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            text = known[target["state"]["cached"]].text
            quote, position, *_ = target["selector"]
            before, after = text[: position["start"]], text[position["end"] :]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert before.endswith(quote["prefix"])
            assert after.startswith(quote["suffix"])


def test_an_annotation_of_a_split_quote_has_a_target_for_each_part(chosen: Chosen) -> None:
    """What stands between the parts is nobody's words."""
    for item in nodes(exported(chosen, "annotations"), "items"):
        if isinstance(item["target"], list):
            exact = [target["selector"][0]["exact"] for target in item["target"]]
            assert exact[0] == "“We will sit down again,”"
            return
    pytest.fail("no annotation has two targets")


def test_a_page_without_address_is_named_by_its_digest(chosen: Chosen) -> None:
    """It has no link, as there is nothing for a browser to open."""
    targets = [
        item["target"]
        for item in nodes(exported(chosen, "annotations"), "items")
        if isinstance(item["target"], dict)
    ]
    bare = [target for target in targets if target["source"] == f"nih:sha-256;{'5a' * 32}"]
    linked = [target for target in targets if target["source"].startswith("https://courier")]

    assert bare
    assert all("id" not in target and len(target["selector"]) == 2 for target in bare)
    assert all(target["id"].startswith(f"{target['source']}#:~:text=") for target in linked)


@pytest.mark.parametrize("form", [one for one in get_args(Format) if one not in FOLDERS])
def test_an_empty_ledger_is_written_in_every_format(nothing: Chosen, form: Format) -> None:
    """A document with an empty list, a table with its columns, or no line."""
    file = BytesIO()
    write_export(nothing, form, file)
    written = file.getvalue()

    if form in {"jsonld", "annotations"}:
        assert json.loads(written)["@graph" if form == "jsonld" else "items"] == []
    elif form == "ftm":
        assert written == b""
    else:
        assert written.count(b"\n") == 1
