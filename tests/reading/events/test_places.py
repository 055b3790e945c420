"""The place of a deed is told apart from the place of its telling, and from its parties."""

from parsed_words import parsed, trigger_at
from readout.reading.events.places import find_place
from readout.reading.events.syntax import read_syntax
from readout.records.event import EventType, Place
from readout.records.reading import Attribution
from readout.records.text import Span


def placed(script: str, word: str, kind: EventType = "ASSAULT", cue: str = "") -> Place | None:
    """Return the place found for the trigger `word`."""
    text, sentence = parsed(script)
    first = next(i for i, t in enumerate(sentence.tokens) if text[t.start : t.end] == word)
    told = None
    if cue:
        start = text.index(cue)
        content = (Span(sentence.tokens[first].start, len(text)),)
        cues = (Span(start, start + len(cue)),)
        told = Attribution(aid="a1", cue=cues, content=content, quote="indirect", p=0.9, by="test")
    trigger = trigger_at(sentence, first, kind)
    return find_place(read_syntax(text, sentence), trigger, told, first=first)


def test_a_place_by_in_hangs_on_its_deed() -> None:
    """`Rebels attacked a bus in Kenya`: Kenya, with its code."""
    found = placed(
        "Rebels/NNS/attacked/nsubj attacked/VBD//ROOT a/DT/bus/det bus/NN/attacked/dobj "
        "in/IN/attacked/prep Kenya/NNP/in/pobj/GPE",
        "attacked",
    )

    assert found is not None
    assert (found.name, found.country, found.geonames) == ("Kenya", "KEN", None)


def test_the_place_of_the_telling_is_none_of_the_deed() -> None:
    """`told reporters in Moscow that rebels attacked`."""
    script = (
        "He/PRP/told/nsubj told/VBD//ROOT reporters/NNS/told/dobj in/IN/told/prep "
        "Moscow/NNP/in/pobj/GPE that/IN/attacked/mark rebels/NNS/attacked/nsubj "
        "attacked/VBD/told/ccomp"
    )

    assert placed(script, "attacked", cue="told") is None


def test_a_place_that_acts_is_no_place() -> None:
    """`Moscow attacked Ukraine`: two parties, nowhere said where."""
    script = "Moscow/NNP/attacked/nsubj/GPE attacked/VBD//ROOT Ukraine/NNP/attacked/dobj/GPE"

    assert placed(script, "attacked") is None


def test_where_the_subject_lives_is_not_where_the_deed_was() -> None:
    """`Officials in Moscow attacked`: not said where."""
    script = (
        "Officials/NNS/attacked/nsubj in/IN/Officials/prep Moscow/NNP/in/pobj/GPE "
        "attacked/VBD//ROOT"
    )

    assert placed(script, "attacked") is None


def test_the_streets_of_a_town_are_in_it() -> None:
    """`fought on the streets of Nairobi`."""
    script = (
        "They/PRP/fought/nsubj fought/VBD//ROOT on/IN/fought/prep the/DT/streets/det "
        "streets/NNS/on/pobj of/IN/streets/prep Nairobi/NNP/of/pobj/GPE"
    )
    found = placed(script, "fought")

    assert found is not None
    assert (found.name, found.country) == ("Nairobi", "KEN")


def test_a_town_before_talks_is_where_they_are_but_a_country_is_a_party() -> None:
    """`the Geneva talks` and `the Iran talks`."""
    script = "The/DT/talks/det {}/NNP/talks/compound/GPE talks/NNS/ended/nsubj ended/VBD//ROOT"
    town = placed(script.format("Geneva"), "talks", "CONSULT")

    assert town is not None
    assert (town.name, town.country) == ("Geneva", "CHE")
    assert placed(script.format("Iran"), "talks", "CONSULT") is None


def test_the_country_beside_a_town_decides() -> None:
    """A town no table knows, in the country that is named beside it."""
    script = (
        "They/PRP/met/nsubj met/VBD//ROOT in/IN/met/prep Tarsaville/NNP/in/pobj/GPE "
        ",/,/Tarsaville/punct Kenya/NNP/Tarsaville/appos/GPE"
    )
    found = placed(script, "met", "CONSULT")

    assert found is not None
    assert (found.name, found.country) == ("Tarsaville", "KEN")
