"""Who is who across pages: variants of a name are one, homonyms are not, two that fit are open."""

import time
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentions_made import mention, named
from readout.ledger.identities import find_identities
from readout.records.identities import ActorMention, Identities


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yury Belanov", "Yuri Belanov"),
        ("Olena Zavertsky", "Olena Zavertskyy"),
        ("Jörg Müller", "Jorg Mueller"),
        ("Søren Ægir", "Soren Aegir"),
        ("Sergei Kamenev", "Sergey Kamenev"),
        ("Mohammed al-Tarifi", "Muhammad Tarifi"),
        ("Joe Tallow", "Joseph Tallow"),
        ("J. Tallow", "Joseph Tallow"),
        ("Anna Tallow", "Anna M. Tallow"),
        ("Pilar Roca", "Pilar Roca Ibarra"),
    ],
)
def test_two_ways_to_write_a_name_are_one_person(one: str, other: str) -> None:
    """Transliterations, accents, initials, short forms and second surnames."""
    found = find_identities([mention(one, "p1"), mention(other, "p2")])

    (person,) = found.identities
    assert {said.value for said in person.names} == {one, other}
    assert person.reasons
    assert person.p < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"country": "NOR"}, {"country": "CHL"}),
        ({"role": "senator", "sectors": ("LEG",)}, {"role": "footballer"}),
        (
            {"role": "Foreign Minister", "country": "NOR", "sectors": ("GOV",)},
            {"role": "defence minister", "country": "NOR", "sectors": ("GOV",)},
        ),
    ],
)
def test_homonyms_are_kept_apart(one: dict[str, str], other: dict[str, str]) -> None:
    """Another country, another walk of life, or another office on one day."""
    here = msgspec.structs.replace(mention("Jon Falk", "p1"), **one)
    there = msgspec.structs.replace(mention("Jon Falk", "p2"), **other)

    found = find_identities([here, there])

    assert len(named(found, "Jon Falk")) == 2
    assert all("another of the name" in who.open[0] for who in found.identities)


def test_a_page_that_says_both_lets_them_be_one() -> None:
    """A businessman and senator: one page says so, and the other two are of one person."""
    found = find_identities(
        [
            mention("Jon Falk", "p1", role="businessman", sectors=("BUS",)),
            mention("Jon Falk", "p2", role="senator", sectors=("LEG",)),
            mention("Jon Falk", "p3", role="businessman and senator", sectors=("LEG", "BUS")),
        ]
    )

    assert len(found.identities) == 1


def test_what_fits_two_is_left_by_itself() -> None:
    """A Jon Falk of whom nothing is said is neither the Norwegian nor the Chilean."""
    found = find_identities(
        [
            mention("Jon Falk", "p1", country="NOR"),
            mention("Jon Falk", "p2", country="CHL"),
            mention("Jon Falk", "p3"),
        ]
    )

    assert len(named(found, "Jon Falk")) == 3
    (open_one,) = [one for one in found.identities if one.pages == ("p3",)]
    assert "fits two that are not one, and is left by itself" in open_one.open


def test_an_initial_that_fits_two_is_left_by_itself() -> None:
    """J. Falk is not said to be John, where there is a Jane."""
    names = ["Johannes Falk", "Jane Falk", "J. Falk"]
    found = find_identities(mention(name, name) for name in names)

    assert len(found.identities) == 3


def test_a_surname_is_tied_by_a_page_or_an_office() -> None:
    """Falk of p2 is Jon Falk by p1, which calls him so; Rask of p4 is Ada by the office."""
    office = {"role": "Foreign Minister", "country": "NOR", "sectors": ("GOV",)}
    found = find_identities(
        [
            mention("Jon Falk", "p1", country="CHL", forms=("Falk",)),
            mention("Falk", "p2", country="CHL"),
            msgspec.structs.replace(mention("Ada Rask", "p3"), **office),
            msgspec.structs.replace(mention("Rask", "p4"), **office),
            mention("Ola Berg", "p5"),
            mention("Berg", "p6"),
        ]
    )

    assert [one.pages for one in named(found, "Jon Falk")] == [("p1", "p2")]
    assert [one.pages for one in named(found, "Ada Rask")] == [("p3", "p4")]
    assert [one.pages for one in named(found, "Ola Berg")] == [("p5",)]


