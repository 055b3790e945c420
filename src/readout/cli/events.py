"""A ledger and a question in, its events on standard output out: one, many, or as they went."""

import sys

from readout.cli.answers import print_csv, print_lines, print_records_json, print_table
from readout.cli.asked import (
    Actor,
    AsOf,
    Between,
    ConfirmedBy,
    Csv,
    Disputed,
    EventId,
    Json,
    Most,
    OriginsAtLeast,
    Since,
    Speaker,
    Status,
    Type,
    Until,
    checked,
    day_given,
)
from readout.cli.border import border
from readout.cli.ledger import LedgerOption, open_for
from readout.ledger.questions import EventQuestion
from readout.views.ledger import (
    EVENT_COLUMNS,
    TIMELINE_COLUMNS,
    event_lines,
    event_row,
    explain_lines,
    timeline_lines,
    timeline_rows,
)
from readout.views.wording import count_of

__all__ = ["event", "events", "explain", "timeline"]

_SCREEN = 100  # rows of a table on a terminal, where no other number is asked for
_SHOWN = ("event", "first", "type", "status", "verdict", "origins", "reports", "name")


def events(  # noqa: PLR0913  one parameter an option
    *,
    ledger: LedgerOption = "readout.db",
    between: Between = None,
    actor: Actor = None,
    speaker: Speaker = None,
    type: Type = None,  # noqa: A002  the option's name
    status: Status = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    confirmed_by: ConfirmedBy = None,
    disputed: Disputed = False,
    origins_at_least: OriginsAtLeast = 0,
    most: Most = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List the events of a ledger: how many origins each has, and who confirms or denies it.

    An event is one, however many pages report it.

    Example: readout events --between NOR CHL --disputed
    """
    with border():
        question = checked(
            EventQuestion(
                between=between or (),
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
        )
        limit = most or (None if json or csv else _SCREEN)
        with open_for(ledger) as opened:
            chosen = opened.answering(question, as_of=day_given("--as-of", as_of), most=limit)
            whole = as_of is None and len(chosen) == limit
            count = opened.count(question) if whole else len(chosen)
        if json:
            print_records_json(chosen)
        elif csv:
            print_csv(map(event_row, chosen), EVENT_COLUMNS)
        else:
            print_table(map(event_row, chosen), _SHOWN)
            rest = f", the first {len(chosen)} shown: --most N" if count > len(chosen) else ""
            sys.stderr.write(f"{count_of(count, 'event')}{rest}\n")


def event(
    event_id: EventId,
    *,
    ledger: LedgerOption = "readout.db",
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Show one event: its parties, its history, what reports differ in, and each report's words.

    Example: readout event 13e8e991 --as-of 2018-03-20
    """
    with border(), open_for(ledger) as opened:
        one = opened.event(event_id, as_of=day_given("--as-of", as_of))
        if json:
            print_records_json([one])
        elif csv:
            print_csv([event_row(one)], EVENT_COLUMNS)
        else:
            print_lines(event_lines(one, opened.pages_of(one)))


def explain(
    event_id: EventId,
    *,
    ledger: LedgerOption = "readout.db",
    as_of: AsOf = None,
    json: Json = False,
) -> None:
    """Say in words how an event's origins were counted and how its verdict came about.

    Example: readout explain 13e8e991
    """
    with border(), open_for(ledger) as opened:
        one = opened.event(event_id, as_of=day_given("--as-of", as_of))
        if json:
            print_records_json([one])
        else:
            merged = opened.merged(one.event_id)
            print_lines(explain_lines(one, opened.pages_of(one), merged))


def timeline(  # noqa: PLR0913  one parameter an option
    *,
    ledger: LedgerOption = "readout.db",
    between: Between = None,
    actor: Actor = None,
    type: Type = None,  # noqa: A002  the option's name
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    most: Most = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Tell how far each event had come, step by step, in the order that was said.

    Example: readout timeline --between NOR CHL --since 2018-03-01
    """
    with border():
        question = checked(
            EventQuestion(between=between or (), actor=actor, type=type, since=since, until=until)
        )
        with open_for(ledger) as opened:
            limit = most or (None if json or csv else _SCREEN)
            steps = opened.steps(question, as_of=day_given("--as-of", as_of), most=limit)
        if json:
            print_records_json(steps)
        elif csv:
            print_csv(timeline_rows(steps), TIMELINE_COLUMNS)
        else:
            print_lines(timeline_lines(steps))
