"""A word for a deed in, what it shares with other words for the same deed out."""

from collections import defaultdict
from functools import lru_cache

from readout.data.tables import rows
from readout.ledger.stories.stems import stem

__all__ = ["is_speech", "kin", "kinds_of"]

_ENDINGS = (
    *("ization", "ation", "ition", "ment", "ance", "ence", "ness", "ery", "age", "ion"),
    *("ure", "ive", "ing", "ist", "al", "or", "er", "ee", "ed", "at"),
)
"""Stemmed endings by which a noun is made of a verb, and a verb of a noun."""
_SHORTEST = 3
_LAST = {"t": "d", "s": "d", "z": "d", "v": "f", "p": "b"}
"""Letters that change where a noun is made: decide and decision, believe and belief."""
_ALIKE = {
    "death": "die",
    "dead": "die",
    "dying": "die",
    "expulsion": "expel",
    "shot": "shoot",
    "sale": "sell",
    "sold": "sell",
    "flight": "flee",
    "loss": "lose",
    "choice": "choose",
    "destruction": "destroy",
    "born": "birth",
    "caught": "catch",
    "bought": "buy",
    "injury": "injure",
    "acquisition": "acquire",
    "suit": "sue",
    "lawsuit": "sue",
    "detention": "detain",
    "explosion": "explode",
    "earthquake": "quake",
    "wedding": "wed",
    "speech": "speak",
    "gave": "give",
    "went": "go",
    "struck": "strike",
    "won": "win",
    "led": "lead",
    "made": "make",
    "found": "find",
    "told": "tell",
    "said": "say",
    "took": "take",
    "taken": "take",
    "held": "hold",
    "met": "meet",
    "fell": "fall",
    "rose": "rise",
    "killer": "kill",
    "agreed": "agree",
    "freed": "free",
    "beaten": "beat",
    "fought": "fight",
    "withdrew": "withdraw",
    "withdrawn": "withdraw",
    "forbade": "forbid",
    "forbidden": "forbid",
    "threw": "throw",
    "thrown": "throw",
    "broke": "break",
    "broken": "break",
    "stole": "steal",
    "stolen": "steal",
    "flew": "fly",
    "flown": "fly",
    "sank": "sink",
    "sunk": "sink",
    "sent": "send",
    "brought": "bring",
    "sought": "seek",
    "taught": "teach",
}
"""Forms that no rule of spelling brings together."""


@lru_cache(maxsize=16384)
def kin(word: str) -> str:
    """Return what a word shares with the verbs and nouns made of it: "expel" of "expulsion"."""
    word = word.casefold()
    one = word.removesuffix("s")
    root = stem(_ALIKE.get(word) or _ALIKE.get(one) or _irregular().get(word, word))
    for ending in _ENDINGS:
        rest = root.removesuffix(ending)
        if rest != root and len(rest) >= _SHORTEST:
            root = rest
            break
    root = root.removesuffix("i") if len(root) > _SHORTEST else root
    if len(root) > _SHORTEST and root[-1] == root[-2]:
        root = root[:-1]
    if len(root) > _SHORTEST and root.endswith("ct"):
        root = root[:-1]
    return root[:-1] + _LAST.get(root[-1], root[-1]) if len(root) > _SHORTEST else root


def kinds_of(word: str) -> frozenset[str]:
    """Return the kinds of deed that the word can stand for; none where no list has it."""
    return _kinds().get(kin(word), frozenset())


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """Return the lemma of each past form and participle that no rule makes."""
    found: dict[str, str] = {}
    for lemma, *forms in rows("irregular_verbs.tsv"):
        for form in " ".join(forms).split():
            found.setdefault(form, lemma)
    return found


def is_speech(word: str) -> bool:
    """Say whether the word stands for a deed that is done by saying: "demanded", "warning"."""
    return kin(word) in _speech()


@lru_cache(maxsize=1)
def _speech() -> frozenset[str]:
    return frozenset(kin(word) for _, words in rows("speech_deeds.tsv") for word in words.split())


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    table: defaultdict[str, set[str]] = defaultdict(set)
    for kind, words in rows("deed_words.tsv"):
        for word in words.split():
            table[kin(word)].add(kind)
    return {word: frozenset(kinds) for word, kinds in table.items()}
