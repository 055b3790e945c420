"""Articles and their stories in, how rightly Readout puts articles of one story together out.

DATA is a JSON lines file: doc_id, text and the gold story as subtopic, or topic where there is no
subtopic; rows of a split `train` are left out if there are others. Predictions: doc_id, story.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from benchmarks.scoring.coreference import b_cubed, grouped
from readout.ledger.stories import Profile, find_stories, weigh_words

__all__ = ["StoryRow", "chosen_rows", "run", "stories_of"]


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One article."""

    doc_id: str
    text: str
    topic: str = ""
    subtopic: str = ""
    split: str = "dev"
    sentences: tuple[tuple[str, ...], ...] = ()


def run(data: Path, out: Path | None = None) -> Mapping[str, object]:
    """Find the stories of `data`, write the predictions to `out`, return the figures."""
    rows = chosen_rows(data)
    found = stories_of(rows)
    gold = {row.doc_id: row.subtopic or row.topic for row in rows}
    if out is not None:
        lines = [{"doc_id": one, "story": found[one]} for one in sorted(found)]
        out.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
    precision, recall, both = b_cubed(grouped(gold), grouped(found))
    mixed = sum(len({gold[one] for one in group}) > 1 for group in grouped(found))
    return {
        "articles": len(rows),
        "b_cubed": round(100 * both, 2),
        "precision": round(100 * precision, 2),
        "recall": round(100 * recall, 2),
        "found": len(set(found.values())),
        "gold": len(set(gold.values())),
        "mixed": mixed,
    }


def chosen_rows(data: Path) -> list[StoryRow]:
    """Return the rows to score: those that are not for training, or all."""
    decoder = msgspec.json.Decoder(StoryRow)
    rows = [decoder.decode(line) for line in data.read_bytes().splitlines() if line.strip()]
    return [row for row in rows if row.split != "train"] or rows


def stories_of(rows: list[StoryRow]) -> dict[str, str]:
    """Return the story that each article is found to tell."""
    profiles = [Profile(article=row.doc_id, weights=weigh_words("", row.text)) for row in rows]
    return {one: story.story_id for story in find_stories(profiles) for one in story.articles}
