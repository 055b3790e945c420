"""Lineages: what is a reprint, what is none, which article was first, and what changes nothing."""

import random
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.ledger.lineages import (
    find_lineages,
    group,
    judge_pair,
    pairs_of,
    rank,
    shingles_of,
)
from readout.ledger.lineages.candidates import MOST
from readout.records.lineage import Copy, Printed, SharedSpan

WORDS = re.findall(
    r"\w+",
    "harbour minister talks treaty ferry strike council river bridge grain envoy border summit"
    " vote budget tariff coast guard patrol island cable port customs fleet accord court ruling"
    " senate delegation inspector village valley mountain railway tunnel festival museum archive",
)


def story(seed: int, words: int = 150) -> str:
    """Return made-up prose, another for each seed."""
    chance = random.Random(seed)
    sentences = []
    while sum(map(len, sentences)) < words:
        sentences.append([chance.choice(WORDS) for _ in range(chance.randint(8, 15))])
    return " ".join(" ".join(each).capitalize() + "." for each in sentences)


def printed(name: str, text: str, published: str | None = None, **more: str) -> Printed:
    """Return an article."""
    return Printed(id=name, text=text, published=published, **more)


def cut(text: str, part: float = 0.3) -> str:
    """Return the lead of a text."""
    words = text.split()
    return " ".join(words[: int(part * len(words))])


def judged(one: Printed, other: Printed) -> Copy:
    """Return the judgement of two articles that are surely a copy and its original."""
    found = judge_pair(one, other)
    assert found is not None
    return found


WIRE = story(1)


@pytest.mark.parametrize(
    "text",
    [
        cut(WIRE),
        f"{story(7, 25)}\n\n{WIRE}",
        f"{cut(WIRE, 0.5)}\n\n{story(7, 25)}\n\n{WIRE[len(cut(WIRE, 0.5)) :]}",
        f"{cut(WIRE)}\n\n{story(8, 20)}",
        " ".join(word for at, word in enumerate(WIRE.split()) if at % 17),
        WIRE.upper().replace(" ", "  \n"),
    ],
    ids=["cut", "head", "middle", "cut and end", "edited", "set otherwise"],
)
def test_a_reprint_is_found_and_proved(text: str) -> None:
    """Cut to its lead, with lines added, lightly edited: the shared words are shown in both."""
    wire, copy = printed("w", WIRE, "2018-03-20"), printed("c", text, "2018-03-21")

    found = judged(wire, copy)

    assert (found.copy, found.original) == ("c", "w")
    assert found.spans
    for each in found.spans:
        copied, own = (re.findall(r"\w+", part.casefold()) for part in quoted(each, text))
        assert copied == own
        assert len(own) == each.words
    pairs = pairs_of({"w": shingles_of(WIRE), "c": shingles_of(text)}, ranks([wire, copy]))
    assert pairs == [("c", "w")]


def quoted(shared: SharedSpan, text: str) -> tuple[str, str]:
    """Return the words of a shared span in a copy and in the wire's story."""
    return shared.copy.of(text), shared.original.of(WIRE)


def ranks(articles: list[Printed]) -> dict[str, tuple[bool, str, str]]:
    """Return the rank of each article."""
    return {each.id: rank(each) for each in articles}


def test_marks_accents_and_dashes_make_no_difference() -> None:
    """“Peña’s trade-war” is "Pena's trade – war"."""
    one = "“Peña’s trade-war is over,” she said: “no more.”"
    other = "\"Pena's trade – war is\u00ad over\", she said. ''No more''"

    assert shingles_of(one * 9) == shingles_of(other * 9) != ()


def test_a_statement_that_both_quote_is_no_reprint() -> None:
    """Two reporters in one room write down the same long sentence."""
    quote = f"\n\n“{story(3, 60)}” she said.\n\n"

    assert judge_pair(printed("a", story(4) + quote), printed("b", quote + story(5))) is None


def test_lines_under_every_story_are_no_reprint() -> None:
    """An outlet's copyright line says nothing of where a story comes from."""
    line = (
        "\n\nCopyright 2018 The Kindrel Ledger and its owners in Velmara and elsewhere. All"
        " rights reserved. This material may not be published, broadcast, rewritten, or"
        " redistributed by anyone in any town or country without leave."
    )

    assert judge_pair(printed("a", story(4, 60) + line), printed("b", story(5, 60) + line)) is None


def test_a_form_filled_in_with_other_figures_is_no_reprint() -> None:
    """The market's report of Tuesday is not Monday's over again."""
    form = (
        "The main index of the Velmara exchange closed at {} points on heavy trade, up by {} points"
        " from the day before, while the smaller index of the exchange gained {} points to close at"
        " {} points in a turnover of all shares of {} million crowns, dealers said"
    )
    monday, tuesday = form.format(2525, 9, 17, 3337, 319), form.format(2290, 12, 6, 2934, 241)

    assert judge_pair(printed("a", monday), printed("b", tuesday)) is None


