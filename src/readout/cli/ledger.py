"""A ledger's place in, the open ledger out: what the commands over a ledger share."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from readout.ledger_api import Ledger

__all__ = ["LedgerOption", "open_for"]

LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        metavar="LEDGER",
        envvar="READOUT_LEDGER",
        help="A file, or an address postgresql://user@host/database.",
    ),
]


def open_for(place: str, *, create: bool = False) -> "Ledger":
    """Open the ledger; the libraries it needs are loaded now, not when a page is only read."""
    from readout.ledger_api import open_ledger  # noqa: PLC0415 -- SQLAlchemy is slow to load

    return open_ledger(place, create=create)
