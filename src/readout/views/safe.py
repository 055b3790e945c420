"""Words of a page in, the same words out with nothing in them that a terminal or browser obeys.

Every replacement is one character for one, so that offsets stay true. Mark-up is built only of
`Html`, and only what is here makes `Html`: the type checker finds words that were not escaped.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import NewType

__all__ = ["Html", "element", "join_html", "safe_html", "safe_link", "safe_terminal"]

# Escape sequences move the cursor, retitle the window or paste; direction overrides make words read
# backwards. Both are shown as a replacement character, as are code points no encoding can carry.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
_UNSAFE_HTML = re.compile(f"[{_CONTROLS}]")
_UNSAFE_TERMINAL = re.compile(f"[{_CONTROLS}{_OVERRIDES}\r]")
_WEB = re.compile(r"https?://[^\s\"'<>\\]+\Z", re.IGNORECASE)


Html = NewType("Html", str)
"""Mark-up in which everything that came from a page is escaped."""


def safe_terminal(words: str) -> str:
    """Return `words` without control characters."""
    return _UNSAFE_TERMINAL.sub("\ufffd", words)


def safe_html(words: str) -> Html:
    """Return `words` escaped for an element's content or a quoted attribute."""
    # A bare carriage return would become a line feed when the page is parsed.
    return Html(escape(_UNSAFE_HTML.sub("\ufffd", words)).replace("\r", "&#13;"))


def safe_link(address: str | None) -> str | None:
    """Return `address` when it is a web address, which is the only kind a page may link to."""
    return address if address and _WEB.match(address) else None


def element(name: str, *inner: Html, **attributes: str | int | None) -> Html:
    """Return one element; `class_` is written class, `data_n` data-n, and None leaves one out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{safe_html(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{written}>{''.join(inner)}</{name}>")


def join_html(parts: Iterable[Html], between: str = "") -> Html:
    """Return the parts in one, with the words `between` escaped."""
    return Html(safe_html(between).join(parts))