def test_roles_and_countries_have_days_and_pages() -> None:
    """First and last day of each, and the pages that say so."""
    found = find_identities(
        [
            mention("Ada Rask", "p1", "2031-01-05", role="senator", sectors=("LEG",)),
            mention("Ada Rask", "p2", "2031-04-01", role="Senator", sectors=("LEG",)),
            mention("Ada Rask", "p3", None, country="NOR"),
        ]
    )

    (person,) = found.identities
    (role,) = person.roles
    assert (role.first, role.last, role.pages) == ("2031-01-05", "2031-04-01", ("p1", "p2"))
    (country,) = person.countries
    assert (country.value, country.first, country.pages) == ("NOR", None, ("p3",))


def test_offices_and_bodies_are_identities_with_their_country() -> None:
    """The Kremlin, Oslo, a ministry by two names; a company; not "two officials" nor "Police"."""
    body = {"kind": "organisation"}
    found = find_identities(
        [
            mention("The Kremlin", "p1", country="RUS", **body),
            mention("Oslo", "p1", country="NOR", **body),
            mention("the Norwegian foreign ministry", "p1", country="NOR", **body),
            mention("Norway’s Ministry of Foreign Affairs", "p2", country="NOR", **body),
            mention("Tern Shipping Company", "p2", **body),
            mention("two officials", "p2", kind="group"),
            mention("Police", "p2", **body),
            mention("the foreign ministry", "p3", **body),
        ]
    )

    kinds = {one.name: (one.kind, len(one.pages)) for one in found.identities}
    assert kinds.pop("Kremlin") == ("office", 1)
    assert kinds.pop("Oslo") == ("office", 1)
    assert kinds.pop("Tern Shipping Company") == ("organisation", 1)
    assert list(kinds.values()) == [("office", 2)]


_NAMES = ("Jon Falk", "J. Falk", "Falk", "Jon A. Falk", "Yury Rask", "Yuri Rask", "Oslo", "Rask")
_mentions = st.lists(
    st.builds(
        mention,
        name=st.sampled_from((*_NAMES, "the foreign minister", "two men")),
        page=st.sampled_from(["p1", "p2", "p3", "p4", "p5"]),
        day=st.sampled_from([None, "2031-03-01", "2031-03-02", "2032-07-01"]),
        role=st.sampled_from([None, "Foreign Minister", "defence minister", "footballer"]),
        country=st.sampled_from([None, "NOR", "CHL"]),
        kind=st.sampled_from([None, "person", "organisation", "unnamed"]),
        forms=st.sampled_from([(), ("Falk",)]),
        former=st.booleans(),
    ),
    max_size=14,
)


@settings(max_examples=60)
@given(_mentions, st.randoms(use_true_random=False))
def test_the_order_of_pages_changes_nothing(made: list[ActorMention], chance: Random) -> None:
    """The same mentions shuffled and doubled: the same bytes, and they travel as JSON."""
    found = find_identities(made)
    shuffled = [*made, *made[:3]]
    chance.shuffle(shuffled)

    wire = msgspec.json.encode(found)
    assert msgspec.json.encode(find_identities(shuffled)) == wire
    assert msgspec.json.decode(wire, type=Identities) == found
    placed = [m for one in found.identities for m in one.mentions]
    assert len(placed) == len(set(placed))


@pytest.mark.slow
def test_ten_thousand_aliases_and_queries_in_names_are_harmless() -> None:
    """One surname with 10,000 middle names, and names that would be commands elsewhere."""
    aliases = [mention(f"Ivan Q{number}x Petrov", f"p{number}") for number in range(10_000)]
    odd = ["Robert'); DROP TABLE actor; --", "Ann \x1b[2J Lee", "%s {0} $(ls)", "\0", "", " ", "’s"]
    start = time.perf_counter()

    found = find_identities(
        [*aliases, mention("Ivan Petrov", "q"), mention("Petrov", "q2")]
        + [mention(name, "q3") for name in odd]
    )

    assert len(found.identities) >= 10_000
    assert time.perf_counter() - start < 20


@pytest.mark.slow
def test_fifty_thousand_mentions_take_two_seconds() -> None:
    """Five thousand persons on ten pages each, a second in all but a busy machine."""
    first = ["Jon", "Ada", "Ola", "Kari", "Ivan", "Rosa", "Emil", "Tove", "Nils", "Pia"]
    roles = ["senator", "Foreign Minister", "spokesman", None, "analyst"]
    made = [
        mention(
            f"{first[number % 10]} S{number // 10:x}en",
            f"p{(number * 7 + turn * 131) % 9000}",
            f"2031-{turn + 1:02d}-01",
            role=roles[number % 5],
            country=["NOR", None, "CHL"][number % 3],
        )
        for number in range(5000)
        for turn in range(10)
    ]
    start = time.process_time()

    found = find_identities(made)

    assert len(found.identities) > 4700  # some differ by a doubled letter alone
    assert time.process_time() - start < 6
