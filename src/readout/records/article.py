"""An article: the words of a page that are news, in blocks, and what the page says of itself."""

from typing import Literal

from readout.records.text import Record, Span
from readout.records.time import Interval

__all__ = [
    "BODY_ROLES",
    "Article",
    "Block",
    "Drop",
    "DropKind",
    "Evidence",
    "Fact",
    "Field",
    "Published",
    "Role",
]

Role = Literal[
    "headline",
    "dek",
    "byline",
    "dateline",
    "paragraph",
    "subhead",
    "quote",
    "caption",
    "list_item",
    "update",
    "table",
]
BODY_ROLES: frozenset[Role] = frozenset(
    {"paragraph", "subhead", "quote", "list_item", "update", "table"}
)
"""Roles that make up the running body; the others stand beside it."""

DropKind = Literal[
    "navigation",
    "related",
    "share",
    "appeal",
    "sign_up",
    "author_note",
    "advertisement",
    "comments",
    "label",
    "footer",
    "duplicate",
    "other",
]

Field = Literal["title", "outlet", "authors", "language", "published", "modified", "url", "agency"]


class Block(Record, frozen=True, kw_only=True):
    """One unit of the page's text, with its role and where in the page it stands."""

    role: Role
    span: Span
    xpath: str = ""
    """XPath of the element it came from; "" for plain text."""
    time: str | None = None
    """A live update's own time, ISO 8601, when the page gives one."""


class Drop(Record, frozen=True, kw_only=True):
    """Something on the page that is not news and was left out, by name."""

    kind: DropKind
    xpath: str
    words: int
    sample: str
    """Its first words, at most 80 characters."""


class Evidence(Record, frozen=True, kw_only=True):
    """One witness for one field of an article's metadata."""

    field: Field
    value: str
    """The value, normalised (dates to ISO 8601)."""
    witness: str
    """Who says so: json-ld, opengraph, meta, time, url, dateline, text, htmldate, caller, ..."""
    where: str
    """XPath, meta name or JSON path; "" for the caller."""
    quote: str
    """The raw words of the page."""
    believed: bool = False


class Fact(Record, frozen=True, kw_only=True):
    """A value with the witness that was believed; value None where no one says."""

    value: str | None = None
    by: str = ""


class Published(Record, frozen=True, kw_only=True):
    """When the article was published: a date that is declared, else an interval with its reason."""

    value: str | None = None
    """ISO 8601 date or date-time, only when the page or the caller declares it."""
    interval: Interval | None = None
    """The same day as an interval, or for an undated page the days it can be, with the reason."""
    by: str = ""
    """The witness believed: json-ld, meta, url, caller, ...; "" for an undated page."""
    agreed: bool = True
    """False when the witnesses differ by more than a day."""


class Article(Record, frozen=True, kw_only=True):
    """What a page says: `text` is the kept blocks joined by blank lines and never changes."""

    text: str
    blocks: tuple[Block, ...]
    title: Fact
    outlet: Fact
    authors: tuple[str, ...] = ()
    agency: str | None = None
    """The wire agency a byline, dateline or credit names."""
    language: str = "en"
    url: str | None = None
    published: Published = Published()
    modified: str | None = None
    evidence: tuple[Evidence, ...] = ()
    drops: tuple[Drop, ...] = ()
    charset: str = "utf-8"
    address: str = ""
    digest: str = ""
    """SHA-256 of the page's bytes, hex."""
    fetched: str | None = None
