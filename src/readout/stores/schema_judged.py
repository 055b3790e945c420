"""The tables of what is judged of entries, and of people's decisions: nothing in, tables out.

Decisions are kept for ever. All else here can be made anew from the entries: what each document
gives to judge by (`judged` to `told`), then what questions are answered from (`event` on). Whole
records are kept beside the columns that are asked for.
"""

from sqlalchemy import Boolean, Column, Double, ForeignKey, Index, Integer, LargeBinary, Table, Text

from readout.stores.schema import METADATA, NUMBER

__all__ = [
    "ACTOR_NAME",
    "BEARER",
    "COPY",
    "CROWD",
    "DECISION",
    "EVENT",
    "EVENT_KEY",
    "EVENT_NAME",
    "EVENT_PARTY",
    "EVENT_STEP",
    "IDENTITY",
    "JUDGED",
    "JUDGED_TABLES",
    "LATE",
    "NAME",
    "NAME_KEY",
    "NAME_USE",
    "PATRON",
    "PENDING",
    "RULES",
    "SHINGLE",
    "STORY_KEY",
    "TERM",
    "TIE",
    "TOLD",
    "UNIT",
    "UNIT_FORM",
]

LATE = "9999-12-31"
"""Stands for a day that nobody knows, so that it comes last."""


def _number() -> Column[int]:
    return Column("number", NUMBER, primary_key=True, autoincrement=False)


def _key(name: str) -> Column[int]:
    return Column(name, NUMBER, primary_key=True, autoincrement=False)


