"""A ledger in, what waits in it judged: in a batch, and only what hangs together with the batch.

What comes out is what judging all entries anew gives, whatever the order in which they came:

1. articles: which repeat each other's words, which tell one story;
2. names: who is who, who held which office, and for which documents somebody is another now;
3. reports: those of the batch, of documents in another story, or with another country of a party;
4. events: what hangs together with these reports is merged anew;
5. verdicts: of events merged anew, and of those that the above touches.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, exists, insert, select

from readout.records.entries import Entered
from readout.records.judgements import LedgerEvent
from readout.stores.decided import load_decisions, mark_pending
from readout.stores.judging.documents import Batch, entered_of, keep_documents, take_up
from readout.stores.judging.event_rows import JudgedEvent, drop_events, keep_events
from readout.stores.judging.events import merged_of, restate_events
from readout.stores.judging.holders import restate_holders
from readout.stores.judging.lineages import restate_copies
from readout.stores.judging.names import restate_names
from readout.stores.judging.stories import Stories
from readout.stores.judging.units import renew_units
from readout.stores.judging.verdicts import events_told_by, judge_events, stories_of
from readout.stores.judging.who import Known, keep_identities
from readout.stores.numbers import in_chunks
from readout.stores.schema import VERSION
from readout.stores.schema_judged import JUDGED, JUDGED_TABLES, PENDING, RULES

__all__ = ["RULES_NOW", "forget_judgements", "judge_some", "judging_waits"]

RULES_NOW = 2
"""To be raised when judging comes to other conclusions, so that ledgers are judged anew."""


def judging_waits(connection: Connection) -> bool:
    """Say whether anything was entered or decided that was not judged, or by other rules."""
    waits = bool(connection.execute(select(exists(select(PENDING.c.document_id)))).scalar())
    rules = connection.execute(select(RULES.c.rules)).scalar()
    return waits or rules not in {None, RULES_NOW}


def judge_some(connection: Connection, *, most: int) -> bool:
    """Judge at most so many documents that wait; say whether others are left.

    Judged and no more marked in the caller's transaction: a program that is killed before its
    end leaves all as it was, marked.
    """
    rules = connection.execute(select(RULES.c.rules)).scalar()
    if rules != RULES_NOW:
        if rules is not None:
            forget_judgements(connection)
        connection.execute(insert(RULES), {"rules": RULES_NOW})
    asked = select(PENDING.c.document_id).order_by(PENDING.c.document_id).limit(most)
    waiting = list(connection.execute(asked).scalars())
    if waiting:
        documents = [one for one in waiting if one]
        _judge(connection, take_up(connection, documents), decided="" in waiting)
        for chunk in in_chunks(waiting):
            connection.execute(delete(PENDING).where(PENDING.c.document_id.in_(chunk)))
    return len(waiting) == most


def forget_judgements(connection: Connection) -> None:
    """Take away all that is judged, and have all entries wait; decisions stay."""
    for table in JUDGED_TABLES:
        connection.execute(delete(table))
    mark_pending(connection, connection.execute(select(VERSION.c.document_id).distinct()).scalars())


def _judge(connection: Connection, batch: Batch, *, decided: bool) -> None:
    if not (batch.now or batch.before or decided):
        return
    stories = Stories(connection, batch)
    keep_documents(connection, batch)
    moved = stories.restate()
    copied = restate_copies(connection, batch)
    known = _names(connection, batch, decided=decided)
    changed = {*batch.now, *batch.before, *known.otherwise}
    merged = restate_events(connection, changed | moved)
    touched = events_told_by(connection, changed | copied)
    touched |= events_told_by(connection, known.by_role, bodies=True)
    events = merged_of(connection, touched - merged.now.keys()) | dict(merged.now)
    verdicts = list(_verdicts(connection, events))
    drop_events(connection, {*events, *merged.gone})
    keep_events(connection, verdicts)


def _names(connection: Connection, batch: Batch, *, decided: bool) -> Known:
    pages = batch.pages
    decisions = load_decisions(connection)
    touched = renew_units(connection, _said_on(connection, pages))
    renamed = restate_names(connection, touched, decisions, decided=decided)
    held = restate_holders(connection, renamed.now, renamed.gone, renamed.posts)
    return keep_identities(connection, renamed, {*touched.pages, *held})


def _said_on(connection: Connection, pages: set[int]) -> dict[int, list[Entered]]:
    """Return the documents that are judged by each page, those beside the batch among them."""
    of: dict[int, int] = {}
    for chunk in in_chunks(sorted(pages)):
        asked = select(JUDGED.c.number, JUDGED.c.page).where(JUDGED.c.page.in_(chunk))
        of.update((int(number), int(page)) for number, page in connection.execute(asked))
    found: dict[int, list[Entered]] = {page: [] for page in pages}
    for number, one in entered_of(connection, sorted(of)).items():
        found[of[number]].append(one)
    return found


def _verdicts(connection: Connection, events: dict[int, LedgerEvent]) -> Iterator[JudgedEvent]:
    stories = stories_of(connection, events)
    for number, verdict in judge_events(connection, events):
        yield JudgedEvent(number, events[number], verdict, stories.get(number))
