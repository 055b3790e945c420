"""Sentences whose attribution the model left out: found by their verb of saying and its clause."""

import pytest

from parsed_words import parsed
from readout.reading.mentions import words_of
from readout.reading.speakers import find_speakers
from readout.reading.unfound import find_unfound
from readout.records.article import Article, Block, Fact
from readout.records.text import Span
from tagged import attribution, tagged

RAIN = "It/PRP has/VBZ rained/VBN for/IN days/NNS"


@pytest.mark.parametrize(
    ("tail", "source", "cue"),
    [
        ("the/DT Herald/NNP/ORG said/VBD ~,/, citing/VBG guards/NNS", "the Herald", "said"),
        ("Dorr/NNP/PERSON told/VBD the/DT Herald/NNP/ORG", "Dorr", "told"),
        ("the/DT agency/NN has/VBZ reported/VBN", "the agency", "reported"),
        ("according/VBG to/TO a/DT statement/NN", "a statement", "according to"),
    ],
)
def test_a_clause_with_who_says_it_is_found(tail: str, source: str, cue: str) -> None:
    """“It has rained for days, the Herald said, citing guards”, and the model found nothing."""
    page = tagged(f"{RAIN} ~,/, {tail} ~./.")

    (found,) = find_unfound(words_of(page.article, page.sentences), ())

    text = page.article.text
    assert [span.of(text) for span in found.source] == [source]
    assert [span.of(text) for span in found.cue] == [cue]
    assert [span.of(text) for span in found.content] == ["It has rained for days"]


def test_who_is_quoted_as_saying_it_is_found() -> None:
    """“..., Dorr was quoted by the agency as saying.”, by the arc to who is quoted."""
    text, sentence = parsed(
        "It/PRP/rained/nsubj rained/VBD/quoted/ccomp for/IN/rained/prep days/NNS/for/pobj "
        ",/,/quoted/punct Dorr/NNP/quoted/nsubjpass/PERSON was/VBD/quoted/auxpass "
        "quoted/VBN//ROOT by/IN/quoted/agent TASS/NNP/by/pobj/ORG as/IN/quoted/prep "
        "saying/VBG/as/pcomp ././quoted/punct"
    )
    block = Block(role="paragraph", span=Span(0, len(text)))
    article = Article(text=text, blocks=(block,), title=Fact(), outlet=Fact())

    (found,) = find_speakers(article, (sentence,), ())

    assert [span.of(text) for span in found.content] == ["It rained for days"]
    assert found.speaker is not None
    assert (found.speaker.name, [link.name for link in found.relay]) == ("Dorr", ["TASS"])


@pytest.mark.parametrize(
    "sentence",
    [
        f"{RAIN} ~,/, according/VBG to/TO plan/NN ~./.",
        f"{RAIN} ~,/, and/CC Dorr/NNP/PERSON reported/VBD for/IN work/NN ~./.",
        f"{RAIN} ~./.",
    ],
)
def test_what_nobody_says_is_not_found(sentence: str) -> None:
    """“According to plan” has nobody who speaks, and who reports for work says nothing."""
    page = tagged(sentence)

    assert find_unfound(words_of(page.article, page.sentences), ()) == ()


def test_what_the_model_found_is_not_found_again() -> None:
    """A verb of saying that is a cue, or stands in a content, is left alone."""
    page = tagged(f"{RAIN} ~,/, Dorr/NNP/PERSON said/VBD ~./.")
    words = words_of(page.article, page.sentences)

    assert find_unfound(words, (attribution(page, "Dorr", "said", "It has rained"),)) == ()
