"""Whom words came through and whom they did not: look-alikes, quoting persons, agencies twice."""

import pytest

from parsed_words import parsed
from readout.reading.speakers import find_speakers
from readout.records.article import Article, Block, Fact
from readout.records.reading import Attribution
from readout.records.text import Span
from tagged import Tagged, attribution, tagged

RAIN = "it/PRP rains=rain/VBZ"


def chain(page: Tagged, given: Attribution) -> list[str]:
    """Return the owner's name and the links' words."""
    (found, *_) = find_speakers(page.article, page.sentences, (given,))
    assert found.speaker is not None
    return [found.speaker.name, *(link.span.of(page.article.text) for link in found.relay)]


def page_of(script: str) -> Tagged:
    """Return a page of one sentence parsed by hand."""
    text, sentence = parsed(script)
    block = Block(role="paragraph", span=Span(0, len(text)))
    article = Article(text=text, blocks=(block,), title=Fact(), outlet=Fact())
    return Tagged(article, (sentence,))


@pytest.mark.parametrize(
    ("tail", "link"),
    [
        ("told/VBD the/DT press/NN", ""),
        ("told/VBD the/DT Harrow/NNP/ORG Dialogue/NNP/ORG", ""),
        ("said/VBD on/IN the/DT website/NN", ""),
        ("said/VBD on/IN the/DT Sund/NNP/ORG news/NN website/NN", "the Sund news website"),
        ("said/VBD on/IN the/DT social/JJ media/NNS site/NN", ""),
        ("said/VBD ~,/, asking/VBG not/RB to/TO be/VB quoted/VBN by/IN name/NN", ""),
        ("~,/, carried/VBN by/IN a/DT helicopter/NN ~,/, said/VBD", ""),
        ("said/VBD on/IN CNN/NNP/ORG Evening/NNP/ORG", "CNN Evening"),
        ("confirmed/VBD to/TO Lanternworks/NNP/ORG", "Lanternworks"),
        ("confirmed/VBD to/TO the/DT ministry/NN", ""),
        ("said/VBD in/IN remarks/NNS aired/VBN by/IN Channel/NNP/ORG 9/CD/ORG", "Channel 9"),
        ("said/VBD in/IN a/DT note/NN passed/VBN by/IN his/PRP$ lawyer/NN", "his lawyer"),
        (
            "said/VBD in/IN an/DT interview/NN with/IN two/CD reporters/NNS from/IN CNN/NNP/ORG",
            "two reporters from CNN",
        ),
        (
            "said/VBD ~,/, quoted/VBN by/IN the/DT state/NN ~-/HYPH ~run/VBN Keld/NNP/ORG",
            "the state-run Keld",
        ),
    ],
)
def test_what_looks_like_a_link_is_told_from_one(tail: str, link: str) -> None:
    """“It rains,” Dorr told the press: all that listen are no link; a state-run radio is."""
    page = tagged(f"{RAIN} ~,/, Dorr/NNP/PERSON {tail} ~./.")

    found = chain(page, attribution(page, "Dorr", "", "it rains"))

    assert found == ["Dorr", *([link] if link else [])]


@pytest.mark.parametrize(
    ("script", "source", "cue", "wanted"),
    [
        (
            f"{RAIN} ~,/, Marn/NNP/PERSON quoted/VBD Dorr/NNP/PERSON as/IN saying/VBG ~./.",
            "Marn",
            "quoted",
            ["Dorr", "Marn"],
        ),
        (
            f"{RAIN} ~,/, it/PRP said/VBD ~,/, quoting/VBG two/CD guards/NNS ~./.",
            "it said",
            "said",
            ["two guards", "it"],
        ),
        (
            f"{RAIN} ~,/, it/PRP said/VBD ~,/, citing/VBG a/DT report/NN ~./.",
            "it said",
            "said",
            ["it"],
        ),
        (
            f"{RAIN} ~,/, spokesman/NN Marn/NNP reported/VBD ~,/, citing/VBG an/DT officer/NN ~./.",
            "spokesman Marn",
            "reported",
            ["an officer", "spokesman Marn"],
        ),
        (
            f"{RAIN} ~,/, the/DT paper/NN Olbo/NNP/PERSON said/VBD ~,/, citing/VBG guards/NNS ~./.",
            "the paper Olbo",
            "said",
            ["guards", "the paper Olbo"],
        ),
        (
            f"{RAIN} ~,/, Olbo/NNP/PERSON ~,/, a/DT daily/NN ~,/, said/VBD citing/VBG guards/NNS",
            "Olbo, a daily,",
            "said",
            ["guards", "Olbo"],
        ),
    ],
)
def test_who_quotes_another_passes_on_his_words(
    script: str, source: str, cue: str, wanted: list[str]
) -> None:
    """Dorr's words through Marn, two guards' through the paper that "it" is; a report is nobody."""
    page = tagged(script)
    given = attribution(page, source.removesuffix(" said"), cue, "it rains", nth=1)
    if source.startswith("it"):
        given = attribution(page, "it", cue, "it rains", nth=2)

    (found, *_) = find_speakers(page.article, page.sentences, (given,))

    links = [link.span.of(page.article.text) for link in found.relay]
    named = found.speaker.name if found.speaker else "it"
    assert [named, *links] == wanted


