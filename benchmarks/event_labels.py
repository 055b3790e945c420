"""Events labelled in the articles of a data folder in, the labels with their articles as read out.

The labels hold places and no words: `set` names the file of the texts, `article` the text in it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from benchmarks.articles import BATCH
from benchmarks.kept import Scored, read_scored
from benchmarks.scoring.tokens import Place
from readout.article import article_of_text
from readout.reading import ReadingEncoder
from readout.records.event import EventType, Status

__all__ = ["EventLabel", "Labelled", "read_labelled"]


class Labelled(msgspec.Struct, frozen=True, kw_only=True):
    """What every label over the texts of others has."""

    set: str
    article: str


class EventLabel(Labelled, frozen=True, kw_only=True):
    """One event: its words, its type, how far it has come and its parties."""

    trigger: Place
    type: EventType
    status: Status
    alternative: Status | None = None
    actors: tuple[Place, ...] = ()
    recipients: tuple[Place, ...] = ()
    background: bool = False


class _Text(msgspec.Struct, frozen=True, kw_only=True):
    id: str = ""
    doc_id: str = ""
    text: str
    date: str | None = None


_Key = tuple[str, str]
_Label = TypeVar("_Label", bound=Labelled)


def read_labelled(
    labels: Sequence[_Label], folder: Path, encoder: ReadingEncoder
) -> Iterator[tuple[Scored, list[_Label]]]:
    """Read each labelled article that lies in the folder; yield it with its labels."""
    by_article: dict[_Key, list[_Label]] = {}
    for label in labels:
        by_article.setdefault((label.set, label.article), []).append(label)
    texts = _texts(folder, set(by_article))
    keys = [key for key in by_article if key in texts]
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        articles = [article_of_text(texts[key].text, published=texts[key].date) for key in batch]
        for key, read in zip(batch, read_scored(articles, encoder), strict=True):
            yield read, by_article[key]


def _texts(folder: Path, wanted: set[_Key]) -> dict[_Key, _Text]:
    """Return the wanted texts; a set whose file is not in the folder is left out."""
    found: dict[_Key, _Text] = {}
    for name in sorted({name for name, _ in wanted}):
        path = folder / f"{name}.jsonl"
        for line in path.read_bytes().splitlines() if path.exists() else ():
            row = msgspec.json.decode(line, type=_Text)
            key = (name, row.id or row.doc_id)
            if key in wanted:
                found[key] = row
    return found
