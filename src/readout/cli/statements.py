"""A ledger and a question in, its statements, or what has certain words, out."""

import sys
from typing import Annotated

import typer

from readout.cli.answers import print_csv, print_records_json, print_table
from readout.cli.asked import (
    AsOf,
    Between,
    Csv,
    Json,
    Since,
    Speaker,
    Until,
    checked,
    day_given,
)
from readout.cli.border import border
from readout.cli.ledger import LedgerOption, open_for
from readout.ledger.questions import EventQuestion, choose_statements, choose_utterances
from readout.ledger.tellings import known_by
from readout.views.ledger import (
    HIT_COLUMNS,
    STATEMENT_COLUMNS,
    UTTERANCE_COLUMNS,
    hit_row,
    statement_row,
    utterance_rows,
)
from readout.views.wording import count_of

__all__ = ["search", "statements"]

_SHOWN = ("day", "outlet", "speaker", "act", "content")
_Together = Annotated[
    bool, typer.Option("--together", help="The same words of one speaker once, with variants.")
]
_Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them must be there.")]
_Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help="At most so many of each.")]


def statements(  # noqa: PLR0913  one parameter an option
    *,
    ledger: LedgerOption = "readout.db",
    between: Between = None,
    speaker: Speaker = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    together: _Together = False,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List who said what, in the order of the pages' days.

    With --together, quotes of the same words are told once: each way in which outlets quote them,
    with words in [brackets] that the fullest does not have there.

    Example: readout statements --speaker Lavrov --since 2018-03-01
    """
    with border():
        question = checked(
            EventQuestion(between=between or (), speaker=speaker, since=since, until=until)
        )
        if together:
            _print_together(ledger, question, as_of, json=json, csv=csv)
            return
        with open_for(ledger) as opened:
            known = known_by(opened.store.each_entered(), day_given("--as-of", as_of))
            chosen = list(choose_statements(known, question))
        if json:
            print_records_json(said for _, said in chosen)
            return
        rows = [statement_row(entered, said) for entered, said in chosen]
        if csv:
            print_csv(rows, STATEMENT_COLUMNS)
        else:
            print_table(rows, _SHOWN)
            sys.stderr.write(f"{count_of(len(rows), 'statement')}\n")


def _print_together(
    ledger: str, question: EventQuestion, as_of: str | None, *, json: bool, csv: bool
) -> None:
    with open_for(ledger) as opened:
        found = opened.utterances(as_of=day_given("--as-of", as_of))
    chosen = list(choose_utterances(found, question))
    if json:
        print_records_json(chosen)
    else:
        rows = [row for one in chosen for row in utterance_rows(one)]
        (print_csv if csv else print_table)(rows, UTTERANCE_COLUMNS)


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
