"""Articles that share their words in, the one that had them first out, with the reason.

The agency's own page comes before those that credit it; then what was published earlier, as
exactly as the dates allow; then what credits an agency; then what the others hold a part of; then
the id, so that there is always an answer and always the same.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from readout.data.tables import rows
from readout.records.lineage import Printed

__all__ = ["earliest", "first_of_many", "first_of_two"]

_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)
_MARGIN = 0.1
"""By how much one must hold more of the other for that to tell."""
_YEAR, _MONTH, _DAY = 4, 7, 10  # lengths of 2018, 2018-03, 2018-03-20


def first_of_two(one: Printed, other: Printed, held: tuple[float, float]) -> tuple[Printed, str]:
    """Return the first of two and why; `held` is the part of each that stands in the other."""
    return _first([one, other], lambda each: -held[0] if each is one else -held[1])


def first_of_many(articles: Sequence[Printed], taken: Mapping[str, float]) -> tuple[Printed, str]:
    """Return the first and why; `taken` is how much of its words others have from each."""
    return _first(articles, lambda each: taken.get(each.id, 0.0))


def earliest(published: str | None) -> tuple[datetime, datetime]:
    """Return the earliest and the latest moment that a date can mean; all time for none.

    A time without a zone is taken as UTC, and so are days.
    """
    try:
        if published is None:
            return _FIRST, _LAST
        if len(published) > _DAY:
            moment = datetime.fromisoformat(published)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return moment.astimezone(UTC), moment.astimezone(UTC)
        day = datetime.fromisoformat(f"{published}-01-01"[:_DAY]).replace(tzinfo=UTC)
        length = {_YEAR: 366, _MONTH: 31}.get(len(published), 1)
        return day, day + timedelta(days=length, microseconds=-1)
    except (ValueError, OverflowError):
        # Not a date, or one at the edge of the calendar: it tells nothing of the order.
        return _FIRST, _LAST


def _first(articles: Sequence[Printed], lean: Callable[[Printed], float]) -> tuple[Printed, str]:
    credited = {each.agency for each in articles if each.agency}
    own = [each for each in articles if _agency_of(each.outlet) in credited]
    if own and len(own) < len(articles):
        best, why = _first(own, lean) if len(own) > 1 else (own[0], "")
        return best, f"it is {best.outlet}'s own page, which the other credits" + (
            f"; {why}" if why else ""
        )
    bounds = {each.id: earliest(each.published) for each in articles}
    soonest = min(last for _, last in bounds.values())
    able = [each for each in articles if bounds[each.id][0] <= soonest]
    if len(able) == 1:
        return able[0], f"it was published first, {able[0].published}"
    told = [each for each in able if each.agency]
    if told and len(told) < len(able):
        best = min(told, key=lambda each: (-lean(each), each.id))
        return best, f"nothing tells which was published first; it credits {best.agency}"
    ranked = sorted(able, key=lambda each: (-lean(each), each.id))
    if lean(ranked[0]) - lean(ranked[1]) >= _MARGIN:
        return ranked[0], "nothing tells which was published first; it holds more than the other"
    best = min(able, key=lambda each: each.id)
    return best, "nothing tells which was first; taken by id"


def _agency_of(outlet: str | None) -> str | None:
    """Return the agency that the outlet is, by its usual name."""
    bare = (outlet or "").removesuffix(" News")
    for name, others in rows("agencies.tsv"):
        if bare == name or bare in others.split(";"):
            return name
    return None
