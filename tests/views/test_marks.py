"""Marks over a text: where it is cut, and what each piece is told of."""

from hypothesis import given
from hypothesis import strategies as st

from readout import Reading, Span
from readout.views.marks import Mark, cut_at_marks, marks_of

WORDS = "No gate will close."


def spans(limit: int) -> st.SearchStrategy[Span]:
    """Return spans that begin inside a text of `limit` characters."""
    return st.integers(0, limit - 1).flatmap(
        lambda start: st.builds(Span, st.just(start), st.integers(start + 1, limit))
    )


@given(st.lists(spans(len(WORDS)), max_size=6), spans(len(WORDS)))
def test_pieces_follow_each_other_and_no_mark_ends_inside_one(
    covered: list[Span], within: Span
) -> None:
    """However marks overlap, each piece is wholly in or out of each of them."""
    marks = [Mark(kind="content", number=n, span=span) for n, span in enumerate(covered, 1)]

    pieces = list(cut_at_marks(within, marks))

    assert "".join(piece.span.of(WORDS) for piece in pieces) == within.of(WORDS)
    for piece in pieces:
        for mark in marks:
            inside = mark.span.start <= piece.span.start and piece.span.end <= mark.span.end
            assert (mark in piece.marks) == inside == piece.span.overlaps(mark.span)


def test_a_statement_begins_and_ends_once(reading: Reading) -> None:
    """“We will sit down again,” Dorr told reporters, “because …”: one beginning, one end."""
    second = [mark for mark in marks_of(reading) if mark.number == 2 and mark.kind != "time"]

    assert [mark.kind for mark in second if mark.first] == ["content"]
    assert [mark.kind for mark in second if mark.last] == ["content"]
    assert len(second) == 4
