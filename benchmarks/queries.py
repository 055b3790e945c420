"""A number of reports in, how long questions over a ledger of so many take, warm.

DATA is a folder for the ledger, which is taken away again unless READOUT_KEEP is set;
READOUT_REPORTS says how many reports. Times are medians in milliseconds, by the wall clock and
by the processor's, which a busy machine does not change.
"""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from benchmarks.queries_made import make_ledger, word
from readout.ledger_api import Ledger, open_ledger

__all__ = ["run"]

_REPORTS = 1_000_000
_SHOWN = 100  # rows of an answer, as a terminal shows
_TIMES = 7
_COMMON, _MIDDLE, _RARE = 5, 300, 5000  # ranks of words


def run(data: Path, out: Path | None) -> Mapping[str, object]:
    """Return how long each question takes, and how long it took to make the ledger."""
    del out
    reports = int(os.environ.get("READOUT_REPORTS", _REPORTS))
    place = data / f"queries-{reports}.db"
    made = (0.0, 0.0)
    if not place.exists():
        made = _timed(lambda: make_ledger(place, reports))
    try:
        with open_ledger(str(place)) as ledger:
            figures = {name: _median(ask) for name, ask in _questions(ledger).items()}
            stats = ledger.stats()
    finally:
        if "READOUT_KEEP" not in os.environ:
            for file in data.glob(f"{place.name}*"):
                file.unlink()
    return {
        "reports": stats.reports,
        "made_s": round(made[0], 1),
        "made_cpu_s": round(made[1], 1),
        **{f"{name}_ms": round(1000 * wall, 1) for name, (wall, _) in figures.items()},
        **{f"{name}_cpu_ms": round(1000 * cpu, 1) for name, (_, cpu) in figures.items()},
    }


def _questions(ledger: Ledger) -> dict[str, Callable[[], object]]:
    """Return what is asked: the first rows of each answer, and once a whole answer."""
    pair, rarer = ("USA", "RUS"), ("MMR", "KAZ")
    common, middle, rare = word(_COMMON), word(_MIDDLE), word(_RARE)
    return {
        "events_between": lambda: ledger.events(between=pair, most=_SHOWN),
        "events_between_rare": lambda: ledger.events(between=rarer, most=_SHOWN),
        "events_between_year": lambda: ledger.events(
            between=pair, since="2022-01-01", until="2022-12-31"
        ),
        "events_type": lambda: ledger.events(type="SANCTION", status="planned", most=_SHOWN),
        "events_actor": lambda: ledger.events(actor=middle, most=_SHOWN),
        "events_confirmed": lambda: ledger.events(confirmed_by="NOR", most=_SHOWN),
        "timeline": lambda: ledger.timeline(most=_SHOWN),
        "timeline_between": lambda: ledger.timeline(between=pair, most=_SHOWN),
        "search_rare": lambda: ledger.search(rare),
        "search": lambda: ledger.search(f"{middle} {common}"),
        "search_common": lambda: ledger.search(common),
        "events_between_all": lambda: ledger.events(between=pair),
    }


def _median(ask: Callable[[], object]) -> tuple[float, float]:
    ask()
    clocks = [_timed(ask) for _ in range(_TIMES)]
    return median(wall for wall, _ in clocks), median(cpu for _, cpu in clocks)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds of the wall clock and of the processor that the work took."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - processor
