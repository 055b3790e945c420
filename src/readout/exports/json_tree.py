"""JSON values in, one document that holds many of them, written one at a time, out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO

import msgspec

__all__ = ["Tree", "write_list"]

Tree = str | int | float | bool | Sequence["Tree"] | Mapping[str, "Tree"] | None
"""What JSON can say."""


def write_list(file: IO[bytes], head: Mapping[str, Tree], name: str, items: Iterable[Tree]) -> None:
    """Write an object with the members of `head` and, as its last, a list of the items.

    An item stands on a line of its own.
    """
    encoder = msgspec.json.Encoder()
    file.write(encoder.encode(head)[:-1] + b"," + encoder.encode(name) + b":[")
    between = b"\n"
    for item in items:
        file.write(between + encoder.encode(item))
        between = b",\n"
    file.write(b"\n]}\n")