@pytest.mark.parametrize("text", ["", "Too short.", "\ud800 ” \u200b", "一" * 30, "word " * 3000])
def test_odd_texts_are_read(text: str) -> None:
    """An empty page, half a character, one word over and over: an answer, and no error."""
    judge_pair(printed("a", text), printed("b", WIRE))

    assert len(shingles_of(text)) <= len(text)


def test_the_agencys_own_page_is_first_whatever_the_clock() -> None:
    """Reuters updated its page after the paper that credits it had printed."""
    own = printed("z", WIRE, "2018-03-21", outlet="Reuters")
    paper = printed("a", cut(WIRE, 0.8), "2018-03-20", outlet="The Ledger", agency="Reuters")

    found = judged(own, paper)

    assert found.original == "z"
    assert "Reuters's own page" in found.first_by


def test_a_bare_day_is_not_earlier_than_its_own_morning() -> None:
    """Who credits an agency decides where one page tells the day and the other the hour."""
    day = printed("z", WIRE, "2018-03-20", agency="AFP")
    morning = printed("a", WIRE + story(9, 20), "2018-03-20T08:00:00+02:00")

    assert judged(day, morning).original == "z"


def test_of_two_undated_ones_the_fuller_is_first() -> None:
    """A lead stands whole in the story it was cut from."""
    assert judged(printed("a", cut(WIRE)), printed("b", WIRE)).original == "b"


@pytest.mark.parametrize("date", ["yesterday", "0001", "9999-12", "9999-12-31T23:59:59-14:00", ""])
def test_a_date_at_the_edge_of_the_calendar_is_borne(date: str) -> None:
    """Whatever the page says of its day, there is a first of the two."""
    assert judged(printed("a", WIRE, date), printed("b", cut(WIRE), "2018-03-20")).original


def test_a_stub_quoting_two_wires_ties_no_knot_between_them() -> None:
    """A round-up goes with the wire it takes more from; that it draws on the other is said."""
    first, second = story(11), story(12)
    articles = [
        printed("w1", first, "2018-03-20"),
        printed("w2", second, "2018-03-20"),
        printed("s", f"{cut(first, 0.6)}\n\n{cut(second, 0.4)}", "2018-03-22"),
        printed("c2", second, "2018-03-21"),
    ]

    _, lineages = find_lineages(articles)

    assert [each.members for each in lineages] == [("w1", "s"), ("w2", "c2")]
    assert [each.draws_on for each in lineages] == [(("s", "c2"), ("s", "w2")), ()]


def test_a_copy_of_a_copy_is_of_the_first_ones_lineage() -> None:
    """The wire, a paper that adds to it, and a site that copies the paper."""
    paper = f"{WIRE}\n\n{story(13)}"
    site = paper[len(WIRE) // 2 :]
    articles = [
        printed("w", WIRE, "2018-03-20"),
        printed("p", paper, "2018-03-21"),
        printed("s", site, "2018-03-22"),
    ]

    _, (lineage,) = find_lineages(articles)

    assert lineage.members == ("w", "p", "s")
    assert lineage.copies == (("p", "w"), ("s", "p"))


def test_a_story_printed_everywhere_costs_a_few_pairs_a_page() -> None:
    """Three hundred prints of one wire story make no 44,850 pairs, and meet the first one."""
    names = [f"{at:04}" for at in range(300)]
    shingles = dict.fromkeys(names, shingles_of(WIRE))
    dated = {each: rank(printed(each, "", f"{2299 - int(each)}")) for each in names}

    pairs = pairs_of(shingles, dated)

    assert len(pairs) <= MOST * len(names)
    assert {one for one, other in pairs if other == "0299"} == set(names) - {"0299"}


PAGES = [
    printed("w1", story(21), "2018-03-20", agency="AFP"),
    printed("w2", story(22)),
    printed("c1", cut(story(21)), "2018-03-21"),
    printed("c2", story(21) + story(23, 30)),
    printed("c3", story(22) + story(24, 40), "2018-03-19"),
    printed("s1", cut(story(21)) + "\n\n" + cut(story(22)), "2018-03-20"),
    printed("n1", story(25), "2018-03-20"),
    printed("c4", cut(story(22), 0.5)),
]


@settings(max_examples=5, deadline=None)
@given(st.permutations(PAGES))
def test_the_order_of_pages_changes_nothing(pages: list[Printed]) -> None:
    """The same pages make the same copies and lineages, and both travel as JSON."""
    copies, lineages = find_lineages(pages)

    assert (copies, lineages) == find_lineages(PAGES)
    assert group(reversed(copies), pages) == lineages
    assert judge_pair(pages[0], pages[1]) == judge_pair(pages[1], pages[0])
    wire = msgspec.json.encode(copies)
    assert msgspec.json.decode(wire, type=tuple[Copy, ...]) == copies
