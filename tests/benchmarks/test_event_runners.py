"""Runners of events on sentences written for them: pairs, factuality, status, quiet sentences."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

from benchmarks import no_events, seed, status
from benchmarks.event_labels import EventLabel, read_labelled
from benchmarks.events import PairRow, Told, figures, tell
from benchmarks.factuality import FactRow, judge
from benchmarks.factuality import figures as fact_figures
from benchmarks.given_pair import by_words, pair_of, places
from readout.models import load_encoder
from scored_text import StubEncoder, event, scored

QUARREL = "Velmora accused Osten after Keld signed."


def row(root: str = "ACCUSE", source: str = "Velmora", target: str = "Osten") -> PairRow:
    """Return a row over the quarrel."""
    return PairRow(id="1", text=QUARREL, source=source, target=target, root=root, quad=3)


def test_an_actor_stands_where_the_text_names_it() -> None:
    """Whole with any white space, else word by word, small words aside."""
    text = "The Velmora  government and the navy of Osten"

    assert [s.of(text) for s in places(text, "Velmora government")] == ["Velmora  government"]
    assert [s.of(text) for s in places(text, "the Osten navy")] == ["navy", "Osten"]
    assert places(text, "") == ()


def test_a_pair_needs_the_right_direction_unless_both_act() -> None:
    """Velmora accused Osten, not Osten Velmora; talks have two actors."""
    velmora, osten = places(QUARREL, "Velmora"), places(QUARREL, "Osten")
    blame = event(QUARREL, "accused", "ACCUSE", ["Velmora"], ["Osten"])
    accord = event(QUARREL, "signed", "AGREE", ["Velmora", "Osten"])

    assert pair_of(blame, velmora, osten)
    assert not pair_of(blame, osten, velmora)
    assert pair_of(accord, osten, velmora)
    assert not pair_of(event(QUARREL, "signed", "AGREE", ["Velmora"]), velmora, velmora)


def test_the_type_is_that_of_the_word_that_has_both_for_its_parties() -> None:
    """Two likely triggers; only one has Velmora and Osten."""
    read = scored(
        QUARREL,
        types={"accused": "ACCUSE", "signed": "RETREAT"},
        actors=[("accused", "Velmora"), ("signed", "Keld")],
        recipients=[("accused", "Osten"), ("signed", "Velmora")],
    )

    assert by_words(read, places(QUARREL, "Velmora"), places(QUARREL, "Osten")) == "ACCUSE"
    assert by_words(read, places(QUARREL, "Keld"), places(QUARREL, "Velmora")) == "YIELD"


def test_what_the_reading_tells_of_the_pair_goes_before_single_words() -> None:
    """The event of the pair is an accord, though `accused` is the likelier word."""
    accord = event(QUARREL, "signed", "AGREE", ["Velmora"], ["Osten"])
    read = scored(QUARREL, types={"accused": "ACCUSE"}, events=[accord])

    told = tell(row(), read)

    assert (told.root, told.quad) == ("AGREE", 1)
    assert (told.type_found, told.pair_found, told.pair_type_found) == (False, True, False)
    assert tell(row(root="AGREE"), read).pair_type_found


def test_figures_of_pairs_are_shares_in_hundredths() -> None:
    """One of two roots right; both quads right; what was told in the other's stead."""
    rows = [row(), row(root="REJECT")]
    told = [
        Told(id="1", root="ACCUSE", quad=3, type_found=True, pair_found=True, pair_type_found=True)
    ] * 2

    found = figures(rows, told)

    assert (found["binary"], found["quad"], found["root_accuracy"]) == (100.0, 100.0, 50.0)
    assert found["roots"] == {"ACCUSE": 66.67, "REJECT": 0.0}
    assert found["confusion"] == {"ACCUSE": {}, "REJECT": {"ACCUSE": 1}}


def test_factuality_is_that_of_the_words_of_the_span() -> None:
    """The stub is as sure of a word as it stands far from the first; 3 is the most."""
    text = "Osten did n't close the dam"
    rows = [
        FactRow(id=str(first), dataset="written", text=text, span=(first, first + 1), factuality=1)
        for first in (1, 2, 5)
    ]

    values = [
        one.factuality for one in judge(rows, StubEncoder(np.zeros((1, 1)), np.zeros((1, 1))))
    ]

    assert values[0] == 1.0
    assert 1.0 < values[1] <= 3.0
    assert values[2] == 3.0


def test_figures_of_factuality_are_given_by_data_set() -> None:
    """A perfect line, and a set of which nothing can be told."""
    rows = [
        FactRow(id=str(n), dataset="one" if n < 3 else "two", text="x", span=(0, 1), factuality=n)
        for n in range(4)
    ]

    assert fact_figures(rows, [0.5, 1.0, 1.5, 3.0]) == {
        "one_events": 3,
        "one_pearson": 100.0,
        "one_mae": 0.3333,
        "two_events": 1,
        "two_pearson": 0.0,
        "two_mae": 0.0,
    }


