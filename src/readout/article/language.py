"""Tell English from other languages: a text in, what it most looks like out.

Two signs: the script of its letters, and the share of each language's commonest words.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from readout.data.tables import rows

__all__ = ["language_of"]

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH = 12
_FOREIGN_SCRIPT = 0.3
_SURE = 0.10
_LETTERS_READ = 5_000
_SCRIPTS = {
    "CYRILLIC": "ru",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "THAI": "th",
}


def language_of(text: str) -> tuple[str, str]:
    """Return a language code and what speaks for it; "" where the text is too short to tell.

    The code of another script stands for that script (ru for all of Cyrillic).
    """
    text = text[:_LETTERS_READ]
    letters = [c for c in text if c.isalpha()]
    foreign = Counter(unicodedata.name(c, "").split(" ")[0] for c in letters if c > "\u0370")
    if letters and sum(foreign.values()) > _FOREIGN_SCRIPT * len(letters):
        script = foreign.most_common(1)[0][0]
        code = "ja" if foreign["HIRAGANA"] + foreign["KATAKANA"] else _SCRIPTS.get(script, "und")
        return (
            code,
            f"{100 * sum(foreign.values()) // len(letters)}% of its letters are {script.lower()}",
        )
    words = [w.lower() for w in _WORDS.findall(text)]
    if len(words) < _ENOUGH:
        return "", f"{len(words)} words"
    shares = {code: sum(w in common for w in words) / len(words) for code, common in _profiles()}
    best = max(shares, key=lambda code: shares[code])
    if shares[best] < _SURE:
        return "", f"{100 * shares[best]:.0f}% common words of any known language"
    return best, f"{100 * shares[best]:.0f}% of its words are common words of {best!r}"


@lru_cache(maxsize=1)
def _profiles() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the commonest words of each language."""
    return tuple((code, frozenset(words.split())) for code, words in rows("stop_words.tsv"))
