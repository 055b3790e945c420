"""The tables of a ledger: flat, typed, and each span gives back its words."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

import readout
from exported_ledger import chosen_of
from readout.exports import parquet
from readout.exports.chosen import Chosen, choose
from readout.exports.jsonl import write_jsonl
from readout.exports.parquet import arrow_table, write_parquet
from readout.exports.tables import TABLES, table_called
from readout.ledger.questions import EventQuestion

SPANS = {
    "statement_spans": [("words", "start", "end")],
    "reports": [
        ("trigger", "trigger_start", "trigger_end"),
        ("sentence", "sentence_start", "sentence_end"),
    ],
}


def told(folder: Path, name: str) -> Iterator[dict[str, object]]:
    """Yield the rows of one of the files of JSON lines."""
    for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def test_each_span_gives_back_the_exact_words(chosen: Chosen, tmp_path: Path) -> None:
    """A trigger, a sentence and each part of a statement stand where the row says they do."""
    write_jsonl(chosen, tmp_path)
    text = {row["page"]: str(row["text"]) for row in told(tmp_path, "articles")}

    for name, columns in SPANS.items():
        rows = list(told(tmp_path, name))
        assert rows
        for row in rows:
            for words, start, end in columns:
                assert text[row["page"]][slice(row[start], row[end])] == row[words]


def test_a_split_statement_has_a_row_for_each_part(chosen: Chosen) -> None:
    """“We will sit down again,” Dorr told reporters, “because …”: two parts of content."""
    spans = [row for row in table_called("statement_spans").rows(chosen) if row.part == "content"]
    first = next(row for row in spans if row.words == "“We will sit down again,”")
    parts = [row.position for row in spans if row.statement == first.statement]
    row = next(
        row for row in table_called("statements").rows(chosen) if row.statement == first.statement
    )

    assert parts == [0, 1]
    assert (row.content_start, row.quote, row.speaker) == (first.start, "direct", "Anselm Dorr")
    assert row.content_end > first.end


def test_parquet_and_json_lines_say_the_same(chosen: Chosen, tmp_path: Path) -> None:
    """Every table has the same rows in both, with days as dates and counts as numbers."""
    write_parquet(chosen, tmp_path / "parquet")
    write_jsonl(chosen, tmp_path / "jsonl")

    for table in TABLES:
        read = pq.read_table(tmp_path / f"parquet/{table.name}.parquet")
        rows = [
            {name: f"{cell}" if isinstance(cell, date) else cell for name, cell in row.items()}
            for row in read.to_pylist()
        ]
        assert rows == list(told(tmp_path / "jsonl", table.name)), table.name
    events = pq.read_table(tmp_path / "parquet/events.parquet").schema
    assert str(events.field("starts").type) == "date32[day]"
    assert str(events.field("origins").type) == "int64"
    assert not events.field("event").nullable


def test_parquet_is_compressed_by_zstd(chosen: Chosen, tmp_path: Path) -> None:
    """Every column of a table."""
    write_parquet(chosen, tmp_path)
    group = pq.ParquetFile(tmp_path / "statements.parquet").metadata.row_group(0)

    assert {group.column(n).compression for n in range(group.num_columns)} == {"ZSTD"}


def test_duckdb_reads_the_parquet_in_one_line(chosen: Chosen, tmp_path: Path) -> None:
    """Tables are joined by the ids in them; a trigger is cut from its article's text."""
    write_parquet(chosen, tmp_path)
    asked = f"""
        SELECT trigger, substr(text, trigger_start + 1, trigger_end - trigger_start)
        FROM '{tmp_path}/reports.parquet' JOIN '{tmp_path}/articles.parquet' USING (article)
    """  # noqa: S608  the test's own folder
    found = duckdb.sql(asked).fetchall()

    assert len(found) == len(chosen.reports)
    assert all(words == cut for words, cut in found)


def test_ids_lead_from_table_to_table(chosen: Chosen) -> None:
    """Every event of a report, page of a statement and actor of a party is a row of its table."""
    of = {table.name: list(table.rows(chosen)) for table in TABLES}
    ids = {name: {getattr(row, name[:-1]) for row in of[name]} for name in ("events", "actors")}
    pages = {row.page for row in of["pages"]}

    assert {row.event for row in of["reports"]} - {None} == ids["events"]
    assert {row.actor for row in of["report_parties"]} - {None} <= ids["actors"]
    assert {row.page for row in of["statements"]} <= pages
    assert {row.article for row in of["reports"]} <= {row.article for row in of["articles"]}


def test_an_empty_ledger_has_tables_without_rows(nothing: Chosen, tmp_path: Path) -> None:
    """The Parquet has its columns all the same."""
    write_parquet(nothing, tmp_path)
    write_jsonl(nothing, tmp_path)

    for table in TABLES:
        read = pq.read_table(tmp_path / f"{table.name}.parquet")
        assert read.num_rows == 0
        assert read.column_names
        assert (tmp_path / f"{table.name}.jsonl").read_bytes() == b""


def test_filters_leave_what_tells_of_the_events(ledger: str, chosen: Chosen) -> None:
    """Each report is of a chosen event, and no article is there without one or a stance."""
    kind = chosen.events[0].type
    some = chosen_of(ledger, type=kind)

    assert {one.type for one in some.events} == {kind}
    assert set(some.reports) == {report for one in some.events for report in one.reports}
    assert len(some.reports) < len(chosen.reports)
    assert all(one.reports or one.statements for one in some.entered)
    assert {row.page for row in some.pages} == {one.reading.page for one in some.entered}


def test_a_ledger_gives_arrow_tables(ledger: str, chosen: Chosen) -> None:
    """`Ledger.table` takes the filters of `Ledger.events`, and refuses a name there is not."""
    with readout.open(ledger) as opened:
        table = opened.table("events", disputed=False)
        filtered = opened.table("events", type=chosen.events[0].type)
        with pytest.raises(readout.UsageError, match="no table is called 'verdicts'"):
            opened.table("verdicts")

    assert table.equals(arrow_table(chosen, table_called("events")))
    assert 0 < filtered.num_rows < table.num_rows


def test_without_pyarrow_the_message_says_what_to_install(
    chosen: Chosen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written, and no other format needs it."""
    monkeypatch.setattr(parquet, "find_spec", lambda _name: None)

    with pytest.raises(readout.UsageError, match=r"pip install 'readout\[arrow\]'"):
        write_parquet(chosen, tmp_path / "tables")
    with pytest.raises(readout.UsageError, match="an Arrow table needs pyarrow"):
        arrow_table(chosen, table_called("events"))
    assert not list(tmp_path.iterdir())


def test_pages_entered_meanwhile_are_told(chosen: Chosen) -> None:
    """An event whose report is of no article any more is not left out in silence."""
    with pytest.raises(readout.StoreError, match="changed while it was exported"):
        choose(chosen.entered[1:], chosen.judged, EventQuestion())
