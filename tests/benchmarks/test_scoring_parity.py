"""The project's measures of attribution against the shared scorer, on the same predictions."""

import importlib.util
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

import msgspec
import pytest

from benchmarks.scoring.attribution import score
from benchmarks.scoring.pairs import Marked

ROLES = ("source", "cue", "content")
Roles = dict[str, list[list[int]]]


class SharedScorer(Protocol):
    """What this test calls of the shared scorer."""

    def Article(self, text: str) -> object:  # noqa: N802  (its name there)
        """Cut the text."""
        ...

    def score_article(
        self, article: object, gold: Sequence[Roles], predicted: Sequence[Roles]
    ) -> Mapping[str, tuple[int, int, int]]:
        """Count the measures of one article."""
        ...


def shared_scorer(data: Path) -> SharedScorer:
    """Load the scorer that lies beside the data, or skip."""
    path = data.parent / "bench" / "score_attribution.py"
    if not path.exists():
        pytest.skip("no shared scorer beside the data")
    spec = importlib.util.spec_from_file_location("shared_attribution_scorer", path)
    if spec is None or spec.loader is None:
        pytest.skip("the shared scorer is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("SharedScorer", module)


def disturbed(text: str, gold: list[Roles], chance: random.Random) -> list[Roles]:
    """Return predictions near the gold: moved, dropped, doubled, exchanged or empty spans."""
    predicted: list[Roles] = []
    for one in gold:
        if chance.random() < 0.15:
            continue
        roles = {role: [moved(p, len(text), chance) for p in one[role]] for role in ROLES}
        if chance.random() < 0.2:
            roles["source"] = []
        if chance.random() < 0.1:
            roles["cue"], roles["source"] = roles["source"], roles["cue"]
        predicted.extend([roles] * (2 if chance.random() < 0.05 else 1))
    for _ in range(3):
        start = chance.randrange(len(text) - 60)
        piece = [[start, start + chance.randrange(1, 60)]]
        predicted.append({"source": [], "cue": piece, "content": piece})
    return predicted


def moved(place: list[int], length: int, chance: random.Random) -> list[int]:
    """Move one end of a span by up to a few words, half of the time."""
    start, end = place
    if chance.random() < 0.5:
        start = max(0, start + chance.randrange(-20, 20))
        end = min(length, max(start + 1, end + chance.randrange(-20, 20)))
    return [start, max(end, start + 1)]


def ours(name: str) -> str:
    """Translate the shared scorer's name of a measure into ours."""
    pairs = (("frag_", "piece_"), ("tok_", "token_"))
    ends = (("exact_words", "same_words"), ("exact_strict", "same_tokens"))
    for theirs, mine in pairs:
        name = mine + name.removeprefix(theirs) if name.startswith(theirs) else name
    for theirs, mine in ends:
        name = name.removesuffix(theirs) + mine if name.endswith(theirs) else name
    return name


def test_counts_are_those_of_the_shared_scorer(data: Path) -> None:
    """Every measure of every article counts the same, however the predictions are disturbed."""
    theirs = shared_scorer(data)
    chance = random.Random(7)
    rows = (data / "attribution_dev.jsonl").read_text(encoding="utf-8").splitlines()

    for line in rows:
        row = json.loads(line)
        text, gold = row["text"], row["attributions"]
        predicted = disturbed(text, gold, chance)
        mine = score(
            text, msgspec.convert(gold, list[Marked]), msgspec.convert(predicted, list[Marked])
        )
        expected = theirs.score_article(theirs.Article(text), gold, predicted)
        assert {name: (c.hits, c.predicted, c.gold) for name, c in mine.items()} == {
            ours(name): counts for name, counts in expected.items()
        }
