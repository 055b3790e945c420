"""Names as a user writes them in, the pages they stand for out, each read or refused."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import msgspec

from readout.errors import UsageError
from readout.pages.files import read_file, refuse_file, writable
from readout.pages.folders import is_folder, match_pattern, walk_folder
from readout.pages.gunzip import plain_body
from readout.pages.options import MAX_BYTES, FetchOptions, PageSource
from readout.pages.page import page_of_bytes
from readout.records.page import MediaKind, Page, Refusal

__all__ = ["find_pages"]

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_MAGIC = re.compile(r"[*?[]")
_PATTERN = "check the path; folders below are matched by **"
_FETCH = FetchOptions()


def find_pages(
    names: Sequence[str],
    *,
    fetch: FetchOptions | PageSource = _FETCH,
    kind: MediaKind = "html",
    url: str | None = None,
    stdin: bytes | BinaryIO | None = None,
) -> Iterator[Page | Refusal]:
    """Yield a page or a refusal for each thing named, in the order of the names, one at a time.

    A name is a file, a folder (searched to its depths), a pattern, a web address, or "-" for
    `stdin`. `fetch` says how web pages are fetched, or is itself the source of them. `url` is the
    page's own web address, for a single page. What cannot be read is refused; the rest goes on.
    """
    if url is not None and (len(names) != 1 or is_folder(Path(names[0]))):
        raise UsageError("a page's own web address was given, and more than one page named")
    return _each(names, fetch=fetch, kind=kind, url=url, stdin=stdin)


def _each(
    names: Sequence[str],
    *,
    fetch: FetchOptions | PageSource,
    kind: MediaKind,
    url: str | None,
    stdin: bytes | BinaryIO | None,
) -> Iterator[Page | Refusal]:
    """Yield the pages of each name; the fetcher is opened at the first web address only."""
    web: PageSource | None = None
    with ExitStack() as opened:
        for name in names:
            if name == "-":
                yield _read_stdin(stdin, kind, url)
            elif _SCHEME.match(name):
                web = web or _source(fetch, kind, opened)
                yield from (_with_url(page, url) for page in web(writable(name)))
            else:
                yield from _read_paths(name, kind, url)


def _source(fetch: FetchOptions | PageSource, kind: MediaKind, opened: ExitStack) -> PageSource:
    """Return the source of web pages: the caller's own, or a fetcher, closed with `opened`."""
    if not isinstance(fetch, FetchOptions):
        return fetch
    # Imported here because HTTP takes a tenth of a second to load, which who reads a file need
    # not wait for.
    from readout.pages.fetch import Fetcher  # noqa: PLC0415

    return opened.enter_context(Fetcher(fetch, kind=kind))


def _read_stdin(stdin: bytes | BinaryIO | None, kind: MediaKind, url: str | None) -> Page | Refusal:
    """Read standard input, no further than the limit."""
    if stdin is None:
        raise UsageError("'-' names standard input, and none was given")
    body = stdin if isinstance(stdin, bytes) else stdin.read(MAX_BYTES + 1)
    plain = plain_body(body, address="-", limit=MAX_BYTES)
    return plain if isinstance(plain, Refusal) else page_of_bytes(plain, url=url, kind=kind)


def _read_paths(name: str, kind: MediaKind, url: str | None) -> Iterator[Page | Refusal]:
    """Yield the pages of a file, a folder or a pattern; a file may have a pattern's letters."""
    path = Path(name)
    paths = [path]
    if _MAGIC.search(name) and not os.path.lexists(name):
        paths = match_pattern(name)
        if not paths:
            yield refuse_file(path, "not_found", "no file matches the pattern", hint=_PATTERN)
    if url is not None and len(paths) > 1:
        raise UsageError(f"a page's own web address was given, and {name!r} matches several pages")
    for each in paths:
        if not is_folder(each):
            yield read_file(each, kind=kind, url=url)
            continue
        for found in walk_folder(each, kind=kind):
            yield found if isinstance(found, Refusal) else read_file(found, kind=kind)


def _with_url(page: Page | Refusal, url: str | None) -> Page | Refusal:
    """Return the page under the web address the caller says is its own."""
    if url is None or isinstance(page, Refusal):
        return page
    return msgspec.structs.replace(page, url=url)
