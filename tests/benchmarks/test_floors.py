"""Floors: what fell is said, what rose is written, and the file keeps what it was given."""

from pathlib import Path

import msgspec
import pytest

from benchmarks.floors import Floor, digest, fallen, measured, read, written
from benchmarks.tasks import TASKS, Task

FLOOR = Floor(
    task="attribution",
    data="rows.jsonl",
    figure="relation",
    score=65.0,
    noise=1.0,
    data_digest="d1",
    model="m1",
)


def test_a_score_within_the_noise_has_not_fallen() -> None:
    """64.2 against a floor of 65 with a noise of 1 stands; 63.9 has fallen, and is named."""
    near, low = (msgspec.structs.replace(FLOOR, score=score) for score in (64.2, 63.9))

    assert fallen([FLOOR], [near]) == []
    assert fallen([FLOOR], [low]) == ["attribution rows.jsonl relation: 63.90 is below 64.00"]


def test_a_lower_score_is_not_written_for_noise() -> None:
    """A floor is not let down in steps of the noise: to write 64.2 over 65 needs a decision."""
    near = msgspec.structs.replace(FLOOR, score=64.2)

    assert fallen([FLOOR], [near], spare=False) != []


def test_other_data_are_no_proof() -> None:
    """A score on changed rows says nothing about the floor, however high it is."""
    other = msgspec.structs.replace(FLOOR, score=99.0, data_digest="d2")

    assert fallen([FLOOR], [other]) != []


def test_each_task_runs_once_on_each_of_its_data(tmp_path: Path) -> None:
    """Two figures of one task come from one run, with the digests of the data and the model."""
    (tmp_path / "rows.jsonl").write_text("{}\n", encoding="utf-8")
    runs: list[Path] = []

    def task(data: Path, out: Path | None) -> dict[str, object]:
        assert out is None
        runs.append(data)
        return {"relation": 66.5, "content": 91.0, "model": "m2"}

    floors = [FLOOR, msgspec.structs.replace(FLOOR, figure="content")]
    now = measured(floors, tmp_path, {"attribution": Task(task, ())})

    assert [floor.score for floor in now] == [66.5, 91.0]
    assert {floor.model for floor in now} == {"m2"}
    assert {floor.data_digest for floor in now} == {digest(tmp_path / "rows.jsonl")}
    assert len(runs) == 1


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    """floors.toml holds every field of every floor."""
    path = tmp_path / "floors.toml"
    path.write_text(written([FLOOR, FLOOR]), encoding="utf-8")

    assert read(path) == (FLOOR, FLOOR)


def test_the_folder_digest_sees_names_and_contents(tmp_path: Path) -> None:
    """A page renamed or changed makes other data of a folder."""
    page = tmp_path / "a.html"
    page.write_text("one", encoding="utf-8")
    first = digest(tmp_path)
    page.write_text("two", encoding="utf-8")
    second = digest(tmp_path)
    page.rename(tmp_path / "b.html")

    assert len({first, second, digest(tmp_path)}) == 3


def test_the_floors_name_tasks_there_are() -> None:
    """Every floor of the project can be measured, and none is named twice."""
    names = [(floor.task, floor.data, floor.figure) for floor in read()]

    assert {task for task, _, _ in names} <= set(TASKS)
    assert len(names) == len(set(names))


@pytest.mark.slow
def test_no_score_has_fallen(data: Path) -> None:
    """The figures on the evaluation data are no lower than when they were written down."""
    floors = read()

    assert fallen(floors, measured(floors, data, TASKS)) == []
