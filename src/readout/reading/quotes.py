"""Text in, the stretches inside double quotation marks out.

Straight, curly and angle marks and the doubled single ones of some wires ('' and ``). A quote
that goes on over paragraphs opens again in each and closes in its last; a straight mark that
nothing closes reaches to the end of its paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from readout.records.reading import Quote
from readout.records.text import Span

__all__ = ["find_quoted", "quote_kind"]

_MARK = re.compile(r"[\"“”„«»]|''|``|\n\s*\n")
_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»")


def find_quoted(text: str) -> tuple[Span, ...]:
    """Return the quoted stretches in order, marks included."""
    found: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if mark.group()[0] == "\n":
            if opened is not None:
                found.append(Span(opened, mark.start()))
            opened = None
        elif opened is None:
            opened = None if mark.group() in _CLOSING else mark.start()
        elif mark.group() not in _OPENING:
            found.append(Span(opened, mark.end()))
            opened = None
    if opened is not None and opened < len(text.rstrip()):
        found.append(Span(opened, len(text.rstrip())))
    return tuple(found)


def quote_kind(words: Sequence[tuple[int, int]], quoted: Sequence[Span]) -> Quote:
    """Say whether the words stand inside quotation marks: all (direct), some (mixed), none."""
    starts = [span.start for span in quoted]
    inside = 0
    for start, end in words:
        at = bisect_right(starts, start) - 1
        inside += at >= 0 and quoted[at].end >= end
    if not inside:
        return "indirect"
    return "direct" if inside >= _NEARLY_ALL * len(words) else "mixed"


_NEARLY_ALL = 0.98
