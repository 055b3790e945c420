"""The labelled sets: forms, counts, seals, and no words of others in the files that quote them."""

import hashlib
import json
import re
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
import pytest

from readout.records.text import Record, Span

Act = Literal[
    "assert",
    "confirm",
    "deny",
    "decline",
    "propose",
    "promise",
    "plan",
    "demand",
    "warn",
    "threaten",
    "accuse",
    "praise",
    "regret",
    "doubt",
    "believe",
    "ask",
]
Row = TypeVar("Row", bound=Record)
SEALED = (
    "acts.jsonl",
    "no_events.jsonl",
    "relay.jsonl",
    "relay_written.jsonl",
    "speakers.jsonl",
    "status.jsonl",
)
ID = re.compile(r"(E\d+|[a-z-]+_\d{4}-\d\d-\d\d_[a-z0-9-]{1,32}|wire-\w+\.\d+|web-\d+)")


class ActLabel(Record, frozen=True, kw_only=True):
    """What the source of one attribution does with its content."""

    article: str
    attribution: str
    act: Act
    alternative: Act | None = None
    hedge: bool = False
    added: bool = False


class SpeakerLabel(Record, frozen=True, kw_only=True):
    """Who the source of one attribution is."""

    article: str
    attribution: str
    speaker_spans: tuple[Span, ...]
    kind: Literal["direct", "indirect", "mixed"]
    source_kind: Literal["name", "pronoun", "nominal", "none", "anonymous"]


class RelayLabel(Record, frozen=True, kw_only=True):
    """Through whom the words of one attribution or span came, owner first."""

    article: str
    attribution: str | None = None
    span: Span | None = None
    chain: tuple[Span, ...]


class WrittenRelay(Record, frozen=True, kw_only=True):
    """A text written for this set, with its words and their chain."""

    text: str
    content: str
    chain: tuple[str, ...]


@pytest.fixture(scope="module")
def labels(root: Path) -> Path:
    """Return the folder of the labelled sets."""
    return root / "benchmarks" / "labels"


def rows(path: Path, form: type[Row]) -> list[Row]:
    """Decode each line of `path` as `form`, refusing unknown fields."""
    return [msgspec.json.decode(line, type=form) for line in path.read_bytes().splitlines()]


def test_every_act_is_there_and_no_attribution_is_labelled_twice(labels: Path) -> None:
    """At least 400 attributions of 45 articles, each act at least six times."""
    found = rows(labels / "acts.jsonl", ActLabel)

    counts = Counter(row.act for row in found)
    assert len(found) >= 400
    assert len({row.article for row in found}) >= 45
    assert len(counts) == 16
    assert min(counts.values()) >= 6
    assert len({(row.article, row.attribution) for row in found}) == len(found)
    assert all(row.alternative != row.act for row in found)


def test_speakers_hold_direct_and_indirect_speech_and_every_kind_of_source(labels: Path) -> None:
    """About a hundred of each, many a pronoun; only a speaker nobody can tell has no span."""
    found = rows(labels / "speakers.jsonl", SpeakerLabel)

    kinds = Counter("indirect" if row.kind == "indirect" else "direct" for row in found)
    sources = Counter(row.source_kind for row in found)
    assert len(found) >= 200
    assert min(kinds.values()) >= 100
    assert sources["pronoun"] >= 60
    assert set(sources) == {"name", "pronoun", "nominal", "none", "anonymous"}
    assert all(row.speaker_spans or row.source_kind in {"none", "pronoun"} for row in found)


def test_relay_cases_name_an_attribution_or_a_span_and_an_owner(labels: Path) -> None:
    """Exactly one of the two, and a chain of at least the owner."""
    found = rows(labels / "relay.jsonl", RelayLabel)

    assert len(found) >= 30
    assert all((row.attribution is None) != (row.span is None) for row in found)
    assert all(row.chain for row in found)
    assert {len(row.chain) for row in found} >= {1, 2, 3}


def test_written_relay_cases_hold_their_content_and_links_once(labels: Path) -> None:
    """So that a link's words are enough to find its place."""
    found = rows(labels / "relay_written.jsonl", WrittenRelay)

    assert len(found) >= 30
    assert {len(row.chain) for row in found} >= {1, 2, 3}
    for row in found:
        assert [row.text.count(part) for part in (row.content, *row.chain)] == [1] * (
            1 + len(row.chain)
        )


@pytest.mark.parametrize("name", ["acts.jsonl", "speakers.jsonl", "relay.jsonl"])
def test_sets_over_the_texts_of_others_hold_no_words(labels: Path, name: str) -> None:
    """Besides labels of the form only ids, numbers, true."""
    for line in (labels / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ids = [row["article"], *([row["attribution"]] if "attribution" in row else [])]
        assert all(ID.fullmatch(value) for value in ids)
        for key in row.keys() & {"speaker_spans", "chain"}:
            assert all(isinstance(number, int) for number in chain.from_iterable(row[key]))


def test_the_sets_are_as_they_were_sealed(labels: Path) -> None:
    """A changed label needs a new seal and a line in the README, by a hand that tunes nothing."""
    lines = (labels / "sealed.sha256").read_text(encoding="utf-8").splitlines()
    sealed = {name: digest for digest, name in (line.split() for line in lines)}

    assert sealed == {
        name: hashlib.sha256((labels / name).read_bytes()).hexdigest() for name in SEALED
    }


def test_labels_point_at_attributions_and_places_that_exist(labels: Path, data: Path) -> None:
    """Checked where the data are: ids are known, spans lie in the text and start at no blank."""
    texts: dict[str, str] = {}
    known: dict[str, set[str]] = {}
    for name in ("attribution_dev.jsonl", "news_texts.jsonl"):
        for line in (data / name).read_bytes().splitlines():
            row = json.loads(line)
            texts[row["id"]] = row["text"]
            known[row["id"]] = {found["id"] for found in row.get("attributions", ())}

    for act in rows(labels / "acts.jsonl", ActLabel):
        assert act.attribution in known[act.article]
    for speaker in rows(labels / "speakers.jsonl", SpeakerLabel):
        assert speaker.attribution in known[speaker.article]
        assert all(span.of(texts[speaker.article]).strip() for span in speaker.speaker_spans)
    for relay in rows(labels / "relay.jsonl", RelayLabel):
        assert relay.attribution is None or relay.attribution in known[relay.article]
        assert all(span.end <= len(texts[relay.article]) for span in relay.chain)
