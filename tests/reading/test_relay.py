"""Through whom words came: outlets told, agencies quoting, statements inside statements."""

import pytest

from readout.reading.speakers import find_speakers
from readout.records.reading import Attribution
from tagged import Tagged, attribution, tagged

RAIN = "it/PRP rains=rain/VBZ"


def chain(page: Tagged, given: Attribution) -> list[str]:
    """Return the owner's name and the links' words."""
    (found, *_) = find_speakers(page.article, page.sentences, (given,))
    assert found.speaker is not None
    return [found.speaker.name, *(link.span.of(page.article.text) for link in found.relay)]


@pytest.mark.parametrize(
    ("tail", "link"),
    [
        ("told/VBD the/DT Harrow/NNP/ORG Times/NNP/ORG", "the Harrow Times"),
        ("told/VBD reporters/NNS", ""),
        ("told/VBD the/DT Senate/NNP/ORG", ""),
        ("said/VBD ~,/, according/VBG to/TO TASS/NNP/ORG", "TASS"),
        ("said/VBD ~,/, TASS/NNP/ORG reported/VBD on/IN Monday/NNP/DATE", "TASS"),
        ("said/VBD in/IN an/DT interview/NN with/IN Keld/NNP/ORG Radio/NNP/ORG", "Keld Radio"),
        (
            "was/VBD quoted/VBN as/IN saying/VBG by/IN the/DT daily/NN Sund/NNP/ORG",
            "the daily Sund",
        ),
        ("said/VBD during/IN a/DT BBC/NNP/ORG interview/NN", "a BBC interview"),
        ("said/VBD in/IN remarks/NNS carried/VBN by/IN TASS/NNP/ORG", "TASS"),
    ],
)
def test_the_words_around_the_content_tell_the_link(tail: str, link: str) -> None:
    """“It rains,” Dorr told the Harrow Times: Dorr, then the paper; reporters are no link."""
    page = tagged(f"{RAIN} ~,/, Dorr/NNP/PERSON {tail} ~./.")

    found = chain(page, attribution(page, "Dorr", "", "it rains"))

    assert found == ["Dorr", *([link] if link else [])]


def test_a_medium_that_quotes_is_a_link_and_the_quoted_one_the_owner() -> None:
    """“State television quoted Dorr as saying”: Dorr, then state television."""
    page = tagged(
        "State/NN television/NN quoted/VBD Dorr/NNP/PERSON as/IN saying/VBG that/IN "
        + RAIN
        + " ~./."
    )

    found = chain(page, attribution(page, "State television", "quoted", "it rains"))

    assert found == ["Dorr", "State television"]


def test_an_outlet_that_cites_somebody_is_a_link() -> None:
    """“The Harrow Times reported, citing two guards”: the guards, then the paper."""
    page = tagged(
        "The/DT Harrow/NNP/ORG Times/NNP/ORG reported/VBD ~,/, citing/VBG two/CD guards/NNS ~,/, "
        "that/IN " + RAIN + " ~./."
    )

    found = chain(page, attribution(page, "The Harrow Times", "reported", "that it rains"))

    assert found == ["two guards", "The Harrow Times"]


def test_a_person_who_cites_somebody_keeps_the_words() -> None:
    """“Dorr, citing a report, said”: Dorr's words."""
    page = tagged("Dorr/NNP/PERSON ~,/, citing/VBG a/DT report/NN ~,/, said/VBD " + RAIN + " ~./.")

    assert chain(page, attribution(page, "Dorr", "said", "it rains")) == ["Dorr"]


def test_a_statement_inside_a_statement_came_through_the_outer_speaker() -> None:
    """“Dorr said Marn had told him that it rains”: the inner words are Marn's, through Dorr."""
    page = tagged(
        "Dorr/NNP/PERSON said/VBD Marn/NNP/PERSON had/VBD told/VBN him/PRP that/IN "
        + RAIN
        + " ~./."
    )
    outer = attribution(page, "Dorr", "said", "Marn had told him that it rains")

    _, inner = find_speakers(page.article, page.sentences, (outer,))

    assert inner.within == outer.aid
    assert inner.content == (page.at("that it rains"),)
    assert inner.p < outer.p
    assert inner.speaker is not None
    assert inner.speaker.name == "Marn"
    assert [(link.name, link.kind) for link in inner.relay] == [("Dorr", "speaker")]


def test_owner_and_agency_in_two_attributions_are_tied() -> None:
    """“Dorr said, according to TASS” found twice: both are Dorr's words, through TASS."""
    page = tagged(
        f"{RAIN} ~,/, Dorr/NNP/PERSON said/VBD ~,/, according/VBG to/TO TASS/NNP/ORG ~./."
    )
    said = attribution(page, "Dorr", "said", "it rains")
    relayed = attribution(page, "TASS", "according to", "it rains")

    found = find_speakers(page.article, page.sentences, (said, relayed))

    assert [one.speaker.name if one.speaker else "" for one in found] == ["Dorr", "Dorr"]
    assert [[link.name for link in one.relay] for one in found] == [["TASS"], ["TASS"]]


def test_an_agency_in_the_dateline_is_the_last_link() -> None:
    """“KELD (Reuters) - ...”: every statement of the page came through the agency."""
    page = tagged(
        "KELD/NNP/GPE (/-LRB- ~Reuters/NNP/ORG ~)/-RRB- -/: " + RAIN + " ~,/, "
        "Dorr/NNP/PERSON told/VBD the/DT Harrow/NNP/ORG Times/NNP/ORG ~./.",
        agency="Reuters",
    )

    found = chain(page, attribution(page, "Dorr", "told", "it rains"))

    assert found == ["Dorr", "the Harrow Times", "Reuters"]


def test_a_document_is_the_owner_and_who_obtained_it_a_link() -> None:
    """“According to a cable obtained by the Harrow Times”: the cable, then the paper."""
    page = tagged(
        f"{RAIN} ~,/, according/VBG to/TO a/DT cable/NN obtained/VBN by/IN "
        "the/DT Harrow/NNP/ORG Times/NNP/ORG ~./."
    )
    given = attribution(page, "a cable obtained by the Harrow Times", "according to", "it rains")

    assert chain(page, given) == ["a cable", "the Harrow Times"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("(/-LRB- ~Reuters/NNP/ORG ~)/-RRB- -/: ", ""), ("", "\n\nReuters/NNP/ORG")],
)
def test_an_agency_before_or_after_the_text_is_the_last_link(before: str, after: str) -> None:
    """“(Reuters) - ...” without a place, and the agency alone in the last line."""
    page = tagged(f"{before}{RAIN} ~,/, Dorr/NNP/PERSON said/VBD ~./.{after}")

    assert chain(page, attribution(page, "Dorr", "said", "it rains")) == ["Dorr", "Reuters"]


def test_a_title_in_quotation_marks_is_a_programme() -> None:
    """“Dorr said on “Keld Tonight””: the programme is a link; an open mark at the end is none."""
    page = tagged(
        f"{RAIN} ~,/, Dorr/NNP/PERSON said/VBD on/IN “/`` ~Keld/NNP Tonight/NNP ~”/'' ~./."
    )
    cut = tagged(f"{RAIN} ~,/, Dorr/NNP/PERSON told/VBD “/``")

    assert chain(page, attribution(page, "Dorr", "said", "it rains")) == ["Dorr", "Keld Tonight"]
    assert chain(cut, attribution(cut, "Dorr", "told", "it rains")) == ["Dorr"]
