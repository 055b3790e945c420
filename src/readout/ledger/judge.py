"""All entries of a ledger in, all that is judged of them out: a pure function, with no clock.

The order of the entries changes nothing. `as_of` leaves out what was published after that day, and
pages of which nobody knows whether they were.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from readout.ledger.events import Told, merge_reports, tell_report
from readout.ledger.grouping import Pair
from readout.ledger.lineages import find_lineages
from readout.ledger.replies import is_reply
from readout.ledger.sayings import tie_sayings
from readout.ledger.stories import Profile, find_stories, weigh_words
from readout.ledger.tellings import day_of, known_by, tellings_of
from readout.ledger.utterances import find_utterances
from readout.ledger.verdicts import judge_event
from readout.ledger.who import Names, learn_names, who_is
from readout.records.entries import Entered, Report, ReportParty, Statement
from readout.records.identities import Decision
from readout.records.lineage import Printed
from readout.records.verdicts import EventVerdict, Judged

__all__ = ["judge_entries", "printed_of", "profile_of", "told_of", "verdict_order"]


def judge_entries(
    entered: Iterable[Entered],
    *,
    as_of: str | None = None,
    decided: Mapping[Pair, bool] | None = None,
    decisions: Iterable[Decision] = (),
) -> Judged:
    """Return the judgements of the entries in force; a report that but answers is of no event.

    `decided` and `decisions` are people's, on pairs of reports
    and on names.
    """
    known = sorted(known_by(entered, as_of), key=lambda one: one.reading.reading_id)
    copies, lineages = find_lineages(printed_of(one) for one in known)
    stories = find_stories([profile_of(one) for one in known])
    names = learn_names(known, decisions=decisions)
    story_of = {one: story.story_id for story in stories for one in story.articles}
    reports = [
        told for one in known for told in told_of(one, story_of.get(one.reading.document_id), names)
    ]
    events = merge_reports(reports, decided=decided)
    tellings = tellings_of(known, names, copies)
    event_of = {report: event.event_id for event in events for report in event.reports}
    sayings = tie_sayings(known, event_of)
    verdicts = [
        judge_event(
            event,
            [tellings[report] for report in event.reports],
            sayings.get(event.event_id, ()),
            names,
        )
        for event in events
    ]
    return Judged(
        as_of=as_of,
        stories=stories,
        copies=copies,
        lineages=lineages,
        events=events,
        verdicts=tuple(sorted(verdicts, key=verdict_order)),
        identities=names.identities,
        utterances=find_utterances(known, names),
    )


def printed_of(entered: Entered) -> Printed:
    """Return what lineages look at."""
    reading = entered.reading
    return Printed(
        id=reading.document_id,
        text=entered.text,
        published=reading.published,
        outlet=reading.outlet,
        agency=reading.agency,
    )


def profile_of(entered: Entered) -> Profile:
    """Return what stories look at."""
    reading = entered.reading
    return Profile(
        article=reading.document_id,
        weights=weigh_words(reading.title or "", entered.text),
        first=reading.published_from,
        last=reading.published_until,
    )


def told_of(entered: Entered, story: str | None, names: Names) -> list[Told]:
    """Return what the merging of reports looks at; what but answers tells no event of its own."""
    found: list[Told] = []
    for report in entered.reports:
        if is_reply(report, entered.statements):
            continue
        spoken = _with_speaker(report, entered.statements)
        known, called = _known(spoken, entered.reading.page, names)
        found.append(
            tell_report(
                known,
                page=entered.reading.document_id,
                story=story,
                published=day_of(entered.reading),
                called=called,
            )
        )
    return found


def _with_speaker(report: Report, statements: Sequence[Statement]) -> Report:
    """Return the report with its speaker for an actor, where the deed is the saying itself."""
    if any(party.side == "actor" for party in report.parties):
        return report
    for said in statements:
        if said.speaker and any(span.overlaps(report.trigger_span) for span in said.cue_spans):
            speaker = ReportParty(
                side="actor",
                position=0,
                name=said.speaker,
                span=next(iter(said.source_spans), report.trigger_span),
                country=said.speaker_country,
                role=said.speaker_role,
            )
            return replace(report, parties=(speaker, *report.parties))
    return report


def _known(report: Report, page: str, names: Names) -> tuple[Report, dict[str, str]]:
    """Return the report with the countries of its parties as all pages tell, and their names."""
    parties: list[ReportParty] = []
    called: dict[str, str] = {}
    for party in report.parties:
        who = who_is(party.name, names, page=page, role=party.role, country=party.country)
        parties.append(replace(party, country=who.country))
        if who.name != party.name:
            called[party.name] = who.name
    return replace(report, parties=tuple(parties)), called


def verdict_order(verdict: EventVerdict) -> tuple[str, str]:
    """Return what orders events: their first days, then their ids."""
    return (verdict.first or "9999-12-31", verdict.event_id)
