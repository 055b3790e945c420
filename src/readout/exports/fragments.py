"""A place in an article's text in, how others point there out: a quote with its context, a link.

The link is a Text Fragment (https://wicg.github.io/scroll-to-text-fragment/): a browser that opens
it scrolls to the words and marks them. It is written so that within the article's text the words
found first are the ones meant.
"""

import re
from typing import NamedTuple
from urllib.parse import quote

from readout.records.text import Span

__all__ = ["Quoted", "quoted", "text_directive", "text_link"]

_CONTEXT = 32  # characters before and after a quote, as annotation tools have it
_LONGEST = 120  # characters that are quoted whole in a link
_MOST_WORDS = 12  # at either end of a longer quote, and before one
_WORD = re.compile(r"\S+")
_BLANK = re.compile(r"\s+")


class Quoted(NamedTuple):
    """Words with those around them, as a W3C TextQuoteSelector has them."""

    prefix: str
    exact: str
    suffix: str


class _Ends(NamedTuple):
    """What a link names of a quote: its words, or the first and the last of them."""

    start: str
    end: str


def quoted(text: str, span: Span) -> Quoted:
    """Return the exact words with 32 characters, or as many as there are, on either side."""
    return Quoted(
        prefix=text[max(0, span.start - _CONTEXT) : span.start],
        exact=span.of(text),
        suffix=text[span.end : span.end + _CONTEXT],
    )


def text_link(url: str, text: str, span: Span) -> str:
    """Return the address that leads to the words; a fragment the address has already is kept."""
    mark = ":~:" if "#" in url else "#:~:"
    return f"{url}{mark}{text_directive(text, span)}"


def text_directive(text: str, span: Span) -> str:
    """Return `text=[prefix-,]start[,end][,-suffix]`, percent-encoded.

    The context is left out where the words are found first without it.
    """
    lowered = _lowered(text)
    ends = _ends(lowered, text, span)
    prefix, sure = _prefix(lowered, text, span, ends)
    suffix = "" if sure else _suffix(text, span)
    parts = [
        f"{_encoded(prefix)}-" if prefix else "",
        _encoded(ends.start),
        _encoded(ends.end) if ends.end else "",
        f"-{_encoded(suffix)}" if suffix else "",
    ]
    return "text=" + ",".join(part for part in parts if part)


def _ends(lowered: str, text: str, span: Span) -> _Ends:
    """Return the words whole, or where they are many or of several lines, their ends.

    The ends grow until the last words, looked for after the first, are found where they stand.
    """
    exact = span.of(text)
    if len(exact) <= _LONGEST and "\n" not in exact:
        return _Ends(exact, "")
    lines = [line for line in exact.splitlines() if line.strip()]
    first, last = _WORD.findall(lines[0]), _WORD.findall(lines[-1])
    ends = _Ends(exact, "")
    for count in range(3, _MOST_WORDS + 1):
        start = _beginning(lines[0], min(count, len(first)))
        end = _ending(lines[-1], min(count, len(last)))
        ends = _Ends(start, end)
        after = span.start + len(start)
        if len(exact) > len(start) + len(end) and (
            lowered.find(_lowered(end), after) + len(end) == span.end
        ):
            return ends
    return ends if len(lines) > 1 else _Ends(exact, "")


def _beginning(line: str, count: int) -> str:
    words = list(_WORD.finditer(line))
    return line[words[0].start() : words[count - 1].end()]


def _ending(line: str, count: int) -> str:
    words = list(_WORD.finditer(line))
    return line[words[-count].start() : words[-1].end()]


def _prefix(lowered: str, text: str, span: Span, ends: _Ends) -> tuple[str, bool]:
    """Return as many words before as tell the place from earlier ones, and whether they do.

    "" where none are needed.
    """
    if _found(lowered, ends.start) == span.start:
        return "", True
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    words = list(_WORD.finditer(line))[-_MOST_WORDS:]
    for word in reversed(words):
        prefix = line[word.start() :]
        if _found(lowered, prefix + ends.start) == span.start - len(prefix):
            return prefix.strip(), True
    return line[words[0].start() :].strip() if words else "", False


def _suffix(text: str, span: Span) -> str:
    """Return words that follow on the same line."""
    line = text[span.end :].partition("\n")[0]
    words = list(_WORD.finditer(line))[:3]
    return line[words[0].start() : words[-1].end()] if words else ""


def _found(lowered: str, words: str) -> int:
    return lowered.find(_lowered(words))


def _lowered(words: str) -> str:
    """Return the words as a browser compares them, letter for letter."""
    small = words.lower()
    if len(small) == len(words):
        return small
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in words)


def _encoded(words: str) -> str:
    """Return the words percent-encoded, the dash, comma and ampersand that have a meaning too."""
    line = _BLANK.sub(" ", words).strip()
    return quote(line.encode(errors="replace"), safe="").replace("-", "%2D")
