"""Marks over a text: where it is cut, and what each piece is told of."""

from hypothesis import given
from hypothesis import strategies as st

from readout import Reading, Span
from readout.views.marks import EVENT_KINDS, Mark, cut_at_marks, marks_of

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
    kinds = {"source", "cue", "content"}
    second = [mark for mark in marks_of(reading) if mark.number == 2 and mark.kind in kinds]

    assert [mark.kind for mark in second if mark.first] == ["content"]
    assert [mark.kind for mark in second if mark.last] == ["content"]
    assert len(second) == 4


def test_a_link_to_an_event_lands_at_the_mention_that_says_most(reading: Reading) -> None:
    """The headline tells it too, and has its number, but the link goes to the paragraph."""
    first = [mark for mark in marks_of(reading) if mark.number == 1 and mark.kind in EVENT_KINDS]
    triggers = [mark for mark in first if mark.kind == "trigger"]

    assert [(mark.first, mark.last) for mark in triggers] == [(False, True), (True, True)]
    assert [mark.kind for mark in first if mark.first] == ["trigger"]
    assert len(first) == 4
