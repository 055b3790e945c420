"""Whose word a telling is: bodies without a country, headlines, both sides, words in passing."""

import pytest
from msgspec.structs import replace

from ledger_pages import page, party, report, said
from readout.ledger.asides import is_aside
from readout.ledger.judge import judge_entries
from readout.ledger.speakers import speaker_of
from readout.ledger.tellings import tellings_of
from readout.ledger.verdicts import judge_event
from readout.ledger.who import Names, learn_names
from readout.records.entries import Entered, Report, Statement
from readout.records.judgements import LedgerEvent
from readout.records.text import Span
from readout.records.verdicts import EventVerdict

NORWAY = party("Norway", country="NOR")
CHILE = party("Chile", side="recipient", country="CHL")


def judged(*pages: Entered) -> EventVerdict:
    """Return the verdict of an event of which all the pages' reports are."""
    names = learn_names(pages)
    told = tellings_of(pages, names, ())
    event = LedgerEvent(event_id="e", type="SANCTION", reports=tuple(sorted(told)), p=1.0)
    return judge_event(event, list(told.values()), (), names)


def body(words: str) -> Statement:
    """Return what a body says that the page gives no country."""
    return replace(said("a1", words, "the ban stands"), speaker_kind="organisation")


def inside(sentence: str, trigger: str, **changes: object) -> Report:
    """Return a report whose trigger stands in that sentence."""
    told = report(trigger, NORWAY, CHILE, at=sentence.index(trigger), sentence=sentence, voice="a1")
    return replace(told, sentence_span=Span(0, len(sentence)), **changes)


@pytest.mark.parametrize("words", ["the foreign ministry", "its office", "The office of Ida Vane"])
def test_a_bare_ministry_that_tells_what_its_state_did_is_of_that_state(words: str) -> None:
    """As in “Norway banned them, the foreign ministry said”."""
    who = speaker_of(body(words), Names(), page="p", report=report("ban", NORWAY, CHILE))

    assert (who.country, who.sector) == ("NOR", "GOV")


def test_a_bare_ministry_is_of_no_state_where_two_act_or_none() -> None:
    """Empty beats wrong."""
    both = report("met", NORWAY, party("Chile", country="CHL"))
    none = report("ban", CHILE)

    for told in (both, none):
        who = speaker_of(body("the foreign ministry"), Names(), page="p", report=told)
        assert who.country is None


def test_the_lawyer_of_a_headline_is_the_lawyer_whom_the_page_quotes() -> None:
    """“Guards beat him, lawyer says”: one origin, not two; “a lawyer” may be any."""
    lawyer = said("a2", "Meri Ost", "she saw the bruises", role="his lawyer")
    names = learn_names([page("Post", "2020-03-01", statements=[lawyer])])
    headline = replace(body("lawyer"), speaker_kind="unnamed")
    anyone = replace(headline, source="a lawyer")

    assert speaker_of(headline, names, page="p", beside=[headline, lawyer]).name == "Meri Ost"
    assert speaker_of(anyone, names, page="p", beside=[anyone, lawyer]).name == "lawyer"


def test_guards_are_of_the_state_whose_navy_answers_for_them() -> None:
    """Denmark is a party to what its officers did."""
    navy = replace(body("the Danish navy"), speaker_country="DNK")
    told = report("fired", party("officers", sector="COP"), voice="a1", at=9)
    verdict = judged(page("Post", "2020-03-01", statements=[navy], reports=[told]))

    assert [(line.party, line.stances[0].kind) for line in verdict.parties] == [("DNK", "confirms")]


def test_both_governments_are_two_origins() -> None:
    """A spokeswoman of one of them is no third."""
    both = body("both governments")
    sol = said("a1", "Kari Sol", "they met", country="NOR", role="minister")
    met = report("met", NORWAY, party("Chile", country="CHL"), voice="a1")
    first = page("Post", "2020-03-01", statements=[both], reports=[met])
    second = page("Echo", "2020-03-02", statements=[sol], reports=[met])

    verdict = judged(first, second)
    assert [one.name for one in verdict.origins] == ["government of Chile", "government of Norway"]


@pytest.mark.parametrize(
    ("sentence", "passing"),
    [
        ("They spoke for the first time since Norway seized a ship", True),
        ("He denied that guards had beaten the man who was seized last week", True),
        ("After the talks, Norway seized a ship", False),
        ("He said Norway had seized a ship", False),
    ],
)
def test_a_clause_that_takes_the_event_for_known_is_an_aside(
    sentence: str, passing: object
) -> None:
    """What a subordinate clause presupposes is no news."""
    assert is_aside(inside(sentence, "seized")) is passing


def test_who_speaks_of_an_event_in_passing_is_no_origin_and_takes_no_stand() -> None:
    """The judge's words on the chart do not confirm the ban."""
    judge = said(
        "a1", "Tere Man", "he sailed when Norway seized it", country="NOR", role="minister"
    )
    words = "He sailed when Norway seized it"
    news = page("Post", "2020-03-01", reports=[inside("Norway seized it", "seized", voice=None)])
    aside = page("Echo", "2020-03-02", statements=[judge], reports=[inside(words, "seized")])
    verdict = judged(news, aside)

    assert [one.name for one in verdict.origins] == ["Post"]
    assert verdict.why[-1] == "Tere Man speaks of it in passing"
    assert all(one.kind == "silent" for line in verdict.parties for one in line.stances)
    assert [one.name for one in judged(aside).origins] == ["government of Norway"]


def test_who_declines_to_comment_answers_for_what_was_done_to_his_side() -> None:
    """Of two events told just before, the one that he is a party to."""
    envoy = said(
        "a1", "the Chilean envoy", "to comment", country="CHL", act="decline", at=90, cue="declined"
    )
    own = report("summoned", NORWAY, CHILE, at=9, event_type="ACCUSE")
    other = report("praised", NORWAY, at=60, event_type="SUPPORT")
    verdicts = judge_entries(
        [page("Post", "2020-03-01", statements=[envoy], reports=[own, other])]
    ).verdicts

    stances = {
        (verdict.type, line.party): line.stances[0].kind
        for verdict in verdicts
        for line in verdict.parties
    }
    assert stances["ACCUSE", "CHL"] == "declines"
    assert stances["SUPPORT", "NOR"] == "silent"
