"""A command in, the median seconds out that fresh processes of it take."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

__all__ = ["cold_starts"]

_RUNS = 5
_PAGES = Path(__file__).parent.parent / "examples" / "pages"


def cold_starts(peer: Sequence[str] | None) -> dict[str, float | None]:
    """Return the seconds from the shell to one page's record, and to the peer's loaded model.

    The two take turns. The page is the first of the examples.
    """
    page = min(_PAGES.glob("*.html"))
    readout = [str(Path(sys.executable).with_name("readout")), "read", str(page), "--json"]
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(_RUNS):
        mine.append(_seconds(readout))
        if peer is not None:
            theirs.append(_seconds(peer))
    return {
        "one_page_cold_s": round(median(mine), 3),
        "peer_load_cold_s": round(median(theirs), 3) if theirs else None,
    }


def _seconds(command: Sequence[str]) -> float:
    started = time.perf_counter()
    subprocess.run(  # noqa: S603  the command is this project's own
        command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - started
