"""Mentions of one event in one article become one event, with the reason; others stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mention_of import actor, mention_of
from readout.reading.events.mentioned import Mentioned
from readout.reading.events.tie import tie_mentions

NORWAY, CHILE = actor("Norway", "NOR"), actor("Chile", "CHL")
OSLO = actor("the foreign ministry in Oslo", "NOR", "GOV")
BERG, ROJAS = actor("Tor Berg", "NOR", "GOV"), actor("Ana Rojas", "CHL", "GOV")
ENVOYS = actor("two Chilean attachés", "CHL", "GOV")


def test_headline_lead_and_a_word_that_points_back_are_one_event() -> None:
    """The lead tells most, so its fields are the event's; every other mention says why it is in."""
    headline = mention_of(
        "SANCTION", "expe", at=0, actors=(NORWAY,), recipients=(CHILE,), role="headline"
    )
    lead = mention_of(
        "SANCTION", "expe", at=1, actors=(OSLO,), recipients=(ENVOYS,), day="2026-05-03"
    )
    later = mention_of("SANCTION", "expe", at=6, actors=(actor("Oslo", "NOR"),), definite=True)

    (event,) = tie_mentions([headline, lead, later], by="test")

    assert event.lead == 1
    assert event.time is not None
    assert event.time.value == "2026-05-03"
    assert [one.tied_by != "" for one in event.mentions] == [False, True, True]
    assert len(event.actors) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            mention_of("CONSULT", "meet", at=0, actors=(BERG, ROJAS), day="2026-05-03"),
            mention_of("CONSULT", "meet", at=1, actors=(BERG, ROJAS), day="2025-05-03"),
        ),
        (
            mention_of("SANCTION", "expe", at=0, actors=(NORWAY,), recipients=(CHILE,)),
            mention_of("SANCTION", "expe", at=1, actors=(CHILE,), recipients=(NORWAY,)),
        ),
        (
            mention_of("SANCTION", "expe", at=0, recipients=(actor("60 diplomats", "CHL"),)),
            mention_of("SANCTION", "expe", at=1, recipients=(actor("two diplomats", "CHL"),)),
        ),
        (
            mention_of("CONSULT", "visi", at=0, actors=(BERG,), status="occurred"),
            mention_of("CONSULT", "visi", at=1, actors=(BERG,), status="planned"),
        ),
        (
            mention_of("ACCUSE", "accu", at=0, actors=(NORWAY,)),
            mention_of("THREATEN", "accu", at=1, actors=(NORWAY,)),
        ),
        (
            mention_of("CONSULT", "visi", at=0, actors=(BERG,), recipients=(CHILE,)),
            mention_of("CONSULT", "visi", at=1, actors=(ROJAS,), recipients=(CHILE,)),
        ),
    ],
    ids=["day", "direction", "number", "plan", "type", "person"],
)
def test_what_contradicts_stays_apart(one: Mentioned, other: Mentioned) -> None:
    """Another day, another direction, another number, a plan beside a fact: two events."""
    assert len(tie_mentions([one, other], by="test")) == 2


def test_sides_of_a_mutual_deed_may_change_places() -> None:
    """Berg met Rojas; the meeting of Rojas and Berg."""
    one = mention_of("CONSULT", "meet", at=0, actors=(BERG,), recipients=(ROJAS,))
    other = mention_of("CONSULT", "meet", at=1, actors=(ROJAS, BERG))

    (event,) = tie_mentions([one, other], by="test")

    assert {party.name for party in (*event.actors, *event.recipients)} == {"Tor Berg", "Ana Rojas"}


def test_words_that_name_nobody_do_not_keep_apart() -> None:
    """The call of Berg and Rojas; “both presidents spoke again of the call”."""
    one = mention_of("CONSULT", "call", at=0, actors=(BERG, ROJAS), mode="phone")
    other = mention_of(
        "CONSULT", "call", at=2, actors=(actor("both presidents"),), mode="phone", definite=True
    )

    assert len(tie_mentions([one, other], by="test")) == 1


def test_a_visit_called_off_is_called_off() -> None:
    """The farthest that it is said to have come is the event's status, in that one's words."""
    planned = mention_of(
        "AGREE", "visi", at=0, actors=(BERG,), recipients=(CHILE,), status="planned"
    )
    dropped = mention_of(
        "AGREE", "visi", at=3, actors=(BERG,), status="cancelled", definite=True, voice="a4"
    )

    (event,) = tie_mentions([planned, dropped], by="test")

    assert (event.status, event.voice.aid) == ("cancelled", "a4")


@given(st.lists(st.sampled_from(["expe", "visi", "meet"]), max_size=12))
def test_no_mention_is_lost_or_told_twice(stems: list[str]) -> None:
    """Whatever is tied, each mention is in exactly one event, in text order."""
    mentions = [
        mention_of("CONSULT", stem, at=number, actors=(BERG,), definite=bool(number % 2))
        for number, stem in enumerate(stems)
    ]

    events = tie_mentions(mentions, by="test")

    told = sorted(one.trigger for event in events for one in event.mentions)
    assert told == [one.mention.trigger for one in mentions]
    assert [event.eid for event in events] == [f"e{n}" for n in range(1, len(events) + 1)]
