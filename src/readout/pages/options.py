"""What a caller can choose about getting pages: limits, and the seam for other sources."""

from collections.abc import Iterator
from typing import Protocol

from readout.errors import UsageError
from readout.records.page import Page, Refusal
from readout.records.text import Record

__all__ = ["MAX_BYTES", "FetchOptions", "PageSource"]

MAX_BYTES = 20_000_000
"""The most bytes one page may have, after decompression; what is longer is refused unread."""


class FetchOptions(Record, frozen=True, kw_only=True):
    """How pages are fetched from the web; seconds and bytes."""

    allow_private: bool = False
    """Fetch from loopback, private and other addresses that are not on the public internet."""
    connect: float = 10.0
    read: float = 20.0
    """The longest wait for the next bytes."""
    total: float = 60.0
    """The longest a page may take in all: robots.txt, redirects, retries and the body."""
    max_bytes: int = MAX_BYTES
    attempts: int = 3
    """Tries for one address when the connection fails or the server is briefly unable."""
    contact: str = ""
    """Where a site can reach whoever fetches, a web address or e-mail; told to every site asked."""

    def __post_init__(self) -> None:
        """Refuse limits nothing could be fetched under, and a contact that no header can carry."""
        least = min(self.connect, self.read, self.total, self.max_bytes, self.attempts)
        if least <= 0:
            raise UsageError("every fetch limit must be above zero", hint="leave it at its default")
        if not (self.contact.isascii() and (self.contact + " ").isprintable()):
            raise UsageError(
                f"contact {self.contact!r} has letters a header cannot carry",
                hint="a plain web address or e-mail address",
            )


class PageSource(Protocol):
    """Where pages with a web address come from; the fetcher is one, a test's stub another.

    One name may stand for many pages, so that an archive or a feed can be a source too.
    """

    def __call__(self, name: str, /) -> Iterator[Page | Refusal]:
        """Yield the pages `name` stands for, or the refusal in place of each; never raise."""
        ...
