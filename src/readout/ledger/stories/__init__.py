"""Stories: articles in, those that tell one story together out."""

from readout.ledger.stories.cluster import (
    FAR,
    Profile,
    alike,
    find_stories,
    is_told_together,
    story_keys,
)
from readout.ledger.stories.vectors import weigh_words

__all__ = [
    "FAR",
    "Profile",
    "alike",
    "find_stories",
    "is_told_together",
    "story_keys",
    "weigh_words",
]
