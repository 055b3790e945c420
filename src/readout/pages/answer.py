"""A server's answer in, the page it holds or a refusal out."""

from datetime import UTC, datetime

import httpx2

from readout.pages.gunzip import plain_body
from readout.pages.page import page_of_bytes
from readout.records.page import MediaKind, Page, Reason, Refusal

__all__ = ["body_of", "page_of_answer", "refuse_address"]

_KINDS: dict[str, MediaKind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
}
_HINTS: dict[Reason, str] = {
    "fetch_failed": "check the address, or save the page in a browser and read the file",
    "http_status": "open it in a browser; if it shows, save it and read the file",
    "too_many_redirects": "open it in a browser, save it and read the file",
    "wrong_type": "give the address of the article's own page",
}
_ENCODINGS = {"", "identity", "gzip", "x-gzip"}


def page_of_answer(response: httpx2.Response, *, limit: int, kind: MediaKind) -> Page | Refusal:
    """Read the page out of an open response, no further than `limit` bytes.

    The server's word on what it sends goes before `kind`, which stands for a server that says
    nothing.
    """
    address = _without_user(response.url)
    if not response.is_success:
        detail = f"the server answered {response.status_code} {response.reason_phrase}".rstrip()
        return refuse_address(address, "http_status", detail)
    media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == "application/pdf":
        return refuse_address(
            address, "pdf", "a PDF", hint="look for the article as a web page, or read its text"
        )
    if media and media not in _KINDS:
        detail = f"{media!r} is not a page; read are {', '.join(_KINDS)}"
        return refuse_address(address, "wrong_type", detail)
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in _ENCODINGS:
        detail = f"sent in the encoding {encoding!r}, which was not asked for"
        return refuse_address(address, "fetch_failed", detail)
    body = plain_body(body_of(response, limit + 1), address=address, limit=limit)
    if isinstance(body, Refusal):
        return body
    return page_of_bytes(
        body,
        address=address,
        url=address,
        kind=_KINDS.get(media, kind),
        charset=response.charset_encoding,
        fetched=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def body_of(response: httpx2.Response, most: int) -> bytes:
    """Return the first `most` bytes of the body as they were sent; the rest is not read."""
    body = bytearray()
    for part in response.iter_raw():
        body += part
        if len(body) >= most:
            break
    return bytes(body[:most])


def refuse_address(address: str, reason: Reason, detail: str, *, hint: str = "") -> Refusal:
    """Return the refusal of a web address, with the reason's usual hint."""
    return Refusal(
        address=address,
        stage="pages",
        reason=reason,
        detail=detail,
        hint=hint or _HINTS.get(reason, ""),
        url=address,
    )


def _without_user(url: httpx2.URL) -> str:
    """Return the address without a fragment, and without a user's name and password."""
    return str(url.copy_with(username=None, password=None, fragment=None))
