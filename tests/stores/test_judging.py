"""Judging by batches: it comes to what judging all anew comes to, whatever came in which order."""

import os
import signal
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from readout.errors import StoreError
from readout.ledger.judge import judge_entries
from readout.records.entries import Answer
from readout.records.identities import Decision
from readout.records.verdicts import Judged
from readout.stores import Store, open_store
from readout.stores.judging.judge import forget_judgements, judging_waits
from readout.stores.judging.standing import load_judged
from readout.stores.schema_judged import DECISION, JUDGED_TABLES, PENDING
from told_pages import told_pages

DECISIONS = (
    Decision(verb="merge", name="Jon Falk", other="Ada Brekke", reason="r", made="2031-07-01"),
    Decision(verb="split", name="J. Falk", other="Jon Falk", reason="r", made="2031-07-02"),
    Decision(verb="merge", name="Georgia", other="Brenna Metals", reason="r", made="2031-07-03"),
)


def standing(store: Store) -> Judged:
    """Return what is judged, as it is kept."""
    with store.reading() as connection:
        return load_judged(connection)


def anew(store: Store) -> Judged:
    """Return what judging all entries anew gives; decisions without a name left are not kept."""
    found = judge_entries(store.each_entered(), decisions=store.decisions())
    identities = msgspec.structs.replace(found.identities, unapplied=())
    return msgspec.structs.replace(found, identities=identities)


def judge_in_batches(store: Store, several: Sequence[Answer], sizes: Sequence[int]) -> None:
    """Enter and judge the pages, so many at a time, the sizes over and over."""
    at = turn = 0
    while at < len(several):
        size = sizes[turn % len(sizes)]
        store.enter(several[at : at + size])
        store.judge()
        at, turn = at + size, turn + 1


@pytest.mark.slow
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # an example made smaller takes minutes
)
@given(
    seed=st.integers(0, 10_000),
    sizes=st.lists(st.integers(1, 12), min_size=1, max_size=4),
    chance=st.randoms(use_true_random=False),
    decided=st.integers(0, 3),
)
def test_judging_by_batches_is_judging_all(
    tmp_path_factory: pytest.TempPathFactory,
    seed: int,
    sizes: list[int],
    chance: Random,
    decided: int,
) -> None:
    """Pages in any order, some of them later versions, with people's decisions in between."""
    several = told_pages(seed, 24)
    chance.shuffle(several)
    place = str(tmp_path_factory.mktemp("judging") / "readout.db")
    with open_store(place, create=True) as store:
        judge_in_batches(store, several[:12], sizes)
        for decision in DECISIONS[:decided]:
            store.decide(decision)
        judge_in_batches(store, several[12:], sizes)
        assert standing(store) == anew(store)


def test_judging_is_the_same_in_each_store(place: str) -> None:
    """On PostgreSQL as in SQLite; judged again, nothing changes; flaws are none."""
    with open_store(place, create=True) as store:
        judge_in_batches(store, told_pages(1, 12), [5])
        found = standing(store)
        assert found == anew(store)
        with store.writing() as connection:
            forget_judgements(connection)
        store.judge()
        assert standing(store) == found
        assert list(store.verify()) == []


def test_what_waits_stays_marked_until_it_is_judged(tmp_path: Path) -> None:
    """A program that ends between entering and judging leaves the mark; the next judges."""
    place = str(tmp_path / "readout.db")
    with open_store(place, create=True) as store:
        store.enter(told_pages(2, 4))
    with open_store(place) as store:
        with store.reading() as connection:
            assert judging_waits(connection)
        store.judge()
        with store.reading() as connection:
            assert not judging_waits(connection)
        assert standing(store) == anew(store)


@pytest.mark.slow
def test_a_program_killed_while_it_judges_is_made_up_for(tmp_path: Path) -> None:
    """What was not judged to its end is as it was, marked; a rerun leaves what one run leaves."""
    place = str(tmp_path / "readout.db")
    with open_store(place, create=True) as store:
        store.enter(told_pages(6, 12))
    for part in range(4):
        child = os.fork()
        if child == 0:
            with open_store(place) as store:
                store.judge()
            os._exit(0)
        time.sleep(0.1 + part / 5)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with open_store(place) as store:
            store.enter(told_pages(6 + part, 6))
    with open_store(place) as store:
        store.judge()
        assert standing(store) == anew(store)
        assert list(store.verify()) == []


def old_ledger(place: Path) -> None:
    """Make a ledger of one page as schema version 0001 had it."""
    with open_store(str(place), create=True) as store:
        store.enter(told_pages(3, 3))
    database = sqlite3.connect(place)
    asked = "SELECT name FROM sqlite_master WHERE type = 'table'"
    newer = {table.name for table in (*JUDGED_TABLES, DECISION, PENDING)}
    for (name,) in database.execute(asked).fetchall():
        if name in newer:
            database.execute(f"DROP TABLE {name}")
    database.execute("UPDATE alembic_version SET version_num = '0001'")
    database.commit()
    database.close()


def test_an_older_ledger_is_brought_up_with_its_decisions(tmp_path: Path) -> None:
    """Its entries wait to be judged; decisions kept in a file beside it are taken in once."""
    place = tmp_path / "readout.db"
    old_ledger(place)
    lines = [msgspec.json.encode(one) for one in DECISIONS[:2]]
    beside = tmp_path / "readout.db.decisions.jsonl"
    beside.write_bytes(b"\n".join(lines))

    for _ in range(2):
        with open_store(str(place)) as store:
            assert store.decisions() == DECISIONS[:2]
            store.judge()
            assert standing(store) == anew(store)
    assert beside.exists()


def test_a_line_that_is_no_decision_is_told(tmp_path: Path) -> None:
    """The ledger stays as it was, and the number of the line is said."""
    place = tmp_path / "readout.db"
    old_ledger(place)
    (tmp_path / "readout.db.decisions.jsonl").write_text("\nnonsense\n", "utf-8")

    for _ in range(2):
        with pytest.raises(StoreError, match="line 2 of"):
            open_store(str(place))
