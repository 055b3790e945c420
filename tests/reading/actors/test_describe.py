"""Who the words of an actor stand for: country, sector, role, organisation."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.reading.actors import describe_actor, names_told, plover_country
from readout.reading.mentions import words_of
from readout.records.event import Actor
from tagged import tagged


def actor(phrase: str, *, around: str = "", day: str | None = None) -> Actor:
    """Return who a phrase stands for."""
    found = describe_actor(phrase, around=around, day=day)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("phrase", "country", "sectors"),
    [
        ("Norwegian coast guard vessels", "NOR", ("MIL",)),
        ("the Portuguese health minister", "PRT", ("GOV", "MED")),
        ("Bolivia's interior ministry", "BOL", ("GOV",)),
        ("judges in Zagreb", "HRV", ("JUD",)),
        ("members of Ghana's parliament", "GHA", ("LEG",)),
        ("Peruvian coca growers", "PER", ("AGR",)),
        ("a Latvian newspaper", "LVA", ("JRN",)),
        ("Chadian rebels", "TCD", ("REB",)),
        ("masked gunmen", None, ("UAF",)),
        ("marchers in Montevideo", "URY", ("CVL", "OPP")),
        ("Uruguayans", "URY", ()),
        ("Uruguay", "URY", ()),
        ("a wet spring", None, ()),
    ],
)
def test_plain_words_tell_country_and_sector(
    phrase: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    """“Norwegian coast guard vessels”: Norway's military; a people alone has no sector."""
    found = actor(phrase)

    assert (found.country, found.sectors) == (country, sectors)


def test_a_capital_alone_stands_for_its_government_and_else_for_its_place() -> None:
    """“Tallinn said” is Estonia's government; “Tallinn residents” are people who live there."""
    assert actor("Tallinn").sectors == ("GOV",)
    assert actor("Tallinn residents").sectors == ("CVL",)
    assert actor("Tallinn").country == actor("Tallinn residents").country == "EST"


def test_a_title_a_demonym_and_a_name_come_apart() -> None:
    """“Finnish presidential aide Ilse Marn”: the name, the role and the word for the country."""
    phrase = "Finnish presidential aide Ilse Marn"

    found = actor(phrase)

    assert (found.name, found.role, found.country) == ("Ilse Marn", "presidential aide", "FIN")
    assert found.country_span is not None
    assert found.country_span.of(phrase) == "Finnish"


def test_who_left_an_office_is_former() -> None:
    """“former Danish finance minister”: of the elites now, and what she was stands behind it."""
    found = actor("former Danish finance minister Ada Lorn")

    assert found.former
    assert found.sectors == ("ELI", "GOV")
    assert not actor("Danish finance minister Ada Lorn").former


@pytest.mark.parametrize(
    ("phrase", "code", "organisation"),
    [
        ("the European Union", "EUR", "EU"),
        ("U.N. peacekeepers in Chad", "UNO", None),
        ("Nato", "IGO", "NATO"),
        ("the World Bank", "IGO", "World Bank"),
    ],
)
def test_bodies_of_states_have_no_country_but_a_code(
    phrase: str, code: str, organisation: str | None
) -> None:
    """“U.N. peacekeepers in Chad” are the UN's, not Chad's."""
    found = actor(phrase)

    assert found.country is None
    assert plover_country(found) == code
    assert organisation in {None, found.organisation}


def test_fighters_are_of_their_organisation_and_officials_too() -> None:
    """“Hezbollah fighters” are Hezbollah; “a CIA officer” is intelligence, not police."""
    assert actor("Hezbollah fighters").organisation == "Hezbollah"
    assert actor("a CIA officer").sectors[0] == "SPY"


def test_an_organisation_that_took_power_is_judged_by_the_day() -> None:
    """The Taliban before August 2021 and after."""
    assert actor("the Taliban", day="2015-03-01").sectors == ("REB",)
    assert actor("the Taliban", day="2023-03-01").sectors == ("GOV",)


def test_who_backs_or_is_opposed_is_not_the_actor() -> None:
    """“Iran-backed Iraqi militias” are Iraq's, “anti-Russia protesters” nobody's in particular."""
    assert actor("Iran-backed Iraqi militias").country == "IRQ"
    assert actor("anti-Russia protesters").country is None
    assert actor("a Kenya-based charity").country == "KEN"


