"""Pages in, a reading or a refusal for each out, even where the reader breaks down."""

import logging
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from readout.records.page import Page, Refusal
from readout.records.reading import Reading

__all__ = ["MakeReader", "ReadChunk", "read_safely", "refuse_page"]

ReadChunk = Callable[[Sequence[Page]], Sequence[Reading | Refusal]]
"""Reads several pages at once, which is faster; answers for each, in order."""

MakeReader = Callable[[], ReadChunk]
"""Loads what reading needs, once a process; can be pickled, as a function of a module can."""

_LOG = logging.getLogger(__name__)


def read_safely(read: ReadChunk, pages: Sequence[Page]) -> list[Reading | Refusal]:
    """Read `pages`; should that break down, read each by itself and refuse those that do it."""
    try:
        return _read_all(read, pages)
    except Exception as error:  # noqa: BLE001 -- the border of a batch: one page must not end it
        if len(pages) == 1:
            _LOG.debug("reading %s broke down", pages[0].address, exc_info=error)
            return [refuse_page(pages[0], _told(error))]
    return [found for page in pages for found in read_safely(read, [page])]


def refuse_page(page: Page, detail: str, *, hint: str = "report it with the page") -> Refusal:
    """Return the refusal of a page that the reader broke down on."""
    return Refusal(
        address=page.address,
        stage="reading",
        reason="reader_failed",
        detail=detail,
        hint=hint,
        url=page.url,
        digest=page.digest,
    )


def _read_all(read: ReadChunk, pages: Sequence[Page]) -> list[Reading | Refusal]:
    """Read `pages`, and hold the reader to its promise of an answer for each."""
    found = list(read(pages))
    if len(found) != len(pages):
        raise ValueError(f"{len(pages)} pages went in, {len(found)} answers came out")
    return found


def _told(error: Exception) -> str:
    """Return what broke and where, as "ValueError: empty span (tokens.py, line 12)"."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}".rstrip(": ").splitlines()[0][:200]
    return f"{what} ({Path(last.filename).name}, line {last.lineno})"
