"""How the example story's ledger is scored: on two events that are told on two pages."""

from benchmarks.scoring.example import score_events
from benchmarks.scoring.example_records import (
    EventWanted,
    OriginsWanted,
    ReportWanted,
    StanceWanted,
    StepWanted,
)
from ledger_pages import page, party, report
from readout.ledger.judge import judge_entries

NORWAY = party("Norway", country="NOR")
CHILE = party("Chile", side="recipient", country="CHL")
WORDS = "Norway  banned ships of Chile"


def wanted(name: str, *pages: str) -> EventWanted:
    """Return an event that those pages tell."""
    return EventWanted(
        id=name,
        reports=tuple(
            ReportWanted(page=one, words="Norway banned ships", trigger="banned") for one in pages
        ),
        origins=OriginsWanted(count=1),
        parties={"NOR": (StanceWanted(stance="silent"),)},
        verdict="1 origin",
        disputed=False,
        history=(StepWanted(said="2020-03-01", status="occurred"),),
    )


def test_a_found_report_is_matched_whatever_the_white_space_and_a_missing_one_counts() -> None:
    """Of two expected events one is found whole; what is found beside its parties counts."""
    told = page(
        "Post",
        "2020-03-01",
        reports=[report("banned", NORWAY, CHILE, at=WORDS.index("banned"), sentence=WORDS)],
        text=WORDS,
    )
    blank = page("Echo", "2020-03-01", text="Nothing of it.")
    pages = {"post": told, "echo": blank}
    figures = score_events(
        [wanted("one", "post"), wanted("two", "echo")], judge_entries(pages.values()), pages
    )

    assert (figures["reports"], figures["reports_found"]) == (2, 1)
    assert (figures["precision"], figures["recall"]) == (100.0, 50.0)
    assert figures["origins_exact"] == 50.0
    assert figures["origins_exact_of_matched"] == 100.0
    assert figures["history"] == 50.0
    assert figures["parties_f1"] == 50.0
    assert figures["disputed_wrongly"] == 0
