"""Bytes in, the page's bytes or a refusal out: gzip undone, and never more than the limit."""

import zlib

from readout.records.page import Refusal

__all__ = ["plain_body", "too_large"]

_MAGIC = b"\x1f\x8b\x08"
_GZIP = zlib.MAX_WBITS | 16  # zlib's way of saying: expect gzip's header


def plain_body(body: bytes, *, address: str, limit: int) -> bytes | Refusal:
    """Return `body`, decompressed where it is gzip; refuse what is or becomes longer than `limit`.

    Its first bytes decide, not its name: no page begins with gzip's, and saved pages are called
    .gz with and without being it.
    """
    if len(body) <= limit and body.startswith(_MAGIC):
        try:
            body = _gunzip(body, limit)
        except (zlib.error, EOFError) as error:
            return Refusal(
                address=address,
                stage="pages",
                reason="unreadable_file",
                detail=f"its gzip cannot be decompressed: {error}",
                hint="fetch or compress the page again",
            )
    return too_large(address, limit) if len(body) > limit else body


def too_large(address: str, limit: int) -> Refusal:
    """Return the refusal of a page longer than `limit` bytes."""
    return Refusal(
        address=address,
        stage="pages",
        reason="too_large",
        detail=f"more than {limit:,} bytes",
        hint="save the article alone",
    )


def _gunzip(body: bytes, limit: int) -> bytes:
    """Return what all gzip members of `body` hold, cut at the first byte past `limit`."""
    plain = bytearray()
    while body.startswith(_MAGIC) and len(plain) <= limit:
        member = zlib.decompressobj(_GZIP)
        plain += member.decompress(body, limit + 1 - len(plain))
        if len(plain) <= limit and not member.eof:
            raise EOFError("it breaks off")
        body = member.unused_data
    return bytes(plain)
