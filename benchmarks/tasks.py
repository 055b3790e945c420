"""The name of a task in, what runs it out; a new task is one file here and one line."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from benchmarks import attribution, pages, speed, times

__all__ = ["TASKS", "Run"]

Run = Callable[[Path, Path | None], Mapping[str, object]]
"""Reads the data, writes predictions where it is given a file for them, returns the figures."""

TASKS: Mapping[str, Run] = MappingProxyType(
    {
        "attribution": attribution.run,
        "times": times.run,
        "pages": pages.run,
        "speed": speed.run,
    }
)
