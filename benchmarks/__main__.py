"""A task and its data in, one JSON object of figures out, as the last line printed."""

import argparse
from pathlib import Path

import msgspec

from benchmarks.tasks import TASKS

__all__ = ["main"]


def main() -> None:
    """Run one task and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("task", choices=sorted(TASKS), metavar="TASK", help=", ".join(TASKS))
    parser.add_argument("data", type=Path, metavar="DATA", help="the task's file or folder")
    parser.add_argument("--out", type=Path, metavar="PRED", help="write the predictions here")
    chosen = parser.parse_args()
    if not chosen.data.exists():
        parser.error(f"there is no '{chosen.data}'")
    figures = TASKS[chosen.task](chosen.data, chosen.out)
    print(msgspec.json.encode(figures).decode())


if __name__ == "__main__":
    main()
