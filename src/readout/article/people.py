"""Read a byline: its words in, the names of people and the agency out. Nothing is invented."""

import re
from collections.abc import Iterable
from functools import lru_cache

from readout.article.tables import rows

__all__ = ["agency_in", "names_in"]

_BY = re.compile(
    r"^\s*(?:(?:written|reported|posted|published|story|words|analysis|review|opinion|commentary|text)\s*)?"
    r"(?:by\b|author:?|from)\s*:?\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:,|;|\||•|·|/|&|\band\b|\bwith\b)\s*")
_END = re.compile(
    r"(?:\s[|•·–—-]\s|\n|\bupdated\b|\bpublished\b|\bposted\b|\blast\b|\bin [A-Z]|@|https?:|"
    r"\(|\bfor\b|\bon\b|\b\d{1,2}:\d{2}|\b\d{1,2}[/.]\d|\b(?:19|20)\d{2}\b|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d).*",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"\b(?:staff|admin|administrator|editors?|editorial|team|desk|newsroom|reporters?|writers?|"
    r"correspondents?|contributors?|agency|agencies|service|services|wire|press|news|media|online|web|"
    r"magazine|times|post|network|inc|llc|ltd|company|comments?|follow|share|subscribe|guest|author|"
    r"unknown|anonymous|view|more|read|bureau|producer|columnist|photographer|department|university|"
    r"bio|the)\b|[\d<>{}@/\\]|\.com\b",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def names_in(words: str, *, not_names: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the people a byline or an author field names, in its order."""
    avoided = {name.casefold() for name in not_names}
    line = _END.sub("", _BY.sub("", " ".join(words.split())))
    found = []
    for part in _PARTS.split(line):
        name = _BY.sub("", part).strip(" .:-–—\"“”")
        if _is_name(name) and name.casefold() not in avoided and name not in found:
            found.append(name.title() if name.isupper() and len(name) > 3 else name)
    return tuple(dict.fromkeys(found))


def _is_name(name: str) -> bool:
    """Say whether the words can be a person's name: two to five, each with a capital."""
    parts = name.split()
    if not 2 <= len(parts) <= _MOST_WORDS or _NO_NAME.search(name) or agency_in(name):
        return False
    small = {"de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "bin", "al", "el", "dos", "ter", "y", "of"}
    return all(p[0].isupper() or p.lower() in small or p[:3] in {"al-", "el-"} for p in parts)


def agency_in(words: str) -> str | None:
    """Return the agency that a credit, byline or dateline names."""
    match = _agencies_pattern().search(words)
    return _agencies()[match[0]] if match else None


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    """Return the name of each written form."""
    table: dict[str, str] = {}
    for row in rows("agencies.tsv"):
        for form in (row[0], *row[1].split(";")):
            table.setdefault(form, row[0])
    return table


@lru_cache(maxsize=1)
def _agencies_pattern() -> re.Pattern[str]:
    """Return an expression for all written forms, longest first, as whole words."""
    forms = sorted(_agencies(), key=len, reverse=True)
    return re.compile(r"(?<![\w.-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])")
