"""Pages made for the tests: words of our own in, a Page out."""

import hashlib

from readout.records.page import MediaKind, Page

LEAD = (
    "The foreign ministry of Norland said on Monday that talks with Sudmark would go on next week, "
    "after envoys from both sides met for six hours in the capital."
)
SECOND = (
    "“Nobody left the table,” the ministry’s spokeswoman, Ana Verin, told reporters outside the "
    "building. She declined to say which ports were discussed."
)
THIRD = (
    "Sudmark’s embassy confirmed the meeting but said that no date had been set for the second "
    "round, which its prime minister has asked to hold at sea."
)
BODY = "".join(f"<p>{text}</p>" for text in (LEAD, SECOND, THIRD))


def page_of(
    body: bytes | str,
    *,
    charset: str | None = None,
    kind: MediaKind = "html",
    url: str | None = None,
) -> Page:
    """Return the page whose bytes are `body`, in UTF-8 where it is text."""
    raw = body if isinstance(body, bytes) else body.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Page(body=raw, digest=digest, address="test.html", kind=kind, charset=charset, url=url)


def html_of(body: str, *, head: str = "", title: str = "Talks go on | The Norland Mail") -> str:
    """Return a whole HTML page with `body` in it."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body>{body}</body></html>"
    )
