"""Mentions by office alone: who held it then, by pages that name him, and never one of two."""

import pytest

from mentions_made import mention
from readout.ledger.identities import find_identities
from readout.records.identities import ActorMention, OfficeReference

_OFFICE = {"role": "Foreign Minister", "sectors": ("GOV",)}


def _minister(name: str, page: str, day: str, *, former: bool = False) -> ActorMention:
    role = "former foreign minister" if former else "Foreign Minister"
    return mention(name, page, day, role=role, country="NOR", sectors=("GOV",), former=former)


def _asked(day: str | None, country: str | None = "NOR") -> ActorMention:
    return mention("the foreign minister", "asked", day, kind="unnamed", country=country, **_OFFICE)


def _resolved(*mentions: ActorMention) -> OfficeReference:
    (reference,) = find_identities(mentions).references
    return reference


@pytest.mark.parametrize(
    ("day", "p"),
    [
        ("2031-02-01", 0.95),
        ("2031-03-20", 0.9),
        ("2031-11-01", 0.8),
        ("2033-01-01", 0.6),
        ("2030-12-20", 0.75),
    ],
)
def test_an_office_is_who_is_named_with_it_around_the_day(day: str, p: float) -> None:
    """Between two pages that name Ada Rask, after the last, or shortly before the first."""
    found = _resolved(
        _minister("Ada Rask", "p1", "2031-01-05"),
        _minister("Ada Rask", "p2", "2031-03-05"),
        _asked(day),
    )

    assert (found.name, found.office, found.place, found.p) == (
        "Ada Rask",
        "foreign minister",
        "NOR",
        p,
    )
    assert "resolved by office" in found.reason


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (_asked("2031-05-01"), "either may have held it on 2031-05-01: Ada Rask, Jon Falk"),
        (_asked(None), "the page has no date"),
        (_asked("2031-05-01", None), "nothing tells whose office it is"),
        (_asked("2031-05-01", "CHL"), "no dated page names the foreign minister of CHL"),
        (_asked("2041-05-01"), "Jon Falk is last named as it"),
        (_asked("2029-05-01"), "no page near"),
    ],
)
def test_an_office_that_may_be_twos_or_nobodys_stays_open(asked: ActorMention, reason: str) -> None:
    """Between the last page of one and the first of the next, or where nothing is known."""
    found = _resolved(
        _minister("Ada Rask", "p1", "2031-01-05"), _minister("Jon Falk", "p2", "2031-09-01"), asked
    )

    assert found.identity is None
    assert found.p == 0
    assert reason in found.reason


def test_who_is_said_to_have_left_holds_it_no_more() -> None:
    """After a page calls Ada Rask a former minister, nobody known holds the office."""
    found = _resolved(
        _minister("Ada Rask", "p1", "2031-01-05"),
        _minister("Ada Rask", "p2", "2031-06-01", former=True),
        _asked("2031-07-01"),
    )

    assert found.identity is None


def test_the_country_of_a_holder_may_stand_on_another_page() -> None:
    """One page says Foreign Minister Ada Rask, another that she is Norwegian."""
    found = _resolved(
        mention("Ada Rask", "p1", "2031-03-01", **_OFFICE),
        mention("Ada Rask", "p2", "2031-03-02", country="NOR"),
        _asked("2031-03-01"),
    )

    assert found.name == "Ada Rask"
    assert found.identity is not None


@pytest.mark.parametrize("role", ["deputy foreign minister", "foreign minister's spokesman"])
def test_a_deputy_or_a_spokesman_holds_no_office(role: str) -> None:
    """Only the words for the one who holds it count."""
    deputy = mention("Ada Rask", "p1", "2031-03-01", role=role, country="NOR", sectors=("GOV",))

    assert _resolved(deputy, _asked("2031-03-01")).identity is None


def test_a_post_is_an_identity_of_its_own() -> None:
    """Norway's foreign minister, with the page, whoever it was."""
    (post,) = find_identities([_asked("2031-03-01")]).identities

    assert (post.kind, post.countries[0].value, post.pages) == ("post", "NOR", ("asked",))