def test_two_sides_have_no_one_country() -> None:
    """“Greek and Turkish envoys” are of two countries."""
    found = actor("Greek and Turkish envoys", around="Malta")

    assert (found.country, found.sectors) == (None, ("GOV",))


def test_a_persons_name_is_no_country_and_no_town() -> None:
    """“Lars Jordan” and “Verona Quist” are people."""
    assert actor("Lars Jordan").country is None
    assert actor("Verona Quist").country is None


def test_words_around_tell_the_country_where_the_phrase_does_not() -> None:
    """“the defence minister” in a sentence on Sweden's government."""
    assert actor("the defence minister", around="Swedish cabinet").country == "SWE"


def test_two_letters_that_changed_places_are_read_and_said() -> None:
    """“Swedihs police” are Swedish."""
    assert actor("Swedihs police").country == "SWE"


def test_nothing_but_signs_is_nobody() -> None:
    """A dash has no words."""
    assert describe_actor("-") is None


def test_a_page_teaches_who_a_name_is() -> None:
    """“Marn” later on is the envoy of the apposition, of the country that it names."""
    page = tagged(
        "Ilse/NNP/PERSON Marn/NNP/PERSON ~,/, a/DT French/JJ/NORP envoy/NN ~,/, left/VBD ~./.\n"
        "Marn/NNP/PERSON said=say/VBD it/PRP rains=rain/VBZ ~./."
    )
    place = page.at("Marn", nth=2)

    found = describe_actor(
        "Marn", at=place.start, known=names_told(words_of(page.article, page.sentences))
    )

    assert found is not None
    assert (found.name, found.span) == ("Ilse Marn", place)
    assert (found.country, found.country_span) == ("FRA", page.at("French"))
    assert (found.sectors, found.role) == (("GOV",), "envoy")
    assert found.by == "page: French envoy"


def test_one_name_of_two_people_tells_nothing() -> None:
    """Where a page has two Dorrs, “Dorr” alone has no role."""
    page = tagged(
        "Judge/NNP Anselm/NNP/PERSON Dorr/NNP/PERSON met/VBD "
        "Ida/NNP/PERSON Dorr/NNP/PERSON ~,/, a/DT banker/NN ~./."
    )

    known = names_told(words_of(page.article, page.sentences))

    assert "Dorr" not in known
    assert "banker" in known["Ida Dorr"].words


def test_a_page_teaches_what_an_unknown_group_is() -> None:
    """“The MFX” later on is what its first mention says: a rebel group in Chad."""
    page = tagged(
        "The/DT MFX/NNP/ORG ~,/, a/DT rebel/NN group/NN in/IN Chad/NNP/GPE ~,/, left/VBD ~./.\n"
        "The/DT MFX/NNP/ORG denied=deny/VBD it/PRP ~./."
    )
    place = page.at("The MFX", nth=2)

    found = describe_actor(
        "The MFX", at=place.start, known=names_told(words_of(page.article, page.sentences))
    )

    assert found is not None
    assert (found.sectors, found.country) == (("REB",), "TCD")
    assert found.country_span == page.at("Chad")


def test_a_surname_that_is_an_office_too_is_a_surname() -> None:
    """“Velda King's office” is no monarch's; “the Spanish king” is."""
    assert actor("Velda King").sectors == ()
    assert actor("the Spanish king").sectors == ("GOV",)


WORDS = st.sampled_from(
    [
        "the",
        "Kremlin",
        "ex-",
        "US-backed",
        "Syrian",
        "rebels",
        "of",
        "Lima",
        "and",
        ",",
        "'s",
        "UN",
        "(",
    ]
)


@given(st.lists(WORDS | st.text(max_size=4), max_size=10).map(" ".join))
def test_whatever_the_words_the_spans_lie_in_them_and_the_record_travels(phrase: str) -> None:
    """Any words: each span quotes the phrase, and the record decodes to itself."""
    found = describe_actor(phrase, at=7)

    if found is not None:
        assert msgspec.json.decode(msgspec.json.encode(found), type=Actor) == found
        for span in filter(None, (found.span, found.country_span)):
            assert 7 <= span.start < span.end <= 7 + len(phrase)
