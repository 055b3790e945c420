"""Ids in, the numbers their rows have out; and the next number that is free."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table, func, select

__all__ = ["in_chunks", "next_number", "numbers_of"]

_CHUNK = 500  # ids asked for at once; a store has a limit to the parameters of one question
_T = TypeVar("_T")


def in_chunks(values: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield the values in lists short enough to be asked for at once."""
    left = iter(values)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk


def next_number(connection: Connection, table: Table) -> int:
    """Return the number of the next row; the one writer counts, so none is given twice."""
    highest = connection.execute(select(func.max(table.c.number))).scalar()
    return int(highest or 0) + 1


def numbers_of(
    connection: Connection, table: Table, ids: Iterable[str], *, by: str
) -> dict[str, int]:
    """Return the number of each row of `table` whose column `by` is among the ids."""
    found: dict[str, int] = {}
    for chunk in in_chunks(dict.fromkeys(ids)):
        column = table.c[by]
        asked = select(column, table.c.number).where(column.in_(chunk))
        found.update((str(one), int(number)) for one, number in connection.execute(asked))
    return found
