"""Read a table of words: the name of a file in `readout.data` in, its rows out."""

from functools import cache
from importlib.resources import files

__all__ = ["rows"]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the tab-separated rows of the table `name`, without its `#` header and blank lines."""
    text = files("readout.data").joinpath(name).read_text("utf-8")
    return tuple(
        tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")
    )
