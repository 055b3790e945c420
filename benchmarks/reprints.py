"""Articles in, the figures of pairs of reprint and original found among them out.

DATA is a JSON lines file of texts; the story sets beside it are read too where they lie there, for
they have several outlets on one event. Reprints are made of a part of the articles (see
`reprints_made.py`); each made pair is to be found and no other pair of articles is. Articles that
share twenty words in a row with an earlier one are left out first, since some of the articles are
reprints of others and nobody has marked which. To test that a quoted statement makes no reprint,
one and the same is put into articles two by two. With `READOUT_DATASKETCH_PYTHON` (a Python that
has datasketch) its MinHash is measured on the same rows. Predictions are written one pair a line.
"""

import json
import os
import random
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.reprints_made import KINDS, make_reprints
from benchmarks.scoring.counts import Counts
from readout.ledger.lineages import find_lineages, shingles_of
from readout.records.lineage import Copy, Printed

__all__ = ["run"]

_BESIDE = ("stories_newswcl_dev.jsonl", "stories_ecbplus_docs.jsonl")
_SEED = 20
_MADE = 1400
_QUOTING = 100
_SHORTEST = 120  # words of an article worth cutting to its lead
_ROW = 20
_PEER = "READOUT_DATASKETCH_PYTHON"
_QUOTE = (
    "“We have waited {year} years for this morning in {town}, and nobody who stood on the pier"
    " last night, in the cold, with the lamps out and the boats gone, will forget who came and who"
    " stayed at home; I shall not forget it either, and I shall say so in court,” she said."
)

Pair = tuple[str, str]


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    id: str = ""
    doc_id: str = ""
    text: str


def run(data: Path, out: Path | None = None) -> dict[str, float | int | str]:
    """Make reprints of the texts of `data`, look for them, write the pairs, return the figures."""
    files = [data, *filter(Path.exists, (data.parent / name for name in _BESIDE))]
    texts = _without_reprints([text for file in files for text in _texts(file)])
    articles, gold = _with_made(texts)
    began = time.process_time()
    copies, lineages = find_lineages(articles)
    taken = time.process_time() - began
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(each) + b"\n" for each in copies))
    found = {_pair(each.copy, each.original) for each in copies}
    return {
        "articles": len(articles),
        **_figures(found, gold),
        **_by_kind(found, gold),
        "right_first": _right_first(copies, gold),
        "lineages": len(lineages),
        "articles_per_second": round(len(articles) / taken),
        "hashed_per_second": _hashing(articles),
        **_peer(articles, gold),
    }


def _texts(file: Path) -> list[str]:
    decoder = msgspec.json.Decoder(_Row)
    with file.open("rb") as lines:
        return [decoder.decode(line).text.replace("\\n", "\n") for line in lines if line.strip()]


def _without_reprints(texts: Sequence[str]) -> list[str]:
    """Leave out what shares twenty words in a row with a text before it."""
    seen: set[int] = set()
    kept = []
    for text in texts:
        words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
        rows = {hash(tuple(words[at : at + _ROW])) for at in range(len(words) - _ROW + 1)}
        if seen.isdisjoint(rows):
            seen |= rows
            kept.append(text)
    return kept


def _with_made(texts: Sequence[str]) -> tuple[list[Printed], dict[Pair, str]]:
    """Return the articles with reprints of some, and the pairs to find with how each was made."""
    chance = random.Random(_SEED)
    long = [at for at, text in enumerate(texts) if len(text.split()) >= _SHORTEST]
    chosen = chance.sample(long, min(_MADE, len(long)))
    made = make_reprints([texts[at] for at in chosen], seed=_SEED)
    articles = [Printed(id=f"a{at:05}", text=text) for at, text in enumerate(texts)]
    rest = sorted(set(long) - set(chosen))
    quoting = chance.sample(rest, min(_QUOTING, len(rest)))
    for place, at in enumerate(quoting):
        quote = _QUOTE.format(year=place // 2, town=f"Velmara {place // 2}")
        articles[at] = Printed(id=f"a{at:05}", text=f"{texts[at]}\n\n{quote}")
    gold = {}
    for at, each in enumerate(made):
        articles.append(Printed(id=f"r{at:05}", text=each.text))
        gold[_pair(f"r{at:05}", f"a{chosen[each.original]:05}")] = each.kind
    chance.shuffle(articles)
    return articles, gold


def _figures(found: set[Pair], gold: dict[Pair, str]) -> dict[str, float | int | str]:
    counts = Counts(len(found & gold.keys()), len(found), len(gold))
    return {
        "pairs": counts.gold,
        "found": counts.predicted,
        "recall": round(counts.recall, 4),
        "precision": round(counts.precision, 4),
    }


def _by_kind(found: set[Pair], gold: dict[Pair, str]) -> dict[str, float]:
    figures = {}
    for kind in KINDS:
        pairs = {pair for pair, made in gold.items() if made == kind}
        figures[f"recall_{kind.replace(' ', '_')}"] = round(len(found & pairs) / len(pairs), 4)
    return figures


def _right_first(copies: Sequence[Copy], gold: dict[Pair, str]) -> float:
    """Return the part of the cut pairs that were told which way round, with no date to help."""
    right = [
        each.original.startswith("a")
        for each in copies
        if gold.get(_pair(each.copy, each.original), "") in {"cut", "cut and edited"}
    ]
    return round(sum(right) / max(1, len(right)), 4)


def _hashing(articles: Sequence[Printed]) -> int:
    began = time.process_time()
    for each in articles:
        shingles_of(each.text)
    return round(len(articles) / (time.process_time() - began))


def _peer(articles: Sequence[Printed], gold: dict[Pair, str]) -> dict[str, float | int | str]:
    python = os.environ.get(_PEER)
    if not python:
        return {}
    worker = Path(__file__).with_name("reprints_datasketch.py")
    rows = json.dumps([[each.id, each.text] for each in articles])
    done = subprocess.run(  # noqa: S603  (a Python that the user named, and a file of ours)
        [python, str(worker)], input=rows, capture_output=True, text=True, check=True
    )
    figures: dict[str, float | int | str] = {}
    for threshold, pairs in json.loads(done.stdout).items():
        found = {_pair(one, other) for one, other in pairs}
        named = _figures(found, gold)
        figures[f"datasketch_{threshold}_recall"] = named["recall"]
        figures[f"datasketch_{threshold}_precision"] = named["precision"]
    return figures


def _pair(one: str, other: str) -> Pair:
    return (min(one, other), max(one, other))
