"""What the ledger holds of a page: the page as kept, its reading, its statements and its reports.

Entries are a function of one page and one reader. They are entered once and never edited; a newer
reader's entries stand in their place. The id of an entry is a digest of what it says.
"""

from typing import Literal

from readout.records.event import EventType, Status
from readout.records.page import Refusal
from readout.records.reading import Act, Quote, Reader, SpeakerKind
from readout.records.text import Record, Span

__all__ = [
    "Answer",
    "Entered",
    "EnteredReading",
    "KeptPage",
    "PartySide",
    "Question",
    "Report",
    "ReportParty",
    "Sighting",
    "Statement",
]

PartySide = Literal["actor", "recipient"]


class KeptPage(Record, frozen=True, kw_only=True):
    """A page's bytes, kept under their digest so that evidence can be shown and checked."""

    digest: str
    """SHA-256 of the bytes, hex."""
    body: bytes


class Sighting(Record, frozen=True, kw_only=True):
    """Where a page was come upon."""

    page: str
    """The page's digest."""
    address: str
    """As the user named it: a path, a URL, or "-" for standard input."""
    url: str | None = None
    fetched: str | None = None
    """When it was first fetched from there, ISO 8601; None for files."""


class Question(Record, frozen=True, kw_only=True):
    """What a reader was asked to read, and what it was told of the page."""

    question_id: str
    page: str
    """The page's digest."""
    kind: str
    charset: str | None = None
    url: str | None = None
    """The address the page came with."""
    told_url: str | None = None
    told_outlet: str | None = None
    told_published: str | None = None
    """The last three are what the caller said."""
    reader: Reader

    @property
    def told(self) -> bool:
        """Say whether the caller said anything of the page."""
        return bool(self.told_url or self.told_outlet or self.told_published)


class EnteredReading(Record, frozen=True, kw_only=True):
    """One reading as entered: what the page says of itself, and the whole record."""

    reading_id: str
    document_id: str
    """Digest of the web address; of the page where it has none."""
    page: str
    """The page's digest."""
    text: str
    """SHA-256 of the article's text, hex."""
    reader: Reader
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    agency: str | None = None
    published: str | None = None
    """As the page or the caller declares it, ISO 8601."""
    published_from: str | None = None
    published_until: str | None = None
    """The first and the last day it can have been published."""
    modified: str | None = None
    record: bytes
    """The Reading as JSON, without its text, its words' analysis and where its page was found."""


class Statement(Record, frozen=True, kw_only=True):
    """One attribution, entered: who says what, with the words and their places."""

    statement_id: str
    reading_id: str
    aid: str
    """The attribution's id in its reading."""
    within: str | None = None
    """The aid of the statement this one is nested in."""
    act: Act | None = None
    quote: Quote
    source: str
    """The words, parts joined by " … "; "" where the text names no source."""
    cue: str
    content: str
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    content_spans: tuple[Span, ...]
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    speaker_role: str | None = None
    speaker_country: str | None = None
    """ISO 3166-1 alpha-3."""
    hedged: bool = False
    relay: tuple[str, ...] = ()
    """Names of those through whom the words came, from their owner outward."""
    p: float


class ReportParty(Record, frozen=True, kw_only=True):
    """One actor or recipient of a reported event."""

    side: PartySide
    position: int
    name: str
    span: Span
    country: str | None = None
    sectors: tuple[str, ...] = ()
    organisation: str | None = None
    role: str | None = None
    former: bool = False


class Report(Record, frozen=True, kw_only=True):
    """One event as one article tells it, entered."""

    report_id: str
    reading_id: str
    eid: str
    """The event's id in its reading."""
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status
    status_p: float
    background: bool = False
    trigger: str
    trigger_span: Span
    sentence: str
    """The words around the trigger that tell the event."""
    sentence_span: Span
    place: str | None = None
    place_country: str | None = None
    geonames: int | None = None
    time: str | None = None
    """TIMEX3 value."""
    start: str | None = None
    end: str | None = None
    """The days it can have been, ISO 8601."""
    voice: str | None = None
    """The aid of the statement that tells it; None for the outlet's own voice."""
    voice_name: str | None = None
    p: float
    parties: tuple[ReportParty, ...] = ()


class Entered(Record, frozen=True, kw_only=True):
    """All entries of one reading."""

    reading: EnteredReading
    text: str
    """The article's text."""
    statements: tuple[Statement, ...] = ()
    reports: tuple[Report, ...] = ()


class Answer(Record, frozen=True, kw_only=True):
    """What became of one page: its question, where it was seen, and the entries or the refusal."""

    question: Question
    sighting: Sighting
    page: KeptPage
    found: Entered | Refusal
