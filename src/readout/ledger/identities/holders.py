"""Who holds which office when in, mentions by office alone resolved out, or why they are not."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from readout.ledger.identities.naming import Named
from readout.ledger.identities.units import Held, office_held
from readout.records.identities import ActorMention, Identity, OfficeReference

__all__ = ["Term", "resolve_office", "terms_of"]

_MONTH, _YEAR, _TOO_LONG = 31, 366, 4 * 366  # days
_SOON = 30  # days after, within which who is named next may have held it already
_SHOWN = 3


class Term(NamedTuple):
    """That pages name a person as the holder of an office, from a day to a day."""

    first: str
    last: str
    left: str
    """The first later day on which a page says that it was given up; "" where none does."""
    identity: str
    name: str


def terms_of(identities: Iterable[Identity]) -> dict[Held, list[Term]]:
    """Return for each office of a state or organisation who is named with it on which days."""
    found: dict[Held, list[Term]] = {}
    for one in identities:
        if one.kind != "person":
            continue
        land = one.countries[0].value if len(one.countries) == 1 else None
        days: dict[Held, list[str]] = {}
        ends: dict[Held, list[str]] = {}
        for mention in one.mentions:
            kept = days if not mention.former else ends
            held = office_held(mention) if not mention.former else _once_held(mention)
            place = held[1] or land if held else None
            if held is not None and place is not None and mention.day:
                kept.setdefault((held[0], place), []).append(mention.day)
        for office, said in days.items():
            last = max(said)
            left = min((day for day in ends.get(office, ()) if day >= last), default="")
            term = Term(min(said), last, left, one.identity_id, one.name)
            found.setdefault(office, []).append(term)
    return {office: sorted(terms) for office, terms in found.items()}


def resolve_office(
    named: Named, mention: ActorMention, terms: Mapping[Held, list[Term]]
) -> OfficeReference:
    """Return who held the office on the mention's day, by pages that name him; nobody if two fit.

    Figures are set by hand: how sure it is falls with the days since a page last named him.
    """
    office, place = named.words[0], named.place
    found, p, reason = _holder(office, place, mention, terms)
    return OfficeReference(
        mention=mention,
        office=office,
        place=place,
        identity=found.identity if found else None,
        name=found.name if found else None,
        p=p,
        reason=reason,
    )


def _once_held(mention: ActorMention) -> Held | None:
    """Return the office a former holder had."""
    words = (mention.role or "").split()
    bare = " ".join(w for w in words if w.lower() not in {"former", "ex", "then", "retired"})
    kept = ActorMention(
        name=mention.name,
        page=mention.page,
        span=mention.span,
        role=bare.removeprefix("ex-") or None,
        country=mention.country,
        organisation=mention.organisation,
    )
    return office_held(kept)


def _holder(
    office: str, place: str | None, mention: ActorMention, terms: Mapping[Held, list[Term]]
) -> tuple[Term | None, float, str]:
    known = terms.get((office, place), [])
    day = mention.day
    if place is None or day is None or mention.former or not known:
        return None, 0.0, _why_not(office, place, mention)
    during = [term for term in known if term.first <= day <= term.last]
    if during:
        (one, *others) = during
        if others:
            return None, 0.0, f"two are named as {office} of {place} around {day}: {_names(during)}"
        return one, 0.95, _said(one, office, place, f"from {one.first} to {one.last}")
    return _nearest(office, place, day, known)


def _why_not(office: str, place: str | None, mention: ActorMention) -> str:
    if mention.former:
        return "the words speak of one who held it before"
    if place is None:
        return "nothing tells whose office it is"
    if mention.day is None:
        return "the page has no date"
    return f"no dated page names the {office} of {place}"


def _nearest(
    office: str, place: str, day: str, known: list[Term]
) -> tuple[Term | None, float, str]:
    """Return who was named last before the day, unless another is named after it."""
    before = [term for term in known if term.last < day and not (term.left and term.left <= day)]
    after = [term for term in known if term.first > day]
    latest = max((term.last for term in before), default="")
    last = [term for term in before if term.last == latest]
    first = [term for term in after if term.first == min(t.first for t in after)]
    if len({term.identity for term in (*last, *first)}) > 1:
        return None, 0.0, f"either may have held it on {day}: {_names([*last, *first])}"
    if last:
        gap = _days(latest, day)
        if gap > _TOO_LONG:
            return None, 0.0, f"{last[0].name} is last named as it {gap} days before"
        p = 0.9 if gap <= _MONTH else 0.8 if gap <= _YEAR else 0.6
        return last[0], p, _said(last[0], office, place, f"last on {latest}, {gap} days before")
    if first:
        gap = _days(day, first[0].first)
        if gap <= _SOON:
            told = f"first on {first[0].first}, {gap} days after"
            return first[0], 0.75, _said(first[0], office, place, told)
    return None, 0.0, f"no page near {day} names the {office} of {place}"


def _said(term: Term, office: str, place: str, when: str) -> str:
    return f"resolved by office: pages name {term.name} as {office} of {place} {when}"


def _names(terms: Iterable[Term]) -> str:
    names = sorted({term.name for term in terms})
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
