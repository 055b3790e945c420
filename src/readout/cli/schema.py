"""Nothing in, the JSON Schema of one line of `readout read --json` out."""

import typer

from readout.cli.border import border
from readout.views.schema import reading_schema

__all__ = ["schema"]


def schema() -> None:
    """Print the JSON Schema of one line of `readout read --json`.

    Example: readout schema > reading.schema.json
    """
    with border():
        typer.echo(reading_schema())
