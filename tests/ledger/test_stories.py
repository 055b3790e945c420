"""Articles of one story are put together, whatever their order; other days are other stories."""

import random

from readout.ledger.grouping import group
from readout.ledger.stories import Profile, alike, find_stories, weigh_words

SUMMIT = (
    "Arvania's President Oma Teld met Premier Ilko Sarn of Borland in Tesk and signed an accord.",
    "The accord was signed in Tesk by Oma Teld and Ilko Sarn of Borland, Arvania said.",
)
QUAKE = (
    "An earthquake of magnitude 6.1 struck the port of Dunmar, burying houses, rescuers said.",
    "Rescuers in Dunmar dug through houses after the earthquake of magnitude 6.1 hit the port.",
)


def profile(name: str, text: str, day: str | None = None) -> Profile:
    """Return an article's profile."""
    return Profile(article=name, weights=weigh_words("", text), first=day, last=day)


def test_articles_on_a_summit_and_on_a_quake_are_two_stories() -> None:
    """Two reports of an accord and two of an earthquake."""
    texts = {"a": SUMMIT[0], "b": QUAKE[0], "c": SUMMIT[1], "d": QUAKE[1]}

    found = find_stories([profile(name, text) for name, text in texts.items()])

    assert [story.articles for story in found] == [("a", "c"), ("b", "d")]


def test_the_same_words_two_months_later_are_another_story() -> None:
    """An accord renewed in May is not that of March."""
    march, may = (profile(day, SUMMIT[0], day) for day in ("2031-03-02", "2031-05-09"))

    assert alike(march, may) == 0
    assert len(find_stories([march, may])) == 2


def test_the_order_of_articles_never_matters() -> None:
    """Shuffled, the articles make the same stories."""
    texts = [*SUMMIT, *QUAKE] * 3
    profiles = [profile(f"{number:02}", text) for number, text in enumerate(texts)]
    first = find_stories(profiles)

    for seed in range(10):
        random.Random(seed).shuffle(profiles)
        assert find_stories(profiles) == first


def test_a_barred_pair_is_never_in_one_group() -> None:
    """However alike their neighbours, a and c stay apart."""
    pairs = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.7}

    assert group("abc", pairs, floor=0.3) == (("a", "b", "c"),)
    assert group("abc", pairs, floor=0.3, barred={("a", "c")}) == (("a", "b"), ("c",))
