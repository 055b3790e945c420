"""Words of a page in, the same words out with nothing in them that a terminal or browser obeys.

Every replacement is one character for one, so that offsets stay true.
"""

import re
from html import escape

__all__ = ["safe_html", "safe_link", "safe_terminal"]

# Escape sequences move the cursor, retitle the window or paste; direction overrides make words read
# backwards. Both are shown as a replacement character, as are code points no encoding can carry.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
_UNSAFE_HTML = re.compile(f"[{_CONTROLS}]")
_UNSAFE_TERMINAL = re.compile(f"[{_CONTROLS}{_OVERRIDES}\r]")
_WEB = re.compile(r"https?://[^\s\"'<>\\]+\Z", re.IGNORECASE)


def safe_terminal(words: str) -> str:
    """Return `words` without control characters."""
    return _UNSAFE_TERMINAL.sub("\ufffd", words)


def safe_html(words: str) -> str:
    """Return `words` escaped for an element's content or a quoted attribute."""
    # A bare carriage return would become a line feed when the page is parsed.
    return escape(_UNSAFE_HTML.sub("\ufffd", words)).replace("\r", "&#13;")


def safe_link(address: str | None) -> str:
    """Return `address` escaped for an href when it is a web address, else ""."""
    return safe_html(address) if address and _WEB.match(address) else ""
