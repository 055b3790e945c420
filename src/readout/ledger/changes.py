"""Two readings' entries in, the facts gained, lost and changed from the first to the second out.

A fact is what a statement or a report says, not where it stands or how sure the reader was.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from readout.ledger.digests import entry_id
from readout.records.entries import Entered, Report, Statement
from readout.records.versions import Change, Difference

__all__ = ["changes_between"]

_WORD = re.compile(r"\w+")
_LIKE = 0.5  # words shared by two tellings of one fact, of all their words
_MOST_PAIRS = 40_000  # beyond it only equal facts are paired; a page has some dozens

_About = Literal["statement", "report"]


class _Fact(NamedTuple):
    """One fact: the id of its entry, its words, and its parts by name."""

    entry: str
    words: str
    parts: tuple[tuple[str, str | None], ...]
    bag: frozenset[str]


def changes_between(before: Entered, after: Entered, *, why: str) -> tuple[Change, ...]:
    """Return what changed, statements first, in text order; empty where all facts are the same."""
    found: list[Change] = []
    sides: tuple[tuple[_About, list[_Fact], list[_Fact]], ...] = (
        (
            "statement",
            [_statement(s) for s in before.statements],
            [_statement(s) for s in after.statements],
        ),
        ("report", [_report(r) for r in before.reports], [_report(r) for r in after.reports]),
    )
    for about, old, new in sides:
        for was, now in _pairs(old, new):
            found.append(_change(about, was, now, (before, after), why))
    return tuple(found)


def _pairs(
    old: Sequence[_Fact], new: Sequence[_Fact]
) -> Iterator[tuple[_Fact | None, _Fact | None]]:
    """Yield facts that are no more as they were: each with its likest counterpart, or alone."""
    old, new = _unequal(old, new)
    likeness = [
        (-_likeness(was, now), i, j)
        for i, was in enumerate(old)
        for j, now in enumerate(new)
        if len(old) * len(new) <= _MOST_PAIRS and _likeness(was, now) >= _LIKE
    ]
    mate: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(likeness):
        if i not in mate and j not in taken:
            mate[i] = j
            taken.add(j)
    for i, was in enumerate(old):
        yield was, new[mate[i]] if i in mate else None
    for j, now in enumerate(new):
        if j not in taken:
            yield None, now


def _unequal(old: Sequence[_Fact], new: Sequence[_Fact]) -> tuple[list[_Fact], list[_Fact]]:
    """Leave out facts that both have, each as often as both have it."""
    waiting: dict[tuple[tuple[str, str | None], ...], int] = defaultdict(int)
    for fact in new:
        waiting[fact.parts] += 1
    gone: list[_Fact] = []
    for fact in old:
        if waiting[fact.parts]:
            waiting[fact.parts] -= 1
        else:
            gone.append(fact)
    come: list[_Fact] = []
    for fact in reversed(new):  # of several alike the last are the new ones
        if waiting[fact.parts]:
            waiting[fact.parts] -= 1
            come.append(fact)
    return gone, come[::-1]


def _likeness(was: _Fact, now: _Fact) -> float:
    """Return how many of all their words two facts share, 0 to 1."""
    both = len(was.bag | now.bag)
    return len(was.bag & now.bag) / both if both else 1.0


def _change(
    about: _About,
    was: _Fact | None,
    now: _Fact | None,
    readings: tuple[Entered, Entered],
    why: str,
) -> Change:
    before, after = (one.reading.reading_id for one in readings)
    differences: tuple[Difference, ...] = ()
    if was and now:
        differences = tuple(
            Difference(field=name, before=one, after=other)
            for (name, one), (_, other) in zip(was.parts, now.parts, strict=True)
            if one != other
        )
    entries = (was.entry if was else None, now.entry if now else None)
    return Change(
        change_id=entry_id("change", before, after, *entries),
        before_reading=before,
        after_reading=after,
        kind="changed" if was and now else ("lost" if was else "gained"),
        about=about,
        before=entries[0],
        after=entries[1],
        words=(now or was or _NONE).words,
        differences=differences,
        why=why,
    )


_NONE = _Fact("", "", (), frozenset())


def _statement(said: Statement) -> _Fact:
    content = " ".join(said.content.split())
    return _fact(
        said.statement_id,
        content,
        speaker=said.speaker or said.source or None,
        act=said.act,
        quote=said.quote,
        hedged="yes" if said.hedged else None,
        relay=", ".join(said.relay) or None,
        content=content,
    )


def _report(report: Report) -> _Fact:
    sides = {
        side: "; ".join(p.name for p in report.parties if p.side == side) or None
        for side in ("actor", "recipient")
    }
    return _fact(
        report.report_id,
        " ".join(report.sentence.split()),
        type=report.type,
        mode=report.mode,
        status=report.status,
        actors=sides["actor"],
        recipients=sides["recipient"],
        place=report.place,
        time=report.time,
        voice=report.voice_name,
        trigger=report.trigger,
    )


def _fact(entry: str, words: str, **parts: str | None) -> _Fact:
    said = " ".join(value for value in parts.values() if value)
    return _Fact(entry, words, tuple(parts.items()), frozenset(_WORD.findall(said.casefold())))
