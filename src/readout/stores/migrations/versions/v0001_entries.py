"""Schema version 0001: pages, readings, statements, reports, versions; nothing in, tables out."""

import sqlalchemy as sa
from alembic import op

from readout.stores.migrate import SQLITE_APPLICATION
from readout.stores.search import make_search_tables

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0001"
down_revision = None
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables of a new ledger."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {SQLITE_APPLICATION}")
    _change()
    _page()
    _reader()
    _refusal()
    _text()
    _reading()
    _sighting()
    _question()
    _report()
    _statement()
    _version()
    _report_party()
    make_search_tables(op.get_bind())


def _change() -> None:
    op.create_table(
        "change",
        sa.Column("change_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("before_reading", sa.Text(), nullable=False),
        sa.Column("after_reading", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("differences", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("change_id", name="pk_change"),
    )
    op.create_index("ix_change_document_id", "change", ["document_id"])


def _page() -> None:
    op.create_table(
        "page",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("size", _NUMBER, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_page"),
        sa.UniqueConstraint("digest", name="uq_page_digest"),
    )


def _reader() -> None:
    op.create_table(
        "reader",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_reader"),
        sa.UniqueConstraint("version", "model", name="uq_reader_version"),
    )


def _refusal() -> None:
    op.create_table(
        "refusal",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("refusal_id", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_refusal"),
        sa.UniqueConstraint("refusal_id", name="uq_refusal_refusal_id"),
    )


def _text() -> None:
    op.create_table(
        "text",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_text"),
        sa.UniqueConstraint("digest", name="uq_text_digest"),
    )


def _reading() -> None:
    op.create_table(
        "reading",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("reading_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("page", _NUMBER, nullable=False),
        sa.Column("text", _NUMBER, nullable=False),
        sa.Column("reader", _NUMBER, nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_from", sa.Text(), nullable=True),
        sa.Column("published_until", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["page.number"], name="fk_reading_page"),
        sa.ForeignKeyConstraint(["reader"], ["reader.number"], name="fk_reading_reader"),
        sa.ForeignKeyConstraint(["text"], ["text.number"], name="fk_reading_text"),
        sa.PrimaryKeyConstraint("number", name="pk_reading"),
        sa.UniqueConstraint("reading_id", name="uq_reading_reading_id"),
    )
    op.create_index("ix_reading_document_id", "reading", ["document_id"])
    op.create_index("ix_reading_page", "reading", ["page"])
    op.create_index("ix_reading_text", "reading", ["text"])


def _sighting() -> None:
    op.create_table(
        "sighting",
        sa.Column("page", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["page.number"], name="fk_sighting_page"),
        sa.PrimaryKeyConstraint("page", "address", name="pk_sighting"),
    )


def _question() -> None:
    op.create_table(
        "question",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("charset", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("told_url", sa.Text(), nullable=True),
        sa.Column("told_outlet", sa.Text(), nullable=True),
        sa.Column("told_published", sa.Text(), nullable=True),
        sa.Column("reader", _NUMBER, nullable=False),
        sa.Column("reading", _NUMBER, nullable=True),
        sa.Column("refusal", _NUMBER, nullable=True),
        sa.Column("turn", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["reader"], ["reader.number"], name="fk_question_reader"),
        sa.ForeignKeyConstraint(["reading"], ["reading.number"], name="fk_question_reading"),
        sa.ForeignKeyConstraint(["refusal"], ["refusal.number"], name="fk_question_refusal"),
        sa.PrimaryKeyConstraint("number", name="pk_question"),
        sa.UniqueConstraint("question_id", name="uq_question_question_id"),
    )
    op.create_index("ix_question_reading", "question", ["reading"])


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("reading", _NUMBER, nullable=False),
        sa.Column("eid", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("contexts", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_p", sa.Double(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("trigger_span", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("sentence_span", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("geonames", _NUMBER, nullable=True),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("voice", sa.Text(), nullable=True),
        sa.Column("voice_name", sa.Text(), nullable=True),
        sa.Column("p", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.number"], name="fk_report_reading"),
        sa.PrimaryKeyConstraint("number", name="pk_report"),
        sa.UniqueConstraint("report_id", name="uq_report_report_id"),
    )
    op.create_index("ix_report_reading", "report", ["reading"])


def _statement() -> None:
    op.create_table(
        "statement",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("statement_id", sa.Text(), nullable=False),
        sa.Column("reading", _NUMBER, nullable=False),
        sa.Column("aid", sa.Text(), nullable=False),
        sa.Column("within", sa.Text(), nullable=True),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("source_spans", sa.Text(), nullable=False),
        sa.Column("cue_spans", sa.Text(), nullable=False),
        sa.Column("content_spans", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speaker_kind", sa.Text(), nullable=True),
        sa.Column("speaker_role", sa.Text(), nullable=True),
        sa.Column("speaker_country", sa.Text(), nullable=True),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("relay", sa.Text(), nullable=False),
        sa.Column("p", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.number"], name="fk_statement_reading"),
        sa.PrimaryKeyConstraint("number", name="pk_statement"),
        sa.UniqueConstraint("statement_id", name="uq_statement_statement_id"),
    )
    op.create_index("ix_statement_reading", "statement", ["reading"])


def _version() -> None:
    op.create_table(
        "version",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("page", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("reading", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("ordered_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["page.number"], name="fk_version_page"),
        sa.ForeignKeyConstraint(["reading"], ["reading.number"], name="fk_version_reading"),
        sa.PrimaryKeyConstraint("document_id", "page", name="pk_version"),
    )
    op.create_index("ix_version_reading", "version", ["reading"])


def _report_party() -> None:
    op.create_table(
        "report_party",
        sa.Column("report", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sectors", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("former", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_report_party_report"),
        sa.PrimaryKeyConstraint("report", "side", "position", name="pk_report_party"),
    )
