"""A number of pages in, how fast a ledger takes and checks them out.

The readings are ready made, of invented words, so that nothing but the ledger is measured. Pages
a second are told by the wall clock and by the processor's, which a busy machine does not change.
DATA is a folder for the ledger, which is taken away again; READOUT_PAGES says how many pages, or
several sizes ("10000,100000"): then a page's price at the last is told against that at the first,
both in one ledger that grows.
"""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.invented import READER, invented
from readout.ledger import enter_reading, question_of
from readout.records.entries import Answer, KeptPage, Sighting
from readout.stores import Store, open_store

__all__ = ["run"]

_PAGES = 10_000
_BATCH = 200
_LAST = 2_000  # pages over which the price of a page is told, at the start and at the end


def run(data: Path, out: Path | None) -> Mapping[str, object]:
    """Return pages a second, entering and checking, and what a page costs when many are there."""
    del out
    sizes = [int(one) for one in os.environ.get("READOUT_PAGES", str(_PAGES)).split(",")]
    pages = sizes[-1]
    with TemporaryDirectory(dir=data) as folder:
        place = Path(folder) / "readout.db"
        with open_store(str(place), create=True) as store:
            clocks = [_enter(store, at, min(at + _BATCH, pages)) for at in range(0, pages, _BATCH)]
            checked = _timed(lambda: _check(store))
        size = place.stat().st_size
    wall, processor = (sum(each) for each in zip(*clocks, strict=True))
    prices = [_price(clocks, at) for at in (sizes if len(sizes) > 1 else [_LAST, pages])]
    return {
        "pages": pages,
        "entered_per_s": round(pages / wall, 1),
        "entered_per_cpu_s": round(pages / processor, 1),
        "late_to_early": round(prices[-1] / prices[0], 2),
        "verified_per_s": round(pages / checked[0], 1),
        "verified_per_cpu_s": round(pages / checked[1], 1),
        "bytes_per_page": size // pages,
    }


def _price(clocks: Sequence[tuple[float, float]], pages: int) -> float:
    """Return the processor's seconds for a batch, of the last before so many pages were there."""
    end = max(1, pages // _BATCH)
    last = [processor for _, processor in clocks[:end]][-(_LAST // _BATCH) :]
    return sum(last) / len(last)


def _enter(store: Store, first: int, end: int) -> tuple[float, float]:
    """Enter the invented pages of these numbers; making them is not counted."""
    made = [invented(number) for number in range(first, end)]

    def entering() -> None:
        store.enter(
            [
                Answer(
                    question=question_of(page, READER),
                    sighting=Sighting(page=page.digest, address=page.address, url=page.url),
                    page=KeptPage(digest=page.digest, body=page.body),
                    found=enter_reading(reading),
                )
                for page, reading in made
            ]
        )

    return _timed(entering)


def _check(store: Store) -> None:
    for flaw in store.verify():
        raise ValueError(flaw)


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    """Return the seconds of the wall clock and of the processor that the work took."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - processor
