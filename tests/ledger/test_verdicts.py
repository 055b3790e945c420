"""What the ledger says of one event: origins, parties, verdict, history, conflicts."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from msgspec.structs import replace

from ledger_pages import page, party, report, said
from readout.ledger.judge import judge_entries
from readout.ledger.tellings import tellings_of
from readout.ledger.verdicts import judge_event
from readout.ledger.who import learn_names
from readout.records.entries import Entered
from readout.records.judgements import LedgerEvent
from readout.records.lineage import Copy, SharedSpan
from readout.records.text import Span
from readout.records.verdicts import EventVerdict

NORWAY = party("Norway", country="NOR")
CHILE = party("Chile", side="recipient", country="CHL")
BAN = (NORWAY, CHILE)


def judged(*pages: Entered, copies: Sequence[Copy] = ()) -> EventVerdict:
    """Return the verdict of an event of which all the pages' reports are."""
    names = learn_names(pages)
    told = tellings_of(pages, names, copies)
    event = LedgerEvent(event_id="e", type="SANCTION", reports=tuple(sorted(told)), p=1.0)
    return judge_event(event, list(told.values()), (), names)


def spokeswoman(outlet: str, day: str) -> Entered:
    """Return a page on which Norway's spokeswoman tells the ban."""
    return page(
        outlet,
        day,
        statements=[said("a1", "Kari Sol", "the ban stands", country="NOR", role="spokeswoman")],
        reports=[report("ban", *BAN, voice="a1", at=9)],
    )


def test_two_outlets_that_quote_one_spokeswoman_are_one_origin() -> None:
    """Her words are her government's, whoever prints them."""
    verdict = judged(spokeswoman("Post", "2020-03-01"), spokeswoman("Echo", "2020-03-02"))

    (origin,) = verdict.origins
    assert (origin.kind, origin.speakers) == ("speaker", ("Kari Sol",))
    assert verdict.outlets == ("Post", "Echo")
    assert verdict.verdict == "confirmed by one party"


def test_two_outlets_in_their_own_voice_are_two_origins() -> None:
    """The Post saw it, and so did the Echo."""
    pages = [page(name, "2020-03-01", reports=[report("ban", *BAN)]) for name in ("Post", "Echo")]

    assert judged(*pages).verdict == "2 origins"


def test_an_outlet_that_tells_what_a_speaker_had_said_is_no_origin() -> None:
    """The day after the announcement the Echo tells of "the ban"."""
    later = page("Echo", "2020-03-02", reports=[report("ban", *BAN)])
    verdict = judged(spokeswoman("Post", "2020-03-01"), later)

    assert [origin.documents for origin in verdict.origins] == [("Post|2020-03-01",)]
    assert "Echo tells what Kari Sol had said by then" in verdict.why


def test_what_is_background_to_one_and_news_to_another_is_the_others() -> None:
    """The Echo recalls in May what the Post told in March."""
    recalled = replace(report("ban", *BAN), background=True)
    pages = [
        page("Post", "2020-03-01", reports=[report("ban", *BAN)]),
        page("Echo", "2020-05-01", reports=[recalled]),
    ]

    assert [origin.name for origin in judged(*pages).origins] == ["Post"]


def test_an_unnamed_speaker_in_a_reprint_is_the_originals() -> None:
    """The wire's "two officials" and the reprint's are one origin."""
    officials = [said("a1", "two officials", "the ban stands")]
    pages = [
        page(name, "2020-03-01", statements=officials, reports=[report("ban", *BAN, voice="a1")])
        for name in ("Wire", "Post")
    ]
    shared = SharedSpan(copy=Span(0, 9), original=Span(0, 9), words=9)
    copy = Copy(
        copy="Post|2020-03-01",
        original="Wire|2020-03-01",
        copy_held=1,
        original_held=1,
        narrative_held=1,
        spans=(shared,),
        first_by="",
        p=1,
        reason="",
    )

    (origin,) = judged(*pages, copies=[copy]).origins
    assert origin.documents == ("Post|2020-03-01", "Wire|2020-03-01")


def test_what_one_affirms_and_another_denies_is_disputed() -> None:
    """Norway tells of an offer that Chile says was never made."""
    denial = page(
        "Echo",
        "2020-03-02",
        statements=[said("a1", "Tomás Gre", "no ban was made", country="CHL", role="minister")],
        reports=[report("ban", *BAN, voice="a1", status="denied", at=9)],
    )
    verdict = judged(spokeswoman("Post", "2020-03-01"), denial)

    assert (verdict.disputed, verdict.verdict, verdict.status) == (True, "disputed", None)
    assert {line.party: line.stances[0].kind for line in verdict.parties} == {
        "NOR": "confirms",
        "CHL": "denies",
    }
    assert [step.status for step in verdict.history] == ["occurred", "denied"]
    assert verdict.why[-1] == "Tomás Gre denies it"


def test_a_side_without_words_is_silent() -> None:
    """Nobody of Chile is quoted."""
    verdict = judged(spokeswoman("Post", "2020-03-01"))

    assert {line.party: line.stances[0].kind for line in verdict.parties} == {
        "NOR": "confirms",
        "CHL": "silent",
    }


