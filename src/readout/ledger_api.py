"""The place of a ledger in, the ledger out as a Python program uses it: `readout.open`."""

import sys
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Self

from readout.adding import Added, add_pages
from readout.flow import ReadOptions
from readout.ledger import changes_between, reading_of
from readout.pages import FetchOptions, find_pages
from readout.records.entries import Report, Statement
from readout.records.page import MediaKind
from readout.records.reading import Reading
from readout.records.versions import Change, Flaw, LedgerStats
from readout.stores import Hit, Store, open_store

__all__ = ["Ledger", "open_ledger"]

_NOTHING_KNOWN = ReadOptions()
_FETCH = FetchOptions()


def open_ledger(place: str, *, create: bool = False, wait: float = 30.0) -> "Ledger":
    """Open the ledger at a path, or at an address postgresql://..., made where `create` says so.

    Raises StoreError (R400) where there is none, where it is damaged or of a newer version.
    """
    return Ledger(open_store(str(place), create=create, wait=wait))


class Ledger:
    """An open ledger: what many pages say, each line tied to the words of a kept page."""

    def __init__(self, store: Store) -> None:
        """Take an open store; it is closed with the ledger."""
        self.store = store

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.store.close()

    def add(
        self,
        names: Iterable[str],
        *,
        options: ReadOptions = _NOTHING_KNOWN,
        kind: MediaKind = "html",
        fetch: FetchOptions = _FETCH,
        processes: int | None = None,
    ) -> Iterator[Added]:
        """Read pages into the ledger; yield what became of each, once it is safe there.

        Names are files, folders, patterns, web addresses or "-", as `readout.read_many` takes
        them. A page that this reader has read is not read again.
        """
        named = list(names)
        stdin = sys.stdin.buffer if "-" in named else None
        pages = find_pages(named, fetch=fetch, kind=kind, url=options.url, stdin=stdin)
        return add_pages(self.store, pages, options=options, processes=processes)

    def statements(self) -> Iterator[Statement]:
        """Yield the statements in force, a reading's after the other's."""
        for entered in self.store.each_entered():
            yield from entered.statements

    def reports(self) -> Iterator[Report]:
        """Yield the reports in force, a reading's after the other's."""
        for entered in self.store.each_entered():
            yield from entered.reports

    def readings(self) -> Iterator[Reading]:
        """Yield the readings in force as they were read, their sentences without words."""
        for entered in self.store.each_entered():
            yield reading_of(entered.reading, entered.text)

    def search(self, words: str, *, most: int = 50) -> list[Hit]:
        """Return the statements and the reports in force that have all the words."""
        return self.store.search(words, most=most)

    def changes(self) -> Iterator[Change]:
        """Yield the facts gained, lost and changed: by new words of a page, then by new readers."""
        yield from self.store.changes()
        for before, after, why in self.store.superseded():
            entered = self.store.entered([before, after])
            yield from changes_between(entered[before], entered[after], why=why)

    def verify(self, *, progress: Callable[[int], None] | None = None) -> Iterator[Flaw]:
        """Yield whatever of pages and entries is not as it was entered; nothing where all is."""
        return self.store.verify(progress=progress or _unheard)

    def stats(self) -> LedgerStats:
        """Return how much the ledger holds."""
        return self.store.stats()


def _unheard(_pages: int) -> None:
    """Hear of progress and say nothing."""
