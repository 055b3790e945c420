"""Event data of a ledger: one row an event, with the counts that a row a report does not have."""

import csv
from io import BytesIO

from readout.exports.chosen import Chosen
from readout.exports.event_data import GDELT_EVENT_COLUMNS, PLOVER_EVENT_COLUMNS
from readout.exports.write import Format, write_export

Rows = list[dict[str, str]]


def rows(chosen: Chosen, form: Format, *, all_statuses: bool = False) -> Rows:
    """Return the rows that are written."""
    file = BytesIO()
    write_export(chosen, form, file, all_statuses=all_statuses)
    lines = file.getvalue().decode().splitlines()
    return list(csv.DictReader(lines, dialect="excel-tab" if form == "gdelt" else "excel"))


def test_plover_has_one_row_an_event(chosen: Chosen) -> None:
    """Its counts, verdict, date and status are the ledger's."""
    found = rows(chosen, "plover")

    assert tuple(found[0]) == PLOVER_EVENT_COLUMNS
    assert [row["Event ID"] for row in found] == [one.event_id for one in chosen.events]
    for row, one in zip(found, chosen.events, strict=True):
        counts = (len(one.origins), len(one.reports), len(one.documents), len(one.outlets))
        told = tuple(int(row[name]) for name in ("Origins", "Reports", "Articles", "Outlets"))
        assert told == counts
        assert row["Verdict"] == one.verdict
        assert row["Status"] == (one.status or "disputed")
        assert row["Event Date"].partition("/")[0] == (one.start or "")


def test_an_event_told_twice_is_one_row_with_its_evidence(chosen: Chosen) -> None:
    """The talks over the dam are in two pages; the trigger is quoted from one of them."""
    row = next(row for row in rows(chosen, "plover") if "talks" in row["Evidence"])
    texts = {one.reading.page: one.text for one in chosen.entered}
    text = texts[row["Story ID"]]

    assert int(row["Reports"]) > 1
    assert (
        " ".join(text[int(row["Evidence Start"]) : int(row["Evidence End"])].split())
        == (row["Evidence"])
    )


def test_gdelt_has_at_most_one_row_an_event(chosen: Chosen) -> None:
    """What is no fact and no intention is left out, unless it is asked for."""
    some, every = rows(chosen, "gdelt"), rows(chosen, "gdelt", all_statuses=True)
    ids = [row["GLOBALEVENTID"] for row in every]

    assert tuple(every[0]) == GDELT_EVENT_COLUMNS
    assert len(ids) == len(set(ids))
    assert 0 < len(some) < len(every) <= len(chosen.events)
    assert all(int(row["NumArticles"]) >= 1 and row["NumSources"] for row in every)
    assert not any(row["Status"] in {"denied", "cancelled"} for row in some)
