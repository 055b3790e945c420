"""A ledger's event in, its row of event data out: one row an event, however many pages report it.

The words, the parties and the codes are those of one report, the event's evidence; date, place,
status and the counts are what the ledger judges of all its reports.
"""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from readout.bridges import GDELT_COLUMNS, PLOVER_COLUMNS, to_gdelt, to_plover
from readout.bridges.cells import Row, one_line
from readout.exports.chosen import Chosen
from readout.records.entries import Entered, Report
from readout.records.event import Event, EventTime, Place, Status
from readout.records.reading import Reading
from readout.records.time import Interval
from readout.records.verdicts import EventVerdict

__all__ = ["GDELT_EVENT_COLUMNS", "PLOVER_EVENT_COLUMNS", "gdelt_rows", "plover_rows"]

_MANY = ";"
_ID_DIGITS = 12  # hexadecimal; such a number is exact in every spreadsheet
_KEPT: dict[str, Status] = {"postponed": "planned"}
"""How far to a reader of event data what no report of its own can be has come."""
_SIDES = tuple(
    (f"{side} Name", f"{side} Country", f"Primary {side} Sector", f"Secondary {side} Sectors")
    for side in ("Actor", "Recipient")
)
_LEDGER = ("Verdict", "Origins", "Reports", "Articles", "Outlets", "Confirmed By", "Denied By")
PLOVER_EVENT_COLUMNS = (*PLOVER_COLUMNS, *_LEDGER)
"""The columns of `to_plover`, then the ledger's own."""
_AT = GDELT_COLUMNS.index("NumMentions") + 1
_OWN = tuple(name.replace(" ", "") for name in _LEDGER if name not in {"Articles", "Outlets"})
GDELT_EVENT_COLUMNS = (
    *GDELT_COLUMNS[:_AT],
    "NumSources",
    "NumArticles",
    *GDELT_COLUMNS[_AT:],
    *_OWN,
)
"""The columns of `to_gdelt` with GDELT's counts of outlets and articles, then the ledger's own."""


def plover_rows(chosen: Chosen) -> Iterator[Row]:
    """Yield a row an event; several actors or recipients stand in one cell, joined by ";".

    An actor's country and sectors stand at the same place of their cells as its name does.
    """
    for one in chosen.events:
        rows = to_plover(_evidence(chosen, one))
        row = rows[0] | _parties(rows)
        row |= {
            "Event ID": one.event_id,
            "Status": one.status or "disputed",
            "Mentions": str(_mentions(chosen, one)),
            **_counts(one),
        }
        yield {name: row[name] for name in PLOVER_EVENT_COLUMNS}


def gdelt_rows(chosen: Chosen, *, all_statuses: bool = False) -> Iterator[Row]:
    """Yield a row an event with its first actor and recipient; as `to_gdelt`, leaves some out."""
    for one in chosen.events:
        rows = to_gdelt(_evidence(chosen, one), all_statuses=all_statuses)
        if not rows:
            continue
        counts = _counts(one)
        row = rows[0] | {
            "GLOBALEVENTID": str(int(one.event_id[:_ID_DIGITS], 16)),
            "NumMentions": str(_mentions(chosen, one)),
            "NumSources": counts["Outlets"],
            "NumArticles": counts["Articles"],
            "Status": one.status or "disputed",
            **{name.replace(" ", ""): value for name, value in counts.items()},
        }
        yield {name: row[name] for name in GDELT_EVENT_COLUMNS}


def _evidence(chosen: Chosen, one: EventVerdict) -> Reading:
    """Return the reading of the report that shows the event best, with that event alone."""
    told = [chosen.reports[each] for each in one.reports]
    entered, report = max(told, key=_rank(one))
    reading = chosen.reading(entered)
    event = next(each for each in reading.events if each.eid == report.eid)
    return replace(reading, events=(_as_judged(event, one),))


def _rank(one: EventVerdict) -> Callable[[tuple[Entered, Report]], tuple[bool, bool, int, float]]:
    """Return how well a report shows the event: its type, its status, its parties, and p."""

    def rank(told: tuple[Entered, Report]) -> tuple[bool, bool, int, float]:
        _, report = told
        sides = len({party.side for party in report.parties})
        return report.type == one.type, report.status == one.status, sides, report.p

    return rank


def _as_judged(event: Event, one: EventVerdict) -> Event:
    """Return the event with the date, place and status that the ledger gives it.

    Where the status is disputed it keeps its own.
    """
    status = _KEPT.get(one.status or "", one.status or event.status)
    time = place = None
    if one.start or one.end:
        value = one.start or "" if one.start == one.end else f"{one.start or ''}/{one.end or ''}"
        interval = Interval(start=one.start, end=one.end)
        time = EventTime(value=value, interval=interval, by="ledger")
    if one.place:
        same = event.place if event.place and event.place.name == one.place else None
        place = Place(
            name=one.place,
            span=same.span if same else event.mentions[event.lead].trigger,
            country=one.place_country,
            geonames=same.geonames if same else None,
        )
    return replace(event, status=status, background=one.background, time=time, place=place)


def _parties(rows: list[Row]) -> Row:
    """Return the cells of all the actors and recipients, each at the same place of every cell."""
    found: Row = {}
    for names in _SIDES:
        several = dict.fromkeys(tuple(row[name] for name in names) for row in rows)
        if len(several) > 1:
            inner = (tuple(cell.replace(_MANY, ",") for cell in one) for one in several)
            cells = (_MANY.join(column) for column in zip(*inner, strict=True))
            found |= {
                name: cell if cell.strip(_MANY) else ""
                for name, cell in zip(names, cells, strict=True)
            }
    return found


def _mentions(chosen: Chosen, one: EventVerdict) -> int:
    """Return how often all its articles tell the event."""
    count = 0
    for each in one.reports:
        entered, report = chosen.reports[each]
        events = chosen.reading(entered).events
        count += next(len(event.mentions) for event in events if event.eid == report.eid)
    return count


def _counts(one: EventVerdict) -> Row:
    """Return the ledger's own cells."""
    stances = [(line.party, said.kind) for line in one.parties for said in line.stances]
    told = {
        kind: _MANY.join(dict.fromkeys(party for party, said in stances if said == kind))
        for kind in ("confirms", "denies")
    }
    cells = (one.verdict, len(one.origins), len(one.reports), len(one.documents), len(one.outlets))
    named = dict(zip(_LEDGER, (*map(str, cells), "", ""), strict=True))
    return named | {
        "Confirmed By": one_line(told["confirms"]),
        "Denied By": one_line(told["denies"]),
    }
