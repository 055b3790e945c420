"""The expected reading of each example page in, as records, with its words found in a text."""

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.scoring.pairs import Marked
from benchmarks.scoring.tokens import Place

__all__ = ["Drop", "Expected", "Statement", "Told", "Words", "expected_pages", "marked_in"]


class Told(msgspec.Struct, frozen=True):
    """A day, or days, with what is said of it."""

    start: str | None = None
    end: str | None = None


class Published(msgspec.Struct, frozen=True):
    """When a page was published, and by whom that is known."""

    value: str | None
    by: str
    agreed: bool
    interval: Told


class Words(msgspec.Struct, frozen=True):
    """A block by its role and first words."""

    role: str
    starts: str
    time: str | None = None


class Drop(msgspec.Struct, frozen=True):
    """What is left out, by its kind and first words."""

    kind: str
    starts: str


class Time(msgspec.Struct, frozen=True):
    """A time expression, the words before it, and its value."""

    before: str
    words: str
    value: str


class Statement(msgspec.Struct, frozen=True):
    """Who says what: the words of each role."""

    id: str
    source: list[str]
    cue: list[str]
    content: list[str]
    block: str


class Refused(msgspec.Struct, frozen=True):
    """The stage and reason of a refusal."""

    stage: str
    reason: str


class Expected(msgspec.Struct, frozen=True):
    """What a careful reader finds on one page; a refused page has nothing but the refusal."""

    file: str
    refused: Refused | None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    charset: str | None = None
    modified: str | None = None
    authors: list[str] = []
    published: Published | None = None
    blocks: list[Words] = []
    drops: list[Drop] = []
    times: list[Time] = []
    statements: list[Statement] = []

    @property
    def name(self) -> str:
        """The number of the page: "01", "11a"."""
        return Path(self.file).name.partition("-")[0]


class _Pages(msgspec.Struct, frozen=True):
    pages: list[Expected]


def expected_pages(root: Path) -> list[Expected]:
    """Return the expectations, in the order of the files."""
    raw = (root / "examples/expected/pages.json").read_bytes()
    return msgspec.json.decode(raw, type=_Pages).pages


def marked_in(text: str, statement: Statement) -> Marked:
    """Return where a statement's words stand in `text`.

    Words met more than once are those in or after the statement's block, and a source's and a
    cue's those nearest to the content.
    """
    block = _all(text, statement.block)
    start = block[0][0] if block else 0
    content = _in_order(text, statement.content, start)
    return Marked(
        source=_nearest(text, statement.source, content, start),
        cue=_nearest(text, statement.cue, content, start),
        content=content,
    )


def _all(text: str, words: str) -> list[Place]:
    """Return every place where `words` stand as whole words, whatever white space is between."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


def _in_order(text: str, pieces: Sequence[str], start: int) -> tuple[Place, ...]:
    """Return the first place of each piece after the one before it."""
    places: list[Place] = []
    for piece in pieces:
        at = places[-1][1] if places else start
        after = [place for place in _all(text, piece) if place[0] >= at]
        places += after[:1]
    return tuple(places)


def _nearest(
    text: str, pieces: Sequence[str], content: Sequence[Place], start: int
) -> tuple[Place, ...]:
    """Return the place of each piece that is nearest to a piece of the content."""

    def distance(place: Place) -> int:
        return min((max(s - place[1], place[0] - e) for s, e in content), default=place[0])

    places = ([p for p in _all(text, piece) if p[0] >= start] for piece in pieces)
    return tuple(min(found, key=distance) for found in places if found)
