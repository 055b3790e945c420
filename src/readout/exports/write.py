"""What is to be exported, a place and a format in, the files of that format out."""

import csv
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Literal

import msgspec

from readout.bridges.cells import Row
from readout.errors import UsageError
from readout.exports import annotations, linked_data
from readout.exports.chosen import Chosen
from readout.exports.event_data import (
    GDELT_EVENT_COLUMNS,
    PLOVER_EVENT_COLUMNS,
    gdelt_rows,
    plover_rows,
)
from readout.exports.follow_the_money import entities, places
from readout.exports.json_tree import write_list
from readout.exports.jsonl import write_jsonl
from readout.exports.parquet import write_parquet
from readout.records.text import Record

__all__ = ["FOLDERS", "Format", "spans_place", "write_export"]

Format = Literal["parquet", "jsonl", "plover", "gdelt", "jsonld", "annotations", "ftm"]
FOLDERS: dict[Format, Callable[[Chosen, Path], None]] = {
    "parquet": write_parquet,
    "jsonl": write_jsonl,
}
"""The formats that are a folder of files, a table each; the others are one file."""


class _Comma(csv.excel):
    """Comma-separated values."""

    lineterminator = "\n"


class _Tab(csv.excel_tab):
    """As GDELT has it: tabs between cells, and no quotes."""

    lineterminator = "\n"
    quoting = csv.QUOTE_NONE
    quotechar = None


def write_export(
    chosen: Chosen, form: Format, place: Path | IO[bytes], *, all_statuses: bool = False
) -> None:
    """Write a folder of tables, or one file or into one that is open, as the format asks.

    FollowTheMoney's places go beside its file. Raises UsageError where that cannot be done.
    """
    if not isinstance(place, Path):
        _write(chosen, form, place, all_statuses=all_statuses)
        return
    try:
        if form in FOLDERS:
            FOLDERS[form](chosen, place)
            return
        with place.open("wb") as file:
            _write(chosen, form, file, all_statuses=all_statuses)
        if form == "ftm":
            with spans_place(place).open("wb") as file:
                _lines(file, places(chosen))
    except OSError as error:
        what = f"cannot write '{error.filename or place}': {error.strerror}"
        raise UsageError(what, hint="name a file or folder that can be written") from error


def spans_place(place: Path) -> Path:
    """Return where the places of an export to FollowTheMoney are written."""
    return place.with_name(f"{place.stem}.spans.jsonl")


def _write(chosen: Chosen, form: Format, file: IO[bytes], *, all_statuses: bool) -> None:
    match form:
        case "plover":
            _table(file, PLOVER_EVENT_COLUMNS, plover_rows(chosen), _Comma)
        case "gdelt":
            rows = gdelt_rows(chosen, all_statuses=all_statuses)
            _table(file, GDELT_EVENT_COLUMNS, rows, _Tab)
        case "jsonld":
            head = {"@context": linked_data.CONTEXT}
            write_list(file, head, "@graph", linked_data.linked_data(chosen))
        case "annotations":
            page = "urn:readout:annotations"
            head = {"@context": annotations.CONTEXT, "id": page, "type": "AnnotationPage"}
            write_list(file, head, "items", annotations.annotations(chosen))
        case "ftm":
            _lines(file, entities(chosen))
        case _:
            raise UsageError(f"{form} is a folder of files, not one", hint="name a folder")


def _table(
    file: IO[bytes], columns: Sequence[str], rows: Iterable[Row], dialect: type[csv.Dialect]
) -> None:
    text = TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    table = csv.DictWriter(text, columns, dialect=dialect)
    table.writeheader()
    table.writerows(rows)
    text.detach()


def _lines(file: IO[bytes], records: Iterable[Record]) -> None:
    encoder = msgspec.json.Encoder()
    for one in records:
        file.write(encoder.encode(one) + b"\n")
