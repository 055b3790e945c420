"""Turn a page's bytes into text: a Page in, its text and charset out, or a Refusal.

Order of belief: a byte order mark, then UTF-8 where the bytes are valid in it, then the charset
of the HTTP header, then the one in the page's `meta`, then detection. A declared charset
the bytes contradict is not used.
"""

import codecs
import re

from charset_normalizer import from_bytes

from readout.article.refusals import refuse
from readout.records.page import Page, Refusal
from readout.records.text import Record

__all__ = ["MAX_BYTES", "Decoded", "decode"]

MAX_BYTES = 16_000_000
"""Larger pages are refused: the longest news pages known hold a few million bytes."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "audio, video or an image"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_META_WITHIN = 16_384
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_STRIPPED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_SAMPLE = 65_536
_LATIN = frozenset({"iso-8859-1", "ascii", "latin-1"})
_ASCII = 0x7F
_MOSTLY_ASCII = 0.15
_BROKEN_SHARE = 0.02


class Decoded(Record, frozen=True, kw_only=True):
    """A page's text and the charset it was read by."""

    text: str
    charset: str
    declared: str = ""
    """The charset the page or its header claims, as written; "" where none does."""


def decode(page: Page) -> Decoded | Refusal:
    """Return the text of `page` without control characters, or say why its bytes are no text."""
    body = page.body
    if len(body) > MAX_BYTES:
        detail = f"{len(body)} bytes; the limit is {MAX_BYTES}"
        return refuse(page, "too_long", detail)
    if not body.strip(b"\x00 \t\r\n\x0c"):
        return refuse(page, "empty", f"{len(body)} bytes, none of them text")
    if b"%PDF-" in body[:1024]:
        return refuse(page, "pdf", "starts as a PDF does", hint="give the article as HTML or text")
    kind = next((name for magic, name in _MAGIC if body.startswith(magic)), "")
    if kind:
        return refuse(page, "binary", f"starts as {kind} does")
    declared = _declared(page)
    found = _wide(body) or _narrow(page, declared)
    if isinstance(found, Refusal):
        return found
    text, charset = found
    name = charset.replace("cp125", "windows-125")  # as pages write it
    return Decoded(text=_STRIPPED.sub("", text), charset=name, declared=declared)


def _declared(page: Page) -> str:
    """Return the charset of the HTTP header, else of the page's `meta`, else ""."""
    if page.charset:
        return page.charset.strip().lower()
    match = _META.search(page.body, 0, _META_WITHIN)
    return match[1].decode("ascii", "replace").lower() if match else ""


def _wide(body: bytes) -> tuple[str, str] | None:
    """Read by a byte order mark, or as UTF-16 where every other byte is null."""
    for mark, charset in _BOMS:
        if body.startswith(mark):
            rest = body[len(mark) :] if charset == "utf-8" else body
            return rest.decode(charset, "replace"), charset
    head = body[:2048]
    half = len(head) // 2
    for charset, nulls in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if half and nulls.count(0) > 0.8 * half and head.count(0) < 1.2 * half:
            return body.decode(charset, "replace"), charset
    return None


def _narrow(page: Page, declared: str) -> tuple[str, str] | Refusal:
    """Read by the first charset the bytes agree with."""
    body = page.body.replace(b"\x00", b"")
    sample = body[:_SAMPLE]
    controls = len(_CONTROL.findall(sample)) + page.body[:_SAMPLE].count(0)
    if controls > 0.05 * len(page.body[:_SAMPLE]) and not _escapes(declared):
        detail = f"{controls} control bytes in the first {len(page.body[:_SAMPLE])}"
        return refuse(page, "binary", detail)
    text = _strict(body, "utf-8")
    if text is not None and not (_escapes(declared) and b"\x1b" in body):
        return text, "utf-8"
    charset = "windows-1252" if declared in _LATIN else _known(declared)
    if charset and charset != "utf-8" and not charset.startswith(("utf-16", "utf-32")):
        text = _strict(body, charset)
        if text is not None and not _has_c1(text):
            return text, charset
    return _detected(page, body)


def _escapes(declared: str) -> bool:
    """Say whether the charset switches with escape bytes, as ISO-2022-JP does."""
    return declared.startswith("iso-2022")


def _known(charset: str) -> str:
    """Return Python's name of a text charset, or "" when it has none."""
    try:
        found = codecs.lookup(charset)
    except (LookupError, ValueError):
        return ""
    try:
        b"a".decode(found.name)
    except (LookupError, UnicodeError):
        return ""
    return found.name


def _strict(body: bytes, charset: str) -> str | None:
    """Return the text, or None where the bytes are not valid in `charset`."""
    try:
        return body.decode(charset)
    except UnicodeError:
        return None


def _has_c1(text: str) -> bool:
    """Say whether the text holds control characters that no page means."""
    return bool(re.search("[\x80-\x9f]", text))


def _detected(page: Page, body: bytes) -> tuple[str, str] | Refusal:
    """Read bytes that contradict what was declared."""
    text = body.decode("utf-8", "replace")
    broken, good = text.count("\ufffd"), sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    if broken <= good:  # text in another charset hardly ever makes a whole character of UTF-8
        return text, "utf-8"
    high = sum(1 for byte in body if byte > _ASCII)
    letters = sum(1 for byte in body if chr(byte).isalpha())
    if high <= _MOSTLY_ASCII * letters:
        latin = body.decode("windows-1252", "replace")
        if latin.count("\ufffd") <= 0.1 * high:
            return latin, "windows-1252"
    best = from_bytes(body[:_SAMPLE]).best()
    if best is not None:
        text = body.decode(best.encoding, "replace")
        if text.count("\ufffd") <= _BROKEN_SHARE * len(text):
            return text, best.encoding
    detail = f"{broken} of {len(body)} bytes fit no charset"
    return refuse(page, "undecodable", detail, hint="save the page as UTF-8")
