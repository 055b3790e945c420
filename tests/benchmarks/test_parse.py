"""Parses compared on a sentence whose score can be counted by hand, and the corrected sentences."""

import hashlib
import json
import re
from pathlib import Path

import msgspec
import pytest

from benchmarks.parse import Corrected, corrected_parse
from benchmarks.parse_peer import Answer, shifted
from benchmarks.scoring.counts import Counts
from benchmarks.scoring.parse import Parse, Word, part, score_parse

# “Port Ansel's mayor left.”: compound, poss, case, nsubj, ROOT, punct
PLACES = ((0, 4), (5, 10), (10, 12), (13, 18), (19, 23), (23, 24))
HEADS = (1, 3, 1, 4, 4, 4)
LABELS = ("compound", "poss", "case", "nsubj", "ROOT", "punct")
TAGS = ("NNP", "NNP", "POS", "NN", "VBD", ".")
NAME = re.compile(r"[a-z-]+_\d{4}-\d\d-\d\d_[a-z0-9-]{1,32}")
TAG = re.compile(r"[A-Z]+\$?|-[LR]RB-|[$,.:]|''|``")


def words(labels: tuple[str, ...] = LABELS, heads: tuple[int, ...] = HEADS) -> tuple[Word, ...]:
    """Return the words of the sentence with these arcs."""
    return tuple(
        Word(place=place, tag=tag, head=PLACES[head], label=label)
        for place, tag, head, label in zip(PLACES, TAGS, heads, labels, strict=True)
    )


GOLD = Parse(words=words(), starts=(0,), entities=((0, 10, "GPE"),))


@pytest.fixture(scope="module")
def labels(root: Path) -> Path:
    """Return the folder of the labelled sets."""
    return root / "benchmarks" / "labels"


@pytest.fixture(scope="module")
def corrected(labels: Path) -> list[Corrected]:
    """Return the corrected sentences."""
    lines = (labels / "parse_corrected.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Corrected) for line in lines]


def test_the_gold_against_itself_is_perfect() -> None:
    """Every measure is full."""
    counts = score_parse(GOLD, GOLD)

    assert {count.f1 for count in counts.values()} == {1.0}
    assert counts["entities_person_gpe_norp"] == counts["entities_gpe"] == Counts(1, 1, 1)
    assert counts["las"] == Counts(6, 6, 6)


def test_a_wrong_label_costs_the_labelled_arc_only() -> None:
    """“Mayor” as dobj of “left”: five of six arcs, six of six heads."""
    found = Parse(words=words(labels=(*LABELS[:3], "dobj", *LABELS[4:])))
    counts = score_parse(GOLD, found)

    assert counts["las"] == Counts(5, 6, 6)
    assert counts["uas"] == Counts(6, 6, 6)
    assert counts["starts"] == Counts(0, 0, 1)


def test_punctuation_is_left_out_where_the_name_says_so() -> None:
    """The full stop on “mayor”: wrong with punctuation, no matter without."""
    counts = score_parse(GOLD, Parse(words=words(heads=(*HEADS[:5], 3))))

    assert counts["las"] == Counts(5, 6, 6)
    assert counts["las_words"] == counts["uas_words"] == Counts(5, 5, 5)


def test_only_words_cut_alike_are_compared() -> None:
    """“Ansel's” in one piece: four words in common, and “Port” still hangs on the same head."""
    whole = Word(place=(5, 12), tag="NNP", head=PLACES[3], label="poss")
    first = Word(place=PLACES[0], tag="NNP", head=(5, 12), label="compound")
    counts = score_parse(GOLD, Parse(words=(first, whole, *GOLD.words[3:])))

    assert counts["cut"] == Counts(4, 5, 6)
    assert counts["las"] == Counts(4, 4, 4)


def test_an_entity_counts_when_place_and_type_are_right() -> None:
    """“Ansel” for “Port Ansel” is a miss and a false find; so is another type."""
    short = score_parse(GOLD, Parse(words=(), entities=((5, 10, "GPE"),)))
    other = score_parse(GOLD, Parse(words=(), entities=((0, 10, "ORG"),)))

    assert short["entities"] == other["entities"] == Counts(0, 1, 1)
    assert other["entities_org"] == Counts(0, 1, 0)


def test_a_part_holds_what_begins_in_it() -> None:
    """Words by their start, entities where they overlap."""
    cut = part(GOLD, (5, 18))

    assert [word.place for word in cut.words] == list(PLACES[1:4])
    assert cut.entities == GOLD.entities
    assert cut.starts == ()


def test_the_answer_for_a_paragraph_is_moved_to_its_place() -> None:
    """Offsets count from the paragraph, arcs from its first word."""
    answer = Answer(
        words=((0, 4, "NNP", "Port", 1, "compound"), (5, 10, "NNP", "Ansel", 1, "ROOT")),
        starts=(0,),
        entities=((0, 10, "GPE"),),
    )
    parse = shifted(answer, 100)

    assert [word.place for word in parse.words] == [(100, 104), (105, 110)]
    assert [word.head for word in parse.words] == [(105, 110)] * 2
    assert parse.starts == (100,)
    assert parse.entities == ((100, 110, "GPE"),)


def test_each_corrected_sentence_is_one_tree(corrected: list[Corrected]) -> None:
    """One root, which alone is labelled so, and from each word a way to it."""
    assert len(corrected) == 300
    for sentence in corrected:
        heads = [head for _, _, _, head, _, _ in sentence.words]
        roots = [at for at, head in enumerate(heads) if head == at]
        assert [at for at, word in enumerate(sentence.words) if word[4] == "ROOT"] == roots
        assert len(roots) == 1
        above = list(range(len(heads)))
        for _ in heads:
            above = [heads[at] for at in above]
        assert set(above) == set(roots)


def test_corrected_entities_go_on_only_as_what_they_began(corrected: list[Corrected]) -> None:
    """An inside tag follows a tag of its own type."""
    for sentence in corrected:
        tags = [entity for *_, entity in sentence.words]
        for last, tag in zip(["", *tags], tags, strict=False):
            assert not tag.startswith("I-") or last[2:] == tag[2:]
        begun = sum(tag.startswith("B-") for tag in tags)
        assert len(corrected_parse(sentence).entities) == begun


def test_corrected_sentences_hold_no_words_of_others(labels: Path) -> None:
    """Only an article's id, numbers and names of the scheme."""
    for line in (labels / "parse_corrected.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert NAME.fullmatch(row["article"])
        for start, end, tag, head, label, entity in row["words"]:
            assert all(isinstance(number, int) for number in (start, end, head))
            assert TAG.fullmatch(tag)
            assert re.fullmatch("ROOT|[a-z]+", label)
            assert re.fullmatch("|[BI]-[A-Z_]+", entity)


def test_the_corrected_sentences_are_as_they_were_sealed(labels: Path) -> None:
    """A changed label needs a new seal and a line in the README, by a hand that tunes nothing."""
    sealed, name = (labels / "parse.sha256").read_text(encoding="utf-8").split()

    assert sealed == hashlib.sha256((labels / name).read_bytes()).hexdigest()


def test_corrected_words_stand_in_their_articles(corrected: list[Corrected], data: Path) -> None:
    """Checked where the data are: a word is in its text and holds no white space."""
    lines = (data / "attribution_dev.jsonl").read_bytes().splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}

    for sentence in corrected:
        for start, end, *_ in sentence.words:
            word = texts[sentence.article][start:end]
            assert len(word) == end - start
            assert not re.search(r"\s", word)
