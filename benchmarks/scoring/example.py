"""Events that are expected and those that a ledger judges in, how many of their parts agree out.

A found report is the expected one where the two triggers overlap on the page. An expected event is
the found one that holds most of its reports.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from benchmarks.scoring.example_records import EventWanted, Pages, ReportWanted
from readout.records.text import Span
from readout.records.verdicts import EventVerdict, Judged

__all__ = ["score_events"]

_Key = tuple[str, int]
"""An expected event's id, and the number of a report of it."""


def score_events(
    expected: Sequence[EventWanted], judged: Judged, pages: Pages
) -> Mapping[str, object]:
    """Return the figures, in hundredths; each share is of what is expected."""
    matched = _matched(expected, pages)
    wanted = {
        (one.id, number)
        for one in expected
        for number, report in enumerate(one.reports)
        if report.page in pages
    }
    event_of = {report: one.event_id for one in judged.verdicts for report in one.reports}
    found = {key: event_of.get(report, report) for key, report in matched.items()}
    verdicts = {one.event_id: one for one in judged.verdicts}
    pairs = [(one, _chosen(one, found, verdicts)) for one in expected]
    precision, recall = _b_cubed(wanted, found)
    found_alone = _b_cubed(set(found), found)
    stances = [_stances(one, told) for one, told in pairs]
    spoken = [[{x for x in side if x[2] != "silent"} for side in pair] for pair in stances]
    flagged = [(one.disputed, told is not None and told.disputed) for one, told in pairs]
    steps = [_steps(one, told) for one, told in pairs]
    return {
        "events": len(expected),
        "events_matched": sum(told is not None for _, told in pairs),
        "reports": len(wanted),
        "reports_found": len(found),
        "b_cubed": _f1(precision, recall),
        "precision": round(100 * precision, 1),
        "recall": round(100 * recall, 1),
        "b_cubed_of_found": _f1(*found_alone),
        "origins_exact": _share(
            told is not None and len(told.origins) == one.origins.count for one, told in pairs
        ),
        "origins_exact_of_matched": _share(
            len(told.origins) == one.origins.count for one, told in pairs if told is not None
        ),
        "parties_f1": _f1_of(stances),
        "stances_f1": _f1_of(spoken),
        "verdicts": _share(told is not None and told.verdict == one.verdict for one, told in pairs),
        "disputed": f"{sum(a and b for a, b in flagged)} of {sum(a for a, _ in flagged)}",
        "disputed_wrongly": sum(b and not a for a, b in flagged),
        "history": round(
            100 * sum(len(a & b) for a, b in steps) / sum(len(a) for a, _ in steps), 1
        ),
        "history_exact": _share(a == b for a, b in steps),
    }


def _matched(expected: Sequence[EventWanted], pages: Pages) -> dict[_Key, str]:
    """Return the found report of each expected one, the nearest trigger that overlaps."""
    found: dict[_Key, str] = {}
    for one in expected:
        for number, report in enumerate(one.reports):
            if report.page not in pages:
                continue
            entered = pages[report.page]
            triggers = list(_places(report, entered.text))
            near = [
                told.report_id
                for told in entered.reports
                if any(told.trigger_span.overlaps(place) for place in triggers)
            ]
            if near:
                found[one.id, number] = near[0]
    return found


def _places(report: ReportWanted, text: str) -> Iterator[Span]:
    """Yield where the trigger stands inside the report's words; any white space will do."""
    words, trigger = (
        r"\s+".join(map(re.escape, each.split())) for each in (report.words, report.trigger)
    )
    for match in re.finditer(words, text):
        inner = re.search(trigger, match[0])
        if inner:
            yield Span(match.start() + inner.start(), match.start() + inner.end())


def _chosen(
    one: EventWanted, found: Mapping[_Key, str], verdicts: Mapping[str, EventVerdict]
) -> EventVerdict | None:
    """Return the found event that holds most of the expected one's reports."""
    counts = Counter(event for (name, _), event in found.items() if name == one.id)
    best = min(counts, key=lambda event: (-counts[event], event), default=None)
    return verdicts.get(best) if best is not None else None


def _b_cubed(wanted: AbstractSet[_Key], found: Mapping[_Key, str]) -> tuple[float, float]:
    """Return precision over the reports found, recall over all that are wanted."""
    precision = recall = 0.0
    for key in sorted(found):
        same = [other for other in found if found[other] == found[key]]
        right = sum(other[0] == key[0] for other in same)
        precision += right / len(same)
        recall += right / sum(other[0] == key[0] for other in wanted)
    return precision / (len(found) or 1), recall / (len(wanted) or 1)


def _stances(
    one: EventWanted, told: EventVerdict | None
) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    wanted = {(one.id, party, row.stance) for party, rows in one.parties.items() for row in rows}
    lines = told.parties if told is not None else ()
    return wanted, {(one.id, line.party, row.kind) for line in lines for row in line.stances}


def _steps(
    one: EventWanted, told: EventVerdict | None
) -> tuple[set[tuple[str | None, str]], set[tuple[str | None, str]]]:
    steps = told.history if told is not None else ()
    return {(row.said, row.status) for row in one.history}, {
        (row.said, row.status) for row in steps
    }


def _f1_of(pairs: Sequence[Sequence[AbstractSet[tuple[str, str, str]]]]) -> float:
    right = sum(len(wanted & told) for wanted, told in pairs)
    wanted = sum(len(wanted) for wanted, _ in pairs) or 1
    told = sum(len(told) for _, told in pairs) or 1
    return _f1(right / told, right / wanted)


def _f1(precision: float, recall: float) -> float:
    both = precision + recall
    return round(200 * precision * recall / both, 1) if both else 0.0


def _share(right: Iterable[bool]) -> float:
    told = list(right)
    return round(100 * sum(told) / (len(told) or 1), 1)
