"""A task and its data in, one JSON object of figures out, as the last line printed.

With the task `all`, DATA is a folder, and each task runs on each of its sets that lie there.
"""

import argparse
from pathlib import Path

import msgspec

from benchmarks.tasks import TASKS

__all__ = ["main"]


def main() -> None:
    """Run one task, or all, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("task", choices=[*TASKS, "all"], metavar="TASK", help=", ".join(TASKS))
    parser.add_argument("data", type=Path, metavar="DATA", help="the task's file or folder")
    parser.add_argument("--out", type=Path, metavar="PRED", help="write the predictions here")
    chosen = parser.parse_args()
    if not chosen.data.exists():
        parser.error(f"there is no '{chosen.data}'")
    if chosen.task == "all":
        _run_all(chosen.data)
    else:
        print(_line(TASKS[chosen.task].run(chosen.data, chosen.out)))


def _run_all(folder: Path) -> None:
    for name, task in TASKS.items():
        for data in filter(Path.exists, (folder / each for each in task.sets)):
            print(_line({"task": name, "data": data.name, **task.run(data, None)}))


def _line(figures: object) -> str:
    return msgspec.json.encode(figures).decode()


if __name__ == "__main__":
    main()
