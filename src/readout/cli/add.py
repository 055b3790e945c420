"""Names of pages in, their entries in the ledger: what `readout add` does."""

import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from readout.cli.border import DONE, REFUSED, border
from readout.cli.ledger import LedgerOption, open_for
from readout.cli.options import (
    AllowPrivateOption,
    NamesArgument,
    OutletOption,
    ProcessesOption,
    PublishedOption,
    StrictOption,
    TextOption,
    UrlOption,
)
from readout.flow import ReadOptions
from readout.pages import FetchOptions
from readout.views.wording import count_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readout.adding import Added

__all__ = ["add"]

_Json = Annotated[bool, typer.Option("--json", help="Print one JSON record a page.")]


def add(  # noqa: PLR0913  one parameter an option
    names: NamesArgument,
    *,
    ledger: LedgerOption = "readout.db",
    text: TextOption = False,
    published: PublishedOption = None,
    url: UrlOption = None,
    outlet: OutletOption = None,
    json: _Json = False,
    strict: StrictOption = False,
    processes: ProcessesOption = None,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Read news pages and enter what they say into a ledger, which is made where there is none.

    A page that is there already is not read again, so the same command run again goes on where
    it was stopped. The same web address with other words is a new version. Exit codes as for
    `readout read`.

    Example: readout add pages/ --ledger readout.db
    """
    if url and len(names) > 1:
        raise typer.BadParameter("it is the address of one page", param_hint="--url")
    tally = Counter[str]()
    with border(), open_for(ledger, create=True) as opened:
        added = opened.add(
            names,
            options=ReadOptions(published=published, outlet=outlet, url=url),
            kind="text" if text else "html",
            fetch=FetchOptions(allow_private=allow_private),
            processes=processes,
        )
        for one in _counted(added, tally, quiet=json and sys.stdout.isatty()):
            if json:
                sys.stdout.write(msgspec.json.encode(one).decode() + "\n")
            elif one.refusal:
                refusal = one.refusal
                sys.stdout.write(f"refused {one.address}: {refusal.reason} ({refusal.detail})\n")
    sys.stderr.write(
        f"{count_of(tally.total(), 'page')}: {tally['entered']} entered, "
        f"{tally['known']} known, {tally['refused']} refused\n"
    )
    none = not (tally["entered"] or tally["known"])
    raise typer.Exit(REFUSED if tally["refused"] and (strict or none) else DONE)


def _counted(added: "Iterable[Added]", tally: Counter[str], *, quiet: bool) -> "Iterator[Added]":
    """Pass on what became of each page, counting it and showing how far it has come."""
    talk = Console(stderr=True)
    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    hidden = quiet or not talk.is_terminal
    with Progress(*columns, console=talk, transient=True, disable=hidden) as progress:
        task = progress.add_task("adding", total=None)
        for one in added:
            tally[one.outcome] += 1
            done = f"{tally['entered']} entered, {tally['known']} known"
            progress.update(task, description=f"{done}, {tally['refused']} refused")
            yield one