def _word(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _text(name: str, *, known: bool = True) -> Column[str]:
    return Column(name, Text, nullable=not known)


def _whole(name: str, *, known: bool = True) -> Column[int]:
    return Column(name, NUMBER, nullable=not known)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _record(name: str = "record") -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


DECISION = Table(
    "decision",
    METADATA,
    _number(),  # in the order they were kept
    _text("verb"),
    _text("name"),
    _text("other", known=False),
    _text("pages"),  # JSON arrays
    _text("other_pages"),
    _text("reason"),
    _text("made"),
    _text("seal"),
)
PENDING = Table(
    "pending",
    METADATA,
    _word("document_id"),  # whose entries in force were not judged yet; "" after a decision
)
RULES = Table("rules", METADATA, _key("rules"))  # the rules that the rest was judged by

JUDGED = Table(
    "judged",
    METADATA,
    _number(),
    Column("document_id", Text, nullable=False, unique=True),
    Column("reading", NUMBER, ForeignKey("reading.number"), nullable=False),
    Column("page", NUMBER, ForeignKey("page.number"), nullable=False, index=True),
    _whole("story", known=False),
    _record("profile"),  # what stories look at
    _record("shingles"),
    Index("ix_judged_story", "story"),
)
SHINGLE = Table("shingle", METADATA, _key("hash"), _key("document"), sqlite_with_rowid=False)
CROWD = Table(
    "crowd",
    METADATA,
    _key("hash"),  # of a shingle in more documents than stand for it
    _text("first"),  # the numbers of those that do
)
COPY = Table(
    "copy",
    METADATA,
    _key("copy"),
    _key("original"),
    _record(),
    Index("ix_copy_original", "original"),
)
STORY_KEY = Table(
    "story_key",
    METADATA,
    _key("key"),
    _key("day"),  # of publication, 0 where it is not one day
    _key("document"),
    sqlite_with_rowid=False,
)
NAME = Table(
    "name",
    METADATA,
    _number(),
    Column("words", Text, nullable=False, unique=True),  # a JSON array: how it is judged, then it
    _whole("part", known=False),  # names of one part are judged together
    Index("ix_name_part", "part"),
)
NAME_KEY = Table("name_key", METADATA, _word("key"), _key("name"), sqlite_with_rowid=False)
UNIT = Table(
    "unit",
    METADATA,
    _number(),
    _whole("page"),
    _whole("name"),
    _whole("identity", known=False),
    _whole("holder", known=False),  # the identity that held the office then
    _text("called"),  # a JSON array of the folded names on the page
    _flag("contested"),  # whether another unit of the page is called so too
    _record(),
    Index("ix_unit_page", "page"),
    Index("ix_unit_name", "name"),
    Index("ix_unit_identity", "identity", "contested"),
    Index("ix_unit_holder", "holder"),
)
UNIT_FORM = Table(
    "unit_form", METADATA, _word("form"), _key("name"), _key("page"), sqlite_with_rowid=False
)
TIE = Table(
    "tie",
    METADATA,
    _word("word"),
    _word("words"),
    _key("page"),
    Index("ix_tie_page", "page"),
    sqlite_with_rowid=False,
)
IDENTITY = Table(
    "identity",
    METADATA,
    _number(),
    Column("identity_id", Text, nullable=False, index=True),
    _text("kind"),
    _text("name"),
    _whole("pages"),
    _text("countries"),  # " NOR SWE "
    _text("who"),  # by itself, JSON
    _text("who_full"),  # with whom it speaks for
    _record(),
    Index("ix_identity_pages", "pages"),
)
BEARER = Table(
    "bearer",
    METADATA,
    _word("name"),
    _key("identity"),
    Index("ix_bearer_identity", "identity"),
    sqlite_with_rowid=False,
)
PATRON = Table("patron", METADATA, _word("name"), _key("identity"), sqlite_with_rowid=False)
TERM = Table(
    "term",
    METADATA,
    _word("office"),
    _word("place"),
    _key("identity"),
    _text("first"),
    _text("last"),
    _text("given_up"),
    Index("ix_term_identity", "identity"),
)
NAME_USE = Table(
    "name_use",
    METADATA,
    _word("name"),
    _key("document"),
    Index("ix_name_use_document", "document"),
    sqlite_with_rowid=False,
)
TOLD = Table(
    "told",
    METADATA,
    Column("report", NUMBER, ForeignKey("report.number"), primary_key=True, autoincrement=False),
    _whole("document"),
    _whole("event", known=False),
    _record(),
    Index("ix_told_document", "document"),
    Index("ix_told_event", "event"),
)
EVENT_KEY = Table("event_key", METADATA, _key("key"), _key("report"), sqlite_with_rowid=False)

EVENT = Table(
    "event",
    METADATA,
    _number(),
    Column("event_id", Text, nullable=False, index=True),
    _text("type", known=False),
    _text("mode", known=False),
    _text("status", known=False),
    _text("status_day", known=False),
    _text("first"),  # the days on which pages tell of it
    _text("last"),
    _text("begins", known=False),  # the days it was, else was told, by which it is looked for
    _text("ends", known=False),
    _text("verdict"),
    _flag("disputed"),
    _flag("background"),
    Column("origins", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    _whole("story", known=False),
    Column("p", Double, nullable=False),
    _text("place_country", known=False),
    _text("name"),
    _text("seal"),  # of both records
    _record("merged"),  # LedgerEvent, JSON, compressed
    _record(),  # EventVerdict
    Index("ix_event_first", "first", "event_id"),
    Index("ix_event_type", "type", "first", "event_id"),
    Index("ix_event_status", "status", "first", "event_id"),
    Index("ix_event_disputed", "disputed", "first", "event_id"),
    Index("ix_event_origins", "origins"),
)
EVENT_PARTY = Table(
    "event_party",
    METADATA,
    _word("party"),  # folded
    _word("first"),  # the event's first day
    _key("event"),
    _text("name"),
    _text("kind"),
    _text("word"),  # confirms, denies, proposes, declines, silent: the first of these it does
    Index("ix_event_party_event", "event", "party"),
    sqlite_with_rowid=False,
)
ACTOR_NAME = Table(
    "actor_name", METADATA, _number(), Column("name", Text, nullable=False, unique=True)
)
EVENT_NAME = Table(
    "event_name",
    METADATA,
    _key("name"),
    _word("side"),  # party, or speaker
    _key("event"),
    Index("ix_event_name_event", "event"),
    sqlite_with_rowid=False,
)
EVENT_STEP = Table(
    "event_step",
    METADATA,
    _key("event"),
    _key("position"),
    _text("day"),
    _text("step"),  # HistoryEntry, JSON
    sqlite_with_rowid=False,
)

JUDGED_TABLES = (
    *(RULES, JUDGED, SHINGLE, CROWD, COPY, STORY_KEY, NAME, NAME_KEY, UNIT, UNIT_FORM, TIE),
    *(IDENTITY, BEARER, PATRON, TERM, NAME_USE, TOLD, EVENT_KEY),
    *(EVENT, EVENT_PARTY, ACTOR_NAME, EVENT_NAME, EVENT_STEP),
)
"""All that can be made anew."""
