"""The marked sentences the event heads learn from: each parses, and they are many and varied."""

from collections import Counter

import pytest

from readout.errors import InvalidRecord
from readout.records.text import Span
from training.sentences import FOLDER, Example, counts, ontology, parse_line, read_sentences

FEWEST_EVENTS = 2500
FEWEST_A_TYPE = 100
FEWEST_A_MODE = 10


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """Return all sentences of the project, read once."""
    return list(read_sentences())


def test_a_line_gives_its_text_and_the_places_of_its_event() -> None:
    """“Norway expelled two Chilean attachés”: who, what and whom, without the braces."""
    line = "{a Norway} {e.expel!planned expelled} two {r Chilean attachés}. #diplomatic"

    found = parse_line(line, file="sanction")
    (event,) = found.events

    assert found.text == "Norway expelled two Chilean attachés."
    assert found.contexts == ("diplomatic",)
    assert (event.type, event.mode, event.status) == ("SANCTION", "expel", "planned")
    assert event.trigger.of(found.text) == "expelled"
    assert [s.of(found.text) for s in event.actors] == ["Norway"]
    assert [s.of(found.text) for s in event.recipients] == ["Chilean attachés"]


def test_one_span_may_have_a_part_in_two_events() -> None:
    """In “rebels seized a nurse and freed her” the rebels act twice; types may be named."""
    line = "{a12 Rebels} {e=ASSAULT.abduct seized} {r1 a nurse} and {e2.release freed} {r2 her}."

    first, second = parse_line(line, file="retreat").events

    assert (first.type, second.type) == ("ASSAULT", "RETREAT")
    assert first.actors == second.actors == (Span(0, 6),)


def test_spans_may_nest() -> None:
    """“a Russian-Turkish meeting” names both parties inside one word group; articles fall away."""
    line = "{a The {r2 Turkish} envoy} {e met} him and {e2=ACCUSE left} angry."

    first, second = parse_line(line, file="consult").events

    assert first.actors == (Span(4, 17),)
    assert second.recipients == (Span(4, 11),)


def test_a_sentence_without_marks_has_no_event() -> None:
    """A sports page's “attack” is no event."""
    assert parse_line("Fiji attacked from the start.", file="no_event_sport").events == ()


@pytest.mark.parametrize(
    "line",
    [
        "{a Norway {e expelled} them.",
        "Norway} {e expelled} them.",
        "{a Norway} expelled them.",
        "{e expelled} and {e barred} them.",
        "{e.shout expelled} them.",
        "{e!maybe expelled} them.",
        "{e=SHOUT expelled} them.",
        "{x Norway} {e expelled} them.",
        "{a Norway } {e expelled} them.",
        "{e expelled} them. #weather",
    ],
)
def test_a_line_with_a_slip_is_refused(line: str) -> None:
    """A brace too many, a party without a trigger, a code PLOVER does not have."""
    with pytest.raises(InvalidRecord):
        parse_line(line, file="sanction")


def test_every_line_parses_and_stands_once(examples: list[Example]) -> None:
    """No sentence is there twice, whatever its file."""
    seen = Counter(example.text.lower() for example in examples)

    assert [text for text, n in seen.items() if n > 1] == []


def test_spans_of_a_sentence_nest_or_stand_apart(examples: list[Example]) -> None:
    """No two spans cross, and a trigger is inside no other trigger."""
    for example in examples:
        spans = {
            span
            for event in example.events
            for span in (event.trigger, *event.actors, *event.recipients)
        }
        crossing = [
            (a, b) for a in spans for b in spans if a.start < b.start < a.end and b.end > a.end
        ]
        assert crossing == [], example.text


def test_files_hold_what_their_names_say(examples: list[Example]) -> None:
    """A `no_event_*` file has no event; every other line has one, but for those of stories."""
    for example in examples:
        quiet = example.file.startswith("no_event_")
        if quiet or not example.file.startswith("stories_"):
            assert (example.events == ()) == quiet, example.text


def test_lines_of_a_story_go_on_until_a_blank_one(examples: list[Example]) -> None:
    """Only stories have lines that go on."""
    going = {example.file for example in examples if example.goes_on}

    assert going
    assert all("stories" in file for file in going)


def test_all_types_modes_and_states_are_there(examples: list[Example]) -> None:
    """Each of the sixteen types and 67 modes has its share, and each status some."""
    number = counts(examples)

    assert number["events"] >= FEWEST_EVENTS
    assert {t: number[t] for t in ontology()["type"] if number[t] < FEWEST_A_TYPE} == {}
    assert {m: number[m] for m in ontology()["mode"] if number[m] < FEWEST_A_MODE} == {}
    assert {s for s in ontology()["status"] if number[f"!{s}"] < FEWEST_A_MODE} == set()


def test_each_file_says_where_it_comes_from() -> None:
    """The first line names source, licence and date."""
    for path in FOLDER.glob("*.txt"):
        opening = path.read_text(encoding="utf-8").splitlines()[0]
        assert all(f"{word}: " in opening for word in ("Source", "Licence", "Date")), path.name
