"""The place of decisions in, the decisions out; a new one is a line added, never one changed."""

import os
from pathlib import Path

import msgspec

from readout.errors import StoreError, UsageError
from readout.records.identities import Decision

__all__ = ["add_decision", "decisions_place", "load_decisions"]

_SUFFIX = ".decisions.jsonl"
_DECODER = msgspec.json.Decoder(Decision)


def decisions_place(ledger: str, given: str | None) -> Path | None:
    """Return the file of the decisions: the one given, else the one beside the ledger's file.

    None where the ledger is on a server and no file is given.
    """
    if given:
        return Path(given)
    return None if "://" in ledger else Path(ledger + _SUFFIX)


def load_decisions(place: Path | None) -> tuple[Decision, ...]:
    """Return the decisions, in the order they were kept; none where there is no file yet.

    Raises StoreError where a line is no decision.
    """
    if place is None or not place.exists():
        return ()
    found: list[Decision] = []
    for number, line in enumerate(_lines(place), start=1):
        if line.strip():
            try:
                found.append(_DECODER.decode(line))
            except msgspec.DecodeError as error:
                what = f"line {number} of '{place}' is no decision: {error}"
                raise StoreError(what, hint="mend the line or take it out") from error
    return tuple(found)


def add_decision(place: Path | None, decision: Decision) -> None:
    """Keep a decision; it is on the disk when this returns."""
    if place is None:
        raise UsageError(
            "a ledger on a server needs a file to keep decisions in", hint="--decisions FILE"
        )
    line = msgspec.json.encode(decision) + b"\n"
    try:
        with place.open("ab") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(f"'{place}' cannot be written: {error.strerror}") from error


def _lines(place: Path) -> list[bytes]:
    try:
        return place.read_bytes().splitlines()
    except OSError as error:
        raise StoreError(f"'{place}' cannot be read: {error.strerror}") from error
