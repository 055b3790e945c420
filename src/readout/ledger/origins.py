"""The tellings of one event in, its independent origins out, with why each telling is which.

A speaker's knowledge is one origin, whoever passes it on; all who speak for one government are
one. An outlet that tells an event in its own voice is an origin, unless it repeats another's words
or tells only what speakers had told by then.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from readout.ledger.replies import will_not
from readout.ledger.tellings import Telling
from readout.ledger.who import Who, country_name, fold
from readout.records.entries import Statement
from readout.records.verdicts import Origin

__all__ = ["Counted", "count_origins", "origin_of"]

_Key = tuple[str, str, str]
"""The kind, key and name of an origin."""
_BOTH = 2  # states that speak together
_LATE = "9999-12-31"
_STAGES: Mapping[str, str] = MappingProxyType(
    {"occurred": "done", "ongoing": "done", "denied": "denied", "cancelled": "cancelled"}
)
_SOURCE = {
    "MIL": "armed forces of {}",
    "COP": "police of {}",
    "JUD": "courts and prosecutors of {}",
}


class Counted(NamedTuple):
    """The origins of an event, and of each of its reports why it is of which."""

    origins: tuple[Origin, ...]
    why: Mapping[str, str]
    """By the report's id."""
    telling: tuple[Telling, ...]
    """Those that the origins are counted of, in order of their days."""


def count_origins(tellings: Iterable[Telling]) -> Counted:
    """Return the origins in order of their first days; the order of the tellings is nothing."""
    ordered = sorted(tellings, key=_order)
    is_news = any(not (one.report.background or one.aside) for one in ordered)
    lands = sorted({land for one in ordered for land in one.countries})
    spoken = [one for one in ordered if one.said is not None and one.who is not None]
    if is_news and any(not one.aside for one in ordered):
        spoken = [one for one in spoken if not one.aside]
    keys: dict[str, tuple[_Key, ...]] = {}
    why: dict[str, str] = {}
    outlets = {fold(one.outlet) for one in ordered}
    for one in spoken:
        found, why[one.report.report_id] = _speaker(one, outlets, lands)
        if found:
            keys[one.report.report_id] = found
    said_first: dict[str, Telling] = {}
    for one in spoken:
        said_first.setdefault(_stage(one), one)
    told_first: dict[str, Telling] = {}
    for one in ordered:
        rid = one.report.report_id
        if one.who is not None:
            why.setdefault(rid, f"{one.who.name} speaks of it in passing")
            continue
        before = told_first.setdefault(fold(one.outlet), one)
        told = _own(one, said_first.get(_stage(one)), before, is_news=is_news)
        why[rid] = told.why
        if told.key:
            keys[rid] = (("outlet", told.key, told.name),)
    return Counted(_grouped(ordered, keys, why), why, tuple(ordered))


def _speaker(
    one: Telling, outlets: Collection[str], lands: Sequence[str]
) -> tuple[tuple[_Key, ...], str]:
    """Return the origins that the speaker of a telling is, and why; `lands` are the parties'."""
    if one.said is None or one.who is None:
        return (), ""
    name = one.who.name
    if fold(name) in outlets and fold(name) != fold(one.outlet):
        return (), f"{one.outlet} passes on {name}'s own report"
    page = one.copied or one.reading.document_id  # who is not named is the original's
    kind, key, called, reason = origin_of(one.who, one.said, page)
    found: tuple[_Key, ...] = ((kind, key, called),)
    if one.who.joint and len(lands) == _BOTH:
        governments = [_government(land) for land in lands]
        found = tuple(("speaker", each, each) for each in governments)
        reason = f"{name} speak for the {' and the '.join(governments)}"
    if one.report.status == "denied" and not will_not(one.report):
        reason = f"{name} denies it"
    if one.copied is not None:
        reason = f"{one.outlet} repeats another page's words"
    return found, reason


def origin_of(who: Who, said: Statement, document: str) -> tuple[str, str, str, str]:
    """Return the kind, key and name of the origin that a speaker is, and why."""
    if who.sector == "GOV" and who.country:
        name = _government(who.country)
        return "speaker", name, name, f"{who.name} speaks for the {name}"
    if who.sector in _SOURCE and who.country and not who.named:
        name = _SOURCE[who.sector].format(country_name(who.country))
        return "speaker", name, who.name, f"{who.name} says so"
    if said.speaker_kind == "unnamed" or not who.named:
        key = f"{document}|{fold(who.name)}"
        return "speaker", key, who.name, f"{who.name}, not named, says so"
    return "speaker", fold(who.name), who.name, f"{who.name} says so"


def _government(land: str) -> str:
    return f"government of {country_name(land)}"


class _Own(NamedTuple):
    key: str
    name: str
    why: str


def _own(one: Telling, said: Telling | None, told: Telling, *, is_news: bool) -> _Own:
    """Return the origin that an outlet's own telling is; without a key where it is none.

    `said` is the first that a speaker tells of the same stage, `told` the outlet's own first;
    `is_news` says whether any page tells the event as news.
    """
    if one.copied is not None:
        return _Own("", "", f"{one.outlet} repeats another page's words")
    if one.report.background and is_news:
        return _Own("", "", f"{one.outlet} tells as background what is news to others")
    if one.aside and is_news:
        return _Own("", "", f"{one.outlet} speaks of it in passing")
    if said is not None and said.who and (said.day or _LATE) <= (one.day or _LATE):
        return _Own("", "", f"{one.outlet} tells what {said.who.name} had said by then")
    agency = one.reading.agency
    name = agency if agency and fold(agency) != fold(one.outlet) else one.outlet
    again = ", as before" if told.day != one.day else ""
    return _Own(fold(name), name, f"{name} tells it in its own voice{again}")


def _stage(one: Telling) -> str:
    """Return whether it tells that it came about, was called off, is denied, or is to be."""
    return _STAGES.get(one.report.status, "to come")


def _grouped(
    ordered: Sequence[Telling],
    keys: Mapping[str, tuple[_Key, ...]],
    why: Mapping[str, str],
) -> tuple[Origin, ...]:
    members: dict[tuple[str, str], list[Telling]] = {}
    called: dict[tuple[str, str], str] = {}
    for one in ordered:
        for kind, key, name in keys.get(one.report.report_id, ()):
            members.setdefault((kind, key), []).append(one)
            called.setdefault((kind, key), name)
    found: list[Origin] = []
    for (kind, key), tellings in members.items():
        if all(one.report.status == "denied" and not will_not(one.report) for one in tellings):
            continue  # who denies it has no knowledge of it
        first = tellings[0]
        found.append(
            Origin(
                kind="speaker" if kind == "speaker" else "outlet",
                name=called[kind, key],
                speakers=tuple(dict.fromkeys(one.who.name for one in tellings if one.who)),
                documents=tuple(dict.fromkeys(one.reading.document_id for one in tellings)),
                reports=tuple(one.report.report_id for one in tellings),
                first=first.day,
                why=why[first.report.report_id],
            )
        )
    return tuple(found)


def _order(one: Telling) -> tuple[str, str, int, str]:
    span = one.report.trigger_span
    return (one.day or _LATE, one.reading.document_id, span.start, one.report.report_id)
