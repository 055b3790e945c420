"""A command line in, the command it names run: `readout read`, `readout schema`."""

from typing import Annotated

import typer

import readout
from readout.cli.actors import actor, actors
from readout.cli.add import add
from readout.cli.events import event, events, explain, timeline
from readout.cli.export import export
from readout.cli.inspect import diff, stats, verify
from readout.cli.read import read
from readout.cli.schema import schema
from readout.cli.statements import search, statements

__all__ = ["app", "main", "start"]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(read)
app.command()(schema)
app.command()(add)
app.command()(events)
app.command()(event)
app.command()(explain)
app.command()(timeline)
app.command()(statements)
app.command()(search)
app.add_typer(actors, name="actors")
app.command()(actor)
app.command()(export)
app.command()(diff)
app.command()(verify)
app.command()(stats)


def _show_version(wanted: bool) -> None:  # noqa: FBT001  typer passes the flag
    if wanted:
        typer.echo(f"readout {readout.__version__}")
        raise typer.Exit


@app.callback()
def start(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Read news pages and keep the record: who said and did what, and when, in their own words."""


def main() -> None:
    """Run the command line."""
    app()
