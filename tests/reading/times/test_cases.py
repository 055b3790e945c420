"""Each family of time expressions by example: a sentence in, its times with type and value out."""

import pytest

from readout.reading.times import find_times
from readout.records.article import Published

WEDNESDAY = "2024-05-15"

DATES = [
    ("The pact was signed on March 20.", "March 20=2024-03-20"),
    ("As she confirmed on 20 March, it was over.", "20 March=2024-03-20"),
    ("The leaders met on Nov. 11, 2017.", "Nov. 11, 2017=2017-11-11"),
    ("It was filed on 11/30/2017.", "11/30/2017=2017-11-30"),
    ("It was filed on 30/11/2017.", "30/11/2017=2017-11-30"),
    ("It was filed on 11.12.2017.", "11.12.2017=2017-12-11"),
    ("Updated 2018-03-20 by the desk.", "2018-03-20=2018-03-20"),
    ("File 20180320 was kept.", "20180320=2018-03-20"),
    ("The cable is dated 03-26-90.", "03-26-90=1990-03-26"),
    ("They arrived Friday, April 26, 2024.", "Friday, April 26, 2024=2024-04-26"),
    ("Talks were held from April 3 to 5.", "April 3=2024-04-03 5=2024-04-05"),
    ("The vote was on April 9 and again on the 20th.", "April 9=2024-04-09 the 20th=2024-04-20"),
    ("The 3rd of June is set for the vote.", "3rd of June=2024-06-03"),
    ("It opened on the 3rd of June, 1999.", "3rd of June, 1999=1999-06-03"),
    ("The fleet sailed on February 30.", "February=2024-02"),
    (
        "He lived in Olmara in January nineteen ninety-seven.",
        "January nineteen ninety-seven=1997-01",
    ),
]

PARTS = [
    ("Exports rose in April.", "April=2024-04"),
    ("Exports rose in September 2019.", "September 2019=2019-09"),
    ("It was founded in May last year.", "May last year=2023-05"),
    ("The law dates from 1985.", "1985=1985"),
    ("It grew fast in the 1990s.", "the 1990s=199"),
    ("It grew fast in the late '80s.", "the late '80s=198"),
    ("It was a ruin by the 19th century.", "the 19th century=18"),
    ("Profit fell in the first quarter.", "the first quarter=2024-Q1"),
    ("Profit fell in the third quarter of 2019.", "the third quarter of 2019=2019-Q3"),
    ("Sales doubled in fiscal 1999.", "fiscal 1999=1999"),
    ("The bridge opened in the summer of 1998.", "the summer of 1998=1998-SU"),
    ("They fled last fall.", "last fall=2023-FA"),
    ("Output fell in the first half of 2021.", "the first half of 2021=2021-H1"),
    ("Shops were shut on Christmas Day.", "Christmas Day=2023-12-25"),
    ("He spoke on Labor Day 2019.", "Labor Day 2019=2019-09-02"),
    ("He fasted during Ramadan.", "Ramadan="),
]

RELATIVE = [
    ("The minister resigned on Monday.", "Monday=2024-05-13"),
    ("The minister resigned Wednesday.", "Wednesday=2024-05-15"),
    ("The minister will resign on Monday.", "Monday=2024-05-20"),
    ("The minister resigned last Monday.", "last Monday=2024-05-13"),
    ("The court is due to meet next Friday.", "next Friday=2024-05-17"),
    ("It was discussed last month.", "last month=2024-04"),
    ("It was discussed last week.", "last week=2024-W19"),
    ("He was elected a year ago.", "a year ago=2023"),
    ("He was elected two weeks ago.", "two weeks ago=2024-05-01"),
    ("He was elected five months ago.", "five months ago=2023-12"),
    ("He was elected several years ago.", "several years ago=PAST_REF"),
    ("A vote is planned later this year.", "later this year=2024"),
    ("They spoke yesterday and will speak tomorrow.", "yesterday=2024-05-14 tomorrow=2024-05-16"),
    ("It is now quiet.", "now=PRESENT_REF"),
    ("He recently left.", "recently=PAST_REF"),
    ("Nobody knows the future.", "the future=FUTURE_REF"),
    ("They met over the weekend.", "the weekend=2024-W19-WE"),
    ("War came in 1991. That year he left.", "1991=1991 That year=1991"),
    ("She fled on April 3. The next day he left.", "April 3=2024-04-03 The next day=2024-04-04"),
    (
        "She fled on April 3. The following day he left.",
        "April 3=2024-04-03 The following day=2024-04-04",
    ),
    (
        "First-quarter profit rose; a year earlier it fell.",
        "First-quarter=2024-Q1 a year earlier=2023-Q1",
    ),
]

