"""A ledger in, how much it holds, whether it is whole and what changed in it out."""

import sys
from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from readout.cli.border import BROKEN, DONE, border
from readout.cli.ledger import LedgerOption, open_for
from readout.records.versions import Change, LedgerStats
from readout.views.wording import count_of

__all__ = ["diff", "stats", "verify"]

_Json = Annotated[bool, typer.Option("--json", help="Print JSON, one record a line.")]


def verify(*, ledger: LedgerOption = "readout.db", json: _Json = False) -> None:
    """Check every span, word and id of a ledger against the pages it keeps; needs no network.

    Prints each flaw with what it is of. Exit codes: 0 all is as it was entered; 3 something is not.

    Example: readout verify --ledger readout.db
    """
    flaws = 0
    with border(), open_for(ledger) as opened:
        talk = Console(stderr=True)
        columns = (TextColumn("{task.completed} pages checked"), TimeElapsedColumn())
        hidden = not talk.is_terminal
        with Progress(*columns, console=talk, transient=True, disable=hidden) as progress:
            task = progress.add_task("checking", total=None)
            for flaw in opened.verify(progress=lambda n: progress.advance(task, n)):
                flaws += 1
                line = msgspec.json.encode(flaw).decode()
                sys.stdout.write(
                    f"{line}\n" if json else f"{flaw.table} {flaw.entry}: {flaw.what}\n"
                )
        pages = opened.stats().pages
    sys.stderr.write(f"{count_of(pages, 'page')} checked: {count_of(flaws, 'flaw')}\n")
    raise typer.Exit(BROKEN if flaws else DONE)


def stats(*, ledger: LedgerOption = "readout.db", json: _Json = False) -> None:
    """Say how much a ledger holds: pages, statements, reports, refusals, readers.

    Example: readout stats --ledger readout.db --json
    """
    with border(), open_for(ledger) as opened:
        held = opened.stats()
        if json:
            sys.stdout.write(msgspec.json.encode(held).decode() + "\n")
        else:
            sys.stdout.writelines(f"{line}\n" for line in _told(held))


def diff(*, ledger: LedgerOption = "readout.db", json: _Json = False) -> None:
    """Show the facts gained, lost and changed, where a page or its reader is another, and why.

    Example: readout diff --ledger readout.db
    """
    with border(), open_for(ledger) as opened:
        for change in opened.changes():
            if json:
                sys.stdout.write(msgspec.json.encode(change).decode() + "\n")
            else:
                sys.stdout.writelines(f"{line}\n" for line in _change(change))


def _told(held: LedgerStats) -> Iterator[str]:
    """Yield a line for each thing counted."""
    force = "in force"
    yield f"pages        {held.pages}, {held.page_bytes:,} bytes kept in {held.kept_bytes:,}"
    yield f"documents    {held.documents} in {count_of(held.versions, 'version')}"
    yield f"readings     {held.readings}, {held.readings_in_force} {force}"
    yield f"statements   {held.statements}, {held.statements_in_force} {force}"
    yield f"reports      {held.reports}, {held.reports_in_force} {force}"
    if held.first_published:
        yield f"published    {held.first_published} to {held.last_published}"
    for reason, pages in held.refused.items():
        yield f"refused      {pages} {reason.replace('_', ' ')}"
    for reader in held.readers:
        yield f"reader       {reader.version}, {reader.model}"
    yield f"schema       {held.schema_version}"


def _change(change: Change) -> Iterator[str]:
    """Yield the lines of one change: what, why, and each part that is not as it was."""
    words = " ".join(change.words.split())
    yield f"{change.kind} {change.about}: {words}"
    for part in change.differences:
        yield f"  {part.field}: {part.before or '-'} -> {part.after or '-'}"
    yield f"  because {change.why}"
