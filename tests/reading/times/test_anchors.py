"""What times are counted from: the page's date, an update's own time, the text, the tense."""

import pytest

from readout.reading.times import find_times
from readout.records.article import Block, Published
from readout.records.reading import Sentence, Token
from readout.records.text import Span
from readout.records.time import Interval

PUBLISHED = Published(value="2018-04-03")


def test_a_relative_time_is_counted_from_the_page() -> None:
    """In a page of 3 April 2018 “last month” is March and “Monday” is the 2nd."""
    text = "She said on Monday that they had spoken last month, on 20 March."

    monday, month, day = find_times(text, published=PUBLISHED)

    assert monday.interval == Interval(start="2018-04-02", end="2018-04-02")
    assert month.interval == Interval(start="2018-03-01", end="2018-03-31")
    assert day.interval == Interval(start="2018-03-20", end="2018-03-20")
    assert {monday.anchor, month.anchor, day.anchor} == {"published"}


def test_a_complete_date_is_its_own_anchor() -> None:
    """“Nov. 11, 2017” needs no page to be counted from."""
    (found,) = find_times("They met on Nov. 11, 2017.")

    assert (found.value, found.anchor) == ("2017-11-11", "text")


def test_a_live_update_has_its_own_today() -> None:
    """“today” in an update of the 1st is the 1st, in the text around it the page's day."""
    text = "The talks end today.\n\nEnvoys arrived today."
    blocks = (
        Block(role="paragraph", span=Span(0, 20)),
        Block(role="update", span=Span(22, len(text)), time="2018-04-01T09:00:00Z"),
    )

    page, update = find_times(text, blocks=blocks, published=PUBLISHED)

    assert (page.value, page.anchor) == ("2018-04-03", "published")
    assert (update.value, update.anchor) == ("2018-04-01", "block")


def test_what_the_text_speaks_of_is_an_anchor() -> None:
    """“the following day” is counted from the date before it."""
    text = "The envoy died on March 2. The following day the talks ended."

    _, following = find_times(text, published=PUBLISHED)

    assert (following.value, following.anchor) == ("2018-03-03", "narrative")


def test_a_narrative_time_without_a_date_before_it_is_open() -> None:
    """“the following day” of an unnamed day is not guessed."""
    (found,) = find_times("The following day the talks ended.", published=PUBLISHED)

    assert (found.value, found.interval, found.anchor) == ("", None, "none")


@pytest.mark.parametrize(("tag", "value"), [("VBD", "2018-03-30"), ("MD", "2018-04-06")])
def test_the_verbs_part_of_speech_turns_a_weekday(tag: str, value: str) -> None:
    """“put” is past or not by its tag alone: “they put it Friday”."""
    text = "They zog it Friday."
    places = ((0, 4), (5, 8), (9, 11), (12, 18), (18, 19))
    tags = ("PRP", tag, "PRP", "NNP", ".")
    tokens = tuple(
        Token(start=start, end=end, tag=one) for (start, end), one in zip(places, tags, strict=True)
    )

    (found,) = find_times(
        text,
        sentences=(Sentence(span=Span(0, len(text)), tokens=tokens),),
        published=PUBLISHED,
    )

    assert found.value == value


def test_a_time_of_day_has_its_minutes_and_its_zone() -> None:
    """“10 a.m. EST Tuesday” is five hours behind Greenwich."""
    (found,) = find_times("It opened at 10 a.m. EST Tuesday.", published=PUBLISHED)

    assert found.value == "2018-04-03T10:00"
    assert found.interval == Interval(start="2018-04-03T10:00-05:00", end="2018-04-03T10:00-05:00")


def test_a_fiscal_year_has_no_days() -> None:
    """“fiscal 1999” starts when its company says, which the text does not tell."""
    (found,) = find_times("Sales rose in fiscal 1999.", published=PUBLISHED)

    assert (found.value, found.interval) == ("1999", None)
