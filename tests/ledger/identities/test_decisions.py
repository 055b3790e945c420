"""People's decisions over who is who: replayed in their order, never edits."""

from itertools import pairwise
from random import Random

from mentions_made import mention, named
from readout.ledger.identities import find_identities
from readout.records.identities import Decision, Verb

_MADE = [
    mention("Ada Rask", "p1"),
    mention("Adelheid Raskova", "p2"),
    mention("Jon Falk", "p3", country="NOR"),
    mention("Jon Falk", "p4", country="CHL"),
    mention("Jon Falk", "p5", country="CHL"),
]


def _decision(  # noqa: PLR0913  one parameter a part of the decision
    verb: Verb,
    name: str,
    other: str | None = None,
    *,
    made: str = "2031-05-01T00:00:00",
    pages: tuple[str, ...] = (),
    other_pages: tuple[str, ...] = (),
) -> Decision:
    return Decision(
        verb=verb,
        name=name,
        other=other,
        pages=pages,
        other_pages=other_pages,
        reason="she says so herself",
        made=made,
    )


def test_merging_makes_one_and_says_why() -> None:
    """Two names that nothing ties, by decision one person."""
    found = find_identities(_MADE, decisions=[_decision("merge", "Ada Rask", "Adelheid Raskova")])

    (one,) = named(found, "Ada Rask")
    assert one.pages == ("p1", "p2")
    assert "merged: she says so herself" in one.reasons


def test_a_later_split_outdoes_a_merge_and_the_other_way_about() -> None:
    """What was decided last stands, whatever order the decisions come in."""
    merge = _decision("merge", "Ada Rask", "Adelheid Raskova", made="2031-05-01T00:00:00")
    split = _decision("split", "Adelheid Raskova", "Ada Rask", made="2031-05-02T00:00:00")
    again = _decision("merge", "Ada Rask", "Adelheid Raskova", made="2031-05-03T00:00:00")

    for decisions, count in (([split, merge], 2), ([again, split, merge], 1)):
        Random(1).shuffle(decisions)
        found = find_identities(_MADE, decisions=decisions)
        both = [*named(found, "Ada Rask"), *named(found, "Adelheid Raskova")]
        assert len({one.identity_id for one in both}) == count


def test_pages_say_which_of_two_homonyms_is_meant() -> None:
    """The Chilean Jon Falk is Ada Rask; the Norwegian is left as he was."""
    decision = _decision("merge", "Ada Rask", "Jon Falk", other_pages=("p4",))

    found = find_identities(_MADE, decisions=[decision])

    assert sorted(one.pages for one in named(found, "Jon Falk")) == [("p1", "p4", "p5"), ("p3",)]


def test_a_split_takes_the_pages_it_names() -> None:
    """The Chilean of p5 is another."""
    found = find_identities(_MADE, decisions=[_decision("split", "Jon Falk", pages=("p5",))])

    assert sorted(one.pages for one in named(found, "Jon Falk")) == [("p3",), ("p4",), ("p5",)]


def test_a_decision_without_a_name_left_is_told() -> None:
    """Nobody is called so any more: nothing happens, and it is said."""
    decision = _decision("merge", "Ada Rask", "Nobody Known")

    found = find_identities(_MADE, decisions=[decision])

    assert found.unapplied == (decision,)
    assert found.identities == find_identities(_MADE).identities


def test_a_long_chain_of_merges_is_one() -> None:
    """Each alias merged with the next."""
    names = [f"Q{number}x Zed{number}" for number in range(2000)]
    made = [mention(name, f"p{number}") for number, name in enumerate(names)]
    decisions = [_decision("merge", one, other) for one, other in pairwise(names)]

    assert len(find_identities(made, decisions=decisions).identities) == 1