TIMES = [
    ("It began at 10 a.m. EST on Tuesday.", "10 a.m. EST on Tuesday=2024-05-14T10:00"),
    ("It began at 10:30 p.m. Tuesday.", "10:30 p.m. Tuesday=2024-05-14T22:30"),
    ("It began at noon.", "noon=2024-05-15T12:00"),
    ("It began at 14:30 GMT.", "14:30 GMT=2024-05-15T14:30"),
    ("Fire broke out early Tuesday morning.", "early Tuesday morning=2024-05-14TMO"),
    ("They were arrested Monday night.", "Monday night=2024-05-13TNI"),
    ("He speaks tonight.", "tonight=2024-05-15TNI"),
    ("He spoke this evening.", "this evening=2024-05-15TEV"),
]

LENGTHS = [
    ("It lasted three days.", "three days=P3D"),
    ("It lasted two and a half years.", "two and a half years=P2.5Y"),
    ("It lasted the last twenty four hours.", "the last twenty four hours=PT24H"),
    ("It took decades.", "decades=PXE"),
    ("It took a few weeks.", "a few weeks=PXW"),
    ("Prices fell for the past three months.", "the past three months=P3M"),
    ("It was a five-year plan.", "five-year=P5Y"),
    ("It took more than a year.", "more than a year=P1Y"),
    ("They meet every Monday.", "every Monday=XXXX-WXX-1"),
    ("They meet on Mondays.", "Mondays=XXXX-WXX-1"),
    ("They meet annually.", "annually=P1Y"),
    ("They meet twice a week.", "a week=P1W"),
    ("They meet every two months.", "every two months=P2M"),
]

NO_TIMES = [
    "He paid $1,999 for it.",
    "Theresa May said no.",
    "They may march on the palace.",
    "The Sun reported it, and the second witness agreed.",
    "Prices fall and markets spring forward.",
    "She praised the Fifth Republic.",
    "Three-quarters of 2000 people and 1950 troops agreed.",
    "A 44-year-old teacher and his 1987 Volvo were seen.",
    "21st Century Media owns the Daily Courier.",
    "Version 2.10.24 scored 3:2 on page 12.",
]


def told(text: str, published: str | None = WEDNESDAY) -> str:
    """Return the times of a text as words=value, in order."""
    found = find_times(text, published=Published(value=published))
    return " ".join(f"{one.span.of(text)}={one.value}" for one in found)


@pytest.mark.parametrize(
    ("text", "expected"), [*DATES, *PARTS, *RELATIVE, *TIMES, *LENGTHS], ids=lambda part: part[:40]
)
def test_a_time_gets_its_value(text: str, expected: str) -> None:
    """“on March 20” in a page of May 2024 is 2024-03-20."""
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """“Theresa May said” names no month, “$1,999” no year."""
    assert told(text) == ""


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It was early 1990.", "START"),
        ("It was mid-1990.", "MID"),
        ("It was the end of 1990.", "END"),
        ("It took more than four hours.", "MORE_THAN"),
        ("It took about two days.", "APPROX"),
        ("It took at least 72 hours.", "EQUAL_OR_MORE"),
        ("It took less than a week.", "LESS_THAN"),
        ("It was fixed around March 3.", "APPROX"),
        ("It took a year or so.", "APPROX"),
    ],
)
def test_a_word_that_modifies_a_time_is_kept(text: str, mod: str) -> None:
    """“early 1990” is the start of 1990, “about two days” roughly two."""
    (found,) = find_times(text)

    assert found.mod == mod


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It lasted three days.", "DURATION"),
        ("They meet every Monday.", "SET"),
        ("It rained Monday night.", "TIME"),
        ("It rained Monday.", "DATE"),
    ],
)
def test_a_time_gets_its_type(text: str, kind: str) -> None:
    """“three days” is a duration, “every Monday” a set."""
    (found,) = find_times(text, published=Published(value=WEDNESDAY))

    assert found.type == kind
