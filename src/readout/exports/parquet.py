"""What is to be exported in, Arrow tables or a folder of Parquet files out.

pyarrow is an optional extra, loaded when it is needed.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, get_args

import msgspec

from readout.errors import UsageError
from readout.exports.chosen import Chosen
from readout.exports.tables import TABLES, Table
from readout.records.text import Record

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["arrow_table", "write_parquet"]

_BATCH = 8_192  # rows in memory at once
_KINDS = {str: "string", int: "int64", float: "float64", bool: "bool", date: "date32"}


def arrow_table(chosen: Chosen, table: Table) -> "pa.Table":
    """Return the table's rows as an Arrow table; raise UsageError where pyarrow is missing."""
    _require_arrow("an Arrow table")
    import pyarrow as pa  # noqa: PLC0415  an optional extra

    schema = _schema(table)
    return pa.Table.from_batches(_batches(table.rows(chosen), schema), schema=schema)


def write_parquet(chosen: Chosen, folder: Path) -> None:
    """Write each table as a file of its name, batch by batch; a table without rows has columns."""
    _require_arrow("Parquet")
    import pyarrow.parquet as pq  # noqa: PLC0415  an optional extra

    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        schema = _schema(table)
        place = folder / f"{table.name}.parquet"
        with pq.ParquetWriter(place, schema, compression="zstd") as writer:
            for batch in _batches(table.rows(chosen), schema):
                writer.write_batch(batch)


def _require_arrow(what: str) -> None:
    if find_spec("pyarrow") is None:
        what = f"{what} needs pyarrow, which is not installed"
        raise UsageError(what, hint="pip install 'readout[arrow]'")


def _schema(table: Table) -> "pa.Schema":
    """Return the columns with their types; what may be None may be null, and nothing else."""
    import pyarrow as pa  # noqa: PLC0415  an optional extra

    return pa.schema(
        pa.field(
            field.name,
            pa.type_for_alias(_KINDS[_plain(field.type)]),
            nullable=NoneType in get_args(field.type),
        )
        for field in msgspec.structs.fields(table.row)
    )


def _plain(kind: object) -> type:
    """Return the type without None."""
    first = next((one for one in get_args(kind) if one is not NoneType), kind)
    return first if isinstance(first, type) else NoneType


def _batches(rows: Iterable[Record], schema: "pa.Schema") -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa  # noqa: PLC0415  an optional extra

    left = iter(rows)
    while some := list(islice(left, _BATCH)):
        columns = [
            pa.array([getattr(row, field.name) for row in some], type=field.type)
            for field in schema
        ]
        yield pa.record_batch(columns, schema=schema)
