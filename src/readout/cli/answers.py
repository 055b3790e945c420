"""Rows or lines in, a table, comma-separated values, JSON or plain lines on standard output out."""

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readout.records.text import Record
from readout.views.safe import safe_terminal

__all__ = ["print_csv", "print_lines", "print_records_json", "print_table"]

_Rows = Iterable[Mapping[str, str | int]]
_LONG = frozenset({"name", "content", "words", "by", "speaker", "outlet", "who", "verdict"})
_ID = 8  # letters of an id, enough to ask for it by
_FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet would take for one


def print_table(rows: _Rows, columns: Sequence[str]) -> None:
    """Print a table as wide as the terminal; words wrap and are never cut."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        long = name in _LONG
        table.add_column(name.replace("_", " "), overflow="fold", no_wrap=not long)
    for row in rows:
        table.add_row(*(Text(safe_terminal(_short(name, row[name]))) for name in columns))
    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as printed:
        console.print(table)
    sys.stdout.write(printed.get())


def print_csv(rows: _Rows, columns: Sequence[str]) -> None:
    """Print comma-separated rows under a line of column names; no cell is taken for a formula."""
    table = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow({name: _plain(row[name]) for name in columns})


def print_records_json(records: Iterable[Record]) -> None:
    """Print one JSON record a line."""
    for one in records:
        sys.stdout.write(msgspec.json.encode(one).decode() + "\n")


def print_lines(lines: Iterable[str]) -> None:
    """Print the lines, with nothing in them that a terminal obeys."""
    sys.stdout.writelines(f"{safe_terminal(line)}\n" for line in lines)


def _short(name: str, cell: str | int) -> str:
    return str(cell)[:_ID] if name in {"event", "utterance"} else str(cell)


def _plain(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
