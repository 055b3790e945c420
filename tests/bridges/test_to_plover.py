"""Events as rows in the manner of PLOVER."""

from bridges.event_reading import NORWAY, OSLO, RUSSIA, at, day, event, reading_of, says, speaker
from readout import Actor, Voice, to_plover
from readout.bridges import PLOVER_COLUMNS


def test_a_row_says_who_whom_when_where_and_in_which_words() -> None:
    """Codes, scores and names stand in the columns event data has; the evidence stands beside."""
    monday = day("2031-06-02", "2031-06-02", "2031-06-02")
    expulsion = event("SANCTION", "expel", contexts=("diplomatic",), time=monday, place=OSLO)

    (row,) = to_plover(reading_of(expulsion))

    assert tuple(row) == PLOVER_COLUMNS
    assert row == {
        "Event ID": f"{'4f' * 8}-e1",
        "Event Date": "2031-06-02",
        "Event Type": "SANCTION",
        "Event Mode": "expel",
        "Intensity": "-5.5",
        "Quad Code": "MATERIAL CONFLICT",
        "Contexts": "diplomatic",
        "Actor Name": "Norway",
        "Actor Country": "NOR",
        "Primary Actor Sector": "",
        "Secondary Actor Sectors": "",
        "Recipient Name": "two Russian attachés",
        "Recipient Country": "RUS",
        "Primary Recipient Sector": "GOV",
        "Secondary Recipient Sectors": "JRN;MED",
        "Placename": "Oslo",
        "Country": "NOR",
        "GeoNames ID": "3143244",
        "Story ID": "4f" * 32,
        "Publication Date": "2031-06-03",
        "Source": "The Keld Courier",
        "Status": "occurred",
        "According To": "The Keld Courier",
        "Background": "no",
        "Mentions": "1",
        "Probability": "0.875",
        "Trigger": "expelled",
        "Evidence": "Norway expelled two Russian attachés in Oslo on Monday.",
        "Evidence Start": "28",
        "Evidence End": "83",
        "Page URL": "https://courier.example/attaches",
    }


def test_what_is_not_told_stays_empty() -> None:
    """No day of publication stands in for the event's, and no party is made up."""
    (row,) = to_plover(reading_of(event("PROTEST", "vandalize", actors=(), recipients=())))

    empty = [column for column in PLOVER_COLUMNS if row[column] == ""]
    assert {"Event Date", "Intensity", "Actor Name", "Recipient Name", "Country"} <= set(empty)


def test_a_date_is_as_exact_as_it_is_told() -> None:
    """A month stays a month, a week becomes its days, a time of day its day."""
    told = {
        ("2031-06-01", "2031-06-30", "2031-06"): "2031-06",
        ("2031-06-02", "2031-06-08", "2031-W23"): "2031-06-02/2031-06-08",
        ("2031-06-02T10:00", "2031-06-02T11:00", "2031-06-02T10"): "2031-06-02",
    }
    for (start, end, value), cell in told.items():
        (row,) = to_plover(reading_of(event("AID", time=day(start, end, value))))
        assert row["Event Date"] == cell


def test_each_actor_is_paired_with_each_recipient() -> None:
    """Two actors and two recipients are four rows of one event."""
    others = (RUSSIA, Actor(name="Osten", span=at("Oslo")))
    both = event(
        "AID", actors=(NORWAY, Actor(name="Velmora", span=at("Monday"))), recipients=others
    )

    found = to_plover(reading_of(both))

    assert [(row["Actor Name"], row["Recipient Name"]) for row in found] == [
        ("Norway", "two Russian attachés"),
        ("Norway", "Osten"),
        ("Velmora", "two Russian attachés"),
        ("Velmora", "Osten"),
    ]
    assert len({row["Event ID"] for row in found}) == 1


def test_those_who_met_are_a_pair_in_both_directions_and_those_who_marched_are_none() -> None:
    """“Norway and Russia met” has no recipient, and yet both have met somebody."""
    met = event("CONSULT", actors=(NORWAY, RUSSIA), recipients=())
    marched = event("PROTEST", "demo", actors=(NORWAY, RUSSIA), recipients=())

    pairs = [
        [(row["Actor Country"], row["Recipient Country"]) for row in to_plover(reading_of(one))]
        for one in (met, marched)
    ]

    assert pairs == [[("NOR", "RUS"), ("RUS", "NOR")], [("NOR", ""), ("RUS", "")]]


def test_an_event_that_did_not_happen_says_so_and_who_says_it() -> None:
    """It is never a plain row."""
    denied = event("ASSAULT", status="denied", voice=Voice(aid="a1", name="Arne Holm"))
    nameless = event("ASSAULT", status="denied", voice=Voice(aid="a1"), number=2)

    found = to_plover(reading_of(denied, nameless, said=(says(who=speaker("Arne Holm")),)))

    assert [(row["Status"], row["According To"]) for row in found] == [("denied", "Arne Holm")] * 2


def test_words_of_a_page_are_one_line_and_no_formula() -> None:
    """A spreadsheet that opens the table runs nothing."""
    evil = Actor(name='=HYPERLINK("x")\n\ty\x1b', span=at("Norway"))

    (row,) = to_plover(reading_of(event("AID", actors=(evil,), trigger="answer")))

    assert row["Actor Name"] == '\'=HYPERLINK("x") y\ufffd'
    assert row["Evidence"] == "'=Russia= will answer."
