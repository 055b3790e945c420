"""Articles with the days they can have been published in, the stories they tell out."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from itertools import combinations

from readout.ledger.digests import entry_id
from readout.ledger.grouping import Pair, group
from readout.ledger.stories.vectors import cosine
from readout.records.judgements import Story
from readout.records.text import Record

__all__ = ["FAR", "Profile", "alike", "find_stories", "is_told_together", "story_keys"]

_FLOOR = 0.2
_TIGHTNESS = 0.6
_SHARED = 2  # keys of which two articles must share so many to be compared
_TELLING = 16  # heaviest words of an article under which it is looked for
_NEAR = 4  # days apart up to which two are as near as can be
FAR = 40
"""Days apart from which on two articles tell no one story."""


class Profile(Record, frozen=True, kw_only=True):
    """What of an article tells its story."""

    article: str
    weights: Mapping[str, float]
    """Of its stems, as `weigh_words` gives them."""
    first: str | None = None
    last: str | None = None
    """The days between which it was published, ISO 8601; None where nobody says."""


def story_keys(profile: Profile) -> frozenset[str]:
    """Return the heaviest words: articles that share fewer than two of them are not compared."""
    ranked = sorted(profile.weights, key=lambda word: (-profile.weights[word], word))
    return frozenset(ranked[:_TELLING])


def alike(one: Profile, other: Profile) -> float:
    """Return how alike two articles are, from 0 to 1; less so the more days lie between them."""
    days = _apart(one, other)
    if days >= FAR:
        return 0.0
    fade = 1 - max(0, days - _NEAR) / (FAR - _NEAR)
    return round(cosine(one.weights, other.weights) * fade, 6)


def is_told_together(one: Profile, other: Profile) -> bool:
    """Say whether the two are alike enough to be looked at together."""
    shared = story_keys(one) & story_keys(other)
    return len(shared) >= _SHARED and alike(one, other) >= _FLOOR


def find_stories(profiles: Collection[Profile]) -> tuple[Story, ...]:
    """Return the stories, in the order of their first articles; each article is in just one."""
    known = {one.article: one for one in profiles}
    near = {pair: alike(known[pair[0]], known[pair[1]]) for pair in _candidates(profiles)}
    groups = group(known, near, floor=_FLOOR, tightness=_TIGHTNESS)
    return tuple(Story(story_id=entry_id("story", *one), articles=one) for one in groups)


def _candidates(profiles: Collection[Profile]) -> list[Pair]:
    under: defaultdict[str, list[str]] = defaultdict(list)
    for one in profiles:
        for key in story_keys(one):
            under[key].append(one.article)
    once: set[Pair] = set()
    twice: set[Pair] = set()
    for articles in under.values():
        for pair in combinations(sorted(articles), 2):
            (twice if pair in once else once).add(pair)
    return sorted(twice)


def _apart(one: Profile, other: Profile) -> int:
    """Return how many days lie at least between the two; 0 where a date is not known."""
    if None in {one.first, one.last, other.first, other.last}:
        return 0
    days = [
        date.fromisoformat((day or "")[:10]).toordinal()
        for day in (one.first, one.last, other.first, other.last)
    ]
    return max(0, days[2] - days[1], days[0] - days[3])
