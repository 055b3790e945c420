"""Written dates and their ISO 8601."""

import pytest

from readout.article.dates import iso_date


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2031-05-04", "2031-05-04"),
        ("2031-05-04T09:00:00.000Z", "2031-05-04T09:00:00Z"),
        ("2031-05-04T09:00:00+0200", "2031-05-04T09:00:00+02:00"),
        ("20310504", "2031-05-04"),
        ("Sun, 04 May 2031 09:00:00 GMT", "2031-05-04T09:00:00Z"),
        ("May 4, 2031", "2031-05-04"),
        ("4th of May 2031", "2031-05-04"),
        ("Sept. 4, 2031 at 12:30 a.m.", "2031-09-04T00:30:00"),
        ("19.11.2031", "2031-11-19"),
        ("11/19/2031", "2031-11-19"),
        ("1935000000", "2031-04-26T20:00:00Z"),
    ],
)
def test_a_whole_date_is_read_in_the_forms_pages_use(raw: str, value: str) -> None:
    """Machines and people write dates in many ways."""
    assert iso_date(raw) == value


@pytest.mark.parametrize("raw", ["", "May 2031", "03/04/2031", "2031-13-45", "soon", "0001-01-01"])
def test_what_is_not_one_whole_day_is_no_date(raw: str) -> None:
    """03/04/2031 is in March or in April; it is not guessed."""
    assert iso_date(raw) is None
