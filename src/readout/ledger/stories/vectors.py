"""An article's title and text in, what its words weigh out, to tell which articles tell one story.

The weights come from a fixed table of how common words are, so that they are the same whatever
other articles the ledger holds.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from math import log, sqrt

from readout.data.tables import rows
from readout.ledger.stories.stems import stem, words_of

__all__ = ["cosine", "rarity", "weigh_words"]

_TEXTS = 4701  # of which the table tells
_UNSEEN = 4  # texts in which a word that the table leaves out may have stood
_COMMON = 0.12
"""The share of texts from which on a word tells nothing of the story."""
_NAME = 1.5
_LEAD = 60  # words at the beginning that tell what the story is
_OPENING = 2.5
_REPEATED = 0.2
_READ = 300  # words; what a long article adds later is background
_WEB = frozenset({"http", "https", "www", "com", "html"})


def weigh_words(title: str, text: str) -> dict[str, float]:
    """Return the weight of each stem, of length one together; names and the opening weigh more."""
    words = [*words_of(title), *islice(words_of(text), _READ)]
    stems = [stem(word) for word in words]
    opening = set(stems[:_LEAD])
    names = _names(words)
    weights = {
        one: (1 + _REPEATED * log(count))
        * rarity(one)
        * (_NAME if one in names else 1)
        * (_OPENING if one in opening else 1)
        for one, count in Counter(stems).items()
    }
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {one: weight / length for one, weight in sorted(weights.items()) if weight}


def rarity(one: str) -> float:
    """Return how much a stem tells: nothing where every article may have it, most where few do."""
    texts = _counts().get(one, _UNSEEN)
    if one in _WEB or texts > _COMMON * _TEXTS or (one.isdigit() and len(one) < 3):  # noqa: PLR2004  small numbers
        return 0.0
    return log(_TEXTS / texts)


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how alike two weightings are, from 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def _names(words: Sequence[str]) -> set[str]:
    """Return the stems of words that the text never has in small letters."""
    small = {stem(word) for word in words if word[0].islower()}
    return {stem(word) for word in words if word[0].isupper()} - small


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    return {word: int(count) for count, words in rows("word_counts.tsv") for word in words.split()}
