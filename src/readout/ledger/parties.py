"""The tellings of one event and what answers for it in, the table of its parties out.

A party is a country or an organisation that acts or is acted upon. It confirms, denies, proposes
or declines in the words of one who speaks for it; where no such words are known it is silent.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from readout.ledger.events.told import is_kept
from readout.ledger.replies import is_neither, will_not
from readout.ledger.sayings import Saying
from readout.ledger.speakers import country_of, speaker_of
from readout.ledger.tellings import Telling
from readout.ledger.who import STATE, Names, Who, fold, who_is
from readout.records.entries import Report, Statement
from readout.records.verdicts import PartyKind, PartyLine, Stance, StanceKind

__all__ = ["party_table", "sides_of"]

_CRITICS = frozenset({"LEG", "PTY", "OPP"})  # they speak for themselves, not for their state
_LATE = "9999-12-31"
_COMING = frozenset({"proposed", "conditional"})


class _Party(NamedTuple):
    name: str
    kind: PartyKind


def party_table(
    tellings: Sequence[Telling], sayings: Iterable[Saying], names: Names
) -> tuple[PartyLine, ...]:
    """Return a line for each party, in order of their names; copied tellings are left out."""
    parties = dict.fromkeys(chain(*sides_of(tellings, names)))
    stances: dict[_Party, list[Stance]] = {party: [] for party in parties}
    for who, stance in (*_told(tellings), *_answers(sayings, names)):
        for party in parties:
            if _speaks_for(who, party):
                stances[party].append(stance)
    return tuple(
        PartyLine(
            party=party.name,
            kind=party.kind,
            stances=tuple(sorted(stances[party], key=_order)) or (Stance(kind="silent"),),
        )
        for party in sorted(parties)
    )


def sides_of(
    tellings: Iterable[Telling], names: Names
) -> tuple[tuple[_Party, ...], tuple[_Party, ...]]:
    """Return the parties that act and those acted upon, as all reports together tell."""
    found: dict[str, dict[_Party, None]] = {"actor": {}, "recipient": {}}
    for one in tellings:
        for party in one.report.parties:
            page = one.reading.page
            who = who_is(party.name, names, page=page, role=party.role, country=party.country)
            country = country_of(party, names, page=page, speaker=one.who)
            found[party.side].update(dict.fromkeys(_parties_of(replace(who, country=country))))
    return tuple(found["actor"]), tuple(found["recipient"])


def _parties_of(who: Who) -> Iterator[_Party]:
    if who.country:
        yield _Party(who.country, "country")
    if who.organisation:
        yield _Party(who.organisation, "organisation")
    elif who.body and who.named and who.sector not in STATE:
        yield _Party(who.name, "organisation")


def _speaks_for(who: Who, party: _Party) -> bool:
    if who.sector in _CRITICS:
        return False
    if party.kind == "country":
        return who.joint or who.country == party.name
    named = fold(party.name)
    words = " ".join((fold(who.name), *map(fold, (*who.roles, who.organisation or ""))))
    return named in words


def _told(tellings: Iterable[Telling]) -> Iterator[tuple[Who, Stance]]:
    told = list(tellings)
    is_news = any(not one.aside for one in told)
    for one in told:
        if one.said is None or one.who is None or one.copied is not None:
            continue
        if one.aside and is_news:
            continue  # who speaks of it in passing takes no stand on it
        kind, by = _kind(one.said, one.report)
        stance = _stance(one.said, kind, one.day, by, report=one.report.report_id)
        yield one.who, stance


def _answers(sayings: Iterable[Saying], names: Names) -> Iterator[tuple[Who, Stance]]:
    for one in sayings:
        said = one.said
        if said.speaker:
            who = speaker_of(said, names, page=one.reading.page)
            kind, by = _kind(said, None)
            yield who, _stance(said, kind, one.day, f"{by}; {one.by}", report=None)


def _kind(said: Statement, report: Report | None) -> tuple[StanceKind, str]:
    """Return what the statement does with the event that it tells, or answers for, and why."""
    status = report.status if report else None
    if report is not None and is_kept(report):
        return "confirms", "it tells it as not called off"
    refuses = report is not None and will_not(report)
    if refuses or is_neither(said):
        return "declines", "it will not do so" if refuses else "it neither confirms nor denies"
    if status == "denied" or (said.act == "deny" and status != "cancelled"):
        return "denies", "what it says is told as denied" if status else f"“{said.cue}”"
    if said.act == "decline":
        return "declines", f"“{said.cue}”"
    if status in _COMING:
        return "proposes", f"it tells it as {status}"
    return "confirms", f"it tells it as {status}" if status else f"“{said.cue}”"


def _stance(
    said: Statement, kind: StanceKind, day: str | None, by: str, *, report: str | None
) -> Stance:
    return Stance(
        kind=kind,
        speaker=said.speaker,
        words=said.content,
        day=day,
        statement=said.statement_id,
        report=report,
        reading=said.reading_id,
        spans=said.content_spans,
        by=by,
    )


def _order(stance: Stance) -> tuple[str, str, tuple[object, ...], str]:
    spans = tuple((span.start, span.end) for span in stance.spans)
    return (stance.day or _LATE, stance.reading or "", spans, stance.report or "")
