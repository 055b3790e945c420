"""Spans of a reading in a row's own text, however its white space differs."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.articles import Row, in_row, moved
from benchmarks.workers import shards
from readout.records.article import Article, Block, Fact
from readout.records.text import Span


def article(*blocks: str) -> Article:
    """Return an article of these blocks."""
    text, made = "", []
    for block in blocks:
        start = len(text)
        text += block + "\n\n"
        made.append(Block(role="paragraph", span=Span(start, start + len(block))))
    return Article(text=text.rstrip(), blocks=tuple(made), title=Fact(), outlet=Fact())


def test_white_space_moves_no_word() -> None:
    """The row doubles a blank and starts with one; the words are found where they stand."""
    row = Row(id="1", text="  Varn  said so.\nThe talks go on.")
    read = article("Varn said so.", "The talks go on.")

    spans = moved(in_row(row, read), [Span(0, 9), Span(19, 24)])

    assert [row.text[start:end] for start, end in spans] == ["Varn  said", "talks"]


def test_a_block_left_out_leaves_the_others_in_place() -> None:
    """The same words twice in a row: the second block is looked for after the first."""
    row = Row(id="1", text="He said no.\n\nRead more\n\nHe said no.")
    read = article("He said no.", "He said no.")

    spans = moved(in_row(row, read), [Span(13, 15)])

    assert spans == ((24, 26),)


def test_a_span_that_is_not_in_the_row_is_left_out() -> None:
    """A block whose words the row does not have gives no place."""
    assert moved(in_row(Row(id="1", text="Yes."), article("No.")), [Span(0, 2)]) == ()


@given(st.lists(st.text(st.characters(categories=["L", "P", "Zs"]), min_size=1), max_size=6))
def test_every_mapped_character_is_itself(parts: list[str]) -> None:
    """Whatever the text, a mapped character is the same character in the row."""
    blocks = [" ".join(part.split()) for part in parts if part.strip()]
    row = Row(id="1", text="  ".join(parts))
    read = article(*blocks)

    mapped = in_row(row, read)

    assert all(read.text[mine] == row.text[theirs] for mine, theirs in mapped.items())
    assert len(mapped) == sum(not char.isspace() for char in read.text)


@given(st.lists(st.text(min_size=1), max_size=20), st.integers(1, 4))
def test_every_text_goes_to_one_worker(texts: list[str], count: int) -> None:
    """Dealing out loses no text and doubles none."""
    dealt = shards(texts, count)

    assert len(dealt) == count
    assert sorted(text for shard in dealt for text in shard) == sorted(texts)
