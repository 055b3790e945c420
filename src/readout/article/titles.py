"""Take the site's name off a title: a title and the outlet's names in, the headline's words out."""

import re
from collections.abc import Iterable

__all__ = ["letters", "title_parts", "without_site"]

_SEPARATOR = re.compile(r"\s+[|•·»«–—:/-]+\s+|\s*\|\s*|\s+::\s+")

_SHORT = 3


def letters(text: str) -> str:
    """Return the letters and digits of `text` alone, in lower case."""
    return "".join(c for c in text.lower() if c.isalnum())


def without_site(title: str, outlets: Iterable[str]) -> str:
    """Return `title` without the parts at its ends that name the outlet."""
    names = {n for n in map(letters, outlets) if n}
    title = " ".join(title.split())
    while True:
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            return title
        last = letters(title[cuts[-1].end() :])
        first = letters(title[: cuts[0].start()])
        if _names_site(last, names):
            title = title[: cuts[-1].start()]
        elif _names_site(first, names):
            title = title[cuts[0].end() :]
        else:
            return title


def title_parts(title: str) -> tuple[str, ...]:
    """Return the title and each of its beginnings that end at a separator."""
    return (title, *(title[: cut.start()] for cut in _SEPARATOR.finditer(title)))


def _names_site(part: str, names: Iterable[str]) -> bool:
    """Say whether the part is one of the names, or holds one or is held by one to the most part."""
    return any(
        part == n
        or (len(n) > _SHORT and n in part and len(n) * 3 > len(part))
        or (len(part) > _SHORT and part in n and len(part) * 2 > len(n))
        for n in names
    )
