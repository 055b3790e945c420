"""Read a byline: its words in, the names of people and the agency out. Nothing is invented."""

import re
from collections.abc import Iterable
from functools import lru_cache

from readout.article.titles import letters
from readout.data.tables import rows

__all__ = ["agency_in", "names_in"]

_BY = re.compile(
    r"^\s*(?:(?:written|reported|posted|published|analysis|review|opinion|commentary|text)\s*)?"
    r"(?:by\b|author:?|from|words:|text:|story:)\s*:?\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:,|;|\||•|·|/|&|\band\b|\bwith\b)\s*")
_END = re.compile(
    r"(?:\s[|•·–—-]\s|\n|\bupdated\b|\bpublished\b|\bposted\b|\blast\b|\bin [A-Z]|@|https?:|"
    r"\(|\bfor\b|\bon\b|\b\d{1,2}:\d{2}|\b\d{1,2}[/.]\d|\b(?:19|20)\d{2}\b|"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
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
_LABEL = re.compile(r"^[^\W\d_]+:\s*")
_FEWEST_WORDS, _MOST_WORDS = 2, 5
_INITIALS = 3
_SHORT = 6
_SMALL = frozenset(
    {
        "de",
        "da",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "bin",
        "al",
        "el",
        "dos",
        "ter",
    }
)
_AGENCY_PARTS = re.compile(r"\s*(?:[,;|•·/&()]|\s[-–—]\s|\band\b|\bfor\b|\bvia\b|\bwith\b)\s*")


def names_in(words: str, *, not_names: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the people a byline or an author field names, in its order."""
    outlets = {n for n in map(letters, not_names) if n}
    line = _END.sub("", _BY.sub("", " ".join(words.split())))
    found = []
    for part in _PARTS.split(line):
        name = _without_outlet(_LABEL.sub("", _BY.sub("", part)).strip(' .:-–—"“”'), outlets)
        if _is_name(name):
            found.append(name.title() if name.isupper() and len(name) > _INITIALS else name)
    return tuple(dict.fromkeys(found))


def _without_outlet(name: str, outlets: Iterable[str]) -> str:
    """Return the name without an outlet's name at its end; "" where it is but that."""
    words = name.split()
    for cut in range(len(words)):
        rest = letters(" ".join(words[cut:]))
        if any(rest == o or (len(rest) > _SHORT and o.startswith(rest)) for o in outlets):
            return " ".join(words[:cut])
    return name


def _is_name(name: str) -> bool:
    """Say whether the words can be a person's name: two to five, each with a capital."""
    parts = name.split()
    if not _FEWEST_WORDS <= len(parts) <= _MOST_WORDS or _NO_NAME.search(name) or agency_in(name):
        return False
    return all(p[0].isupper() or p.lower() in _SMALL or p[:3] in {"al-", "el-"} for p in parts)


def agency_in(words: str) -> str | None:
    """Return the agency that a credit, byline or dateline names."""
    known = _agencies()
    for part in _AGENCY_PARTS.split(_BY.sub("", " ".join(words.split()))):
        name = _BY.sub("", part).strip(" .:©")
        if name in known:
            return known[name]
    return None


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    """Return the name of each written form."""
    table: dict[str, str] = {}
    for row in rows("agencies.tsv"):
        for form in (row[0], *row[1].split(";")):
            table.setdefault(form, row[0])
    return table
