"""Which reports are of one event: deeds of speech, plans put off, neighbouring types, reprints."""

import pytest
from msgspec.structs import replace

from ledger_pages import party, report
from readout.ledger.events import merge_reports, tell_report
from readout.ledger.events.told import Told
from readout.records.entries import ReportParty
from readout.records.event import EventType, Status
from readout.records.text import Span

VANE = party("Ida Vane", country="NOR")
ROJO = party("Luis Rojo", country="CHL")
NORWAY = party("Norway", country="NOR")
CHILE = party("Chile", side="recipient", country="CHL")


def tell(  # noqa: PLR0913  one parameter a field
    name: str,
    sentence: str,
    trigger: str,
    *parties: ReportParty,
    event_type: EventType = "REQUEST",
    status: Status = "occurred",
    day: str | None = None,
    published: str = "2031-03-05",
    background: bool = False,
) -> Told:
    """Return a report of its own page; its id is `name`."""
    at = sentence.index(trigger)
    told = report(
        trigger, *parties, at=at, sentence=sentence, event_type=event_type, status=status, day=day
    )
    changed = replace(
        told, report_id=name, sentence_span=Span(0, len(sentence)), background=background
    )
    return tell_report(changed, page=f"page {name}", story="s", published=published)


def events(*told: Told) -> list[tuple[str, ...]]:
    """Return the ids of the reports of each event."""
    return [one.reports for one in merge_reports(told)]


def test_what_two_speakers_ask_is_two_events() -> None:
    """The verb alone ties nothing."""
    one = tell("a", "Vane asked for the crew to be freed", "asked", VANE)
    other = tell("b", "Rojo asked for the crew to be tried", "asked", ROJO)

    assert events(one, other) == [("a",), ("b",)]


def test_what_one_speaker_asks_for_twice_is_two_events_where_it_is_another_thing() -> None:
    """The crew one day, the harvest of grain another; the same thing is one."""
    crew = tell("a", "Vane asked for the captive sailors to be freed", "asked", VANE)
    again = tell("b", "Vane asked again that the sailors be freed", "asked", VANE)
    grain = tell("c", "Vane asked farmers for cheaper grain", "asked", VANE)

    assert events(crew, again, grain) == [("a", "b"), ("c",)]


def test_two_offers_of_different_things_are_two_events() -> None:
    """Money for the captain, and a laboratory."""
    money = tell(
        "a", "Norway offered six million for the captain", "offered", NORWAY, event_type="AGREE"
    )
    denied = tell(
        "b",
        "Norway never offered money for the captain",
        "offered",
        NORWAY,
        event_type="AGREE",
        status="denied",
    )
    lab = tell(
        "c", "Norway offered the services of a laboratory", "offered", NORWAY, event_type="AGREE"
    )

    assert events(money, denied, lab) == [("a", "b"), ("c",)]


def test_an_offer_is_answered_by_who_denies_that_kind_of_offer() -> None:
    """Nobody is its actor, and the words are the offer's."""
    offer = tell(
        "a", "Norway offered to pay for the captain", "offered", NORWAY, event_type="AGREE"
    )
    nobody = party("nobody", sector="")
    other = tell(
        "b", "nobody offered to buy oranges", "offered", nobody, event_type="AGREE", status="denied"
    )
    same = tell(
        "c",
        "nobody offered to pay for any captain",
        "offered",
        nobody,
        event_type="AGREE",
        status="denied",
    )

    assert events(offer, other, same) == [("a", "c"), ("b",)]


@pytest.mark.parametrize(
    ("types", "one_event"),
    [(("SANCTION", "COERCE"), True), (("SANCTION", "AID"), False)],
)
def test_one_deed_may_be_told_under_neighbouring_types(
    types: tuple[EventType, EventType], one_event: object
) -> None:
    """An expulsion is a sanction or coercion, never aid."""
    words = "Norway expelled two envoys of Chile"
    told = [
        tell(name, words + " " + more, "expelled", NORWAY, CHILE, event_type=type_)
        for name, more, type_ in zip("ab", ("at noon", "in a rage"), types, strict=True)
    ]

    assert (len(events(*told)) == 1) is one_event


