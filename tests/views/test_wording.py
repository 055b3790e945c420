"""The phrases a reader is told."""

import msgspec
import pytest

from readout import Evidence, Interval, Published, Reading, Span, Timex
from readout.views.wording import (
    quote_words,
    tell_interval,
    tell_other,
    tell_place,
    tell_published,
    tell_sureness,
    tell_time,
)


def test_a_date_is_told_with_its_witness_and_its_words(reading: Reading) -> None:
    """2031-06-03, because JSON-LD says so, in these words; and that the URL says otherwise."""
    told = tell_published(reading.article)

    assert told.startswith("2031-06-03, by json-ld at datePublished: “2031-06-03T07:30:00+02:00”")
    assert told.endswith("other witnesses differ")


def test_a_date_of_the_callers_is_told_as_the_callers(reading: Reading) -> None:
    """`--published 2031-06-04` has no words on the page to show."""
    article = msgspec.structs.replace(
        reading.article, published=Published(value="2031-06-04", by="caller"), evidence=()
    )

    assert tell_published(article) == "2031-06-04, by caller"


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        (None, "undated: the page declares no date"),
        (Interval(reason="it names no day"), "undated: it names no day"),
        (
            Interval(start="2031-06-01", end="2031-06-30", reason="'on Monday', in June"),
            "undated, 2031-06-01 to 2031-06-30: 'on Monday', in June",
        ),
        (Interval(end="2031-06-30"), "undated, until 2031-06-30"),
    ],
)
def test_an_undated_page_is_told_with_its_interval_and_reason(
    reading: Reading, interval: Interval | None, told: str
) -> None:
    """A page without a date never shows one."""
    published = Published(interval=interval)

    assert tell_published(msgspec.structs.replace(reading.article, published=published)) == told


@pytest.mark.parametrize(
    ("p", "word"), [(0.95, "sure"), (0.7, "likely"), (0.5971, "likely"), (0.3, "unsure")]
)
def test_probabilities_have_words(p: float, word: str) -> None:
    """Nobody has to know what .7 means; .5971 is shown as 0.60, and told as such."""
    assert tell_sureness(p) == word


def test_an_open_end_is_told_as_from_or_until() -> None:
    """“since March” has no last day."""
    assert tell_interval(Interval(start="2031-03-01")) == "from 2031-03-01"
    assert tell_interval(Interval()) == ""


def test_a_time_without_a_value_is_told_as_left_open() -> None:
    """On an undated page “this summer” has no year."""
    assert tell_time(Timex(tid="t1", span=Span(0, 1), type="DATE", value="")) == "left open"


def test_a_time_whose_week_is_not_known_is_told_so() -> None:
    """On an undated page “on Monday” is some Monday."""
    monday = Timex(tid="t1", span=Span(0, 1), type="DATE", value="XXXX-WXX-1")

    assert tell_time(monday) == "XXXX-WXX-1, which one is left open"


def test_a_day_without_its_year_is_told_so() -> None:
    """The dateline “NORHAVN, June 3 (Sudmark Wire) -” names no year."""
    quote = "NORHAVN, June 3 (Sudmark Wire) -"
    dateline = Evidence(
        field="published", value="--06-03", witness="dateline", where="", quote=quote
    )

    assert tell_other(dateline) == f"06-03 of a year not named, by dateline: “{quote}”"


def test_places_count_paragraphs_as_a_reader_does(reading: Reading) -> None:
    """The headline, captions and subheads are no paragraphs."""
    blocks = {block.span: block.role for block in reading.article.blocks}
    places = [tell_place(reading.article.blocks, (span,)).name for span in blocks]

    assert places == [
        *("headline", "dek", "byline", "paragraph 1", "caption", "paragraph 2", "paragraph 3"),
        *("subhead", "paragraph 4", "paragraph 5", "paragraph 6", "paragraph 7"),
    ]


def test_words_over_two_paragraphs_stay_on_one_line(reading: Reading) -> None:
    """A content in two pieces, the second over a paragraph's end."""
    told = quote_words(reading.article.text, reading.attributions[1].content)

    assert told == (
        "“We will sit down again,” … "
        "“because the river does not wait. ¶ “And neither do the farmers.”"
    )
