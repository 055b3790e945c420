"""The tables of a ledger, the same for SQLite and PostgreSQL: nothing in, their metadata out.

Rows point at each other by number, which is short and grows with the table; the ids that people
and programs see are digests. Numbers say nothing and are never shown. Tables of words to be
searched stand in `readout.stores.search`, as the two stores make them differently.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "CHANGE",
    "METADATA",
    "NUMBER",
    "PAGE",
    "QUESTION",
    "READER",
    "READING",
    "REFUSAL",
    "REPORT",
    "REPORT_PARTY",
    "SIGHTING",
    "STATEMENT",
    "TEXT",
    "VERSION",
]

NUMBER = BigInteger().with_variant(Integer, "sqlite")
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _number() -> Column[int]:
    return Column("number", NUMBER, primary_key=True, autoincrement=False)


def _to(table: str, *, index: bool = False, nullable: bool = False) -> Column[int]:
    """Return a column that points at a row of `table` by its number."""
    target = ForeignKey(f"{table}.number")
    return Column(table, NUMBER, target, nullable=nullable, index=index)


def _words(name: str, *, known: bool = True) -> Column[str]:
    return Column(name, Text, nullable=not known)


PAGE = Table(
    "page",
    METADATA,
    _number(),
    Column("digest", Text, nullable=False, unique=True),
    Column("size", NUMBER, nullable=False),
    Column("body", LargeBinary, nullable=False),  # compressed
    Column("seal", Text, nullable=False),
)
TEXT = Table(
    "text",
    METADATA,
    _number(),
    Column("digest", Text, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),  # UTF-8, compressed
    Column("seal", Text, nullable=False),
)
SIGHTING = Table(
    "sighting",
    METADATA,
    Column("page", NUMBER, ForeignKey("page.number"), primary_key=True, autoincrement=False),
    Column("address", Text, primary_key=True),
    _words("url", known=False),
    _words("fetched", known=False),
    _words("seal"),
)
READER = Table(
    "reader",
    METADATA,
    _number(),  # in the order the readers came
    _words("version"),
    _words("model"),
    _words("seal"),
    UniqueConstraint("version", "model"),
)
READING = Table(
    "reading",
    METADATA,
    _number(),
    Column("reading_id", Text, nullable=False, unique=True),
    Column("document_id", Text, nullable=False, index=True),
    _to("page", index=True),
    _to("text", index=True),
    _to("reader"),
    _words("url", known=False),
    _words("outlet", known=False),
    _words("title", known=False),
    _words("agency", known=False),
    _words("published", known=False),
    _words("published_from", known=False),
    _words("published_until", known=False),
    _words("modified", known=False),
    Column("record", LargeBinary, nullable=False),  # JSON, compressed
    _words("seal"),  # of the record as it is kept
)
STATEMENT = Table(
    "statement",
    METADATA,
    _number(),
    Column("statement_id", Text, nullable=False, unique=True),
    _to("reading", index=True),
    _words("aid"),
    _words("within", known=False),
    _words("act", known=False),
    _words("quote"),
    _words("source"),
    _words("cue"),
    _words("content"),
    _words("source_spans"),  # spans, relay, contexts and sectors are JSON arrays
    _words("cue_spans"),
    _words("content_spans"),
    _words("speaker", known=False),
    _words("speaker_kind", known=False),
    _words("speaker_role", known=False),
    _words("speaker_country", known=False),
    Column("hedged", Boolean, nullable=False),
    _words("relay"),
    Column("p", Double, nullable=False),
)
REPORT = Table(
    "report",
    METADATA,
    _number(),
    Column("report_id", Text, nullable=False, unique=True),
    _to("reading", index=True),
    _words("eid"),
    _words("type"),
    _words("mode", known=False),
    _words("contexts"),
    _words("status"),
    Column("status_p", Double, nullable=False),
    Column("background", Boolean, nullable=False),
    _words("trigger"),
    _words("trigger_span"),
    _words("sentence"),
    _words("sentence_span"),
    _words("place", known=False),
    _words("place_country", known=False),
    Column("geonames", NUMBER),
    _words("time", known=False),
    _words("start", known=False),
    _words("end", known=False),
    _words("voice", known=False),
    _words("voice_name", known=False),
    Column("p", Double, nullable=False),
)
REPORT_PARTY = Table(
    "report_party",
    METADATA,
    Column("report", NUMBER, ForeignKey("report.number"), primary_key=True, autoincrement=False),
    Column("side", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _words("name"),
    _words("span"),
    _words("country", known=False),
    _words("sectors"),
    _words("organisation", known=False),
    _words("role", known=False),
    Column("former", Boolean, nullable=False),
)
REFUSAL = Table(
    "refusal",
    METADATA,
    _number(),
    Column("refusal_id", Text, nullable=False, unique=True),
    _words("page"),  # the digest; a refused page is not kept
    _words("address"),
    _words("stage"),
    _words("reason"),
    _words("detail"),
    _words("hint"),
    _words("url", known=False),
)
QUESTION = Table(
    "question",
    METADATA,
    _number(),
    Column("question_id", Text, nullable=False, unique=True),
    _words("page"),
    _words("kind"),
    _words("charset", known=False),
    _words("url", known=False),
    _words("told_url", known=False),
    _words("told_outlet", known=False),
    _words("told_published", known=False),
    _to("reader"),
    Column("reading", NUMBER, ForeignKey("reading.number"), index=True),
    Column("refusal", NUMBER, ForeignKey("refusal.number")),
    Column("turn", NUMBER, nullable=False),  # when the caller told of the page; 0: he told nothing
)
VERSION = Table(
    "version",
    METADATA,
    Column("document_id", Text, primary_key=True),
    Column("page", NUMBER, ForeignKey("page.number"), primary_key=True, autoincrement=False),
    _to("reading", index=True),
    Column("version", Integer, nullable=False),
    Column("stands", Boolean, nullable=False),
    Column("latest", Boolean, nullable=False),
    _words("ordered_by"),
)
CHANGE = Table(
    "change",
    METADATA,
    Column("change_id", Text, primary_key=True),
    Column("document_id", Text, nullable=False, index=True),
    Column("position", Integer, nullable=False),  # among the document's changes
    _words("before_reading"),
    _words("after_reading"),
    _words("kind"),
    _words("about"),
    _words("before", known=False),
    _words("after", known=False),
    _words("words"),
    _words("differences"),
    _words("why"),
)
