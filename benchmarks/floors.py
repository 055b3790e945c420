"""Scores that may not fall, and a folder of data, in; what fell below its floor out.

`python -m benchmarks.floors FOLDER` measures anew and fails below any floor in floors.toml.
With `--write` it writes the new scores there; a lower one is written only with
`--allow-regression RECORD`, the decision record that says why it may be.
"""

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from benchmarks.tasks import TASKS, Task

__all__ = ["FLOORS", "Floor", "digest", "fallen", "main", "measured", "read", "written"]

FLOORS = Path(__file__).with_name("floors.toml")

_HEAD = """\
# What Readout scored, and what it may not fall below: `score` less `noise`.
# Written by `python -m benchmarks.floors FOLDER --write`; by hand only to add a figure.
# `data` lies in FOLDER; `data_digest` is its SHA-256, and `model` that of the weights that scored.
"""
_ENTRY = """
[[floor]]
task = "{task}"
data = "{data}"
figure = "{figure}"
score = {score}
noise = {noise}
data_digest = "{data_digest}"
model = "{model}"
"""


class Floor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One figure of one task on one set of data."""

    task: str
    data: str
    figure: str
    score: float
    noise: float
    """How far a score moves between runs, or between models that are as good."""
    data_digest: str
    model: str = ""
    """The digest of the weights that scored; "" for a task that uses none."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    floor: tuple[Floor, ...] = ()


def read(path: Path = FLOORS) -> tuple[Floor, ...]:
    """Return the floors written in `path`."""
    return msgspec.toml.decode(path.read_bytes(), type=_File).floor


def digest(data: Path) -> str:
    """Return the SHA-256 of a file, or of a folder's file names and contents."""
    if data.is_file():
        return hashlib.sha256(data.read_bytes()).hexdigest()
    whole = hashlib.sha256()
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(data)} {digest(path)}\n".encode())
    return whole.hexdigest()


def measured(floors: Sequence[Floor], folder: Path, tasks: Mapping[str, Task]) -> tuple[Floor, ...]:
    """Run each task once on each of its data and return the floors with the new scores."""

    @cache
    def figures(task: str, data: str) -> Mapping[str, object]:
        return tasks[task].run(folder / data, None)

    return tuple(
        msgspec.structs.replace(
            floor,
            score=float(str(figures(floor.task, floor.data)[floor.figure])),
            data_digest=digest(folder / floor.data),
            model=str(figures(floor.task, floor.data).get("model", "")),
        )
        for floor in floors
    )


def fallen(floors: Sequence[Floor], now: Sequence[Floor], *, spare: bool = True) -> list[str]:
    """Say which scores are below their floors; without `spare`, which are lower at all."""
    complaints: list[str] = []
    for floor, new in zip(floors, now, strict=True):
        name = f"{floor.task} {floor.data} {floor.figure}"
        least = floor.score - (floor.noise if spare else 0.0)
        if new.data_digest != floor.data_digest:
            complaints.append(f"{name}: the data are not those the floor was measured on")
        if new.score < least:
            complaints.append(f"{name}: {new.score:.2f} is below {least:.2f}")
    return complaints


def written(floors: Sequence[Floor]) -> str:
    """Return the text of floors.toml."""
    entries = (_ENTRY.format(**msgspec.structs.asdict(floor)) for floor in floors)
    return _HEAD + "".join(entries)


def main() -> None:
    """Measure, compare, and write where asked to; exit 1 when a score has fallen."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.floors", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true", help="write the new scores")
    parser.add_argument("--allow-regression", type=Path, metavar="RECORD", help="write lower ones")
    chosen = parser.parse_args()
    record: Path | None = chosen.allow_regression
    if record is not None and not (record.is_file() and record.parent.name == "decisions"):
        parser.error(f"'{record}' is no decision record; write one in docs/decisions first")
    floors = read()
    now = measured(floors, chosen.folder, TASKS)
    for new in now:
        print(f"{new.task:12} {new.data:28} {new.figure:20} {new.score:9.2f}")
    complaints = fallen(floors, now, spare=not chosen.write)
    if chosen.write and (record is not None or not complaints):
        FLOORS.write_text(written(now), encoding="utf-8")
    elif complaints:
        sys.exit("\n".join(complaints))


if __name__ == "__main__":
    main()
