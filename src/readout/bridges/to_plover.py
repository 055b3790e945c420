"""A reading in, its events as rows in the manner of PLOVER and POLECAT out."""

from functools import cache

from readout.bridges.cells import Row, number_of, one_line, published_day, told_date
from readout.bridges.dyads import dyads_of
from readout.data.tables import rows
from readout.reading.actors import plover_country
from readout.reading.evidence import lead_of, sentence_of, told_by
from readout.records.event import Actor, Event, Place
from readout.records.reading import Reading

__all__ = ["PLOVER_COLUMNS", "to_plover"]

PLOVER_COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Primary Actor Sector",
    "Secondary Actor Sectors",
    "Recipient Name",
    "Recipient Country",
    "Primary Recipient Sector",
    "Secondary Recipient Sectors",
    "Placename",
    "Country",
    "GeoNames ID",
    "Story ID",
    "Publication Date",
    "Source",
    "Status",
    "According To",
    "Background",
    "Mentions",
    "Probability",
    "Trigger",
    "Evidence",
    "Evidence Start",
    "Evidence End",
    "Page URL",
)
"""The columns; those from Status on are Readout's own."""

_QUADS = {
    "1": "VERBAL COOPERATION",
    "2": "MATERIAL COOPERATION",
    "3": "VERBAL CONFLICT",
    "4": "MATERIAL CONFLICT",
}


def to_plover(reading: Reading) -> list[Row]:
    """Return a row for each pair of an actor and a recipient, in the order of the reading.

    Every event has its rows, also one that is only planned or is denied: read `Status` and
    `According To` before counting. The rows of one event share its `Event ID`.
    """
    found: list[Row] = []
    for event in reading.events:
        shared = _event(event) | _place(event.place) | _page(reading) | _evidence(reading, event)
        shared["Event ID"] = f"{reading.article.digest[:16]}-{event.eid}"
        for actor, recipient in dyads_of(event):
            cells = shared | _party(actor, "Actor") | _party(recipient, "Recipient")
            found.append({column: cells[column] for column in PLOVER_COLUMNS})
    return found


def _event(event: Event) -> Row:
    return {
        "Event Date": told_date(event.time),
        "Event Type": event.type,
        "Event Mode": event.mode or "",
        "Intensity": _scores().get((event.type, event.mode or ""), ""),
        "Quad Code": _QUADS[_quads()[event.type]],
        "Contexts": ";".join(event.contexts),
        "Status": event.status,
        "Background": "yes" if event.background else "no",
        "Mentions": str(len(event.mentions)),
        "Probability": number_of(event.p),
    }


def _party(actor: Actor | None, side: str) -> Row:
    first, *others = (actor.sectors if actor else ()) or ("",)
    return {
        f"{side} Name": one_line(actor.name) if actor else "",
        f"{side} Country": (plover_country(actor) if actor else None) or "",
        f"Primary {side} Sector": first,
        f"Secondary {side} Sectors": ";".join(others),
    }


def _place(place: Place | None) -> Row:
    return {
        "Placename": one_line(place.name) if place else "",
        "Country": (place.country if place else None) or "",
        "GeoNames ID": str(place.geonames) if place and place.geonames else "",
    }


def _page(reading: Reading) -> Row:
    article = reading.article
    return {
        "Story ID": article.digest,
        "Publication Date": published_day(article),
        "Source": one_line(article.outlet.value or ""),
        "Page URL": one_line(article.url or ""),
    }


def _evidence(reading: Reading, event: Event) -> Row:
    text, trigger = reading.article.text, lead_of(event).trigger
    sentence = sentence_of(reading, trigger)
    return {
        "According To": one_line(told_by(reading, event.voice)),
        "Trigger": one_line(trigger.of(text)),
        "Evidence": one_line(sentence.of(text)),
        "Evidence Start": str(sentence.start),
        "Evidence End": str(sentence.end),
    }


@cache
def _quads() -> dict[str, str]:
    return {row[2]: row[3] for row in rows("plover.tsv") if row[0] == "type"}


@cache
def _scores() -> dict[tuple[str, str], str]:
    return {(kind, mode): score for kind, mode, score in rows("plover_scores.tsv")}
