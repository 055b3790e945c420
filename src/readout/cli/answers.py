"""Rows or lines in, a table, comma-separated values, JSON or plain lines on standard output out."""

import csv
import re
import sys
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readout.records.text import Record
from readout.views.safe import safe_terminal

__all__ = ["print_csv", "print_lines", "print_records_json", "print_table"]

_Rows = Iterable[Mapping[str, str | int]]
_Cells = Sequence[Mapping[str, str]]
_LONG = frozenset({"name", "content", "words", "by", "speaker", "outlet", "who", "verdict"})
_MAIN = frozenset({"name", "content", "words"})  # say by themselves what they are
_ROOM = 30  # letters in which words can be read
_BETWEEN = 3  # columns
_INDENT = "    "
_JOIN = "  "
_HANGING = re.compile(r" *(?:\S+(?: \S+)* {2,})?")
_DEEPEST = 30  # an indentation that leaves room for words
_ID = 8  # letters of an id, enough to ask for it by
_FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet would take for one


def print_table(rows: _Rows, columns: Sequence[str]) -> None:
    """Print a table as wide as the terminal; words wrap and are never cut.

    Where long words would stand in narrow columns, they follow on lines of their own.
    """
    console = Console(highlight=False, markup=False, emoji=False)
    told = list(rows)
    cells = [{name: safe_terminal(_short(name, row[name])) for name in columns} for row in told]
    if not _fits(cells, columns, console.width):
        counted = {name for row in told for name in columns if isinstance(row[name], int)}
        for line in _stacked(cells, columns, counted, console.width):
            sys.stdout.write(f"{_wrapped(line, console.width)}\n")
        return
    with console.capture() as printed:
        console.print(_table(cells, columns))
    sys.stdout.write(printed.get())


def _fits(cells: _Cells, columns: Sequence[str], width: int) -> bool:
    """Say whether each long column has the room for its words, or for some of them."""
    widths = {name: max([len(name), *(cell_len(row[name]) for row in cells)]) for name in columns}
    room = width - sum(widths[name] + _BETWEEN for name in columns if name not in _LONG)
    return sum(min(widths[name], _ROOM) + _BETWEEN for name in columns if name in _LONG) <= room


def _table(cells: _Cells, columns: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(name.replace("_", " "), overflow="fold", no_wrap=name not in _LONG)
    for row in cells:
        table.add_row(*(Text(row[name]) for name in columns))
    return table


def _stacked(
    cells: _Cells, columns: Sequence[str], counted: Collection[str], width: int
) -> Iterator[str]:
    """Yield each row's cells in a line, numbers named, and below it its words, indented."""
    for row in cells:
        told = [name for name in columns if name not in _MAIN and row[name]]
        head = _JOIN.join(f"{name} {row[name]}" if name in counted else row[name] for name in told)
        words = _JOIN.join(row[name] for name in columns if name in _MAIN)
        if cell_len(head) + len(_JOIN) + cell_len(words) <= width:
            yield f"{head}{_JOIN}{words}"
        else:
            yield head
            yield f"{_INDENT}{words}"


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
    """Print the lines, with nothing in them that a terminal obeys.

    On a terminal a long line goes on below where its words begin.
    """
    width = Console().width if sys.stdout.isatty() else None
    for line in map(safe_terminal, lines):
        sys.stdout.write(f"{line if width is None else _wrapped(line, width)}\n")


def _wrapped(line: str, width: int) -> str:
    opening = _HANGING.match(line)
    depth = min(opening.end() if opening else 0, _DEEPEST)
    return textwrap.fill(
        line,
        max(width, depth + _ROOM),
        subsequent_indent=" " * depth,
        drop_whitespace=True,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _short(name: str, cell: str | int) -> str:
    return str(cell)[:_ID] if name in {"event", "utterance"} else str(cell)


def _plain(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
