"""The measures of attribution on sentences whose score can be counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scoring.attribution import score
from benchmarks.scoring.counts import Counts, interval, total
from benchmarks.scoring.heads import heads
from benchmarks.scoring.pairs import Marked
from benchmarks.scoring.tokens import Place, covered, cut, in_quotes

TEXT = "“We will reopen the strait,” Edda Varn, the minister, said. Officials fear delays."


def at(words: str, text: str = TEXT) -> tuple[Place, ...]:
    """Return the place of some words of the text."""
    start = text.index(words)
    return ((start, start + len(words)),)


VARN = Marked(
    source=at("Edda Varn, the minister"),
    cue=at("said"),
    content=at("“We will reopen the strait,”"),
)
FEAR = Marked(source=at("Officials"), cue=at("fear"), content=at("delays"))


def test_the_gold_against_itself_is_perfect() -> None:
    """Two right attributions of two score 100 in every measure."""
    counts = score(TEXT, [VARN, FEAR], [VARN, FEAR])

    assert {c.f1 for name, c in counts.items() if not name.startswith("recall")} == {1.0}
    assert counts["recall_direct_relation"] == Counts(1, 0, 1)
    assert counts["recall_nosource_relation"] == Counts(0, 0, 0)


def test_the_head_of_the_source_is_enough_for_the_relation() -> None:
    """“Varn” alone names the source; “the” does not."""
    named = Marked(source=at("Varn"), content=VARN.content)
    unnamed = Marked(source=at("the minister"), content=VARN.content)

    assert score(TEXT, [VARN], [named])["all_relation"].hits == 1
    assert score(TEXT, [VARN], [named])["all_relation_strict"].hits == 0
    assert score(TEXT, [VARN], [unnamed])["all_relation"].hits == 1
    assert score(TEXT, [VARN], [Marked(content=VARN.content)])["all_relation"].hits == 0


def test_a_content_found_in_halves_is_one_hit_and_one_miss() -> None:
    """Each gold attribution is paired once, with the larger half."""
    halves = [
        Marked(source=VARN.source, content=at("“We will reopen")),
        Marked(source=VARN.source, content=at("the strait,”")),
    ]

    assert score(TEXT, [VARN], halves)["all_overlap"] == Counts(1, 2, 1)


def test_only_contents_with_a_mark_count_as_direct() -> None:
    """What officials fear is no quotation."""
    counts = score(TEXT, [VARN, FEAR], [FEAR])

    assert counts["direct_relation"] == Counts(0, 0, 1)
    assert counts["all_relation"] == Counts(1, 1, 2)


@pytest.mark.parametrize(
    ("source", "known_by"),
    [
        ("Edda Varn, the minister", {"Varn", "minister"}),
        ("the speaker of parliament", {"speaker", "parliament"}),
        ("a woman who saw it", {"woman", "it"}),
        ("the ministry's", {"ministry"}),
        ("—", set()),
    ],
)
def test_a_source_is_known_by_its_head_or_its_last_word(source: str, known_by: set[str]) -> None:
    """The head comes before a comma, a preposition or a relative pronoun."""
    tokens = cut(source)

    found = heads(tokens, covered(tokens, [(0, len(source))]))

    assert {tokens.forms[index] for index in found} == known_by


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no way” twice", ["“", "no", "way"]),
        ('He said "no" twice', ['"', "no"]),
        ("He said ''no'' twice", ["'", "'", "no"]),
        (
            "“Open to the line's end\nand not after",
            ["“", "Open", "to", "the", "line", "'", "s", "end"],
        ),
    ],
)
def test_quotation_marks_hold_what_stands_between_them(text: str, inside: list[str]) -> None:
    """Curly, straight and doubled marks; a quotation ends with its line at the latest."""
    tokens = cut(text)

    assert [tokens.forms[index] for index in sorted(in_quotes(text, tokens))] == inside


def test_counts_add_up_over_articles() -> None:
    """3 of 4 and 1 of 2: precision 4 of 6."""
    sums = total([{"x": Counts(3, 4, 5)}, {"x": Counts(1, 2, 3), "y": Counts(0, 0, 0)}])

    assert sums["x"] == Counts(4, 6, 8)
    assert sums["x"].precision == pytest.approx(4 / 6)
    assert sums["x"].f1 == pytest.approx(8 / 14)
    assert sums["y"].f1 == 0.0


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=1, max_size=8))
def test_the_interval_is_ordered_and_repeats(figures: list[tuple[int, int, int]]) -> None:
    """The same articles give the same interval, its low end first."""
    counts = [Counts(min(figure), *figure[1:]) for figure in figures]

    low, high = interval(counts, draws=50)

    assert low <= high
    assert (low, high) == interval(counts, draws=50)
