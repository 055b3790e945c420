"""The readings of one document in, its versions out: which page came when, which reading stands."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from msgspec.structs import replace

from readout.records.reading import Reader
from readout.records.versions import OrderedBy, ReadingHead, Version

__all__ = ["arrange", "reading_rank"]

_Rank = tuple[tuple[int, ...], int, int, str]


def arrange(heads: Sequence[ReadingHead]) -> tuple[Version, ...]:
    """Return a version for each page of one document, in the order they came, whatever theirs.

    Of several readings of a page the newest reader's stands, and of those the one that was told
    of the page last. Pages are ordered by when they say they were changed, else by publication,
    else by when they were fetched, else by the names of their files. A page with the words of the
    one before is no new version; the first of them stands for it.
    """
    by_page = groupby(sorted(heads, key=attrgetter("page")), attrgetter("page"))
    current = [max(readings, key=reading_rank) for _, readings in by_page]
    current.sort(key=_order)
    found: list[Version] = []
    number = 0
    for at, head in enumerate(current):
        stands = at == 0 or head.text != current[at - 1].text
        number += stands
        found.append(
            Version(
                document_id=head.document_id,
                url=head.url,
                page=head.page,
                reading_id=head.reading_id,
                version=number,
                stands=stands,
                latest=False,
                ordered_by=_ordered_by(current[at - 1], head) if at else "only",
            )
        )
    return tuple(_with_latest(found, number))


def _with_latest(found: Sequence[Version], last: int) -> list[Version]:
    """Mark the page that stands for the last version."""
    return [replace(v, latest=v.stands and v.version == last) for v in found]


def reading_rank(head: ReadingHead) -> _Rank:
    """Return what is greatest for the reading that stands."""
    return _numbers(head.reader), head.reader_turn, head.told_turn, head.reading_id


def _numbers(reader: Reader) -> tuple[int, ...]:
    """Return "0.10.2" as 0, 10, 2: a version is newer by its numbers, not by its letters."""
    parts = reader.version.split("+")[0].split(".")
    return tuple(int("".join(c for c in part if c.isdecimal()) or 0) for part in parts)


def _order(head: ReadingHead) -> tuple[str, str, str, str]:
    """Return what sorts the pages of a document by when they came."""
    return (_said(head), head.fetched or "", head.address, head.page)


def _said(head: ReadingHead) -> str:
    return head.modified or head.published or ""


def _ordered_by(before: ReadingHead, head: ReadingHead) -> OrderedBy:
    """Return the first thing in which the two differ, in the order of `_order`."""
    if _said(before) != _said(head):
        return "modified" if head.modified else "published"
    if before.fetched != head.fetched:
        return "fetched"
    return "address" if before.address != head.address else "digest"
