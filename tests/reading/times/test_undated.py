"""Pages without a date: what their words tell of when they were published, and what not."""

from readout.reading.times import date_undated, find_times
from readout.records.article import Block, Published
from readout.records.text import Span
from readout.records.time import Interval


def bounds(text: str, *blocks: Block) -> tuple[str | None, str | None] | None:
    """Return the ends of the interval a text is given."""
    interval = date_undated(text, find_times(text, blocks=blocks), blocks=blocks)
    return (interval.start, interval.end) if interval else None


def test_a_past_day_named_in_full_is_not_after_its_page() -> None:
    """“The bridge fell on June 2, 2016” was written on that day or later."""
    assert bounds("The bridge fell on June 2, 2016.") == ("2016-06-02", None)


def test_a_day_to_come_is_not_before_its_page() -> None:
    """“The court will rule on May 5, 2018” was written by then."""
    text = "The law passed on June 2, 2016. The court will rule on May 5, 2018."

    assert bounds(text) == ("2016-06-02", "2018-05-05")


def test_a_captions_day_is_a_lower_bound_only() -> None:
    """A picture of 2015 says that the page is not older, not that it is of 2015."""
    text = "Envoys shake hands on May 1, 2015.\n\nThe talks failed."
    caption = Block(role="caption", span=Span(0, 34))

    assert bounds(text, caption) == ("2015-05-01", None)


def test_last_month_and_a_full_date_tell_the_month() -> None:
    """“capsized on March 20, 2018” and “capsized last month”: a page of April 2018."""
    text = (
        "The ferry capsized off Port Sella last month. Officials said the ferry capsized on "
        "March 20, 2018, in heavy rain. On Monday the inquiry began."
    )
    interval = date_undated(text, find_times(text))
    found = find_times(text)

    assert interval is not None
    assert (interval.start, interval.end) == ("2018-04-01", "2018-04-30")
    assert "an undated page" in interval.reason
    assert "'last month'" in interval.reason
    assert "April 2018" in interval.reason
    assert [one.value for one in found] == ["2018-03", "2018-03-20", "XXXX-WXX-1"]
    assert found[0].interval == Interval(start="2018-03-01", end="2018-03-31")
    assert found[2].interval is None


def test_a_month_without_its_year_leaves_the_end_open() -> None:
    """No word says which April: the first that fits is the start, and the reason says so."""
    text = (
        "Envoys sit in Port Sella on Nov. 11, 2017. (Photo: Ada Renn)\n\n"
        "The envoys discussed the border treaty last month.\n\n"
        "They discussed the treaty on 20 March, a spokesman said on Monday."
    )
    interval = date_undated(text, find_times(text))

    assert interval is not None
    assert (interval.start, interval.end) == ("2018-04-01", None)
    assert "a later one is not excluded" in interval.reason
    assert [one.value for one in find_times(text)] == ["2017-11-11", "", "XXXX-03-20", "XXXX-WXX-1"]


def test_last_month_alone_tells_nothing() -> None:
    """“last month” and a date of something else do not make a month."""
    text = "The minister resigned last month. Rain fell on March 20."

    assert bounds(text) is None


def test_a_page_of_no_dates_is_given_none() -> None:
    """“The talks failed on Monday” has no day at all."""
    assert bounds("The talks failed on Monday.") is None


def test_an_interval_the_page_gives_is_used_where_it_suffices() -> None:
    """In a page of some day of April 2018 “last month” is March, “Monday” stays open."""
    published = Published(interval=Interval(start="2018-04-01", end="2018-04-30"))

    month, day, monday = find_times(
        "It was agreed last month, on 20 March, he said Monday.", published=published
    )

    assert (month.value, day.value) == ("2018-03", "2018-03-20")
    assert (monday.value, monday.interval) == ("XXXX-WXX-1", None)


def test_an_open_interval_places_nothing() -> None:
    """“last month” of a page of April 2018 or later is not known."""
    published = Published(interval=Interval(start="2018-04-01"))

    (month,) = find_times("It was agreed last month.", published=published)

    assert (month.value, month.interval) == ("", None)
