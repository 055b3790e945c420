"""Reports in, the events they are of out: the same whatever the order of the reports."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

from readout.ledger.digests import entry_id
from readout.ledger.events.judge import judge_pair
from readout.ledger.events.told import Told
from readout.ledger.grouping import Pair, components, group
from readout.records.judgements import LedgerEvent, PairJudgement

__all__ = ["are_one", "event_keys", "merge_reports"]

_FLOOR = 0.45
_LOW = 0.1  # pairs less likely than this are not kept
_CROWD = 200  # reports that hang together; among more, only those that share a key are judged
_TIES = 50  # judgements shown of one event


def event_keys(told: Told) -> frozenset[str]:
    """Return the keys under which to look for reports of the same event.

    Two reports that share no key are never judged: they share neither a story with a deed, nor
    a party, or a word of its name, with a deed and a month.
    """
    keys = {f"{told.story}|{deed}" for deed in told.deeds | told.kinds if told.story}
    if told.story and told.type:
        keys.add(f"{told.story}|{told.type}")
    month = (told.start or told.published or "")[:7]
    for side in (*told.actors, *told.recipients):
        name = side.organisation or side.country
        if told.type and month:
            names = {*([name] if name else ()), *(side.stems if side.proper else ())}
            keys |= {f"{each}|{deed}|{month}" for each in names for deed in told.deeds}
    return frozenset(keys)


def are_one(one: Told, other: Told) -> bool:
    """Say whether the two alone would be held to be of one event; such are looked at together."""
    return judge_pair(one, other).p >= _FLOOR


def merge_reports(
    reports: Collection[Told], *, floor: float = _FLOOR, decided: Mapping[Pair, bool] | None = None
) -> tuple[LedgerEvent, ...]:
    """Return the events, in the order of their first reports; each report is in just one.

    `decided` holds people's decisions on pairs (smaller id first): together or apart.
    """
    known = {one.report_id: one for one in reports}
    judged = {pair: judge_pair(known[pair[0]], known[pair[1]]) for pair in _pairs(reports)}
    tied = [pair for pair, one in judged.items() if one.p >= _FLOOR]
    for members in components(known, tied):
        for pair in combinations(members if len(members) <= _CROWD else (), 2):
            if pair not in judged:
                judged[pair] = judge_pair(known[pair[0]], known[pair[1]])
    alike = {pair: one.p for pair, one in judged.items() if one.p >= _LOW}
    barred = {pair for pair, one in judged.items() if one.contradictions}
    for pair, together in (decided or {}).items():
        if together:
            alike[pair] = 1.0
            barred.discard(pair)
        else:
            alike.pop(pair, None)
            barred.add(pair)
    groups = group(known, alike, floor=floor, barred=barred)
    return tuple(_event(members, known, judged) for members in groups)


def _pairs(reports: Collection[Told]) -> Iterator[Pair]:
    """Yield the pairs that share a key, each once, in order."""
    under: defaultdict[str, list[str]] = defaultdict(list)
    for one in reports:
        for key in event_keys(one):
            under[key].append(one.report_id)
    seen: set[Pair] = set()
    for ids in under.values():
        seen.update(combinations(sorted(ids), 2))
    yield from sorted(seen)


def _event(
    members: tuple[str, ...], known: Mapping[str, Told], judged: Mapping[Pair, PairJudgement]
) -> LedgerEvent:
    ties = [judged[pair] for pair in combinations(members, 2) if pair in judged]
    count = len(members) * (len(members) - 1) // 2
    types = Counter(one.type for one in map(known.__getitem__, members) if one.type)
    best = min(types, key=lambda type_: (-types[type_], type_), default=None)
    return LedgerEvent(
        event_id=entry_id("event", *members),
        type=best,
        reports=members,
        p=round(sum(tie.p for tie in ties) / count, 4) if count else 1.0,
        judgements=tuple(tie for tie in ties if tie.p >= _FLOOR)[:_TIES],
    )
