"""Readings as spaCy Docs; without spaCy, an error that says what to install."""

import importlib.util

import pytest

import readout
from bridges.parsed_reading import TEXT, parsed_reading, reading_of

HAS_SPACY = importlib.util.find_spec("spacy") is not None
needs_spacy = pytest.mark.skipif(not HAS_SPACY, reason="spaCy, an optional extra, is not installed")


@pytest.mark.skipif(HAS_SPACY, reason="spaCy is installed")
def test_without_spacy_the_error_says_what_to_install() -> None:
    """Who calls it in a bare installation learns the name of the extra."""
    with pytest.raises(readout.UsageError) as caught:
        readout.to_spacy(parsed_reading())

    assert "readout[spacy]" in caught.value.hint


@needs_spacy
def test_a_reading_without_sentences_is_refused() -> None:
    """One that was put together by hand, without words, is no Doc."""
    with pytest.raises(readout.UsageError):
        readout.to_spacy(reading_of(TEXT, ()))


@needs_spacy
def test_the_doc_says_what_the_reading_says() -> None:
    """Text, tags, lemmas, arcs, sentences and entities."""
    doc = readout.to_spacy(parsed_reading())

    assert doc.text == TEXT
    assert [sent.text.strip() for sent in doc.sents] == TEXT.split("\n\n")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Edda Varn", "PERSON"),
        ("Monday", "DATE"),
    ]
    said = next(token for token in doc if token.text == "said")
    assert (said.tag_, said.pos_, said.lemma_, said.dep_) == ("VBD", "VERB", "say", "ROOT")
    assert [child.text for child in said.children][:2] == ["“", "sail"]


@needs_spacy
def test_finds_are_span_groups_with_the_ids_of_their_records() -> None:
    """From a span one comes back to its attribution or time."""
    doc = readout.to_spacy(parsed_reading())

    spans = {name: [(s.text, s.label_, s.id_) for s in doc.spans[name]] for name in doc.spans}
    assert spans["sources"] == [("she", "source", "a1")]
    assert spans["cues"] == [("said", "cue", "a1")]
    assert spans["contents"] == [("“We sail  on Monday,”", "content", "a1")]
    assert spans["times"] == [("on Monday", "DATE", "t1")]
    assert [text for text, _, _ in spans["attributions"]] == [
        "“We sail  on Monday,”",
        "she",
        "said",
    ]


@needs_spacy
def test_the_doc_travels_and_can_be_drawn() -> None:
    """It goes to bytes and back, and displacy draws its arcs, entities and spans."""
    from spacy import displacy  # noqa: PLC0415  an optional extra
    from spacy.tokens import Doc  # noqa: PLC0415  as above

    doc = readout.to_spacy(parsed_reading())
    back = Doc(doc.vocab).from_bytes(doc.to_bytes())

    assert [t.head.i for t in back] == [t.head.i for t in doc]
    assert [span.id_ for span in back.spans["sources"]] == ["a1"]
    for style in ("dep", "ent", "span"):
        drawn = displacy.render(
            doc, style=style, jupyter=False, options={"spans_key": "attributions"}
        )
        assert "Varn" in drawn
