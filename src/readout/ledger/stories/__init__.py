"""Stories: articles in, those that tell one story together out."""

from readout.ledger.stories.cluster import Profile, alike, find_stories, story_keys
from readout.ledger.stories.vectors import weigh_words

__all__ = ["Profile", "alike", "find_stories", "story_keys", "weigh_words"]
