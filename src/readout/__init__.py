"""News pages in, the record of who said what and when out, every line tied to the page's words.

bytes -> Page -> Article -> Reading, or a Refusal
"""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.metadata import version
from itertools import groupby
from typing import TYPE_CHECKING

from readout.batch import read_in_pool as _read_in_pool
from readout.bridges import to_gdelt, to_plover, to_spacy
from readout.errors import InvalidRecord, ModelError, ReadoutError, StoreError, UsageError
from readout.flow import ReadOptions
from readout.flow import load_reader as _load_reader
from readout.pages import FetchOptions
from readout.pages import find_pages as _find_pages
from readout.pages import page_of_bytes as _page_of_bytes
from readout.records.article import Article, Block, Drop, Evidence, Fact, Published
from readout.records.event import Actor, Event, EventMention, EventTime, Place, Voice
from readout.records.page import MediaKind, Page, Refusal
from readout.records.reading import Attribution, Reader, Reading, Sentence, Token
from readout.records.text import Span
from readout.records.time import Interval, Timex

if TYPE_CHECKING:
    from readout.ledger_api import Ledger

__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "Block",
    "Drop",
    "Event",
    "EventMention",
    "EventTime",
    "Evidence",
    "Fact",
    "FetchOptions",
    "Interval",
    "InvalidRecord",
    "MediaKind",
    "ModelError",
    "Page",
    "Place",
    "Published",
    "ReadOptions",
    "Reader",
    "Reading",
    "ReadoutError",
    "Refusal",
    "Sentence",
    "Span",
    "StoreError",
    "Timex",
    "Token",
    "UsageError",
    "Voice",
    "__version__",
    "open",
    "read",
    "read_many",
    "to_gdelt",
    "to_plover",
    "to_spacy",
]

__version__ = version("readout")

_NOTHING_KNOWN = ReadOptions()
_FETCH = FetchOptions()


def open(place: str, *, create: bool = False) -> "Ledger":  # noqa: A001 -- readout.open
    """Open the ledger at a path, or at an address postgresql://user@host/database.

    Where there is none, one is made if `create` says so; else, and where it cannot be used, a
    StoreError says why. Close it, or use it in a `with` statement.
    """
    from readout.ledger_api import open_ledger  # noqa: PLC0415 -- SQLAlchemy is slow to load

    return open_ledger(place, create=create)


def read(
    body: bytes | str,
    *,
    kind: MediaKind | None = None,
    url: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
) -> Reading | Refusal:
    """Read one page: bytes are an HTML page, a string is plain text, unless `kind` says otherwise.

    What the caller says goes before what the page says of itself. The model is loaded at the
    first call and kept. A page that cannot be read comes back as a refusal; a `published` that
    is no ISO 8601 date raises a UsageError before anything is read.
    """
    options = ReadOptions(published=published, outlet=outlet, url=url)
    if isinstance(body, str):
        page = _page_of_bytes(
            body.encode(errors="replace"), url=url, kind=kind or "text", charset="utf-8"
        )
    else:
        page = _page_of_bytes(body, url=url, kind=kind or "html")
    (found,) = _load_reader(options)([page])
    return found


def read_many(
    names: Iterable[str | Page],
    *,
    options: ReadOptions = _NOTHING_KNOWN,
    kind: MediaKind = "html",
    fetch: FetchOptions = _FETCH,
    processes: int | None = None,
) -> Iterator[Reading | Refusal]:
    """Yield a reading or a refusal for each page, in the order of the names, as they are read.

    A name is a file, a folder, a pattern, a web address, or "-" for standard input; a Page stands
    for itself. `processes` is one a core unless given. One page's failure never ends the rest.
    """
    reader = partial(_load_reader, options)
    return _read_in_pool(_pages(names, options, kind, fetch), reader, processes=processes)


def _pages(
    names: Iterable[str | Page], options: ReadOptions, kind: MediaKind, fetch: FetchOptions
) -> Iterator[Page | Refusal]:
    """Yield the pages in the order named; names in a row share one fetcher."""
    for number, (is_name, row) in enumerate(groupby(names, lambda one: isinstance(one, str))):
        if options.url and number:
            raise UsageError("a page's own web address was given, and more than one page named")
        if not is_name:
            yield from (one for one in row if isinstance(one, Page))
            continue
        named = [one for one in row if isinstance(one, str)]
        stdin = sys.stdin.buffer if "-" in named else None
        yield from _find_pages(named, fetch=fetch, kind=kind, url=options.url, stdin=stdin)
