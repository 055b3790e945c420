"""One event's tellings and what answers for it in, what the ledger says of it out."""

from collections import Counter
from collections.abc import Mapping, Sequence

from readout.ledger.conflicts import conflicts_of
from readout.ledger.history import history_of, milestone_of
from readout.ledger.origins import count_origins
from readout.ledger.parties import party_table, sides_of
from readout.ledger.sayings import Saying
from readout.ledger.tellings import Telling
from readout.ledger.who import Names
from readout.records.judgements import LedgerEvent
from readout.records.verdicts import EventVerdict, Origin, PartyLine

__all__ = ["judge_event", "verdict_of"]

_SIDES = 2


def judge_event(
    event: LedgerEvent, told: Sequence[Telling], sayings: Sequence[Saying], names: Names
) -> EventVerdict:
    """Return the verdict of one event; `told` are the tellings of its reports."""
    counted = count_origins(told)
    ordered = counted.telling
    parties = party_table(ordered, sayings, names)
    acting, receiving = sides_of(ordered, names)
    disputed = _is_disputed(counted.origins, ordered, parties)
    history = history_of(ordered)
    best = _best(ordered)
    start, end = _days(ordered)
    days = [one.day for one in ordered if one.day]
    verdict = verdict_of(
        counted.origins,
        parties,
        disputed=disputed,
        sides=({each.name for each in acting}, {each.name for each in receiving}),
    )
    return EventVerdict(
        event_id=event.event_id,
        name=_name(best),
        type=event.type,
        mode=_most([one.report.mode for one in ordered if one.report.mode]),
        status=history[-1].status if history and not disputed else None,
        verdict=verdict,
        disputed=disputed,
        background=all(one.report.background for one in ordered),
        start=start,
        end=end,
        place=_most([one.report.place for one in ordered if one.report.place]),
        place_country=_most(
            [one.report.place_country for one in ordered if one.report.place_country]
        ),
        actors=_names(ordered, "actor"),
        recipients=_names(ordered, "recipient"),
        reports=tuple(one.report.report_id for one in ordered),
        documents=tuple(dict.fromkeys(one.reading.document_id for one in ordered)),
        outlets=tuple(dict.fromkeys(one.outlet for one in ordered)),
        first=min(days, default=None),
        last=max(days, default=None),
        origins=counted.origins,
        parties=parties,
        history=history,
        conflicts=conflicts_of(ordered),
        why=tuple(counted.why[one.report.report_id] for one in ordered),
    )


def verdict_of(
    origins: Sequence[Origin],
    parties: Sequence[PartyLine],
    *,
    disputed: bool,
    sides: tuple[set[str], set[str]],
) -> str:
    """Return the verdict in words; both confirm it where one of each side does."""
    if disputed:
        return "disputed"
    confirming = {
        line.party for line in parties if any(one.kind == "confirms" for one in line.stances)
    }
    acting, receiving = sides
    both = confirming & acting and confirming & receiving and len(confirming) >= _SIDES
    if both or (len(acting) >= _SIDES and len(confirming & acting) >= _SIDES):
        return "confirmed by both"
    if confirming:
        return "confirmed by one party"
    if not origins:
        return "denied only" if any(_denies(line) for line in parties) else "no origin"
    return "1 origin" if len(origins) == 1 else f"{len(origins)} origins"


def _denies(line: PartyLine) -> bool:
    return any(one.kind == "denies" for one in line.stances)


def _is_disputed(
    origins: Sequence[Origin], told: Sequence[Telling], parties: Sequence[PartyLine]
) -> bool:
    """Say whether one tells it as so and another, by name or as a party, that it is not."""
    if not any(milestone_of(one) not in {None, "denied"} for one in told):
        return False
    affirming = {speaker for one in origins for speaker in one.speakers}
    if not origins:
        return False
    denying = {
        one.who.name for one in told if one.who is not None and milestone_of(one) == "denied"
    }
    denying |= {
        one.speaker
        for line in parties
        for one in line.stances
        if one.kind == "denies" and one.speaker
    }
    return bool(denying - affirming)


def _best(told: Sequence[Telling]) -> Telling:
    """Return the telling that says most, of those whom most tell of, the likeliest, the first."""
    counts = Counter(party.name for one in told for party in one.report.parties)

    def shared(one: Telling) -> int:
        return sum(counts[party.name] - 1 for party in one.report.parties)

    return min(
        told,
        key=lambda one: (
            -len({party.side for party in one.report.parties}),
            -shared(one),
            -round(one.report.p, 1),
            one.day or "9999",
            one.report.report_id,
        ),
    )


def _name(best: Telling) -> str:
    report = best.report
    actors, recipients = (
        " and ".join(party.name for party in report.parties if party.side == side)
        for side in ("actor", "recipient")
    )
    return " – ".join(part for part in (actors, report.trigger, recipients) if part)


def _days(told: Sequence[Telling]) -> tuple[str | None, str | None]:
    """Return the days that most reports give, the narrowest of them, else nothing."""
    pairs = [(one.report.start, one.report.end) for one in told if one.report.start]
    best = _most([f"{start}|{end or ''}" for start, end in pairs])
    if best is None:
        return None, None
    start, _, end = best.partition("|")
    return start[:10], end[:10] or None


def _names(told: Sequence[Telling], side: str) -> tuple[str, ...]:
    counts: Mapping[str, int] = Counter(
        party.name for one in told for party in one.report.parties if party.side == side
    )
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _most(values: Sequence[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
