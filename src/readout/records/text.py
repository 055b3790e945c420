"""Places in a text: the base record, spans and what they quote."""

import msgspec

from readout.errors import InvalidRecord

__all__ = ["Record", "Span"]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every record: frozen, keyword-only, refuses fields it does not know."""


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """A half-open stretch of an article's text, in Unicode code points; in JSON `[start, end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty, reversed or negative span."""
        if not 0 <= self.start < self.end:
            what = f"a span needs 0 <= start < end, not [{self.start}, {self.end}]"
            raise InvalidRecord(what)

    def of(self, text: str) -> str:
        """Return the words of `text` this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