def test_status_is_judged_at_the_labelled_words_though_no_event_was_found() -> None:
    """`Signed` is no event of the reading; its own words say planned."""
    blame = event(QUARREL, "accused", "ACCUSE", ["Velmora"], ["Osten"])
    read = scored(QUARREL, types={"signed": "AGREE"}, planned=["signed"], events=[blame])
    labels = [
        label((8, 15), "ACCUSE", "occurred", actors=((0, 7),), recipients=((16, 21),)),
        label((33, 39), "AGREE", "planned"),
    ]

    first, second = status.answers(read, labels)

    assert (first.type, first.status) == ("ACCUSE", "occurred")
    assert first.actors_agree
    assert first.recipients_agree
    assert second.type is None
    assert (second.given_type, second.given_status) == ("AGREE", "planned")


def test_an_event_that_was_not_found_has_the_wrong_status() -> None:
    """Half of the two; and one that did not happen is called occurred."""
    planned = label((33, 39), "AGREE", "planned", alternative="occurred")
    found = [
        status.Answer(
            label=planned,
            type="AGREE",
            status="occurred",
            given_type="AGREE",
            given_status="planned",
        ),
        status.Answer(
            label=label((33, 39), "AGREE", "planned"), given_type="ACCUSE", given_status="planned"
        ),
    ]

    told = msgspec.to_builtins(status.figures(found))

    assert (told["found"], told["type_right"], told["type_right_given"]) == (50.0, 100.0, 50.0)
    assert (told["called_occurred_found"], told["called_occurred_given"]) == (100.0, 0.0)
    assert (told["macro_f1_all"], told["macro_f1_given"]) == (0.0, 100.0)
    assert told["status_found"]["macro_f1_lenient"] == 100.0
    assert told["status_all"]["macro_f1_lenient"] == 66.67


@pytest.mark.parametrize("name", ["status.jsonl", "no_events.jsonl"])
def test_the_labelled_sets_have_the_form_the_runners_read(root: Path, name: str) -> None:
    """Each row decodes."""
    form = EventLabel if name == "status.jsonl" else no_events.Quiet
    lines = (root / "benchmarks" / "labels" / name).read_bytes().splitlines()

    assert len([msgspec.json.decode(line, type=form) for line in lines]) >= 500


def test_articles_that_were_picked_are_articles_of_the_set(root: Path) -> None:
    """So that figures without them leave out what they say."""
    labels = root / "benchmarks" / "labels"
    lines = (labels / "status.jsonl").read_bytes().splitlines()
    articles = {msgspec.json.decode(line, type=EventLabel).article for line in lines}
    picked = (labels / "status_picked.txt").read_text("utf-8").split()

    assert len(picked) == len(set(picked)) == 22
    assert set(picked) <= articles


def test_labelled_articles_are_read_once_and_missing_files_left_out(tmp_path: Path) -> None:
    """Two labels of one article; a set that does not lie in the folder."""
    text = "Velmora lies on a river. Osten is a town by the sea."
    (tmp_path / "wire.jsonl").write_bytes(msgspec.json.encode({"doc_id": "1", "text": text}))
    labels = [
        EventLabel(set=name, article="1", trigger=(8, 12), type="SANCTION", status="occurred")
        for name in ("wire", "wire", "elsewhere")
    ]

    ((read, some),) = read_labelled(labels, tmp_path, load_encoder())

    assert some == labels[:2]
    assert read.reading.article.text == text
    assert [text[slice(*read.encoded.words[word])] for word in read.covered(8, 12)] == ["lies"]


def test_a_sentence_counts_once_however_many_events_are_read_into_it() -> None:
    """Two of four sentences are coded, one of them twice."""
    quiet = no_events.Quiet(text="The striker fired home.")
    real = no_events.Quiet(set="wire", article="1", span=(0, 9))
    found = [
        no_events.Read(label=quiet, types=("ASSAULT", "COERCE"), triggers=("fired", "home")),
        no_events.Read(label=quiet, types=(), triggers=()),
        no_events.Read(label=real, types=("ASSAULT",), triggers=("raid",)),
        no_events.Read(label=real, types=(), triggers=()),
    ]

    assert no_events.figures(found) == {
        "sentences": 4,
        "coded": 50.0,
        "coded_written": 50.0,
        "coded_in_articles": 50.0,
        "types": {"ASSAULT": 2, "COERCE": 1},
    }


def test_events_of_a_page_are_placed_in_the_text_beside_it() -> None:
    """The text has one more line before; type and place count, party and date are told."""
    blame = event(QUARREL, "accused", "ACCUSE", ["Velmora"], ["Osten"])
    read = scored(QUARREL, types={}, events=[blame])
    beside = f"Published on\n\n{QUARREL}"

    (told,) = seed.seed_events(read.reading, beside)

    assert beside[told.start : told.end] == "accused"
    assert (told.type, told.status, told.date) == ("ACCUSE", "occurred", None)
    assert [actor.name for actor in told.actor] == ["Velmora"]
    gold = [
        seed.GoldEvent(type="REJECT", accept=("ACCUSE/allege",), core=True, span=place(22, 24)),
        seed.GoldEvent(type="ACCUSE", core=False, span=place(0, 3)),
    ]
    assert seed.figures(gold, [told])["found"] == 1
    assert seed.figures(gold, [told])["core_found"] == 1


def place(start: int, end: int) -> seed.GoldPlace:
    """Return a place of the text."""
    return seed.GoldPlace(start, end)


def label(trigger: tuple[int, int], kind: str, state: str, **more: object) -> EventLabel:
    """Return a label over the quarrel."""
    fields = {"set": "wire", "article": "1", "trigger": trigger, "type": kind, "status": state}
    return msgspec.convert({**fields, **more}, EventLabel)
