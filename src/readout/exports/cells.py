"""Facts of records in, the cells of a typed row out; None where a fact is not known."""

from collections.abc import Iterable, Sequence
from datetime import date

from readout.records.identities import SaidOf
from readout.records.text import Span

__all__ = ["day", "first_of", "hull", "joined"]

_DAY = 10  # characters of YYYY-MM-DD
_BETWEEN = "; "


def day(told: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date-time; None for a month, a year, or none."""
    try:
        return date.fromisoformat((told or "")[:_DAY])
    except ValueError:
        return None


def joined(values: Iterable[str]) -> str | None:
    """Return the values in one cell."""
    return _BETWEEN.join(values) or None


def hull(spans: Sequence[Span]) -> tuple[int, int] | tuple[None, None]:
    """Return where the first part starts and the last one ends."""
    if not spans:
        return None, None
    return min(span.start for span in spans), max(span.end for span in spans)


def first_of(said: Sequence[SaidOf]) -> str | None:
    """Return what most pages say."""
    return said[0].value if said else None
