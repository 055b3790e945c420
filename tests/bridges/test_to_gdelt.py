"""Events as rows in the manner of GDELT, with CAMEO codes."""

from typing import get_args

import pytest

from bridges.event_reading import NORWAY, OSLO, RUSSIA, at, day, event, reading_of, says, speaker
from readout import Actor, Event, Voice, to_gdelt
from readout.bridges import GDELT_COLUMNS, left_out
from readout.bridges.cameo import cameo_code, goldstein, quad_class
from readout.data.tables import rows
from readout.records.event import EventType, Status


def test_a_row_has_the_columns_of_gdelt_and_its_evidence() -> None:
    """Dates, CAMEO's actor codes, event codes, quad class, score and place."""
    monday = day("2031-06-02", "2031-06-02", "2031-06-02")

    (row,) = to_gdelt(reading_of(event("SANCTION", "expel", time=monday, place=OSLO)))

    assert tuple(row) == GDELT_COLUMNS
    assert row["GLOBALEVENTID"].isdecimal()
    wanted = {
        "SQLDATE": "20310602",
        "MonthYear": "203106",
        "Year": "2031",
        "Actor1Code": "NOR",
        "Actor1Name": "Norway",
        "Actor2Code": "RUSGOVMEDHLH",
        "Actor2CountryCode": "RUS",
        "Actor2Type2Code": "MED",
        "IsRootEvent": "1",
        "EventCode": "166",
        "EventBaseCode": "166",
        "EventRootCode": "16",
        "QuadClass": "4",
        "GoldsteinScale": "-7.0",
        "NumMentions": "1",
        "ActionGeo_FullName": "Oslo",
        "ActionGeo_CountryCode": "NO",
        "SOURCEURL": "https://courier.example/attaches",
        "PublicationDate": "2031-06-03",
        "Status": "occurred",
        "Evidence": "Norway expelled two Russian attachés in Oslo on Monday.",
    }
    assert {column: row[column] for column in wanted} == wanted


def test_a_month_gives_no_day_and_nothing_no_date() -> None:
    """The day of publication does not stand in."""
    june = event("AID", time=day("2031-06-01", "2031-06-30", "2031-06"))

    dates = [
        tuple(row[column] for column in ("SQLDATE", "MonthYear", "Year"))
        for row in to_gdelt(reading_of(june, event("AID", number=2)))
    ]

    assert dates == [("", "203106", "2031"), ("", "", "")]


def test_rows_of_an_event_have_ids_of_their_own_that_stay() -> None:
    """The same page gives the same ids."""
    met = event("CONSULT", actors=(NORWAY, RUSSIA), recipients=())

    first, again = ([row["GLOBALEVENTID"] for row in to_gdelt(reading_of(met))] for _ in range(2))

    assert first == again
    assert len(set(first)) == 2


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (event("CONSULT", "phone"), "041"),
        (event("CONSULT", "phone", status="planned"), "036"),
        (event("AID", contexts=("military",)), "072"),
        (event("AID", contexts=("military", "economic")), "070"),
        (event("AID", contexts=("health", "disasters")), "073"),
        (event("AID", contexts=("economic",), status="planned"), "0331"),
        (event("RETREAT", "withdraw", status="planned"), "0356"),
        (event("SANCTION", "convict"), "116"),
        (event("SANCTION", "withdraw"), "160"),
        (event("ASSAULT", status="planned"), "138"),
        (event("ASSAULT", "crowd-control"), "175"),
        (event("PROTEST", "demo", status="ongoing"), "141"),
    ],
)
def test_deeds_and_intentions_have_their_own_codes(told: Event, code: str) -> None:
    """A planned visit is no visit; contexts decide only where they agree."""
    assert [row["EventCode"] for row in to_gdelt(reading_of(told))] == [code]