def test_declining_to_comment_on_the_ban_is_not_silence() -> None:
    """The words name the ban, so they answer for it."""
    asked = page(
        "Echo",
        "2020-03-02",
        statements=[
            said(
                "a1",
                "Tomás Gre",
                "to comment on the ban",
                country="CHL",
                role="minister",
                act="decline",
                at=50,
            )
        ],
        reports=[report("ban", *BAN, at=9)],
    )
    (verdict,) = judge_entries([asked]).verdicts

    assert [(line.party, line.stances[0].kind) for line in verdict.parties] == [
        ("CHL", "declines"),
        ("NOR", "silent"),
    ]
    assert "“ban”" in verdict.parties[0].stances[0].by


def test_what_will_not_come_denies_nothing_that_was() -> None:
    """“We will not ban anyone else” the day after a ban is no denial of it."""
    words = "We will not ban anyone else"
    later = page(
        "Echo",
        "2020-03-02",
        statements=[said("a1", "Ole Lie", words, country="NOR", role="minister")],
        reports=[
            replace(
                report("ban", *BAN, voice="a1", status="denied", at=12, sentence=words),
                sentence_span=Span(0, len(words)),
            )
        ],
    )

    verdict = judged(spokeswoman("Post", "2020-03-01"), later)
    assert not verdict.disputed
    assert [step.status for step in verdict.history] == ["occurred"]


def test_a_visit_that_is_not_cancelled_is_not_denied() -> None:
    """“It is not cancelled” denies no visit."""
    kept = replace(
        report("cancelled", *BAN, voice="a1", status="denied", at=9, event_type="REJECT"),
        sentence_span=Span(9, 18),
    )
    words = "the visit is not cancelled"
    statements = [said("a1", "Ole Lie", words, country="NOR", role="minister")]
    verdict = judged(
        spokeswoman("Post", "2020-03-01"),
        page("Echo", "2020-03-02", statements=statements, reports=[kept]),
    )

    assert not verdict.disputed
    assert all(one.kind != "denies" for line in verdict.parties for one in line.stances)


def test_an_answer_is_no_event() -> None:
    """“He declined to comment” and “she confirmed it” are stances."""
    asked = page(
        "Echo",
        "2020-03-02",
        statements=[said("a1", "Ole Lie", "to comment", act="decline", at=20, cue="declined")],
        reports=[
            report("ban", *BAN),
            report("declined", NORWAY, at=20, event_type="REJECT"),
            report("confirmed", NORWAY, at=60, event_type="SUPPORT"),
        ],
    )

    assert [verdict.name for verdict in judge_entries([asked]).verdicts] == ["Norway – ban – Chile"]


@pytest.mark.parametrize(
    ("told", "steps"),
    [
        (("planned", "planned", "occurred"), ["planned", "occurred"]),
        (
            ("proposed", "planned", "cancelled", "planned"),
            ["proposed", "planned", "cancelled", "planned"],
        ),
        (("occurred", "planned"), ["occurred"]),
        (("hypothetical", "occurred"), ["occurred"]),
    ],
)
def test_a_history_tells_each_step_once(told: tuple[str, ...], steps: list[str]) -> None:
    """A plan told after the deed is no step, nor is what is only imagined."""
    pages = [
        page(f"Post {at}", f"2020-03-0{at}", reports=[report("ban", *BAN, status=status)])  # type: ignore[arg-type]
        for at, status in enumerate(told, start=1)
    ]

    assert [step.status for step in judged(*pages).history] == steps


def test_numbers_of_one_thing_that_differ_are_a_conflict() -> None:
    """One counts 200 trawlers, the other 600."""
    pages = [
        page(
            name,
            "2020-03-01",
            reports=[report("ban", *BAN, sentence=f"ban on {number} trawlers")],
        )
        for name, number in (("Post", "200"), ("Echo", "600"))
    ]
    (conflict,) = judged(*pages).conflicts

    assert (conflict.kind, sorted(value.value for value in conflict.values)) == (
        "number",
        ["200", "600"],
    )


def test_what_was_known_on_a_day_leaves_out_what_came_later() -> None:
    """The denial of 2 March is not known on the 1st, and the undated page is not either."""
    pages = [
        spokeswoman("Post", "2020-03-01"),
        spokeswoman("Echo", "2020-03-02"),
        page("Blog", None, reports=[report("ban", *BAN)]),
    ]

    told = judge_entries(pages, as_of="2020-03-01")

    assert [verdict.documents for verdict in told.verdicts] == [("Post|2020-03-01",)]


def test_the_order_of_the_pages_changes_nothing() -> None:
    """Any order of three pages gives the same record."""
    pages = [
        spokeswoman("Post", "2020-03-01"),
        spokeswoman("Echo", "2020-03-02"),
        page("Blog", None, reports=[report("ban", *BAN)]),
    ]

    first, *others = [judge_entries(order) for order in permutations(pages)]
    assert all(other == first for other in others)
