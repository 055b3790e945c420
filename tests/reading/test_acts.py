"""What a speaker does with words: the act an attribution's cue names, or its content does."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.data.tables import rows
from readout.reading.acts import ActFinding, act_of, with_acts
from readout.reading.acts_forms import base_forms
from readout.reading.quotes import find_quoted, quote_kind
from readout.records.reading import Act, Attribution, Quote
from readout.records.text import Span

MARKS = {"s": "source", "c": "cue", "q": "content"}


def attributed(marked: str) -> tuple[str, Attribution]:
    """Read "<s:Orla Venn> <c:said> <q:it rained>" as a text and the attribution marked in it."""
    text = ""
    spans: dict[str, list[Span]] = {role: [] for role in MARKS.values()}
    for part in marked.replace(">", "<").split("<"):
        if part[1:2] == ":" and part[0] in MARKS:
            spans[MARKS[part[0]]].append(Span(len(text), len(text) + len(part) - 2))
            text += part[2:]
        else:
            text += part
    words = [(span.start, span.end) for span in spans["content"]]
    return text, Attribution(
        aid="a1",
        source=tuple(spans["source"]),
        cue=tuple(spans["cue"]),
        content=tuple(spans["content"]),
        quote=quote_kind(words, find_quoted(text)),
        p=1.0,
        by="test",
    )


def found(marked: str) -> ActFinding:
    """Return the act of the attribution marked."""
    return act_of(*attributed(marked))


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("<s:The ministry> <c:said> <q:the port would reopen>.", "assert"),
        ("<q:The port is open>, <c:according to> <s:the ministry>.", "assert"),
        ("<s:She> <c:said> <q:there are no plans for a visit>.", "assert"),
        ("<s:The envoy> <c:confirmed> <q:that he had been invited>.", "confirm"),
        ("<s:The envoy> <c:denied> <q:that he had been invited>.", "deny"),
        ("<s:The envoy> <c:rejected> <q:the claim that he was paid>.", "deny"),
        ("<s:The envoy> <c:rejected> <q:a second round of talks>.", "decline"),
        ("<s:Norland> <c:proposed> <q:a meeting in May>.", "propose"),
        ("<s:The mayor> <c:suggested> <q:moving the talks to Velm>.", "propose"),
        ("<s:The mayor> <c:suggested> <q:that the talks had failed>.", "assert"),
        ("<s:She> <c:pledged> <q:to pay the debt>.", "promise"),
        ("<s:Both sides> <c:agreed> <q:to meet again>.", "promise"),
        ("<s:Both sides> <c:agreed> <q:that the line was crossed>.", "confirm"),
        ("<s:The navy> <c:plans> <q:to hold an exercise>.", "plan"),
        ("<s:The council> <c:urged> <q:both sides to hold fire>.", "demand"),
        ("<s:She> <c:wants> <q:him to resign>.", "demand"),
        ("<s:She> <c:wants> <q:to resign>.", "plan"),
        ("<s:He> <c:asked> <q:them to leave>.", "demand"),
        ("<s:He> <c:asked> <q:whether they had left>.", "ask"),
        ("<s:The agency> <c:warned> <q:that floods were near>.", "warn"),
        ("<s:Norland> <c:threatened> <q:to close the strait>.", "threaten"),
        ("<s:He> <c:accused> <q:the ministry of hiding the report>.", "accuse"),
        ("<s:He> <c:praised> <q:the work of the crews>.", "praise"),
        ("<s:He> <c:expressed> <q:his regret at the loss>.", "regret"),
        ("<s:Few> <c:believe> <q:the truce will hold>.", "doubt"),
        ("<s:She> <c:hopes> <q:the truce will hold>.", "believe"),
    ],
)
def test_the_cue_names_the_act(marked: str, act: Act) -> None:
    """“confirmed that” and “denied that” name what is done, whatever the words are."""
    assert found(marked).act == act


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("<s:The envoy> <c:did not deny> <q:the report>.", "assert"),
        ("<s:The envoy> did not <c:deny> <q:the report>.", "assert"),
        ("<s:The envoy> <c:refused to confirm> <q:the report>.", "decline"),
        ("<s:The envoy> <c:would not confirm> <q:the report>.", "decline"),
        ("<s:She> <c:doesn’t believe> <q:the report>.", "doubt"),
        ("<s:She> <c:did not respond to> <q:a request for comment>.", "decline"),
        ("<s:The office> <c:declined> <q:to comment>.", "decline"),
        ("<s:The office> <c:had nothing further to add>, <q:it told reporters>.", "decline"),
        ("<s:She> <c:vowed> <q:not to sign>.", "decline"),
    ],
)
def test_a_negation_turns_the_act(marked: str, act: Act) -> None:
    """“did not deny” is no denial, and who refuses to confirm declines."""
    assert found(marked).act == act


@pytest.mark.parametrize(
    ("quote", "act"),
    [
        ("“No comment,”", "decline"),
        ("“We have nothing further to add,”", "decline"),
        ("“I’m sorry for the delay,”", "regret"),
        ("“Thank you all for coming,”", "praise"),
        ("“Who gave that order?”", "ask"),
        ("“I promise you a fair hearing,”", "promise"),
        ("“I think the truce will hold,”", "believe"),
        ("“I don’t think the truce will hold,”", "doubt"),
        ("“We will hold a vote in May,”", "plan"),
        ("“We will make them pay,”", "threaten"),
        ("“You must leave the port now,”", "demand"),
        ("“Let’s meet in Velm,”", "propose"),
        ("“He lied to this chamber,”", "accuse"),
        ("“That’s not true,”", "deny"),
        ("“The ferry left at noon,”", "assert"),
    ],
)
def test_a_neutral_cue_leaves_it_to_the_words(quote: str, act: Act) -> None:
    """After “she said” the words themselves ask, thank or promise; most only state."""
    assert found(f"<q:{quote}> <s:she> <c:said>.").act == act


@pytest.mark.parametrize(
    ("name", "act"), [("a liar", "accuse"), ("a hero", "praise"), ("the old quay", "assert")]
)
def test_a_name_given_blames_or_lauds(name: str, act: Act) -> None:
    """To call somebody “a liar” accuses, “a hero” praises, and a place's name does neither."""
    assert found(f"<s:She> <c:called> <q:it {name}>.").act == act


