"""A place in, a ledger out with all that is hard to export: invented pages and a hand-made one.

The hand-made page is there twice, once without a web address.
"""

from msgspec.structs import replace

from ledgers import answer_of, answers, enter_all
from readout import Page, Reading
from readout import open as open_ledger
from readout.exports.chosen import Chosen, EventFilters, question_from
from readout.exports.gather import gather
from readout.ledger.judge import judge_entries
from readout.ledger_api import Ledger
from sample_reading import sample_reading

__all__ = ["chosen_of", "enter_example"]


def enter_example(place: str) -> str:
    """Enter the pages; return the place."""
    reading = sample_reading()
    bare = replace(reading, article=replace(reading.article, url=None, digest="5a" * 32))
    enter_all(
        place, [*answers(3), answer_of(_page(reading), reading), answer_of(_page(bare), bare)]
    )
    return place


def chosen_of(place: str, **filters: object) -> Chosen:
    """Return what is to be exported of the ledger there."""
    told = EventFilters(**filters)
    with open_ledger(place) as ledger:
        return _chosen(ledger, told)


def _chosen(ledger: Ledger, filters: EventFilters) -> Chosen:
    entered = list(ledger.store.each_entered())
    judged = judge_entries(entered, as_of=filters.get("as_of"))
    question = question_from(filters)
    return gather(ledger.store, entered, judged, question, changes=ledger.changes())


def _page(reading: Reading) -> Page:
    article = reading.article
    return Page(
        body=article.text.encode(),
        digest=article.digest,
        address=f"pages/{article.digest[:2]}.html",
        url=article.url,
    )
