"""Entering: once each, whatever the order, with versions and newer readers told apart."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.invented import READER, invented
from ledgers import answer_of, answers, enter_all, said
from readout import Reader
from readout.records.entries import Answer, Entered
from readout.stores import open_store


def test_what_goes_in_comes_out(place: str) -> None:
    """Each reading is there with its statements and reports, word for word and span for span."""
    several = answers(12)
    enter_all(place, several)

    with open_store(place) as store:
        found = {one.reading.reading_id: one for one in store.each_entered()}
        kept = store.page(several[3].question.page)
        flaws = list(store.verify())

    entered = [one.found for one in several if isinstance(one.found, Entered)]
    assert found == {one.reading.reading_id: one for one in entered}
    assert kept == several[3].page.body
    assert flaws == []


def test_the_same_page_again_adds_nothing(place: str) -> None:
    """Entered twice, one by one or together, a page is there once."""
    enter_all(place, answers(6))
    with open_store(place) as store:
        before = said(store)
        touched = store.enter(answers(6))
        assert touched == ()
        assert said(store) == before


@pytest.mark.parametrize("batch", [1, 4, 100])
def test_batches_leave_no_trace(tmp_path: Path, batch: int) -> None:
    """A ledger entered a page at a time is the one entered all at once."""
    for name, size in (("one.db", 8), ("other.db", batch)):
        enter_all(str(tmp_path / name), answers(8), batch=size)
    with open_store(str(tmp_path / "one.db")) as one, open_store(str(tmp_path / "other.db")) as two:
        assert said(one) == said(two)


def changed_page(number: int, words: str, *, fetched: str, reader: Reader = READER) -> Answer:
    """Return an invented page at the address of page 1, with some of its words replaced."""
    page, reading = invented(number)
    text = reading.article.text
    text = words.ljust(len(text))[: len(text)] if words else text
    article = replace(reading.article, text=text, url="https://outlet.example/1")
    answer = answer_of(page, replace(reading, article=article, reader=reader))
    return replace(answer, sighting=replace(answer.sighting, fetched=fetched))


VARIED = [
    *answers(4),
    changed_page(10, "", fetched="2031-06-01T00:00:00Z"),
    changed_page(11, "", fetched="2031-06-02T00:00:00Z"),
    changed_page(12, "", fetched="2031-06-03T00:00:00Z"),
    changed_page(10, "", fetched="2031-06-01T00:00:00Z", reader=Reader(version="0.2.0", model="m")),
]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(VARIED), batch=st.integers(1, 8))
def test_the_order_of_pages_does_not_change_the_ledger(
    tmp_path_factory: pytest.TempPathFactory, order: list[Answer], batch: int
) -> None:
    """Versions of a page may come last first, and an old reader's reading after a new one's."""
    folder = tmp_path_factory.mktemp("order")
    enter_all(str(folder / "one.db"), VARIED)
    enter_all(str(folder / "other.db"), order, batch=batch)
    with open_store(str(folder / "one.db")) as one, open_store(str(folder / "other.db")) as other:
        assert said(one) == said(other)


def test_other_words_at_the_same_address_are_a_version(place: str) -> None:
    """The last fetched is in force, and what it lost and gained is told."""
    first, second = (changed_page(n, "", fetched=f"2031-06-0{n - 9}T00:00:00Z") for n in (10, 11))
    for one in (second, first):
        enter_all(place, [one])

    with open_store(place) as store:
        (versions,) = store.versions([first.found.reading.document_id]).values()  # type: ignore[union-attr]
        kinds = {change.kind for change in store.changes()}
        in_force = [one.reading.page for one in store.each_entered()]

    assert [v.page for v in versions] == [first.question.page, second.question.page]
    assert [(v.version, v.latest) for v in versions] == [(1, False), (2, True)]
    assert kinds >= {"gained", "lost"}
    assert in_force == [second.question.page]


def test_a_newer_reader_supersedes_an_older_one(place: str) -> None:
    """Version 0.10 is newer than 0.9, whichever read first; nothing of the older is lost."""
    old, new = (
        changed_page(10, "", fetched="", reader=Reader(version=v, model="m"))
        for v in ("0.9.0", "0.10.0")
    )
    enter_all(place, [new])
    enter_all(place, [old])

    with open_store(place) as store:
        (in_force,) = store.each_entered()
        everything = list(store.each_entered(in_force=False))
        ((_, after, why),) = store.superseded()

    assert in_force == new.found
    assert len(everything) == 2
    assert (after, why) == (
        in_force.reading.reading_id,
        "read by version 0.10.0 instead of 0.9.0",
    )


def test_what_was_told_last_stands(place: str) -> None:
    """A date told, corrected, and told again as at first: the first date stands again."""
    page, reading = invented(5)
    told: list[Answer] = []
    for day in ("2031-06-01", "2031-06-02"):
        published = replace(reading.article.published, value=day)
        article = replace(reading.article, published=published)
        told.append(answer_of(page, replace(reading, article=article), published=day))
    enter_all(place, told, batch=1)

    with open_store(place) as store:
        (one,) = store.each_entered()
        assert one.reading.published == "2031-06-02"
        store.tell_again(told[0].question.question_id)
        (one,) = store.each_entered()
        assert one.reading.published == "2031-06-01"


@pytest.mark.parametrize(
    "words",
    ['"; DROP TABLE page; --', "NEAR(a b)", "content:", "* OR NOT", "'", "a AND b", "(", ""],
)
def test_search_words_are_words(place: str, words: str) -> None:
    """Signs and words that mean something to a store are looked for, or passed over."""
    enter_all(place, answers(3))
    with open_store(place) as store:
        store.search(words)
        (first, *_) = next(iter(store.each_entered())).statements
        *_, last = first.content.split()
        found = [hit.found for hit in store.search(f'{last} "{last}"')]

    assert first in found
