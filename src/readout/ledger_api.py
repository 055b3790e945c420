"""The place of a ledger in, the ledger out as a Python program uses it: `readout.open`."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from readout.adding import Added, add_pages
from readout.exports.chosen import Chosen, EventFilters, question_from
from readout.exports.gather import gather
from readout.exports.parquet import arrow_table
from readout.exports.tables import table_called
from readout.flow import ReadOptions
from readout.ledger import changes_between, reading_of
from readout.ledger.questions import EventQuestion, choose_events, event_called
from readout.pages import FetchOptions, find_pages
from readout.records.entries import Report, Statement
from readout.records.event import EventType
from readout.records.identities import Identity, IdentityKind
from readout.records.page import MediaKind
from readout.records.reading import Reading
from readout.records.verdicts import EventVerdict, Judged, Milestone
from readout.records.versions import Change, Flaw, LedgerStats
from readout.stores import Hit, Store, open_store
from readout.views.ledger import Step, timeline_steps

if TYPE_CHECKING:
    import pyarrow as pa

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

    def events(  # noqa: PLR0913  one parameter a filter
        self,
        *,
        between: Sequence[str] = (),
        actor: str | None = None,
        speaker: str | None = None,
        type: EventType | None = None,  # noqa: A002  the filter's name
        status: Milestone | None = None,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        confirmed_by: str | None = None,
        disputed: bool = False,
        origins_at_least: int = 0,
    ) -> list[EventVerdict]:
        """Return the events that answer all that is asked, in order of their first days.

        `between` are parties, as codes or names, that all must be sides to it; `as_of` leaves out
        what was published after that day.
        """
        question = EventQuestion(
            between=tuple(between),
            actor=actor,
            speaker=speaker,
            type=type,
            status=status,
            since=since,
            until=until,
            confirmed_by=confirmed_by,
            disputed=disputed,
            origins_at_least=origins_at_least,
        )
        return list(choose_events(self._judged(as_of).verdicts, question))

    def event(self, event_id: str, *, as_of: str | None = None) -> EventVerdict:
        """Return the event of that id, or whose id alone begins so; UsageError where none does."""
        return event_called(self._judged(as_of).verdicts, event_id)

    def timeline(  # noqa: PLR0913  one parameter a filter
        self,
        *,
        between: Sequence[str] = (),
        actor: str | None = None,
        type: EventType | None = None,  # noqa: A002  the filter's name
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
    ) -> list[Step]:
        """Return how far the events had come, step by step, in the order that was said."""
        chosen = self.events(
            between=between, actor=actor, type=type, since=since, until=until, as_of=as_of
        )
        return timeline_steps(chosen)

    def actors(
        self,
        *,
        kind: IdentityKind | None = None,
        country: str | None = None,
        as_of: str | None = None,
    ) -> list[Identity]:
        """Return who is who, those on most pages first."""
        return [
            one
            for one in self._judged(as_of).identities.identities
            if kind in {None, one.kind}
            and (country is None or country.upper() in {said.value for said in one.countries})
        ]

    def table(self, name: str, **filters: Unpack[EventFilters]) -> "pa.Table":
        """Return one of the tables that `readout export` writes, as an Arrow table.

        The filters are those of `events`; needs pyarrow, `pip install 'readout[arrow]'`.
        """
        table = table_called(name)
        return arrow_table(self._chosen(filters), table)

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

    def _chosen(self, filters: EventFilters) -> Chosen:
        entered, judged = self.store.each_entered(), self._judged(filters.get("as_of"))
        question = question_from(filters)
        return gather(self.store, entered, judged, question, changes=self.changes())

    def _judged(self, as_of: str | None) -> Judged:
        # What judging needs takes a second to load, which entering a page should not wait for.
        from readout.ledger.judge import judge_entries  # noqa: PLC0415

        return judge_entries(self.store.each_entered(), as_of=as_of)


def _unheard(_pages: int) -> None:
    """Hear of progress and say nothing."""
