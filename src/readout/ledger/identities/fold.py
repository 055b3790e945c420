"""A person's or a body's name in, its words out as all spellings of the name have them."""

import re
import unicodedata
from functools import lru_cache

from readout.data.tables import rows
from readout.ledger.identities.words import small_words
from readout.reading.mentions.lexicon import role_noun

__all__ = ["fold_name", "fold_word", "full_given"]

_CACHE = 1 << 16
_WORD = re.compile(r"[^\W_]+(?:['’`´][^\W_]+)*")
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("’'`´", ""),
        "ø": "o",
        "ł": "l",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "þ": "th",
        "ŋ": "n",
        "ə": "e",
    }
)
_SOUNDS = (
    *(("y", "i"), ("ks", "x"), ("q", "k"), ("ck", "k"), ("ph", "f"), ("w", "v")),
    *(("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("dh", "d")),
    *(("oe", "o"), ("ue", "u"), ("ae", "a"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("iu", "u")),
)
_TWICE = re.compile(r"([^\W\d_])\1+")
_SOFT_END = re.compile(r"ij$|(?<=[aeiou])h$")


@lru_cache(maxsize=_CACHE)
def fold_name(name: str) -> tuple[str, ...]:
    """Return the words that tell the name, without titles, small words and "Jr.".

    "Yuri Ushakov" and "Yury Ushakov", "Zelensky" and "Zelenskyy", "Müller" and "Mueller" are alike.
    """
    said = _WORD.findall(name)
    while len(said) > 1 and _is_title(said[0]):
        del said[0]
    told = [word for word in said if word.lower() not in small_words("links")] or said
    while len(told) > 1 and told[-1].lower() in small_words("after"):
        del told[-1]
    return tuple(fold_word(word) for word in told)


@lru_cache(maxsize=_CACHE)
def fold_word(word: str) -> str:
    """Return the word in plain letters, those that only spelling sets apart made one."""
    plain = word.lower().translate(_LETTERS)
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in apart if not unicodedata.combining(char))
    return _sounded(_spellings().get(plain, plain))


def full_given(word: str) -> frozenset[str]:
    """Return the full given names a folded word may be short for, itself among them."""
    return _short().get(word, frozenset()) | {word}


def _sounded(word: str) -> str:
    told = _TWICE.sub(r"\1", word)
    for written, heard in _SOUNDS:
        told = told.replace(written, heard)
    told = _TWICE.sub(r"\1", told)
    if told.startswith("ie"):
        told = told[1:]
    if len(told) > len("ij") + 1:
        told = _SOFT_END.sub(lambda found: "i" if found.group() == "ij" else "", told)
    return told


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    table: dict[str, str] = {}
    for how, names in rows("identity_names.tsv"):
        first, *others = names.split()
        if how == "spelling":
            table.update(dict.fromkeys(others, first))
    return table


@lru_cache(maxsize=1)
def _short() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for how, names in rows("identity_names.tsv"):
        full, *others = (fold_word(name) for name in names.split())
        for other in others if how == "short" else ():
            table[other] = table.get(other, frozenset()) | {full}
    return table


@lru_cache(maxsize=_CACHE)
def _is_title(word: str) -> bool:
    noun = role_noun(word)
    return noun is not None and noun.kind == "title"
