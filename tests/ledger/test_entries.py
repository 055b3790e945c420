"""Readings into entries, and what changed from one reading's entries to another's."""

from msgspec.structs import replace

from benchmarks.invented import invented
from readout.ledger import changes_between, enter_reading, entry_flaws, page_flaws, reading_of
from readout.records.entries import Entered
from sample_reading import sample_reading


def test_the_same_reading_has_the_same_entries() -> None:
    """Ids are digests of what is said, so reading a page twice adds nothing."""
    assert enter_reading(sample_reading()) == enter_reading(sample_reading())


def test_where_the_page_lay_is_not_part_of_what_it_says() -> None:
    """A file that was moved, or fetched another day, has the entries it had."""
    reading = sample_reading()
    moved = replace(reading.article, address="elsewhere.html", fetched="2031-06-09T00:00:00Z")

    assert enter_reading(replace(reading, article=moved)) == enter_reading(reading)


def test_the_reading_comes_out_as_it_went_in() -> None:
    """Text, statements, events and times, all but the analysis of words and the address."""
    reading = sample_reading()
    entered = enter_reading(reading)

    back = reading_of(entered.reading, entered.text)

    article = replace(reading.article, address="", fetched=None)
    bare = tuple(replace(sentence, tokens=()) for sentence in reading.sentences)
    assert back == replace(reading, article=article, sentences=bare)


def test_a_statement_has_the_words_of_its_spans() -> None:
    """Content that stands on both sides of its cue is joined by an ellipsis."""
    said = enter_reading(sample_reading()).statements[1]

    assert said.content.startswith("“We will sit down again,” … “because the river")
    assert (said.speaker, said.speaker_role) == ("Anselm Dorr", "water minister")


def test_invented_entries_have_no_flaw() -> None:
    """Every id, span and word of an invented page is in order."""
    page, reading = invented(7)
    entered = enter_reading(reading)

    assert [*entry_flaws(entered), *page_flaws(entered, page.body)] == []


def test_a_statement_that_says_something_else_is_flawed() -> None:
    """One letter of the content, or the speaker, is another than was entered."""
    entered = enter_reading(sample_reading())
    first, *others = entered.statements
    for changed in (replace(first, content=f"{first.content}s"), replace(first, speaker="X")):
        flaws = list(entry_flaws(replace(entered, statements=(changed, *others))))
        assert {flaw.entry for flaw in flaws} == {first.statement_id}
    lost = list(entry_flaws(replace(entered, statements=tuple(others))))
    assert [flaw.what for flaw in lost] == ["'a1' of this reading is lost"]


def edited(old: str, new: str) -> Entered:
    """Return the entries of the sample with words of the same length in the place of others."""
    reading = sample_reading()
    text = reading.article.text.replace(old, new)
    return enter_reading(replace(reading, article=replace(reading.article, text=text)))


def test_a_corrected_word_is_one_changed_fact() -> None:
    """The minister's day is corrected; what he says is the same fact, changed."""
    before, after = enter_reading(sample_reading()), edited("before 20 June", "before 27 June")

    statements = [
        one for one in changes_between(before, after, why="test") if one.about == "statement"
    ]

    (change,) = statements
    assert change.kind == "changed"
    assert [part.field for part in change.differences] == ["content"]
    assert "27 June" in change.words


def test_equal_facts_are_no_change() -> None:
    """Another page, or other places of the words, change no fact."""
    before = enter_reading(sample_reading())
    reading = sample_reading()
    other = enter_reading(replace(reading, article=replace(reading.article, digest="5e" * 32)))

    assert changes_between(before, other, why="test") == ()


def test_a_statement_left_out_is_lost() -> None:
    """And seen from the other side it is gained."""
    reading = sample_reading()
    fewer = enter_reading(replace(reading, attributions=reading.attributions[1:]))
    whole = enter_reading(reading)

    (lost,) = changes_between(whole, fewer, why="test")
    (gained,) = changes_between(fewer, whole, why="test")

    assert (lost.kind, lost.before) == ("lost", whole.statements[0].statement_id)
    assert (gained.kind, gained.after) == ("gained", whole.statements[0].statement_id)
