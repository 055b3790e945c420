"""Score page bodies: a folder with gold.json and ID.html.gz in, our and trafilatura's figures out.

Shingles of four words are compared as multisets; each page weighs alike; F1 is of the mean
precision and the mean recall, as the article-extraction benchmark defines it.
"""

import gzip
import hashlib
import json
import pathlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lxml import html
from lxml.etree import ParserError
from trafilatura import extract

from readout.article import read_page
from readout.records.article import BODY_ROLES, Article
from readout.records.page import Page

__all__ = ["run", "score", "spoiled"]

_SHINGLE = 4
_PARTS = ("caption", "title", "share", "appeal")
_SHARE = re.compile(
    r"(?:share|tweet|email|print|pin)(?: this| it)?(?: article| story| post| page)?\W*$"
    r"|share (?:this|on|via|with)\b.{0,60}$"
    r"|(?:follow|like|find) .{2,60} on (?:twitter|facebook|instagram|youtube)\b",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"(?:please )?(?:donate|subscribe|sign up|contribute|become an? (?:member|subscriber))\b"
    r"|(?:get|receive) .{0,80}\b(?:newsletter|inbox)\b"
    r"|if you (?:enjoyed|liked|believe in|value) .{0,120}"
    r"\b(?:support|join|subscri|donat)"
    r"|.{0,120}\bsubscrib\w+ to (?:our|the)\b.{0,60}newsletter"
    r"|.{0,140}\bsign up (?:for|to) .{0,60}\bnewsletter",
    re.IGNORECASE,
)
_CAPTION_NAMES = re.compile(r"(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])", re.IGNORECASE)
_CAPTION_LETTERS = 20


def run(data: pathlib.Path, out: pathlib.Path | None) -> dict[str, float | int | str]:
    """Read every page of `data` with both, write Readout's bodies to `out`, return the figures."""
    gold = json.loads((data / "gold.json").read_text("utf-8"))
    truth = {pid: str(row["articleBody"]) for pid, row in gold.items()}
    bodies = {pid: gzip.decompress((data / f"{pid}.html.gz").read_bytes()) for pid in truth}
    ours = {pid: _readout(body) for pid, body in bodies.items()}
    theirs = {pid: _trafilatura(body) for pid, body in bodies.items()}
    if out is not None:
        rows = {pid: {"articleBody": text} for pid, text in ours.items()}
        out.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    figures: dict[str, float | int | str] = {"pages": len(truth)}
    for prefix, said in (("", ours), ("trafilatura_", theirs)):
        figures |= {f"{prefix}{name}": value for name, value in score(truth, said).items()}
        figures |= _spoiled_pages(prefix, bodies, said)
    return figures


def score(truth: Mapping[str, str], said: Mapping[str, str]) -> dict[str, float]:
    """Return precision, recall and F1 of `said` against `truth`, and the share of exact pages."""
    precisions, recalls, exact = [], [], 0
    for pid, wanted in truth.items():
        want, got = _shingles(wanted), _shingles(said.get(pid, ""))
        both = (want & got).total()
        if got.total():
            precisions.append(both / got.total())
        if want.total():
            recalls.append(both / want.total())
        exact += _words(wanted) == _words(said.get(pid, ""))
    precision, recall = _mean(precisions), _mean(recalls)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "f1": round(f1, 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "exact": round(exact / max(1, len(truth)), 4),
    }


def spoiled(page: bytes, body: str) -> frozenset[str]:
    """Return what spoils `body`: a line that is a caption, a title, a share line or an appeal."""
    lines = [line for line in (raw.strip(" -|•\t") for raw in body.splitlines()) if line]
    norms = [_letters(line) for line in lines]
    captions, titles = _marked(page)
    found = set()
    if any(norm in titles for norm in norms):
        found.add("title")
    if any(caption in norm for caption in captions for norm in norms):
        found.add("caption")
    if any(_SHARE.match(line) for line in lines):
        found.add("share")
    if any(_APPEAL.match(line) for line in lines):
        found.add("appeal")
    return frozenset(found)


def _readout(body: bytes) -> str:
    """Return the body Readout finds, in any language and however short."""
    page = Page(body=body, digest=hashlib.sha256(body).hexdigest(), address="-")
    found = read_page(page, lenient=True)
    if not isinstance(found, Article):
        return ""
    return "\n\n".join(b.span.of(found.text) for b in found.blocks if b.role in BODY_ROLES)


def _trafilatura(body: bytes) -> str:
    """Return the body trafilatura finds when it favours precision."""
    return extract(body, favor_precision=True, include_comments=False) or ""


def _spoiled_pages(
    prefix: str, bodies: Mapping[str, bytes], said: Mapping[str, str]
) -> dict[str, int]:
    """Count the pages whose body holds what is no body, in all and for each part."""
    spoils = [spoiled(body, said[pid]) for pid, body in bodies.items()]
    counts = {f"{prefix}with_{part}": sum(part in s for s in spoils) for part in _PARTS}
    return {f"{prefix}spoiled": sum(bool(s) for s in spoils), **counts}


def _marked(page: bytes) -> tuple[frozenset[str], frozenset[str]]:
    """Return the letters of a page's captions and of its titles, by its own mark-up."""
    try:
        root = html.fromstring(page)
    except (ParserError, ValueError):
        return frozenset(), frozenset()
    captions = (
        "".join(map(str, element.itertext()))
        for element in root.iter()
        if element.tag == "figcaption" or _CAPTION_NAMES.search(element.get("class") or "")
    )
    titles = [m.get("content") or "" for m in root.iter("meta") if m.get("property") == "og:title"]
    titles += ["".join(map(str, h.itertext())) for h in root.iter("h1")]
    return (
        frozenset(n for n in map(_letters, captions) if len(n) >= _CAPTION_LETTERS),
        frozenset(n for n in map(_letters, titles) if n),
    )


def _words(text: str) -> list[str]:
    """Return the words of `text`."""
    return re.findall(r"\w+", text)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of `text`; a shorter text is one run."""
    words = _words(text)
    if len(words) < _SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))


def _letters(text: str) -> str:
    """Return the letters and digits of `text` alone, in lower case."""
    return "".join(c for c in text.lower() if c.isalnum())


def _mean(values: Sequence[float] | Iterable[float]) -> float:
    """Return the mean, 0 of nothing."""
    values = list(values)
    return sum(values) / len(values) if values else 0.0