def test_a_visit_that_is_put_off_is_the_one_that_was_planned_and_the_one_that_came() -> None:
    """Planned for the 10th, put off on the 9th, made on the 16th."""
    plan = tell(
        "a",
        "Vane will visit Chile",
        "visit",
        VANE,
        CHILE,
        event_type="AGREE",
        status="planned",
        day="2031-03-10",
    )
    off = tell(
        "b",
        "Vane has postponed a visit to Chile",
        "postponed",
        VANE,
        CHILE,
        event_type="REJECT",
        day="2031-03-09",
        published="2031-03-09",
    )
    made = tell(
        "c",
        "Vane visited Chile",
        "visited",
        VANE,
        CHILE,
        event_type="CONSULT",
        day="2031-03-16",
        published="2031-03-16",
    )

    assert events(plan, off, made) == [("a", "b", "c")]


def test_what_came_about_before_the_planned_day_is_another() -> None:
    """A thing is put off, seldom brought forward."""
    made = tell("a", "Vane met Rojo", "met", VANE, ROJO, event_type="CONSULT", day="2031-03-02")
    plan = tell(
        "b",
        "Vane will meet Rojo",
        "meet",
        VANE,
        ROJO,
        event_type="AGREE",
        status="planned",
        day="2031-03-10",
    )

    assert events(made, plan) == [("a",), ("b",)]


def test_meetings_of_other_pairs_are_other_meetings() -> None:
    """Each names one whom the other, which names two as well, does not."""
    ibsen = party("Nora Ibsen", country="DNK")
    one = tell("a", "Vane met Rojo", "met", VANE, ROJO, event_type="CONSULT")
    other = tell("b", "Vane met Ibsen", "met", VANE, ibsen, event_type="CONSULT")

    assert events(one, other) == [("a",), ("b",)]


def test_a_later_page_tells_as_background_what_was_news() -> None:
    """An earlier one cannot."""
    words = "Norway expelled two envoys of Chile"
    news = tell("a", words, "expelled", NORWAY, CHILE, event_type="SANCTION")
    later, earlier = (
        tell(
            "b",
            words + ", which angered many",
            "expelled",
            NORWAY,
            CHILE,
            event_type="SANCTION",
            background=True,
            published=day,
        )
        for day in ("2031-03-20", "2031-02-20")
    )

    assert events(news, later) == [("a", "b")]
    assert events(news, earlier) == [("a",), ("b",)]


def test_what_is_told_as_news_is_not_of_years_ago() -> None:
    """Chile seized another ship long before."""
    news = tell("a", "Norway seized a ship of Chile", "seized", NORWAY, CHILE, event_type="COERCE")
    old = tell(
        "b",
        "Norway seized a boat of Chile",
        "seized",
        NORWAY,
        CHILE,
        event_type="COERCE",
        day="2021-05-01",
    )

    assert events(news, old) == [("a",), ("b",)]


def test_a_sentence_printed_twice_tells_one_event() -> None:
    """A reprint leaves the parties to be found anew, and not all are."""
    words = "“We appealed to every harbour master along that coast,” the owner said"
    one = tell("a", words, "appealed", VANE)
    other = tell("b", words, "appealed")

    assert events(one, other) == [("a", "b")]


def test_a_day_between_two_pages_is_a_conflict_of_one_arrest() -> None:
    """Late on the 3rd, says one; on the 4th, says the other; a week later is another arrest."""
    holm = party("Ib Holm", side="recipient", country="DNK", sector="")
    words = "Ib Holm was arrested at the quay"
    one, other, again = (
        tell(name, words, "arrested", holm, event_type="COERCE", day=day, published="2031-03-20")
        for name, day in (("a", "2031-03-03"), ("b", "2031-03-04"), ("c", "2031-03-11"))
    )

    assert events(one, other, again) == [("a", "b"), ("c",)]


def test_a_deed_and_what_is_said_of_it_are_two_events() -> None:
    """A visit, and a promise on the way to it."""
    visit = tell("a", "Vane will visit Chile", "visit", VANE, CHILE, event_type="AGREE")
    promise = tell(
        "b", "Vane assured Chile of her trust", "assured", VANE, CHILE, event_type="AGREE"
    )

    assert events(visit, promise) == [("a",), ("b",)]
