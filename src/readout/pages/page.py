"""Bytes in, a page out, with its digest; the bytes are kept as they came."""

from hashlib import sha256

from readout.records.page import MediaKind, Page

__all__ = ["page_of_bytes"]


def page_of_bytes(  # noqa: PLR0913 -- the fields of a page but one, each with its default
    body: bytes,
    *,
    address: str = "-",
    url: str | None = None,
    kind: MediaKind = "html",
    charset: str | None = None,
    fetched: str | None = None,
) -> Page:
    """Return the page these bytes are; equal bytes have equal digests wherever they came from."""
    return Page(
        body=body,
        digest=sha256(body).hexdigest(),
        address=address,
        url=url,
        kind=kind,
        charset=charset,
        fetched=fetched,
    )
