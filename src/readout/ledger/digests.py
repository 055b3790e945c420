"""What a record says in, its id out: a digest, so that the same said twice is one record."""

from collections.abc import Sequence
from hashlib import sha256

import msgspec

__all__ = ["Part", "entry_id"]

Part = str | int | float | bool | None | Sequence["Part"]
"""One part of what a record says."""

_LENGTH = 20  # 80 bits: a chance in a million of two alike among a billion records
_ENCODER = msgspec.json.Encoder()


def entry_id(kind: str, *parts: Part) -> str:
    """Return the first 20 hexadecimal digits of the SHA-256 of `[kind, *parts]` as JSON."""
    return sha256(_ENCODER.encode([kind, *parts])).hexdigest()[:_LENGTH]
