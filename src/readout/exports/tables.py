"""The name of a table in, its columns and its rows out: all tables that are exported, in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from readout.errors import UsageError
from readout.exports import entry_rows, event_rows, other_rows, row_types
from readout.exports.chosen import Chosen
from readout.records.text import Record

__all__ = ["TABLES", "Table", "table_called"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the record that is its row, and what makes its rows."""

    name: str
    row: type[Record]
    rows: Callable[[Chosen], Iterator[Record]]


def _page_rows(chosen: Chosen) -> Iterator[row_types.PageRow]:
    return iter(chosen.pages)


TABLES = (
    Table("pages", row_types.PageRow, _page_rows),
    Table("articles", row_types.ArticleRow, entry_rows.article_rows),
    Table("statements", row_types.StatementRow, entry_rows.statement_rows),
    Table("statement_spans", row_types.StatementSpanRow, entry_rows.statement_span_rows),
    Table("reports", row_types.ReportRow, entry_rows.report_rows),
    Table("report_parties", row_types.ReportPartyRow, entry_rows.report_party_rows),
    Table("events", row_types.EventRow, event_rows.event_rows),
    Table("parties", row_types.PartyRow, event_rows.party_rows),
    Table("origins", row_types.OriginRow, event_rows.origin_rows),
    Table("history", row_types.HistoryRow, event_rows.history_rows),
    Table("conflicts", row_types.ConflictRow, event_rows.conflict_rows),
    Table("actors", row_types.ActorRow, other_rows.actor_rows),
    Table("actor_mentions", row_types.ActorMentionRow, other_rows.actor_mention_rows),
    Table("lineages", row_types.LineageRow, other_rows.lineage_rows),
    Table("copies", row_types.CopyRow, other_rows.copy_rows),
    Table("changes", row_types.ChangeRow, other_rows.change_rows),
    Table("differences", row_types.DifferenceRow, other_rows.difference_rows),
)


def table_called(name: str) -> Table:
    """Return the table of that name; raise UsageError where there is none."""
    for one in TABLES:
        if one.name == name:
            return one
    names = ", ".join(one.name for one in TABLES)
    raise UsageError(f"no table is called '{name}'; there are {names}")