def test_the_words_that_decided_are_given() -> None:
    """For “flatly denied” it is the cue word; for a plain statement without a cue there is none."""
    text, denied = attributed("<s:She> <c:flatly denied> <q:the report>.")
    span = act_of(text, denied).span

    assert span is not None
    assert span.of(text) == "denied"
    assert found("<q:The quay is shut>").span is None


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<s:The envoy> <c:reportedly said> <q:he would go>.", ["reportedly"]),
        ("<s:The envoy> <c:is said to> <q:be on his way>.", ["is said to"]),
        ("In an unconfirmed report <s:he> <c:said> <q:he would go>.", ["unconfirmed"]),
        ("<s:Police> <c:said> <q:he allegedly took the boat>.", []),
        ("It apparently rained. <s:She> <c:said> <q:she would go>.", []),
    ],
)
def test_hedges_of_the_text_are_found_and_the_sources_own_are_not(
    marked: str, words: list[str]
) -> None:
    """“reportedly said” is the outlet's caution; “he allegedly took” is the police's."""
    text, attribution = attributed(marked)

    assert [span.of(text) for span in act_of(text, attribution).hedge] == words


def test_attributions_get_their_acts_and_keep_the_rest() -> None:
    """Only act and hedge are added."""
    text, attribution = attributed("<s:The envoy> <c:allegedly threatened> <q:to leave>.")

    (done,) = with_acts(text, [attribution])

    assert (done.act, [span.of(text) for span in done.hedge]) == ("threaten", ["allegedly"])
    assert (done.source, done.cue, done.content) == (
        attribution.source,
        attribution.cue,
        attribution.content,
    )


def test_no_phrase_stands_twice_in_the_cue_table() -> None:
    """A phrase has one act for each form of content, so the order of rows decides nothing."""
    phrases = [(p, form) for _, form, all_ in rows("cue_acts.tsv") for p in all_.split(",")]

    assert len(phrases) == len(set(phrases))
    assert all(phrase.strip() == phrase for phrase, _ in phrases)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("denied", "deny"),
        ("told", "tell"),
        ("planning", "plan"),
        ("urges", "urge"),
        ("lies", "lie"),
    ],
)
def test_base_forms_hold_the_base(word: str, base: str) -> None:
    """“denied” may be a form of “deny”."""
    assert base in base_forms(word)


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=60), st.data(), st.sampled_from(get_args(Quote)))
def test_any_text_gets_an_act_and_spans_inside_it(
    text: str, draw: st.DataObject, quote: Quote
) -> None:
    """Whatever the words are, nothing fails and nothing lies outside the text."""
    cut = draw.draw(st.integers(0, len(text) - 1))
    attribution = Attribution(
        aid="a1",
        cue=(Span(0, cut),) if cut else (),
        content=(Span(cut, len(text)),),
        quote=quote,
        p=1.0,
        by="test",
    )

    act = act_of(text, attribution)

    assert all(span.end <= len(text) for span in (*act.hedge, *([act.span] if act.span else [])))
