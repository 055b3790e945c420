"""Schema version 0002: decisions, and what is judged of entries; nothing in, tables out."""

import sqlalchemy as sa
from alembic import op

from readout.stores.decided import read_decisions_beside

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0002"
down_revision = "0001"
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, take in decisions kept beside the ledger, and have all entries judged."""
    _decision()
    _pending()
    _rules()
    _judged()
    _shingle()
    _crowd()
    _copy()
    _story_key()
    _name()
    _name_key()
    _unit()
    _unit_form()
    _tie()
    _identity()
    _bearer()
    _patron()
    _term()
    _name_use()
    _told()
    _event_key()
    _event()
    _event_party()
    _actor_name()
    _event_name()
    _event_step()
    read_decisions_beside(op.get_bind())
    op.execute("INSERT INTO pending SELECT DISTINCT document_id FROM version")


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("pages", sa.Text(), nullable=False),
        sa.Column("other_pages", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_decision"),
    )


def _pending() -> None:
    op.create_table(
        "pending",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_pending"),
    )


def _rules() -> None:
    op.create_table(
        "rules",
        sa.Column("rules", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("rules", name="pk_rules"),
    )


def _judged() -> None:
    op.create_table(
        "judged",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("reading", _NUMBER, nullable=False),
        sa.Column("page", _NUMBER, nullable=False),
        sa.Column("story", _NUMBER, nullable=True),
        sa.Column("profile", sa.LargeBinary(), nullable=False),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.number"], name="fk_judged_reading"),
        sa.ForeignKeyConstraint(["page"], ["page.number"], name="fk_judged_page"),
        sa.PrimaryKeyConstraint("number", name="pk_judged"),
        sa.UniqueConstraint("document_id", name="uq_judged_document_id"),
    )
    op.create_index("ix_judged_page", "judged", ["page"])
    op.create_index("ix_judged_story", "judged", ["story"])


def _shingle() -> None:
    op.create_table(
        "shingle",
        sa.Column("hash", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("hash", "document", name="pk_shingle"),
        sqlite_with_rowid=False,
    )


def _crowd() -> None:
    op.create_table(
        "crowd",
        sa.Column("hash", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_crowd"),
    )


def _copy() -> None:
    op.create_table(
        "copy",
        sa.Column("copy", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("original", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("copy", "original", name="pk_copy"),
    )
    op.create_index("ix_copy_original", "copy", ["original"])


def _story_key() -> None:
    op.create_table(
        "story_key",
        sa.Column("key", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("day", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "day", "document", name="pk_story_key"),
        sqlite_with_rowid=False,
    )


def _name() -> None:
    op.create_table(
        "name",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("part", _NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_name"),
        sa.UniqueConstraint("words", name="uq_name_words"),
    )
    op.create_index("ix_name_part", "name", ["part"])


def _name_key() -> None:
    op.create_table(
        "name_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "name", name="pk_name_key"),
        sqlite_with_rowid=False,
    )


def _unit() -> None:
    op.create_table(
        "unit",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("page", _NUMBER, nullable=False),
        sa.Column("name", _NUMBER, nullable=False),
        sa.Column("identity", _NUMBER, nullable=True),
        sa.Column("holder", _NUMBER, nullable=True),
        sa.Column("called", sa.Text(), nullable=False),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_unit"),
    )
    op.create_index("ix_unit_holder", "unit", ["holder"])
    op.create_index("ix_unit_identity", "unit", ["identity", "contested"])
    op.create_index("ix_unit_name", "unit", ["name"])
    op.create_index("ix_unit_page", "unit", ["page"])


def _unit_form() -> None:
    op.create_table(
        "unit_form",
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("name", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("page", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("form", "name", "page", name="pk_unit_form"),
        sqlite_with_rowid=False,
    )


def _tie() -> None:
    op.create_table(
        "tie",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("page", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("word", "words", "page", name="pk_tie"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tie_page", "tie", ["page"])


def _identity() -> None:
    op.create_table(
        "identity",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("identity_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pages", _NUMBER, nullable=False),
        sa.Column("countries", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("who_full", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_identity"),
    )
    op.create_index("ix_identity_identity_id", "identity", ["identity_id"])
    op.create_index("ix_identity_pages", "identity", ["pages"])


def _bearer() -> None:
    op.create_table(
        "bearer",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("identity", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("name", "identity", name="pk_bearer"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bearer_identity", "bearer", ["identity"])


def _patron() -> None:
    op.create_table(
        "patron",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("identity", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("name", "identity", name="pk_patron"),
        sqlite_with_rowid=False,
    )


def _term() -> None:
    op.create_table(
        "term",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("identity", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("given_up", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "place", "identity", name="pk_term"),
    )
    op.create_index("ix_term_identity", "term", ["identity"])


def _name_use() -> None:
    op.create_table(
        "name_use",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("name", "document", name="pk_name_use"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_name_use_document", "name_use", ["document"])


def _told() -> None:
    op.create_table(
        "told",
        sa.Column("report", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", _NUMBER, nullable=False),
        sa.Column("event", _NUMBER, nullable=True),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_told_report"),
        sa.PrimaryKeyConstraint("report", name="pk_told"),
    )
    op.create_index("ix_told_document", "told", ["document"])
    op.create_index("ix_told_event", "told", ["event"])


def _event_key() -> None:
    op.create_table(
        "event_key",
        sa.Column("key", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("report", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "report", name="pk_event_key"),
        sqlite_with_rowid=False,
    )


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("status_day", sa.Text(), nullable=True),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("begins", sa.Text(), nullable=True),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("story", _NUMBER, nullable=True),
        sa.Column("p", sa.Double(), nullable=False),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.Column("merged", sa.LargeBinary(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_event"),
    )
    op.create_index("ix_event_disputed", "event", ["disputed", "first", "event_id"])
    op.create_index("ix_event_event_id", "event", ["event_id"])
    op.create_index("ix_event_first", "event", ["first", "event_id"])
    op.create_index("ix_event_origins", "event", ["origins"])
    op.create_index("ix_event_status", "event", ["status", "first", "event_id"])
    op.create_index("ix_event_type", "event", ["type", "first", "event_id"])


def _event_party() -> None:
    op.create_table(
        "event_party",
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("event", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("party", "first", "event", name="pk_event_party"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_party_event", "event_party", ["event", "party"])


def _actor_name() -> None:
    op.create_table(
        "actor_name",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_actor_name"),
        sa.UniqueConstraint("name", name="uq_actor_name_name"),
    )


def _event_name() -> None:
    op.create_table(
        "event_name",
        sa.Column("name", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("event", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("name", "side", "event", name="pk_event_name"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_name_event", "event_name", ["event"])


def _event_step() -> None:
    op.create_table(
        "event_step",
        sa.Column("event", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("position", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event", "position", name="pk_event_step"),
        sqlite_with_rowid=False,
    )
