"""A word in, the stem it shares with its other forms out: "seizing" and "seized" are "seiz"."""

import re
from functools import lru_cache

__all__ = ["stem", "words_of"]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_OWNER = re.compile(r"[’']s?$")
_VOWEL = re.compile(r"[aeiouy]")
_SHORTEST = 3


def words_of(text: str) -> list[str]:
    """Return the words and numbers of `text`, in order, with their letter case."""
    return _WORD.findall(text)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what is left of a word without its ending for number, tense or owner."""
    bare = _OWNER.sub("", word.casefold())
    if not bare.isalpha() or len(bare) <= _SHORTEST:
        return bare
    return _without_e(_without_tense(_without_number(bare)))


def _without_number(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_tense(word: str) -> str:
    if word.endswith("ied"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST and _VOWEL.search(rest):
            twice = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if twice else rest
    return word


def _without_e(word: str) -> str:
    if word.endswith("y") and len(word) > _SHORTEST:
        return word[:-1] + "i"
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word
