"""The tables of actors: codes that exist, forms that can be found."""

import re

import pytest

from readout.data.tables import rows
from readout.reading.actors.hits import find_hits
from readout.reading.actors.lexicon import lexicon
from readout.reading.actors.pieces import key, pieces

CODES = re.compile(
    "GOV|MIL|COP|JUD|LEG|SPY|PTY|OPP|REB|UAF|PRM|CRM|CVL|BUS|LAB|AGR|EDU|MED|JRN|REL|NGO|IGO|"
    "ELI|REF|PRE|UNK"
)
LANDS = re.compile(r"[A-Z]{3}|-")


@pytest.mark.parametrize("table", ["actors_words.tsv", "actors_organisations.tsv"])
def test_every_code_is_one_of_plovers(table: str) -> None:
    """A slip in a table would travel into every export."""
    codes = {code for row in rows(table) for code in row[1].split()}

    assert all(CODES.fullmatch(code) for code in codes)


@pytest.mark.parametrize(
    "table",
    [
        "actors_organisations.tsv",
        "actors_countries.tsv",
        "actors_regions.tsv",
        "actors_places.tsv",
    ],
)
def test_every_country_is_a_code(table: str) -> None:
    """Three letters, or none where an organisation is of no country."""
    assert all(LANDS.fullmatch(row[0]) for row in rows(table))


def test_every_organisation_is_found_by_each_of_its_names() -> None:
    """What a table enters the finder finds, whole."""
    lex = lexicon()
    for _, _, _, names in rows("actors_organisations.tsv"):
        for form in (form for name in names.split(";") for form in name.split("=")):
            hits = find_hits(pieces(form.removeprefix("the ")), lex)
            assert hits, form
            assert hits[0].first == 0, form


def test_keys_forget_case_accents_dots_and_possessives() -> None:
    """“U.S.”, “Brasília”, “People's” as tables and pages write them."""
    assert key("U.S. Brasília") == "us brasilia"
    assert key("People’s Army") == key("People's Army") == "people army"
    assert key("Guinea-Bissau") == "guinea bissau"
