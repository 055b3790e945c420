"""What is to be exported and a folder in, a file of JSON lines for each table out."""

from pathlib import Path

import msgspec

from readout.exports.chosen import Chosen
from readout.exports.tables import TABLES

__all__ = ["write_jsonl"]


def write_jsonl(chosen: Chosen, folder: Path) -> None:
    """Write each table, one JSON object a row, row by row; a table without rows is empty."""
    encoder = msgspec.json.Encoder()
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        with (folder / f"{table.name}.jsonl").open("wb") as file:
            for row in table.rows(chosen):
                file.write(encoder.encode(row) + b"\n")
