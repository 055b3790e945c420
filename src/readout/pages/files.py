"""A path in, its page or a refusal out; only regular files are opened."""

import re
import stat
from pathlib import Path

from readout.pages.gunzip import plain_body, too_large
from readout.pages.options import MAX_BYTES
from readout.pages.page import page_of_bytes
from readout.records.page import MediaKind, Page, Reason, Refusal

__all__ = ["read_file", "refuse_file", "writable"]

_KINDS = {stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFDIR: "a folder"}
_TEXT_SUFFIX = ".txt"
_SURROGATES = re.compile("[\ud800-\udfff]")  # stand in a name for bytes that are no UTF-8


def read_file(path: Path, *, kind: MediaKind = "html", url: str | None = None) -> Page | Refusal:
    """Read one file, at most MAX_BYTES of it; a name in .txt or .txt.gz is plain text."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # opening a pipe waits for its writer, a device may act
            detail = f"{_KINDS.get(stat.S_IFMT(mode), 'a device')}, not a regular file"
            return refuse_file(path, "unreadable_file", detail, hint="pipe the page in and name -")
        body = _read(path, MAX_BYTES + 1)
    except FileNotFoundError:
        return refuse_file(path, "not_found", "no such file", hint=_hint(path))
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        return refuse_file(path, "unreadable_file", _said(error), hint="check its permissions")
    address = writable(str(path))
    if len(body) > MAX_BYTES:
        return too_large(address, MAX_BYTES)
    plain = plain_body(body, address=address, limit=MAX_BYTES)
    if isinstance(plain, Refusal):
        return plain
    named_text = path.name.casefold().removesuffix(".gz").endswith(_TEXT_SUFFIX)
    return page_of_bytes(plain, address=address, url=url, kind="text" if named_text else kind)


def refuse_file(path: Path, reason: Reason, detail: str, *, hint: str = "") -> Refusal:
    """Return the refusal of what stands, or does not stand, at `path`."""
    return Refusal(
        address=writable(str(path)), stage="pages", reason=reason, detail=detail, hint=hint
    )


def writable(name: str) -> str:
    """Return `name` as text any encoding can carry: what was no UTF-8 in it becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", name)


def _read(path: Path, most: int) -> bytes:
    """Return the first `most` bytes of a file."""
    with path.open("rb") as file:
        return file.read(most)


def _said(error: OSError | ValueError) -> str:
    """Return what the system said, without the path the refusal already has."""
    words = error.strerror if isinstance(error, OSError) else None
    return (words or str(error)).lower()


def _hint(path: Path) -> str:
    """Return what to try for a name that is no file but may have been meant as a web address."""
    if path.parts and path.parts[0].casefold().startswith("www."):
        return f"write https://{writable(str(path))} for a web page"
    return "check the path"
