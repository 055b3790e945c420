"""Names of pages in, their records on standard output: what `readout read` does."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

import readout
from readout.cli.border import DONE, REFUSED, border
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
from readout.cli.output import Tally, counted, print_json, print_records, print_summary
from readout.cli.tables import print_gdelt, print_plover
from readout.flow import ReadOptions
from readout.pages import FetchOptions
from readout.records.page import Refusal
from readout.records.reading import Reading
from readout.views.files import write_html

__all__ = ["read"]

_Json = Annotated[bool, typer.Option("--json", help="Print one JSON record a line.")]
_Html = Annotated[
    Path | None,
    typer.Option(
        metavar="OUT",
        help="Write HTML instead: one page to OUT.html, or a folder OUT with an index.",
    ),
]
_Plover = Annotated[
    bool, typer.Option("--plover", help="Print the events as CSV in the manner of PLOVER.")
]
_Gdelt = Annotated[
    bool,
    typer.Option("--gdelt", help="Print them tab-separated in the manner of GDELT, in CAMEO."),
]
_Statements = Annotated[
    bool,
    typer.Option("--statements", help="With --gdelt: also statements that tell no event."),
]
_AllStatuses = Annotated[
    bool,
    typer.Option("--all-statuses", help="With --gdelt: also what was denied or only may be."),
]


def read(  # noqa: PLR0913  one parameter an option
    names: NamesArgument,
    *,
    text: TextOption = False,
    published: PublishedOption = None,
    url: UrlOption = None,
    outlet: OutletOption = None,
    json: _Json = False,
    html: _Html = None,
    plover: _Plover = False,
    gdelt: _Gdelt = False,
    statements: _Statements = False,
    all_statuses: _AllStatuses = False,
    strict: StrictOption = False,
    processes: ProcessesOption = None,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Read news pages and print who did and who said what, when, and in which words of the page.

    A refused page is shown with its reason. Exit codes: 0 done; 1 pages were refused, all of
    them or, with --strict, any; 2 wrong use; 3 broken installation.

    Example: readout read page.html --published 2018-04-03
    """
    if url and len(names) > 1:
        raise typer.BadParameter("it is the address of one page", param_hint="--url")
    if sum((json, bool(html), plover, gdelt)) > 1:
        what = "choose one of --json, --html, --plover and --gdelt"
        raise typer.BadParameter(what, param_hint="--html")
    if (statements or all_statuses) and not gdelt:
        raise typer.BadParameter("it goes with --gdelt", param_hint="--statements, --all-statuses")
    tally = Tally()
    with border():
        found = readout.read_many(
            names,
            options=ReadOptions(published=published, outlet=outlet, url=url),
            kind="text" if text else "html",
            fetch=FetchOptions(allow_private=allow_private),
            processes=processes,
        )
        seen = counted(found, tally, quiet=html is None and sys.stdout.isatty())
        if json:
            print_json(seen)
        elif html:
            _write(seen, html)
        elif plover:
            print_plover(seen)
        elif gdelt:
            print_gdelt(seen, statements=statements, all_statuses=all_statuses)
        else:
            print_records(seen)
        print_summary(tally, told=not (html or plover or gdelt))
    refused = tally.total() > tally["read"]
    raise typer.Exit(REFUSED if refused and (strict or not tally["read"]) else DONE)


def _write(found: Iterator[Reading | Refusal], out: Path) -> None:
    written = write_html(found, out)
    if written:
        typer.echo(f"wrote {written}", err=True)
