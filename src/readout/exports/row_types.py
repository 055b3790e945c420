"""Nothing in, the rows of the tables that are exported out: each a flat record of typed cells.

A row's fields are its table's columns. `page` is the digest of the kept page, `article` the id of
its document; every start and end is a place in `articles.text`, half open, in Unicode code points.
Several values in one cell are joined by "; ".
"""

from datetime import date

from readout.records.text import Record

__all__ = [
    "ActorMentionRow",
    "ActorRow",
    "ArticleRow",
    "ChangeRow",
    "ConflictRow",
    "CopyRow",
    "DifferenceRow",
    "EventRow",
    "HistoryRow",
    "LineageRow",
    "OriginRow",
    "PageRow",
    "PartyRow",
    "ReportPartyRow",
    "ReportRow",
    "StatementRow",
    "StatementSpanRow",
]


class PageRow(Record, frozen=True, kw_only=True):
    """A kept page and one place where it was come upon."""

    page: str
    bytes: int
    address: str
    url: str | None
    fetched: str | None


class ArticleRow(Record, frozen=True, kw_only=True):
    """An article in force: the last version of a document."""

    article: str
    page: str
    version: int | None
    url: str | None
    outlet: str | None
    agency: str | None
    title: str | None
    published: str | None
    """As the page or the caller declares it."""
    day: date | None
    """The day the ledger counts with; of an undated page the last it can have been."""
    published_from: date | None
    published_until: date | None
    modified: str | None
    lineage: str | None
    """The article whose words it or others repeat; None for one of a kind."""
    story: str | None
    reader: str
    model: str
    text: str


class StatementRow(Record, frozen=True, kw_only=True):
    """A statement: start and end are of its first and last part; `statement_spans` has each."""

    statement: str
    article: str
    page: str
    day: date | None
    outlet: str | None
    within: str | None
    """The statement it is nested in."""
    utterance: str | None
    """The same for all who quote the same words."""
    speaker: str | None
    speaker_kind: str | None
    speaker_role: str | None
    speaker_country: str | None
    actor: str | None
    """Who the speaker is, in `actors`."""
    act: str | None
    quote: str
    hedged: bool
    relay: str | None
    source: str
    source_start: int | None
    source_end: int | None
    cue: str
    cue_start: int | None
    cue_end: int | None
    content: str
    content_start: int
    content_end: int
    p: float


class StatementSpanRow(Record, frozen=True, kw_only=True):
    """One stretch of a statement's source, cue or content."""

    statement: str
    page: str
    part: str
    position: int
    start: int
    end: int
    words: str


class ReportRow(Record, frozen=True, kw_only=True):
    """One event as one article tells it."""

    report: str
    event: str | None
    """None for a report that only answers another."""
    article: str
    page: str
    day: date | None
    outlet: str | None
    origin: int | None
    """Of which of the event's `origins` it is; None where it was not counted."""
    type: str
    mode: str | None
    contexts: str | None
    status: str
    status_p: float
    background: bool
    starts: date | None
    ends: date | None
    """The days the event can have been."""
    place: str | None
    place_country: str | None
    geonames: int | None
    voice: str | None
    """The statement that tells it; None for the outlet's own voice."""
    voice_name: str | None
    trigger: str
    trigger_start: int
    trigger_end: int
    sentence: str
    sentence_start: int
    sentence_end: int
    p: float


class ReportPartyRow(Record, frozen=True, kw_only=True):
    """An actor or a recipient of a report."""

    report: str
    event: str | None
    page: str
    side: str
    position: int
    name: str
    start: int
    end: int
    country: str | None
    sectors: str | None
    organisation: str | None
    role: str | None
    former: bool
    actor: str | None


class EventRow(Record, frozen=True, kw_only=True):
    """An event: the reports judged to be of one, with what the ledger says of it."""

    event: str
    name: str
    type: str | None
    mode: str | None
    status: str | None
    verdict: str
    disputed: bool
    background: bool
    starts: date | None
    ends: date | None
    place: str | None
    place_country: str | None
    actors: str | None
    recipients: str | None
    origins: int
    reports: int
    articles: int
    outlets: int
    first: date | None
    last: date | None
    p: float


class PartyRow(Record, frozen=True, kw_only=True):
    """What a party says of an event, once for each stance; start and end as in a statement."""

    event: str
    party: str
    kind: str
    stance: str
    day: date | None
    speaker: str | None
    words: str | None
    statement: str | None
    report: str | None
    page: str | None
    start: int | None
    end: int | None
    by: str | None


class OriginRow(Record, frozen=True, kw_only=True):
    """One that reports of an event have their knowledge from."""

    event: str
    origin: int
    kind: str
    name: str
    speakers: str | None
    articles: int
    reports: int
    first: date | None
    why: str


class HistoryRow(Record, frozen=True, kw_only=True):
    """A step of an event's history."""

    event: str
    step: int
    said: date | None
    status: str
    by: str
    report: str
    planned_for: str | None


class ConflictRow(Record, frozen=True, kw_only=True):
    """One of the values in which reports of an event differ."""

    event: str
    kind: str
    about: str
    value: str
    report: str
    page: str | None
    start: int
    end: int
    words: str


class ActorRow(Record, frozen=True, kw_only=True):
    """One person or body; role and country are those that most pages say."""

    actor: str
    kind: str
    name: str
    other_names: str | None
    role: str | None
    country: str | None
    sectors: str | None
    organisation: str | None
    first: date | None
    last: date | None
    pages: int
    mentions: int
    p: float


class ActorMentionRow(Record, frozen=True, kw_only=True):
    """One place where a page speaks of an actor."""

    actor: str
    page: str
    day: date | None
    name: str
    start: int
    end: int
    role: str | None
    country: str | None
    organisation: str | None


class LineageRow(Record, frozen=True, kw_only=True):
    """An article of a lineage; the lineage is named by its first article."""

    lineage: str
    article: str
    page: str
    copied_from: str | None
    agency: str | None
    p: float
    reason: str


class CopyRow(Record, frozen=True, kw_only=True):
    """A stretch of words that one article has from another."""

    copy: str
    original: str
    copy_page: str
    copy_start: int
    copy_end: int
    original_page: str
    original_start: int
    original_end: int
    words: str
    p: float


class ChangeRow(Record, frozen=True, kw_only=True):
    """A fact gained, lost or changed from one reading of a document to another."""

    change: str
    kind: str
    about: str
    before: str | None
    after: str | None
    before_reading: str
    after_reading: str
    words: str
    why: str


class DifferenceRow(Record, frozen=True, kw_only=True):
    """One part of a changed fact."""

    change: str
    field: str
    before: str | None
    after: str | None
