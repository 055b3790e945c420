"""Pages of sport raise what a word must be to tell an event; pages of politics do not."""

from readout.reading.events.quiet import MOST, doubt_of, shares_of

SPORT = (
    "The striker scored twice as United beat Rovers 3-1 in the league on Saturday. "
    "The coach said his midfielder was fit for the cup match after an injury."
)
POLITICS = (
    "The foreign minister met his counterpart in Oslo on Monday. "
    "Troops opened fire on protesters near the parliament, killing two, officials said."
)


def test_a_page_of_sport_is_doubted_and_one_of_politics_is_not() -> None:
    """An attack on a goal is no attack."""
    assert doubt_of(SPORT) > 1
    assert doubt_of(POLITICS) == 0


def test_a_text_without_words_is_judged_by_what_holds_for_all() -> None:
    """Nothing is divided by nothing."""
    assert doubt_of("") == 0
    assert shares_of("12 — 34") == {}


def test_only_the_beginning_says_what_a_page_speaks_of() -> None:
    """A long page of politics with a sport column under it stays one of politics."""
    long = " ".join([POLITICS] * 30)

    assert len(long.split()) > MOST
    assert doubt_of(f"{long} {SPORT}") == doubt_of(long) == 0


def test_a_word_said_over_and_over_counts_a_few_times() -> None:
    """Repetition is no proof."""
    many = shares_of("goal " * 50)
    few = shares_of("goal " * 3 + "xyzzy " * 47)

    assert many["goal"] == few["goal"]