def test_an_offer_is_an_intention_of_the_one_who_makes_it_only() -> None:
    """Norway offers talks to Russia; that a third proposes them says nothing of the two."""
    offer = event("CONSULT", status="proposed", voice=Voice(aid="a1", name="Arne Holm"))

    own = reading_of(offer, said=(says("propose", speaker("Arne Holm", "NOR")),))
    others = reading_of(offer, said=(says("propose", speaker("Vera Dahl", "CHL")),))
    nobodys = reading_of(offer, said=(says("propose"),))

    assert [row["EventCode"] for row in to_gdelt(own)] == ["036"]
    assert to_gdelt(others) == to_gdelt(nobodys) == []


@pytest.mark.parametrize("status", ["denied", "cancelled", "hypothetical", "conditional"])
def test_what_is_no_fact_is_left_out_unless_asked_for(status: Status) -> None:
    """It is counted, and where it is kept it carries its status."""
    reading = reading_of(event("ASSAULT", "drone", status=status))

    assert to_gdelt(reading) == []
    assert left_out(reading) == reading.events
    (row,) = to_gdelt(reading, all_statuses=True)
    assert (row["EventCode"], row["Status"]) == ("195", status)


def test_a_plan_that_cameo_cannot_tell_is_left_out() -> None:
    """“Norway will accuse Russia” is neither an accusation nor a threat."""
    assert to_gdelt(reading_of(event("ACCUSE", "allege", status="planned"))) == []


@pytest.mark.parametrize(
    ("act", "code"), [("assert", "010"), ("demand", "020"), ("ask", "020"), ("decline", "011")]
)
def test_a_statement_without_an_event_is_a_row_where_asked_for(act: str, code: str) -> None:
    """The speaker is Actor1 with country and sector; nobody is Actor2."""
    said = says(act, speaker("Arne Holm", "NOR", "prime minister"))  # type: ignore[arg-type]
    reading = reading_of(said=(said,))

    assert to_gdelt(reading) == []
    (row,) = to_gdelt(reading, statements=True)
    assert (row["EventCode"], row["Actor1Code"], row["Actor2Code"]) == (code, "NORGOV", "")
    assert row["Evidence"] == "Arne Holm said: we never comment."


def test_a_statement_that_tells_an_event_is_no_second_row() -> None:
    """Its event stands for it, also where that one is left out."""
    said = says(content="expelled two")
    reading = reading_of(event("SANCTION", "expel", status="denied"), said=(said,))

    assert to_gdelt(reading, statements=True) == []


def test_a_source_without_a_speaker_is_named_as_the_text_has_it() -> None:
    """No country and no sector are guessed."""
    (row,) = to_gdelt(reading_of(said=(says(),)), statements=True)

    assert (row["Actor1Name"], row["Actor1Code"]) == ("Arne Holm", "")


def test_unknown_sectors_and_countries_leave_no_code() -> None:
    """UNK says nothing."""
    crowd = Actor(name="some", span=at("Norway"), sectors=("UNK", "CVL"))

    (row,) = to_gdelt(reading_of(event("PROTEST", "riot", actors=(crowd,), recipients=())))

    assert (row["Actor1Code"], row["Actor1Type1Code"], row["Actor1Type2Code"]) == ("CVL", "CVL", "")


@pytest.mark.parametrize("kind", get_args(EventType))
def test_every_deed_has_a_code(kind: EventType) -> None:
    """A type alone is enough, and its code has a class and a score."""
    code = cameo_code(event(kind), "done")

    assert code is not None
    assert quad_class(code) in {"1", "2", "3", "4"}
    assert -10 <= float(goldstein(code)) <= 10


def test_the_tables_speak_of_the_same_types_modes_contexts_and_codes() -> None:
    """The tables of codes and scores name what plover.tsv has; every code has a score."""
    names = {(row[0], row[1], row[2]) for row in rows("plover.tsv")}
    scored = {row[0] for row in rows("goldstein.tsv")}
    for _, kind, mode, context, code in rows("cameo.tsv"):
        assert ("type", "", kind) in names
        assert not mode or ("mode", kind, mode) in names
        assert not context or ("context", "", context) in names
        assert code == "-" or code in scored
    for kind, mode, _ in rows("plover_scores.tsv"):
        assert ("mode", kind, mode) in names or (not mode and ("type", "", kind) in names)
