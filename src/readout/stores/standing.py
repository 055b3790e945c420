"""An open store in, what is judged in it out, as questions ask for it."""

from collections.abc import Iterable

from readout.errors import UsageError
from readout.ledger.questions import EventQuestion, choose_events
from readout.records.identities import Identity, KnownActor
from readout.records.judgements import LedgerEvent
from readout.records.verdicts import EventVerdict, Judged, Utterance
from readout.stores import asked
from readout.stores.asked import ToldStep
from readout.stores.store import Store

__all__ = ["Standing"]

_FEWEST = 4  # letters of an id from which it can be told


class Standing:
    """The judgements of a ledger, as they stand."""

    def __init__(self, store: Store) -> None:
        """Take an open store, in which nothing waits to be judged."""
        self._store = store

    def judged(self) -> Judged:
        """Return all that is judged."""
        from readout.stores.judging.standing import load_judged  # noqa: PLC0415 -- slow to load

        with self._store.reading() as connection:
            return load_judged(connection)

    def events(
        self, question: EventQuestion, *, as_of: str | None = None, most: int | None = None
    ) -> list[EventVerdict]:
        """Return the events that answer the question, in order of their first days.

        With `as_of` each is judged by those of its reports that were published by that day.
        """
        with self._store.reading() as connection:
            if as_of is None:
                return list(asked.each_event(connection, question, most=most))
            numbers = asked.numbers_asked(connection, question, first_by=as_of)
        return list(choose_events(self._as_of(numbers, as_of), question))[:most]

    def count(self, question: EventQuestion) -> int:
        """Return how many events answer the question."""
        with self._store.reading() as connection:
            return asked.count_events(connection, question)

    def event(self, name: str, *, as_of: str | None = None) -> EventVerdict:
        """Return the event of that id, or whose id alone begins so; UsageError where none does."""
        with self._store.reading() as connection:
            begun = asked.events_begun(connection, name)
        if len(begun) == 1 and len(name) >= _FEWEST:
            ((number, verdict),) = begun
            if as_of is None:
                return verdict
            for one in self._as_of([number], as_of):
                return one
            raise UsageError(f"no dated page told of event '{name}' by {as_of}")
        if not begun:
            what = f"there is no event '{name}' in the ledger"
            raise UsageError(what, hint="readout events lists them with their ids")
        hint = ", ".join(one.event_id for _, one in begun[:5])
        raise UsageError(f"'{name}' is the beginning of {len(begun)} ids of events", hint=hint)

    def merged(self, event_id: str) -> LedgerEvent:
        """Return why the reports of an event are held to be of one."""
        with self._store.reading() as connection:
            found = asked.merged_event(connection, event_id)
        if found is None:
            raise UsageError(f"there is no event '{event_id}' in the ledger")
        return found

    def steps(self, question: EventQuestion, *, most: int | None = None) -> list[ToldStep]:
        """Return the steps of the events that answer the question, in the order they were said."""
        with self._store.reading() as connection:
            return list(asked.each_step(connection, question, most=most))

    def identities(self, *, kind: str | None = None, country: str | None = None) -> list[Identity]:
        """Return who is who, those on most pages first."""
        from readout.stores.judging.standing import load_identities  # noqa: PLC0415 -- as above

        with self._store.reading() as connection:
            return list(load_identities(connection, kind=kind, country=country))

    def actors_called(self, name: str) -> list[KnownActor]:
        """Return those who bear the name, or have the id, with the mentions by office of each."""
        from readout.stores.judging.standing import actors_called  # noqa: PLC0415 -- as above

        with self._store.reading() as connection:
            return actors_called(connection, name)

    def utterances(self) -> tuple[Utterance, ...]:
        """Return the statements that quote the same words."""
        from readout.stores.judging.standing import load_utterances  # noqa: PLC0415 -- as above

        with self._store.reading() as connection:
            return load_utterances(connection)

    def _as_of(self, numbers: Iterable[int], day: str) -> list[EventVerdict]:
        """Return events as they were told by a day, in order of their first days."""
        from readout.stores.judging.standing import events_as_of  # noqa: PLC0415 -- as above

        with self._store.reading() as connection:
            return events_as_of(connection, list(numbers), day)
