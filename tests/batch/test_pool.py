"""Reading many pages: order, broken readers, dead processes, bounded memory."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batch import stub_readers as stub
from batch.stub_readers import page
from readout.batch import MakeReader, read_in_pool
from readout.errors import ModelError, UsageError
from readout.records.page import Page, Refusal
from readout.records.reading import Reading

TESTS = Path(__file__).parent.parent
BODIES = st.sampled_from([b"calm", b"refuse", b"raise", b"", b"x" * 5_000_000])


def address(found: Reading | Refusal) -> str:
    """Return where a reading or refusal came from."""
    return found.article.address if isinstance(found, Reading) else found.address


def reasons(found: list[Reading | Refusal]) -> dict[str, str]:
    """Return the reason for each page that was refused."""
    return {each.address: each.reason for each in found if isinstance(each, Refusal)}


def missing(number: int) -> Refusal:
    """Return a page that could not be had in the first place."""
    return Refusal(address=f"{number}.html", stage="pages", reason="not_found", detail="no file")


@given(st.lists(BODIES | st.none(), max_size=30))
def test_each_page_has_its_answer_in_its_place(bodies: list[bytes | None]) -> None:
    """Readings, refusals of pages and of articles, broken readers: one answer each, in order."""
    pages = [missing(n) if body is None else page(n, body) for n, body in enumerate(bodies)]

    found = list(read_in_pool(pages, stub.make, processes=1))

    assert [address(each) for each in found] == [each.address for each in pages]
    told = {None: "not_found", b"refuse": "no_article", b"raise": "reader_failed"}
    expected = {f"{n}.html": told[body] for n, body in enumerate(bodies) if body in told}
    assert reasons(found) == expected


def test_a_reader_that_breaks_down_is_told_in_the_refusal() -> None:
    """The detail has the error, its first line, and where it was raised."""
    (found,) = read_in_pool([page(1, b"raise")], stub.make, processes=1)

    assert isinstance(found, Refusal)
    assert found.stage == "reading"
    assert found.detail.startswith("ValueError: a span of 7 words (stub_readers.py, line ")
    assert found.digest == page(1, b"raise").digest


def test_an_answer_too_few_is_a_reader_that_broke_down() -> None:
    """No page takes another's reading."""
    found = list(read_in_pool([page(1), page(2)], stub.make_forgetful, processes=1))

    assert reasons(found) == {"1.html": "reader_failed", "2.html": "reader_failed"}


def test_few_pages_start_no_process() -> None:
    """One page from the shell does not wait for a pool."""
    answers = read_in_pool([page(n) for n in range(8)], stub.make)

    next(answers)

    assert multiprocessing.active_children() == []
    assert len(list(answers)) == 7


def test_nothing_comes_of_nothing() -> None:
    """No pages: no answers, and no reader is loaded."""
    assert list(read_in_pool([], stub.make_broken)) == []
    assert list(read_in_pool([missing(1)], stub.make_broken)) == [missing(1)]


def test_less_than_one_process_is_wrong_use() -> None:
    """The error names the number."""
    with pytest.raises(UsageError, match="0 processes"):
        read_in_pool([], stub.make, processes=0)


@pytest.mark.slow
@pytest.mark.parametrize("processes", [2, 3])
def test_the_number_of_processes_changes_nothing(processes: int) -> None:
    """Slow, broken and refused pages come out where they went in."""
    bodies = [b"slow", b"calm", b"raise", b"refuse", b"calm"] * 12
    pages = [missing(n) if n % 7 == 0 else page(n, body) for n, body in enumerate(bodies)]

    alone = list(read_in_pool(pages, stub.make, processes=1))
    together = list(read_in_pool(pages, stub.make, processes=processes))

    assert together == alone
    assert multiprocessing.active_children() == []


@pytest.mark.slow
@pytest.mark.parametrize(("body", "end"), [(b"die", "signal 9"), (b"exit", "exit code 7")])
def test_a_page_that_kills_its_process_is_refused_and_the_rest_read(body: bytes, end: str) -> None:
    """Of 40 pages two end the process that reads them; the other 38 are read."""
    pages = [page(n, body if n in {3, 30} else b"calm") for n in range(40)]

    found = list(read_in_pool(pages, stub.make, processes=2))

    assert [address(each) for each in found] == [each.address for each in pages]
    assert reasons(found) == {"3.html": "reader_failed", "30.html": "reader_failed"}
    assert end in next(each.detail for each in found if isinstance(each, Refusal))


@pytest.mark.slow
def test_a_process_that_ends_between_two_pages_costs_none() -> None:
    """Whoever kills an idle process, or one with other pages in hand, loses nothing by it."""

    def slowly() -> Iterator[Page]:
        for number in range(40):
            time.sleep(0.02)
            yield page(number, b"die later" if number == 2 else b"calm")

    found = list(read_in_pool(slowly(), stub.make, processes=2))

    assert reasons(found) == {}
    assert len(found) == 40


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (stub.make_broken, r"^\[R200\] the model is missing\n  try: install"),
        (stub.make_buggy, "KeyError: 'reader'"),
        (stub.make_dead, "exit code 3"),
    ],
)
def test_a_reader_that_cannot_be_loaded_is_an_error(make: MakeReader, told: str) -> None:
    """A missing model is no page's fault: the caller is told, once, and no process is left."""
    with pytest.raises(ModelError, match=told):
        list(read_in_pool([page(n) for n in range(20)], make, processes=2))

    assert multiprocessing.active_children() == []


@pytest.mark.slow
def test_no_more_pages_are_taken_than_can_be_read_soon() -> None:
    """Of a source without end a few chunks are held, while its first pages come out."""
    taken = 0

    def endless() -> Iterator[Page]:
        nonlocal taken
        while True:
            taken += 1
            yield page(taken)

    answers = read_in_pool(endless(), stub.make, processes=2)
    first = [address(next(answers)) for _ in range(50)]
    answers.close()  # type: ignore[attr-defined]

    assert first == [f"{n}.html" for n in range(1, 51)]
    assert taken <= 50 + 2 * 4 * 8 + 8
    assert multiprocessing.active_children() == []


SCRIPT = """
import signal
from batch.stub_readers import make, page
from readout.batch import read_in_pool

# a shell that starts a program behind it has it ignore Ctrl-C
signal.signal(signal.SIGINT, signal.default_int_handler)

def endless():
    for number in range(1_000_000):
        if number == 20:
            print("started", flush=True)
        yield page(number, b"slow")

if __name__ == "__main__":
    for _ in read_in_pool(endless(), make, processes=2):
        print("read", flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("awaited", ["started", "read"])
def test_ctrl_c_ends_the_pool_with_it(tmp_path: Path, awaited: str) -> None:
    """Ctrl-C reaches all processes, also while they load; only the parent speaks of it."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    with subprocess.Popen(  # noqa: S603 -- own script
        [sys.executable, str(script)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        while awaited not in running.stdout.readline():
            pass
        os.killpg(running.pid, signal.SIGINT)
        _, talk = running.communicate(timeout=20)  # comes back when no process holds the pipes

    assert talk.count("Traceback") == 1
    assert talk.rstrip().endswith("KeyboardInterrupt")
