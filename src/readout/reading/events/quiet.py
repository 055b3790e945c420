"""A page's words in, how much less likely than elsewhere its words tell events out.

Sport, markets, arts and science speak of attacks, defeats, deals and strikes that are no events of
politics. Words that are common there and rare in political news, and the other way round, are
summed under the weights of a logistic regression (`training/fit_quiet.py`).
"""

import re
from collections import Counter
from functools import lru_cache
from itertools import islice

from readout.data.tables import rows

__all__ = ["MOST", "WORD", "doubt_of", "shares_of"]

WORD = re.compile(r"[a-z][a-z'’-]{2,}")
MOST = 400
"""Words from the beginning that say what a page speaks of."""
_TIMES = 3  # a word counts no more often
_FEW = 5  # words added to a text's, so that a short one says less
_FROM = 0.75
_STEEP = 4


def shares_of(text: str) -> dict[str, float]:
    """Return how much each word counts: by the root of the text's length, as the weights do."""
    words = list(islice((one.group() for one in WORD.finditer(text.lower())), MOST))
    length = (len(words) + _FEW) ** 0.5
    return {word: min(count, _TIMES) / length for word, count in Counter(words).items()}


def doubt_of(text: str) -> float:
    """Return the log odds to take off each word's chance of telling an event, 0 on most pages."""
    weights = _weights()
    score = weights[""] + sum(
        share * weights[word] for word, share in shares_of(text).items() if word in weights
    )
    return _STEEP * max(0.0, score - _FROM)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {row[0].removeprefix("(all)"): float(row[1]) for row in rows("quiet_words.tsv")}
