"""A ledger, a format and a place in, what other programs work with written there: `export`."""

import sys
from pathlib import Path
from typing import Annotated, get_args

import typer

from readout.cli.asked import (
    Actor,
    AsOf,
    Between,
    ConfirmedBy,
    Disputed,
    OriginsAtLeast,
    Since,
    Speaker,
    Status,
    Type,
    Until,
    checked,
    judged,
)
from readout.cli.border import border
from readout.cli.ledger import LedgerOption, open_for
from readout.errors import UsageError
from readout.exports.chosen import Chosen
from readout.exports.event_data import gdelt_rows
from readout.exports.write import FOLDERS, Format, write_export
from readout.ledger.questions import EventQuestion
from readout.views.wording import count_of

__all__ = ["export"]

_STDOUT = "-"
_FORMATS: tuple[Format, ...] = get_args(Format)
_To = Annotated[
    str,
    typer.Option("--to", metavar="OUT", help="A folder or a file, as the format asks, or -."),
]
_As = Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"One of {', '.join(_FORMATS)}.")]
_AllStatuses = Annotated[
    bool, typer.Option("--all-statuses", help="With gdelt: also what was denied or only may be.")
]


def export(  # noqa: PLR0913  one parameter an option
    *,
    to: _To,
    form: _As,
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
    all_statuses: _AllStatuses = False,
) -> None:
    """Write what a ledger holds in a form that other programs work with.

    parquet and jsonl are folders, a file a table; plover and gdelt are tables with a row an event;
    jsonld is schema.org's quotations and claims; annotations are the W3C's; ftm is FollowTheMoney,
    with the places of its words in a second file. With filters, it is the events that answer and
    what tells of them.

    Example: readout export --to tables --as parquet --between NOR CHL
    """
    from readout.exports.gather import gather  # noqa: PLC0415 -- SQLAlchemy is slow to load

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
        known = _known(form, to, all_statuses=all_statuses)
        with open_for(ledger) as opened:
            found, pages = judged(opened, as_of)
            chosen = gather(opened.store, pages.values(), found, question, changes=opened.changes())
        place = sys.stdout.buffer if to == _STDOUT else Path(to)
        write_export(chosen, known, place, all_statuses=all_statuses)
        sys.stderr.write(f"{_told(chosen)}\n")
        if known == "gdelt" and not all_statuses:
            _tell_left_out(chosen)


def _known(form: str, to: str, *, all_statuses: bool) -> Format:
    """Return the format; raises UsageError where there is none, or it cannot go there."""
    for one in _FORMATS:
        if one == form:
            break
    else:
        raise UsageError(f"no format is called '{form}'; there are {', '.join(_FORMATS)}")
    if all_statuses and one != "gdelt":
        raise UsageError("--all-statuses goes with --as gdelt")
    if to == _STDOUT and (one in FOLDERS or one == "ftm"):
        raise UsageError(f"{one} is more than one file", hint="--to OUT")
    return one


def _told(chosen: Chosen) -> str:
    statements = sum(len(one.statements) for one in chosen.entered)
    return ", ".join(
        (
            count_of(len(chosen.events), "event"),
            count_of(len(chosen.reports), "report"),
            count_of(statements, "statement"),
            count_of(len(chosen.entered), "article"),
        )
    )


def _tell_left_out(chosen: Chosen) -> None:
    """Say how many events have no row, as they are no fact and no intention CAMEO can code."""
    missing = len(chosen.events) - sum(1 for _ in gdelt_rows(chosen))
    if missing:
        sys.stderr.write(
            f"{count_of(missing, 'event')} left out, with no CAMEO code as what they are; "
            "--all-statuses keeps them\n"
        )