def test_a_statement_to_an_outlet_is_passed_on_by_it() -> None:
    """“A statement to Lanternworks said”: the statement, then whom it was sent to."""
    page = tagged(
        f"A/DT statement/NN to/TO Lanternworks/NNP/ORG said/VBD that/IN {RAIN} ~./.",
    )
    given = attribution(page, "A statement to Lanternworks", "said", "it rains")

    assert chain(page, given) == ["A statement", "Lanternworks"]


@pytest.mark.parametrize("told", ["The/DT Associated/NNP/ORG Press/NNP/ORG", "AP/NNP/ORG"])
def test_an_agency_that_is_told_and_credited_is_one_link(told: str) -> None:
    """“KELD (AP) - ... Dorr told The Associated Press”: one agency by two names."""
    page = tagged(
        f"KELD/NNP/GPE (/-LRB- ~AP/NNP/ORG ~)/-RRB- -/: {RAIN} ~,/, "
        f"Dorr/NNP/PERSON told/VBD {told} ~./.",
        agency="Associated Press",
    )

    links = chain(page, attribution(page, "Dorr", "told", "it rains"))[1:]

    assert len(links) == 1


def test_an_agency_that_reserves_its_rights_is_the_last_link() -> None:
    """“Copyright 2031 The Associated Press. All rights reserved.” ends the page."""
    page = tagged(
        f"{RAIN} ~,/, Dorr/NNP/PERSON said/VBD ~./.\n\n"
        "Copyright/NN 2031/CD The/DT Associated/NNP/ORG Press/NNP/ORG ~./. "
        "All/DT rights/NNS reserved/VBN ~./."
    )

    found = chain(page, attribution(page, "Dorr", "said", "it rains"))

    assert found == ["Dorr", "Associated Press"]


def test_what_is_told_outside_the_clause_that_says_it_is_no_link() -> None:
    """“Dorr, who said it rains, spoke on Keld Radio”: it was not said on the radio."""
    page = page_of(
        "Dorr/NNP/spoke/nsubj/PERSON ,/,/Dorr/punct who/WP/said/nsubj said/VBD/Dorr/relcl "
        "it/PRP/rains/nsubj rains/VBZ/said/ccomp ,/,/Dorr/punct spoke/VBD//ROOT on/IN/spoke/prep "
        "Keld/NNP/Radio/compound/ORG Radio/NNP/on/pobj/ORG ././spoke/punct"
    )

    assert chain(page, attribution(page, "Dorr", "said", "it rains")) == ["Dorr"]


def test_who_is_quoted_is_the_owner_though_taken_for_a_part_of_the_words() -> None:
    """“It rains, Dorr” was quoted by TASS: Dorr's words, where the content reaches too far."""
    page = page_of(
        "It/PRP/rains/nsubj rains/VBZ/quoted/ccomp ,/,/quoted/punct "
        "Dorr/NNP/quoted/nsubjpass/PERSON was/VBD/quoted/auxpass "
        "quoted/VBN//ROOT by/IN/quoted/agent TASS/NNP/by/pobj/ORG "
        "as/IN/quoted/prep saying/VBG/as/pcomp ././quoted/punct"
    )

    found = chain(page, attribution(page, "TASS", "was quoted", "It rains, Dorr"))

    assert found == ["Dorr", "TASS"]


def test_a_nested_quotation_is_taken_from_its_beginning() -> None:
    """“It rains. It pours,” she said, all in the content of an agency: both sentences are hers."""
    page = tagged(
        "“/`` ~It/PRP rains/VBZ ~./.\nIt/PRP pours/VBZ ~,/, ~”/'' Marn/NNP/PERSON said/VBD ~,/, "
        "according/VBG to/TO TASS/NNP/ORG ~./."
    )
    arcs = [(1, "nsubj"), (5, "ccomp"), (5, "punct"), (5, "punct"), (5, "nsubj"), (5, "ROOT")]
    first, second = page.sentences
    tokens = [
        type(token)(token.start, token.end, token.tag, token.lemma, *arc, token.entity)
        for token, arc in zip(second.tokens, arcs, strict=False)
    ]
    second = type(second)(span=second.span, tokens=(*tokens, *second.tokens[len(tokens) :]))
    given = attribution(page, "TASS", "according to", "“It rains. It pours,” Marn said")

    found = find_speakers(page.article, (first, second), (given,))

    text = page.article.text
    inner = found[-1]
    assert [span.of(text) for span in inner.content] == ["“It rains. It pours"]
    assert [link.name for link in inner.relay] == ["TASS"]
