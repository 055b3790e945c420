"""Statements that answer for an event without telling it in, each with its event out.

"Declined to comment on the call", "denied any such promise", "confirmed the offer": the event is
the one whose deed the words name, else, where they name none, the one told just before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from readout.ledger.events.deeds import kin
from readout.ledger.events.told import deeds_of
from readout.ledger.replies import is_neither, is_reply
from readout.ledger.stories.stems import stem, words_of
from readout.ledger.stories.vectors import rarity
from readout.ledger.tellings import day_of
from readout.records.entries import Entered, EnteredReading, Report, ReportParty, Statement

__all__ = ["Saying", "tie_sayings"]

_ANSWERS = frozenset({"confirm", "deny", "decline"})
_NEAR = 400  # characters between an event and words that answer for it without naming it
_TELLING = 4.0
"""How rare a word must be for a content to speak of something by name."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement with what it answers for."""

    said: Statement
    reading: EnteredReading
    day: str | None
    by: str
    """How the two were tied."""


def tie_sayings(
    entered: Iterable[Entered], event_of: Mapping[str, str]
) -> dict[str, tuple[Saying, ...]]:
    """Return the sayings about each event, by its id; `event_of` gives a report's event."""
    found: dict[str, list[Saying]] = {}
    for one in entered:
        for event, saying in _of_page(one, event_of):
            found.setdefault(event, []).append(saying)
    return {event: tuple(sayings) for event, sayings in found.items()}


def _of_page(entered: Entered, event_of: Mapping[str, str]) -> Iterator[tuple[str, Saying]]:
    real = [one for one in entered.reports if not is_reply(one, entered.statements)]
    told = {report.voice for report in real}
    real.sort(key=lambda report: report.trigger_span)
    for said in entered.statements:
        if (said.act in _ANSWERS or is_neither(said)) and said.aid not in told:
            report, by = _answered(said, real)
            if report is not None:
                day = day_of(entered.reading)
                saying = Saying(said=said, reading=entered.reading, day=day, by=by)
                yield event_of[report.report_id], saying


def _answered(said: Statement, reports: Sequence[Report]) -> tuple[Report | None, str]:
    """Return the report that the statement answers for, and what tied the two."""
    at = min((*said.source_spans, *said.cue_spans, *said.content_spans)).start
    words = words_of(said.content)
    deeds = {kin(word) for word in words}
    named = [one for one in reports if deeds & deeds_of(words_of(one.trigger))]
    before = [one for one in named if one.trigger_span.start < at] or named
    if before:
        nearest = min(before, key=lambda one: abs(at - one.trigger_span.start))
        return nearest, f"its words name “{nearest.trigger}”"
    if any(rarity(stem(word)) >= _TELLING for word in words if len(word) > 2):  # noqa: PLR2004  it, so
        return None, ""
    earlier = [one for one in reports if 0 <= at - one.trigger_span.end <= _NEAR]
    if not earlier:
        return None, ""
    own = [one for one in earlier if any(_is_party(said, party) for party in one.parties)]
    return (own or earlier)[-1], "it stands next to where the event is told"


def _is_party(said: Statement, party: ReportParty) -> bool:
    """Say whether the speaker, or its state, is that party."""
    if said.speaker_country and said.speaker_country == party.country:
        return True
    words = {stem(word) for word in words_of(f"{said.speaker} {said.speaker_role} {said.source}")}
    return any(rarity(one) and one in words for one in map(stem, words_of(party.name)))
