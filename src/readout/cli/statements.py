"""A ledger and a question in, its statements, or what has certain words, out."""

import sys
from typing import Annotated

import typer

from readout.cli.answers import print_csv, print_records_json, print_table
from readout.cli.asked import Between, Csv, Json, Since, Speaker, Until, checked
from readout.cli.border import border
from readout.cli.ledger import LedgerOption, open_for
from readout.ledger.questions import EventQuestion, choose_statements
from readout.views.ledger import HIT_COLUMNS, STATEMENT_COLUMNS, hit_row, statement_row
from readout.views.wording import count_of

__all__ = ["search", "statements"]

_SHOWN = ("day", "outlet", "speaker", "act", "content")
_Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them must be there.")]
_Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help="At most so many of each.")]


def statements(  # noqa: PLR0913  one parameter an option
    *,
    ledger: LedgerOption = "readout.db",
    between: Between = None,
    speaker: Speaker = None,
    since: Since = None,
    until: Until = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List who said what, in the order of the pages' days.

    Example: readout statements --speaker Lavrov --since 2018-03-01
    """
    with border():
        question = checked(
            EventQuestion(between=between or (), speaker=speaker, since=since, until=until)
        )
        with open_for(ledger) as opened:
            chosen = list(choose_statements(opened.store.each_entered(), question))
        if json:
            print_records_json(said for _, said in chosen)
            return
        rows = [statement_row(entered, said) for entered, said in chosen]
        if csv:
            print_csv(rows, STATEMENT_COLUMNS)
        else:
            print_table(rows, _SHOWN)
            sys.stderr.write(f"{count_of(len(rows), 'statement')}\n")


def search(
    words: _Words,
    *,
    ledger: LedgerOption = "readout.db",
    most: _Most = 50,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Find statements and reports that have all the words, the best first.

    Example: readout search poisoning Salisbury
    """
    with border(), open_for(ledger) as opened:
        hits = opened.search(" ".join(words), most=most)
        if json:
            print_records_json(hits)
        else:
            pages = opened.store.entered(sorted({hit.found.reading_id for hit in hits}))
            rows = [hit_row(hit.found, pages[hit.found.reading_id]) for hit in hits]
            (print_csv if csv else print_table)(rows, HIT_COLUMNS)
