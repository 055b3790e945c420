"""Choose among witnesses: all the evidence in, an article's facts and who was believed out."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import msgspec

from readout.article.dates import day_of
from readout.article.people import agency_in, names_in
from readout.article.titles import without_site
from readout.records.article import Evidence, Fact, Field, Published
from readout.records.text import Record
from readout.records.time import Interval

__all__ = ["Facts", "choose"]

_ORDER: dict[Field, tuple[str, ...]] = {
    "published": ("caller", "json-ld", "opengraph", "meta", "time", "text", "url", "dateline"),
    "modified": ("json-ld", "opengraph", "meta", "time", "text"),
    "title": ("caller", "headline", "json-ld", "heading", "opengraph", "meta", "title"),
    "outlet": ("caller", "opengraph", "json-ld", "meta", "title"),
    "authors": ("caller", "json-ld", "byline", "meta", "opengraph"),
    "language": ("text", "html", "meta", "opengraph", "json-ld"),
    "url": ("caller", "link", "opengraph", "json-ld"),
    "agency": ("byline", "dateline", "json-ld", "meta", "credit"),
}
_DAY_AND_A_BIT = 1
_GROUPS = {"meta": "opengraph", "text": "time"}
"""Witnesses that are one hand: the head's tags, the line a reader sees."""
_NAME_SPACES = 6


class Facts(Record, frozen=True, kw_only=True):
    """What is believed of an article, with every witness heard."""

    title: Fact
    outlet: Fact
    authors: tuple[str, ...]
    agency: str | None
    language: Fact
    url: Fact
    published: Published
    modified: str | None
    evidence: tuple[Evidence, ...]


def choose(heard: Sequence[Evidence]) -> Facts:
    """Return the facts; a field without a witness stays empty."""
    outlet = _first(heard, "outlet", lambda e: _outlet(e.value))
    outlets = [e.value for e in heard if e.field == "outlet"]
    title = _first(heard, "title", lambda e: without_site(e.value, outlets) or None)
    people = _first(heard, "authors", lambda e: "\n".join(_people(heard, e, outlets)) or None)
    agency = _first(heard, "agency", _agency) or _first(
        heard, "authors", lambda e: agency_in(e.value)
    )
    published = _published_first(heard)
    modified = _first(heard, "modified", _whole_day)
    language = _first(heard, "language", lambda e: e.value)
    url = _first(heard, "url", lambda e: e.value if e.value.startswith("http") else None)
    believed = [f for f in (outlet, title, agency, published, modified, language, url) if f]
    marked = {id(e) for _, e in believed}
    if people:
        witness = people[1].witness
        marked |= {
            id(e)
            for e in heard
            if e.field == "authors" and e.witness == witness and _people(heard, e, outlets)
        }
    return Facts(
        title=_fact(title),
        outlet=_fact(outlet),
        authors=tuple(people[0].split("\n")) if people else (),
        agency=agency[0] if agency else None,
        language=_fact(language),
        url=_fact(url),
        published=_published(heard, published),
        modified=modified[0] if modified else None,
        evidence=tuple(
            msgspec.structs.replace(e, believed=True) if id(e) in marked else e for e in heard
        ),
    )


_Choice = tuple[str, Evidence]


def _first(
    heard: Sequence[Evidence], field: Field, usable: Callable[[Evidence], str | None]
) -> _Choice | None:
    """Return the value of the most trusted usable witness for `field`."""
    for witness in _ORDER[field]:
        for claim in heard:
            if claim.field == field and claim.witness == witness:
                value = usable(claim)
                if value:
                    return value, claim
    return None


def _fact(choice: _Choice | None) -> Fact:
    """Return the choice as a fact."""
    return Fact(value=choice[0], by=choice[1].witness) if choice else Fact()


def _people(heard: Sequence[Evidence], first: Evidence, outlets: Iterable[str]) -> tuple[str, ...]:
    """Return all the people that the witness of `first` names, in its order."""
    if not names_in(first.value, not_names=outlets):
        return ()
    lines = [
        e.value
        for e in heard
        if e.field == "authors" and e.witness == first.witness and e.where == first.where
    ]
    return tuple(dict.fromkeys(n for line in lines for n in names_in(line, not_names=outlets)))


def _outlet(words: str) -> str | None:
    """Return the outlet's name without its slogan, None for an address or a handle."""
    name = re.split(r" [|–—] ", words)[0].strip()
    if name.startswith(("http", "@", "www.")) or name.count(" ") > _NAME_SPACES:
        return None
    return name or None


def _agency(claim: Evidence) -> str | None:
    """Return the agency; one that no table knows only where a dateline credits it."""
    return agency_in(claim.value) or (claim.value if claim.witness == "dateline" else None)


def _whole_day(claim: Evidence) -> str | None:
    """Return the value where it names a day."""
    return claim.value if day_of(claim.value) else None


def _published_first(heard: Sequence[Evidence]) -> _Choice | None:
    """Return the date of the most trusted witness, but of two hands against one later date.

    A page changed later is often stamped anew in one place; it cannot be older than it is.
    """
    first = _first(heard, "published", _whole_day)
    if first is None or first[1].witness == "caller":
        return first
    hands: dict[str, set[str]] = {}
    for claim in heard:
        if (
            claim.field == "published"
            and claim.witness in _ORDER["published"]
            and _whole_day(claim)
        ):
            hand = _GROUPS.get(claim.witness, claim.witness)
            hands.setdefault(claim.value[:10], set()).add(hand)
    own = first[0][:10]
    for day in sorted(hands):
        if len(hands[own]) == 1 < len(hands[day]) and _days_between(day, own) > _DAY_AND_A_BIT:
            return _first([e for e in heard if e.value[:10] == day], "published", _whole_day)
    return first


def _days_between(first: str, second: str) -> int:
    """Return how many days after `first` the day `second` is."""
    one, other = day_of(first), day_of(second)
    return (other - one).days if one and other else 0


def _published(heard: Sequence[Evidence], choice: _Choice | None) -> Published:
    """Return the publication date, and whether those who give one agree to a day."""
    if choice is None:
        return Published()
    counted = {*_ORDER["published"], "htmldate"}
    days = sorted(
        day
        for e in heard
        if e.field == "published" and e.witness in counted and (day := day_of(e.value)) is not None
    )
    apart = max(((b - a).days for a, b in pairwise([days[0], days[-1]])), default=0)
    on = choice[0][:10]
    return Published(
        value=choice[0],
        interval=Interval(start=on, end=on),
        by=choice[1].witness,
        agreed=apart <= _DAY_AND_A_BIT,
    )
