"""Readings and refusals in, HTML files out: one page, or a folder of pages with an index."""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from readout.errors import UsageError
from readout.records.page import Refusal
from readout.records.reading import Reading
from readout.views.html import IndexEntry, index_entry, index_page, reading_page

__all__ = ["write_html"]

_NOT_A_NAME = re.compile(r"[^a-z0-9]+")
_SUFFIXES = {".html", ".htm"}


def write_html(found: Iterable[Reading | Refusal], out: Path) -> Path | None:
    """Write what was found and return the file to open, None where no file was written.

    An `out` that ends in .html is one page and takes one reading; any other is a folder, made
    where it is missing, with a page a reading and an index that also lists the refusals.
    """
    try:
        if out.suffix.lower() in _SUFFIXES:
            return _write_one(found, out)
        out.mkdir(parents=True, exist_ok=True)
        return _write_folder(found, out)
    except OSError as error:
        what = f"cannot write '{error.filename or out}': {error.strerror}"
        raise UsageError(what, hint="name a file or folder that can be written") from error


def _write_one(found: Iterable[Reading | Refusal], out: Path) -> Path | None:
    readings: list[Reading] = []
    for one in found:
        if isinstance(one, Reading):
            readings.append(one)
        if len(readings) > 1:
            what = f"'{out}' is one page, and there are several to write"
            raise UsageError(what, hint=f"name a folder: --html {out.with_suffix('')}")
    for reading in readings:
        out.write_text(reading_page(reading), encoding="utf-8")
    return out if readings else None


def _write_folder(found: Iterable[Reading | Refusal], out: Path) -> Path:
    entries: list[IndexEntry] = []
    for number, one in enumerate(found, 1):
        file = ""
        if isinstance(one, Reading):
            file = f"{number:04}-{_stem(one.article.address)}.html"
            (out / file).write_text(reading_page(one), encoding="utf-8")
        entries.append(index_entry(one, file))
    index = out / "index.html"
    index.write_text(index_page(entries), encoding="utf-8")
    return index


def _stem(address: str) -> str:
    """Return the last part of a path or web address in letters every file system takes."""
    last = Path(urlsplit(address).path).stem if "//" in address else Path(address).stem
    return _NOT_A_NAME.sub("-", last.lower()).strip("-")[:60] or "page"
