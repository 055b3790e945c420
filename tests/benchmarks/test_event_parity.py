"""The project's measures of events against the shared scorer, on the same predictions."""

import importlib.util
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

import msgspec
import pytest

from benchmarks.events import PairRow, Told, figures
from benchmarks.factuality import FactRow
from benchmarks.factuality import figures as fact_figures
from benchmarks.scoring.classes import accuracy, class_counts, macro_f1
from benchmarks.scoring.roots import QUADS, quad_of, root_of

# The shared scorer leaves the files that it reads to be closed by whoever comes.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


class Asked(msgspec.Struct, frozen=True):
    """What the shared scorer is asked on its command line."""

    gold: str
    pred: str
    exclude: str | None = None
    self: str | None = None
    split: str | None = None
    dataset: str | None = None


class SharedScorer(Protocol):
    """What this test calls of the shared scorer."""

    QUAD: Mapping[str, int]

    def canon(self, kind: str, *, collapse: bool) -> str:
        """Return the root of a type."""
        ...

    def multi(
        self, gold: Sequence[str], predicted: Sequence[str | None]
    ) -> Mapping[str, float | Mapping[str, Mapping[str, float]]]:
        """Score classes."""
        ...

    def cmd_zsp(self, asked: Asked) -> Mapping[str, Mapping[str, float]]:
        """Score pairs."""
        ...

    def cmd_fact(self, asked: Asked) -> Mapping[str, Mapping[str, float]]:
        """Score factuality."""
        ...


@pytest.fixture(scope="module")
def theirs(data: Path) -> SharedScorer:
    """Load the scorer that lies beside the data, or skip."""
    path = data.parent / "bench" / "score_events.py"
    if not path.exists():
        pytest.skip("no shared scorer beside the data")
    spec = importlib.util.spec_from_file_location("shared_event_scorer", path)
    if spec is None or spec.loader is None:
        pytest.skip("the shared scorer is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("SharedScorer", module)


def percent(share: object) -> float:
    """Return a share of the shared scorer in hundredths."""
    return 100 * float(str(share))


def test_roots_and_quad_classes_are_those_of_the_shared_scorer(theirs: SharedScorer) -> None:
    """Every type; yielding in words counts as yielding in deed."""
    for kind in QUADS:
        root = root_of(kind)
        assert root == theirs.canon(kind, collapse=True)
        assert quad_of(root) == theirs.QUAD[root]


def test_class_measures_are_those_of_the_shared_scorer(theirs: SharedScorer) -> None:
    """Random answers, a fifth of them missing, some of classes that are never right."""
    chance = random.Random(3)
    for _ in range(50):
        gold = chance.choices("ABCD", k=40)
        found = [chance.choice([one, "B", "E", None, one]) for one in gold]

        expected = theirs.multi(gold, found)

        assert accuracy(gold, found) == pytest.approx(percent(expected["accuracy"]), abs=0.011)
        assert macro_f1(gold, found) == pytest.approx(percent(expected["macro_f1"]), abs=0.011)
        per_class = cast("Mapping[str, Mapping[str, float]]", expected["per_class"])
        assert {
            name: (c.hits, c.predicted, c.gold) for name, c in class_counts(gold, found).items()
        } == {name: (c["tp"], c["pred"], c["gold"]) for name, c in per_class.items()}


def test_pair_figures_are_those_of_the_shared_scorer(theirs: SharedScorer, tmp_path: Path) -> None:
    """Three hundred written rows with random roots."""
    chance = random.Random(5)
    roots = sorted({root_of(kind) for kind in QUADS})
    rows, told = [], []
    for number in range(300):
        right = chance.choice(roots)
        root = right if chance.random() < 0.6 else chance.choice(roots)
        name = str(number)
        rows.append(
            PairRow(id=name, text="", source="", target="", root=right, quad=quad_of(right))
        )
        told.append(
            Told(
                id=name,
                root=root,
                quad=quad_of(root),
                type_found=False,
                pair_found=False,
                pair_type_found=False,
            )
        )

    mine = figures(rows, told)
    expected = theirs.cmd_zsp(written(tmp_path, rows, told))

    for measure in ("root", "quad", "binary"):
        assert mine[measure] == pytest.approx(percent(expected[measure]["macro_f1"]), abs=0.011)


def test_factuality_figures_are_those_of_the_shared_scorer(
    theirs: SharedScorer, tmp_path: Path
) -> None:
    """Two data sets of random values."""
    chance = random.Random(7)
    rows = [
        FactRow(
            id=str(number),
            dataset=("one", "two")[number % 2],
            text="",
            span=(0, 1),
            factuality=chance.uniform(-3, 3),
        )
        for number in range(100)
    ]
    values = [chance.gauss(row.factuality, 1) for row in rows]

    mine = fact_figures(rows, values)
    told = [{"id": row.id, "factuality": value} for row, value in zip(rows, values, strict=True)]
    expected = theirs.cmd_fact(written(tmp_path, rows, told))

    for name in ("one", "two"):
        assert mine[f"{name}_pearson"] == pytest.approx(
            percent(expected[name]["pearson"]), abs=0.011
        )
        assert mine[f"{name}_mae"] == pytest.approx(expected[name]["mae"], abs=0.0002)


def written(folder: Path, gold: Sequence[object], predicted: Sequence[object]) -> Asked:
    """Write both as JSON lines."""
    paths = [folder / "gold.jsonl", folder / "predicted.jsonl"]
    for path, rows in zip(paths, (gold, predicted), strict=True):
        lines = (json.dumps(msgspec.to_builtins(row)) for row in rows)
        path.write_text("\n".join(lines), encoding="utf-8")
    return Asked(gold=str(paths[0]), pred=str(paths[1]))
