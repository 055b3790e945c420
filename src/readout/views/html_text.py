"""A reading in, its article as HTML out, every statement, time and event marked and linked.

The text content of what comes out is the article's text, character for character: numbers and
labels are drawn by the style sheet from attributes, so that copied words are the page's words.
"""

from collections.abc import Iterator, Sequence

from readout.records.article import BODY_ROLES, Block
from readout.records.reading import Reading
from readout.records.text import Span
from readout.views.marks import EVENT_KINDS, Mark, Piece, cut_at_marks, marks_of
from readout.views.safe import Html, element, join_html, safe_html
from readout.views.wording import NUMBERED_ROLES

__all__ = ["marked_text"]

_ELEMENTS = {"subhead": "h3", "quote": "blockquote"}
_DEEPEST = 3  # shades there are for contents inside contents


def marked_text(reading: Reading) -> Html:
    """Return the article's blocks, in order, with what stands between them."""
    text, marks = reading.article.text, marks_of(reading)
    return element("div", join_html(_blocks(text, reading.article.blocks, marks)), class_="text")


def _blocks(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> Iterator[Html]:
    done = number = 0
    for block in sorted(blocks, key=lambda block: block.span):
        number += block.role in NUMBERED_ROLES
        start, end = max(done, block.span.start), min(block.span.end, len(text))
        if start >= end:
            continue
        yield _gap(text, done, start, marks)
        yield _block(text, block, Span(start, end), marks, number=number)
        done = end
    yield _gap(text, done, len(text), marks)


def _gap(text: str, start: int, end: int, marks: Sequence[Mark]) -> Html:
    if start >= end:
        return Html("")
    between = Span(start, end)
    blank = between.of(text).isspace()
    cut = cut_at_marks(between, marks)
    pieces = join_html(_piece(text, piece, coloured=not blank) for piece in cut)
    return pieces if blank else element("p", pieces)


def _block(text: str, block: Block, span: Span, marks: Sequence[Mark], *, number: int) -> Html:
    return element(
        _ELEMENTS.get(block.role, "p"),
        join_html(_piece(text, piece) for piece in cut_at_marks(span, marks)),
        class_=block.role,
        data_n=number if block.role in NUMBERED_ROLES else None,
        data_role=None if block.role in BODY_ROLES else block.role,
        data_time=block.time,
    )


def _piece(text: str, piece: Piece, *, coloured: bool = True) -> Html:
    """Return one piece between where its finds begin and where they end."""
    words = safe_html(piece.span.of(text))
    if not piece.marks:
        return words
    starts = {_anchor(m) for m in piece.marks if m.first and m.span.start == piece.span.start}
    ends = {
        (mark.kind in EVENT_KINDS, mark.number)
        for mark in piece.marks
        if mark.last and mark.kind != "time" and mark.span.end == piece.span.end
    }
    href = _target(piece.marks)
    marked = element("a" if href else "span", words, class_=_classes(piece.marks), href=href)
    return join_html(
        (
            *(element("span", id=anchor) for anchor in sorted(starts)),
            marked if coloured else words,
            *(_note(number, of_event=of_event) for of_event, number in sorted(ends)),
        )
    )


def _entry(mark: Mark) -> str:
    """Return the name of the entry in a list that tells of the mark's find."""
    if mark.kind in EVENT_KINDS:
        return f"e{mark.number}"
    return f"{'t' if mark.kind == 'time' else 's'}{mark.number}"


def _anchor(mark: Mark) -> str:
    """Return the name of the place in the text that the entry links to."""
    if mark.kind in EVENT_KINDS:
        return f"v{mark.number}"
    return f"{'x' if mark.kind == 'time' else 'w'}{mark.number}"


def _target(marks: Sequence[Mark]) -> str | None:
    """Return the list entry a piece links to; long contents link by the note at their end.

    The shortest mark decides, and a trigger before all: it is all that links to its event.
    """
    short = [mark for mark in marks if mark.kind != "content"]
    if not short:
        return None
    inner = min(short, key=lambda m: (m.kind != "trigger", m.span.end - m.span.start))
    return f"#{_entry(inner)}"


def _classes(marks: Sequence[Mark]) -> str:
    kinds = {mark.kind: None for mark in marks}
    depth = len({mark.number for mark in marks if mark.kind == "content"})
    shade = [f"d{min(depth, _DEEPEST)}"] if depth > 1 else []
    entries = {_entry(mark): None for mark in marks}
    return " ".join((*kinds, *shade, *entries))


def _note(number: int, *, of_event: bool) -> Html:
    """Return the raised number that links to a find's entry; E stands before an event's."""
    return element(
        "a",
        class_="note of-event" if of_event else "note",
        href=f"#{'e' if of_event else 's'}{number}",
        data_n=f"E{number}" if of_event else number,
        aria_label=f"{'event' if of_event else 'statement'} {number}",
    )
