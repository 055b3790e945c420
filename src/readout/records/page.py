"""A page as it came in, and the refusal that stands in its place when it cannot be read."""

from typing import Literal

from readout.records.text import Record

__all__ = ["MediaKind", "Page", "Reason", "Refusal", "Stage"]

MediaKind = Literal["html", "text"]
Stage = Literal["pages", "article", "reading"]
Reason = Literal[
    # pages
    "not_found",
    "unreadable_file",
    "empty_folder",
    "too_large",
    "fetch_failed",
    "robots_disallowed",
    "private_address",
    "too_many_redirects",
    "http_status",
    "wrong_type",
    # article
    "empty",
    "binary",
    "pdf",
    "undecodable",
    "malformed",
    "no_article",
    "section_front",
    "paywall_stub",
    "media_page",
    "too_long",
    "not_english",
    # reading
    "reader_failed",
]


class Page(Record, frozen=True, kw_only=True):
    """The bytes of one page, whence and when they came; `digest` is their SHA-256 in hex."""

    body: bytes
    digest: str
    address: str
    """As the user named it: a path, a URL, or "-" for standard input."""
    url: str | None = None
    """The page's own web address, when known (given, fetched from, or none)."""
    kind: MediaKind = "html"
    charset: str | None = None
    """The charset an HTTP header declared, if any."""
    fetched: str | None = None
    """When it was fetched, ISO 8601 in UTC; None for files."""


class Refusal(Record, tag="refusal", frozen=True, kw_only=True):
    """Why a page did not become a reading: the stage that refused, a stable reason, the detail."""

    address: str
    stage: Stage
    reason: Reason
    detail: str
    """What was seen, with the value that was wrong; lower case, no full stop."""
    hint: str = ""
    """What the user can try."""
    url: str | None = None
    digest: str | None = None
