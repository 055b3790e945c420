"""A reading in, its events as rows in the manner of GDELT out, with CAMEO codes."""

from functools import cache
from hashlib import sha256

import msgspec

from readout.bridges.cameo import Stage, cameo_code, goldstein, quad_class, stage_of
from readout.bridges.cells import Row, day_of, number_of, one_line, published_day
from readout.bridges.dyads import dyads_of
from readout.bridges.gdelt_actors import actor_cells, source_cells
from readout.data.tables import rows
from readout.reading.evidence import lead_of, sentence_of, told_by
from readout.records.event import Event, EventTime, Place
from readout.records.reading import Attribution, Reading
from readout.records.text import Span

__all__ = ["GDELT_COLUMNS", "left_out", "to_gdelt"]

_ACTOR = ("Code", "Name", "CountryCode", "Type1Code", "Type2Code", "Type3Code")
GDELT_COLUMNS = (
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    *(f"Actor1{part}" for part in _ACTOR),
    *(f"Actor2{part}" for part in _ACTOR),
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "SOURCEURL",
    "PublicationDate",
    "Source",
    "Status",
    "AccordingTo",
    "Background",
    "Probability",
    "Trigger",
    "Evidence",
    "EvidenceStart",
    "EvidenceEnd",
    "StoryID",
)
"""The columns; those after SOURCEURL are Readout's own."""

_STATEMENT, _APPEAL, _NO_COMMENT = "010", "020", "011"
_DAY, _MONTH, _YEAR = 8, 6, 4  # characters of YYYYMMDD
_ID_DIGITS = 12  # hexadecimal; such a number is exact in every spreadsheet
_OPENING = frozenset(("headline", "dek"))


def to_gdelt(
    reading: Reading, *, statements: bool = False, all_statuses: bool = False
) -> list[Row]:
    """Return a row for each pair of an actor and a recipient, in the order of the reading.

    What is planned or offered has CAMEO's code for the intention. What `left_out` names is left
    out, or with `all_statuses` has the code of the deed itself, to be read with `Status`. With
    `statements`, those that tell no event follow, as public statements (01) or appeals (02).
    """
    found: list[Row] = []
    for event in reading.events:
        code = _code(reading, event)
        if code is None and all_statuses:
            code = cameo_code(event, "done")
        if code is None:
            continue
        shared = _event(reading, event)
        for actor, recipient in dyads_of(event):
            parties = actor_cells(actor, "Actor1") | actor_cells(recipient, "Actor2")
            found.append(_row(reading, event.eid, code, shared | parties))
    if statements:
        found.extend(_statement(reading, one) for one in _bare(reading))
    return found


def left_out(reading: Reading) -> tuple[Event, ...]:
    """Return the events that are no fact and no intention CAMEO has a code for.

    They are denied, cancelled, hypothetical or conditional, were proposed by somebody who is no
    party to them, or are plans of a kind CAMEO does not code.
    """
    return tuple(event for event in reading.events if _code(reading, event) is None)


def _code(reading: Reading, event: Event) -> str | None:
    stage: Stage | None = stage_of(event.status)
    if stage is None or (event.status == "proposed" and not _offered(reading, event)):
        return None
    return cameo_code(event, stage)


def _offered(reading: Reading, event: Event) -> bool:
    """Say whether a proposal is a party's own; another's is no intention of theirs."""
    if event.voice.aid is None:
        return True
    speaker = next(
        (one.speaker for one in reading.attributions if one.aid == event.voice.aid), None
    )
    if speaker is None:
        return False
    parties = (*event.actors, *event.recipients)
    return any(
        one.name == speaker.name or (one.country is not None and one.country == speaker.country)
        for one in parties
    )


