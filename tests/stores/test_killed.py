"""A program killed while it enters: what it had entered is kept, and a rerun enters the rest."""

import os
import signal
import time
from pathlib import Path
from random import Random

import pytest

from ledgers import answers, enter_all, said
from readout.stores import open_store

PAGES = 60


def enter_and_be_killed(place: str, seconds: float) -> bool:
    """Enter in another process, kill it after so many seconds; say whether it was still at it."""
    child = os.fork()
    if child == 0:
        enter_all(place, answers(PAGES), batch=5)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def clean(place: str) -> tuple[dict[str, list[str]], float]:
    """Return what a ledger says that was entered in one go, and how long that took."""
    answers(PAGES)  # made before, so that only entering is timed
    started = time.perf_counter()
    enter_all(place, answers(PAGES), batch=5)
    took = time.perf_counter() - started
    with open_store(place) as store:
        return said(store), took


def check_kills(folder: Path, kills: int) -> None:
    """Kill that many programs, each at a moment of its own, and run each again to its end."""
    expected, took = clean(str(folder / "clean.db"))
    chance = Random(kills)
    killed = 0
    for number in range(kills):
        place = str(folder / f"{number}.db")
        killed += enter_and_be_killed(place, chance.random() * took)
        enter_all(place, answers(PAGES), batch=5)
        with open_store(place) as store:
            assert said(store) == expected
            assert list(store.verify()) == [] or number % 10
        for left in folder.glob(f"{number}.db*"):
            left.unlink()
    assert killed > kills // 4


@pytest.mark.slow
def test_three_kills_leave_what_one_clean_run_leaves(tmp_path: Path) -> None:
    """The pages that were entered are not entered again, the others are."""
    check_kills(tmp_path, 3)


@pytest.mark.slow
@pytest.mark.skipif("READOUT_KILLS" not in os.environ, reason="READOUT_KILLS says how many")
def test_many_kills_leave_what_one_clean_run_leaves(tmp_path: Path) -> None:
    """As many as READOUT_KILLS says."""
    check_kills(tmp_path, int(os.environ["READOUT_KILLS"]))


@pytest.mark.slow
def test_kills_leave_a_server_whole(emptied: str, tmp_path: Path) -> None:
    """The same on PostgreSQL: a batch is there whole or not at all."""
    expected, took = clean(str(tmp_path / "clean.db"))
    enter_and_be_killed(emptied, took / 2)
    enter_and_be_killed(emptied, took / 2)
    enter_all(emptied, answers(PAGES), batch=5)

    with open_store(emptied) as store:
        assert said(store) == expected
