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
from readout.ledger.questions import EventQuestion
from readout.pages import FetchOptions, find_pages
from readout.records.entries import Entered, Report, Statement
from readout.records.event import EventType
from readout.records.identities import Decision, Identity, IdentityKind, KnownActor
from readout.records.judgements import LedgerEvent
from readout.records.page import MediaKind
from readout.records.reading import Reading
from readout.records.verdicts import EventVerdict, Judged, Milestone, Utterance
from readout.records.versions import Change, Flaw, LedgerStats
from readout.stores import Hit, Standing, Store, open_store
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

    def judge(self) -> None:
        """Judge what was entered or decided since the last time; questions do so by themselves."""
        self.store.judge()

    def judged(self, *, as_of: str | None = None) -> Judged:
        """Return all that is judged, held in memory at once.

        With `as_of` all is judged anew by what was published by that day.
        """
        if as_of is None:
            return self._standing().judged()
        # What judging needs takes a second to load, which entering a page should not wait for.
        from readout.ledger.judge import judge_entries  # noqa: PLC0415

        decisions = self.store.decisions()
        return judge_entries(self.store.each_entered(), as_of=as_of, decisions=decisions)

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
        most: int | None = None,
    ) -> list[EventVerdict]:
        """Return the events that answer all that is asked, in order of their first days.

        `between` are parties, as codes or names, that all must be sides to it; `as_of` leaves out
        the reports that were published after that day; `most` is how many are told at most.
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
        return self.answering(question, as_of=as_of, most=most)

    def answering(
        self, question: EventQuestion, *, as_of: str | None = None, most: int | None = None
    ) -> list[EventVerdict]:
        """Return the events that answer a question, as `events` does."""
        return self._standing().events(question, as_of=as_of, most=most)

    def count(self, question: EventQuestion) -> int:
        """Return how many events answer a question."""
        return self._standing().count(question)

    def pages_of(self, event: EventVerdict) -> dict[str, Entered]:
        """Return the entries of the documents that tell of an event, by the documents' ids."""
        return self.store.documents(event.documents)

    def event(self, event_id: str, *, as_of: str | None = None) -> EventVerdict:
        """Return the event of that id, or whose id alone begins so; UsageError where none does."""
        return self._standing().event(event_id, as_of=as_of)

    def merged(self, event_id: str) -> LedgerEvent:
        """Return why the reports of an event are held to be of one; by its whole id."""
        return self._standing().merged(event_id)

    def timeline(  # noqa: PLR0913  one parameter a filter
        self,
        *,
        between: Sequence[str] = (),
        actor: str | None = None,
        type: EventType | None = None,  # noqa: A002  the filter's name
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        most: int | None = None,
    ) -> list[Step]:
        """Return how far the events had come, step by step, in the order that was said."""
        question = EventQuestion(
            between=tuple(between), actor=actor, type=type, since=since, until=until
        )
        return self.steps(question, as_of=as_of, most=most)

    def steps(
        self, question: EventQuestion, *, as_of: str | None = None, most: int | None = None
    ) -> list[Step]:
        """Return the steps of the events that answer a question, as `timeline` does."""
        if as_of is None:
            steps = self._standing().steps(question, most=most)
            return [Step(event_id=e, type=t, name=n, step=step) for e, t, n, step in steps]
        return timeline_steps(self.answering(question, as_of=as_of))[:most]

    def actors(
        self,
        *,
        kind: IdentityKind | None = None,
        country: str | None = None,
        as_of: str | None = None,
    ) -> list[Identity]:
        """Return who is who, those on most pages first; with `as_of` by pages of then alone."""
        code = country.upper() if country else None
        if as_of is None:
            return self._standing().identities(kind=kind, country=code)
        return [
            one
            for one in self.judged(as_of=as_of).identities.identities
            if kind in {None, one.kind}
            and (code is None or code in {said.value for said in one.countries})
        ]

    def actor(self, name: str, *, as_of: str | None = None) -> list[KnownActor]:
        """Return those who bear the name, or have the id, with the mentions by office of each."""
        from readout.ledger.identities import known_actor, look_up  # noqa: PLC0415 -- slow to load

        if as_of is None:
            return self._standing().actors_called(name)
        found = self.judged(as_of=as_of).identities
        return [known_actor(found, one) for one in look_up(found.identities, name)]

    def utterances(self, *, as_of: str | None = None) -> tuple[Utterance, ...]:
        """Return the statements that quote the same words, by all entries in force."""
        if as_of is None:
            return self._standing().utterances()
        return self.judged(as_of=as_of).utterances

    def decide(self, decision: Decision) -> None:
        """Keep a person's judgement on names, and judge what it touches by it."""
        self.store.decide(decision)

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
        judged = self.judged(as_of=filters.get("as_of"))
        question = question_from(filters)
        entered = self.store.each_entered()
        return gather(self.store, entered, judged, question, changes=self.changes())

    def _standing(self) -> Standing:
        """Return what is judged, after judging what waits."""
        self.store.judge()
        return Standing(self.store)


def _unheard(_pages: int) -> None:
    """Hear of progress and say nothing."""