def _row(reading: Reading, key: str, code: str, cells: Row) -> Row:
    """Return all the columns in order, with what every row has."""
    article = reading.article
    said = [article.digest, key, code, *(cells[f"Actor{n}Name"] for n in (1, 2))]
    coded = {
        "GLOBALEVENTID": str(int(sha256(msgspec.json.encode(said)).hexdigest()[:_ID_DIGITS], 16)),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": quad_class(code),
        "GoldsteinScale": goldstein(code),
        "SOURCEURL": one_line(article.url or ""),
        "PublicationDate": published_day(article),
        "Source": one_line(article.outlet.value or ""),
        "StoryID": article.digest,
    }
    whole = cells | coded
    return {column: whole.get(column, "") for column in GDELT_COLUMNS}


def _event(reading: Reading, event: Event) -> Row:
    return (
        _dates(event.time)
        | _place(event.place)
        | _evidence(reading, lead_of(event).trigger)
        | {
            "IsRootEvent": _is_root(reading, [mention.trigger for mention in event.mentions]),
            "NumMentions": str(len(event.mentions)),
            "Status": event.status,
            "AccordingTo": one_line(told_by(reading, event.voice)),
            "Background": "1" if event.background else "0",
            "Probability": number_of(event.p),
        }
    )


def _statement(reading: Reading, found: Attribution) -> Row:
    """Return the row of a statement; its speaker is known, whom it is made to is not."""
    text = reading.article.text
    code = {"demand": _APPEAL, "ask": _APPEAL, "decline": _NO_COMMENT}.get(
        found.act or "", _STATEMENT
    )
    anchor = (*found.cue, *found.content)[0]
    source = source_cells(text, found, "Actor1")
    cells = source | actor_cells(None, "Actor2") | _evidence(reading, anchor)
    cells |= {
        "IsRootEvent": _is_root(reading, [anchor]),
        "NumMentions": "1",
        "Status": "occurred",
        "AccordingTo": one_line(reading.article.outlet.value or ""),
        "Background": "0",
        "Probability": number_of(round(found.p, 3)),
    }
    return _row(reading, found.aid, code, cells)


def _bare(reading: Reading) -> list[Attribution]:
    """Return the statements whose content tells no event."""
    triggers = [mention.trigger for event in reading.events for mention in event.mentions]
    return [
        one
        for one in reading.attributions
        if not any(part.overlaps(trigger) for part in one.content for trigger in triggers)
    ]


def _dates(time: EventTime | None) -> Row:
    """Return day, month and year as far as they are told; the day of publication is no event's."""
    if time is None:
        return {}
    interval = time.interval
    ends = (interval.start, interval.end) if interval else (None, None)
    first, last = ((end or "").replace("-", "")[:_DAY] for end in ends)
    same_month = first[:_MONTH] == last[:_MONTH]
    return {
        "SQLDATE": day_of(interval).replace("-", ""),
        "MonthYear": first[:_MONTH] if same_month else "",
        "Year": first[:_YEAR] if first[:_YEAR] == last[:_YEAR] else "",
    }


def _place(place: Place | None) -> Row:
    if place is None:
        return {}
    return {
        "ActionGeo_FullName": one_line(place.name),
        "ActionGeo_CountryCode": _fips().get(place.country or "", ""),
    }


def _evidence(reading: Reading, words: Span) -> Row:
    text, sentence = reading.article.text, sentence_of(reading, words)
    return {
        "Trigger": one_line(words.of(text)),
        "Evidence": one_line(sentence.of(text)),
        "EvidenceStart": str(sentence.start),
        "EvidenceEnd": str(sentence.end),
    }


def _is_root(reading: Reading, places: list[Span]) -> str:
    """Return 1 where a place is in the headline, the lines below it or the first paragraph."""
    blocks = reading.article.blocks
    lead = next((block.span for block in blocks if block.role == "paragraph"), None)
    opening = [block.span for block in blocks if block.role in _OPENING or block.span == lead]
    return "1" if any(one.overlaps(place) for one in opening for place in places) else "0"


@cache
def _fips() -> dict[str, str]:
    return {country: code for country, code in rows("fips.tsv")}  # noqa: C416  says a row has two
