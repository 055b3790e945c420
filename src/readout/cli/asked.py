"""Options of a question over a ledger in, its judgements and the question out."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from readout.errors import UsageError
from readout.records.event import EventType
from readout.records.verdicts import Milestone

if TYPE_CHECKING:
    from readout.ledger.questions import EventQuestion
    from readout.ledger_api import Ledger
    from readout.records.entries import Entered
    from readout.records.verdicts import Judged

__all__ = [
    "Actor",
    "AsOf",
    "Between",
    "ConfirmedBy",
    "Csv",
    "Disputed",
    "EventId",
    "Json",
    "Most",
    "OriginsAtLeast",
    "Since",
    "Speaker",
    "Status",
    "Type",
    "Until",
    "checked",
    "day_given",
    "judged",
]

Most = Annotated[
    int | None,
    typer.Option("--most", metavar="N", min=1, help="At most so many [all; 100 in a table]."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one record a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")]
Between = Annotated[
    tuple[str, str] | None,
    typer.Option("--between", metavar="ONE OTHER", help="Two parties: codes or names."),
]
Actor = Annotated[
    str | None, typer.Option("--actor", metavar="WORDS", help="Who acts or is acted upon.")
]
Speaker = Annotated[str | None, typer.Option("--speaker", metavar="WORDS", help="Who says so.")]
Type = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="PLOVER's type.")]
Status = Annotated[str | None, typer.Option("--status", metavar="STATUS", help="The last one.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="On that day or after.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="By that day.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="By pages published by that day alone."),
]
ConfirmedBy = Annotated[
    str | None, typer.Option("--confirmed-by", metavar="PARTY", help="A party that confirms it.")
]
Disputed = Annotated[bool, typer.Option("--disputed", help="Asserted and denied.")]
OriginsAtLeast = Annotated[
    int, typer.Option("--origins-at-least", metavar="N", min=0, help="Independent origins.")
]
EventId = Annotated[
    str, typer.Argument(metavar="EVENT", help="An event's id, or the beginning of it.")
]


def checked(question: "EventQuestion") -> "EventQuestion":
    """Return the question; raises UsageError for a type, status or day that there is none of."""
    _one_of("type", question.type, get_args(EventType))
    _one_of("status", question.status, get_args(Milestone))
    for name in ("since", "until"):
        day_given(f"--{name}", getattr(question, name))
    return question


def day_given(option: str, day: str | None) -> str | None:
    """Return the day; raises UsageError where it is none."""
    if day is not None:
        try:
            date.fromisoformat(day)
        except ValueError as error:
            raise UsageError(f"{option} takes a day such as 2018-03-20, not '{day}'") from error
    return day


def judged(opened: "Ledger", as_of: str | None = None) -> "tuple[Judged, dict[str, Entered]]":
    """Return all that the ledger judges, and its entries in force by their documents."""
    found = opened.judged(as_of=day_given("--as-of", as_of))
    pages = {one.reading.document_id: one for one in opened.store.each_entered()}
    return found, pages


def _one_of(name: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise UsageError(f"no {name} is called '{value}'; there are {', '.join(allowed)}")
