"""Sentences whose attribution the model left out: found by their verb of saying and its clause."""

import pytest

from readout.reading.mentions import words_of
from readout.reading.unfound import find_unfound
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
