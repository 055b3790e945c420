"""Reports of one event are tied, with reasons; what contradicts stays apart; order is nothing."""

from dataclasses import replace
from itertools import permutations

import pytest

from readout.ledger.events import Told, judge_pair, merge_reports
from readout.ledger.events.deeds import kin, kinds_of
from readout.ledger.events.told import Side, deeds_of, side_of, weigh_around


def state(name: str, country: str) -> Side:
    """Return a state as a side."""
    return replace(side_of(name), country=country, state=True)


def told(report_id: str, trigger: str, **changes: object) -> Told:
    """Return a report of Arvania's expelling two of Borland's envoys."""
    words = ["Arvania", "two", "Borland", "envoys", "Tuesday", trigger]
    plain = Told(
        report_id=report_id,
        page=f"page {report_id}",
        story="s1",
        type="COERCE",
        status="occurred",
        deeds=deeds_of([trigger]),
        kinds=kinds_of(trigger),
        actors=(state("Arvania", "ARV"),),
        recipients=(state("Borland", "BOR"),),
        start="2031-03-04",
        end="2031-03-04",
        around=weigh_around(words, [trigger]),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verb", "noun"), [("expelled", "expulsion"), ("decided", "decision"), ("invade", "invasion")]
)
def test_a_noun_is_kin_to_its_verb(verb: str, noun: str) -> None:
    """One page says "expelled", the other "the expulsion"."""
    assert kin(verb) == kin(noun)


def test_two_reports_of_one_expulsion_are_one_event_with_its_reasons() -> None:
    """The same day, parties and deed, told with verb and noun."""
    (event,) = merge_reports([told("a", "expelled"), told("b", "expulsion")])

    assert event.reports == ("a", "b")
    assert "same actor" in event.judgements[0].reasons


@pytest.mark.parametrize(
    "change",
    [
        {"start": "2031-01-09", "end": "2031-01-09"},
        {"recipients": (state("Corvia", "COR"),)},
        {"place_country": "COR"},
        {"recipients": (side_of("five envoys"),)},
        {"background": True, "start": None, "end": None},
    ],
    ids=["date", "party", "place", "number", "background"],
)
def test_contradictions_keep_reports_apart(change: dict[str, object]) -> None:
    """Another day, another recipient, another land, five and not two, news and background."""
    one = (
        told("a", "expelled", place_country="ARV", recipients=(side_of("two envoys"),))
        if "five" in str(change)
        else told("a", "expelled", place_country="ARV")
    )
    judged = judge_pair(one, told("b", "expelled", **change))

    assert judged.p == 0
    assert judged.contradictions
    assert len(merge_reports([one, told("b", "expelled", **change)])) == 2


def test_the_order_of_reports_never_matters() -> None:
    """Every order of four reports gives the same events."""
    reports = [
        told("a", "expelled"),
        told("b", "expulsion"),
        told("c", "expelled", start="2031-01-09", end="2031-01-09"),
        told("d", "deported", story=None),
    ]
    first = merge_reports(reports)

    assert all(merge_reports(order) == first for order in permutations(reports))


def test_people_have_the_last_word() -> None:
    """A decision to keep two reports apart outdoes the judgement, and one to tie them as well."""
    reports = [told("a", "expelled"), told("b", "expulsion")]
    other = [reports[0], told("b", "expelled", start="2031-01-09", end="2031-01-09")]

    assert len(merge_reports(reports, decided={("a", "b"): False})) == 2
    assert len(merge_reports(other, decided={("a", "b"): True})) == 1
