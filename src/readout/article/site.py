"""Find the outlet a page's title names: the tree and its headline in, one Evidence a name out.

"Talks go on – NordRadio" names it beside the headline; that it is no section's name is shown by
a link home with the same words.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from readout.article.titles import letters
from readout.records.article import Evidence

__all__ = ["from_site"]

_HOME = re.compile(r"(?:\./?|/|(?:\./|/)?index\.html?|https?://[^/?#]+/?)", re.IGNORECASE)
_EDGE = " \t|•·»«–—:/-"
_PIECES = re.compile(r"\s+[|•·»«–—/-]+\s+|\s*\|\s*")


def from_site(root: HtmlElement, headline: str) -> Iterator[Evidence]:
    """Yield what the title has beside `headline` and a link home says too."""
    found = root.find(".//head/title")
    title = " ".join((found.text or "").split()) if found is not None else ""
    if not headline or title == headline:
        return
    if title.startswith(headline):
        rest = title[len(headline) :]
    elif title.endswith(headline):
        rest = title[: -len(headline)]
    else:
        return
    homes = {letters("".join(map(str, a.itertext()))) for a in root.iter("a") if _leads_home(a)}
    for piece in _PIECES.split(rest.strip(_EDGE)):
        if letters(piece) and letters(piece) in homes:
            yield Evidence(field="outlet", value=piece, witness="title", where="title", quote=title)


def _leads_home(link: HtmlElement) -> bool:
    """Say whether a link leads to the site's front."""
    return _HOME.fullmatch((link.get("href") or "").strip()) is not None
