"""Pages in, their readings or refusals out, read in another process that may die of it."""

import os
import pickle
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import NamedTuple

import msgspec

from readout.batch.safely import MakeReader, read_safely
from readout.errors import ModelError, ReadoutError
from readout.records.page import Page, Refusal
from readout.records.reading import Reading

__all__ = ["Task", "Worker"]

_CONTEXT = get_context("spawn")  # a forked process would share locks and threads half way through
_PAGES = msgspec.msgpack.Decoder(list[Page])
_FOUND = msgspec.msgpack.Decoder(list[Reading | Refusal])
_BLAS_THREADS = "OPENBLAS_NUM_THREADS"  # what numpy reads when it is first imported
_GOODBYE = 5.0  # seconds a process has to end by itself


class Task(NamedTuple):
    """Pages to be read at once, with each one's number among all pages."""

    numbers: tuple[int, ...]
    pages: tuple[Page, ...]


class _Failure(NamedTuple):
    """Why a process could not load its reader; the parts of a ReadoutError, which travel."""

    kind: type[ReadoutError]
    what: str
    hint: str


class Worker:
    """One process that reads one task at a time; it takes none before it is `ready`."""

    def __init__(self, make_reader: MakeReader) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs, make_reader), daemon=True)
        with _without_ctrl_c(), _one_blas_thread():
            self._process.start()
        theirs.close()  # so that the pipe ends when the process does
        self.ready = False
        self.task: Task | None = None

    def give(self, task: Task) -> bool:
        """Hand over a task; False when the process is no longer there to take it."""
        try:
            self.connection.send_bytes(msgspec.msgpack.encode(task.pages))
        except OSError:
            return False
        self.task = task
        return True

    def take(self) -> list[Reading | Refusal] | None:
        """Return what was found, nothing on the news that the worker is ready; None: it died."""
        try:
            message = self.connection.recv_bytes()
        except (EOFError, OSError):
            self._process.join(_GOODBYE)
            if not self.ready:
                raise ModelError(
                    f"a reading process ended while it loaded ({self.end})",
                    hint="fewer processes; in a script, call it under if __name__ == '__main__'",
                ) from None
            return None
        if not self.ready:
            self.ready = True
            failure = pickle.loads(message)  # noqa: S301 -- from a process of our own
            if isinstance(failure, _Failure):
                raise failure.kind(failure.what, hint=failure.hint)
            return []
        self.task = None
        return _FOUND.decode(message)

    @property
    def end(self) -> str:
        """How the process ended, in words: "signal 9", "exit code 1"."""
        code = self._process.exitcode
        return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"

    def close(self) -> None:
        """End the process, whatever it does."""
        self.connection.close()
        self._process.terminate()
        self._process.join(_GOODBYE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


@contextmanager
def _one_blas_thread() -> Iterator[None]:
    """Let a new process have one, as there is a process a core; the user's setting goes first."""
    if _BLAS_THREADS in os.environ:
        yield
        return
    os.environ[_BLAS_THREADS] = "1"
    try:
        yield
    finally:
        del os.environ[_BLAS_THREADS]


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Hold Ctrl-C back, also from a process started meanwhile, where the system can do that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, make_reader: MakeReader) -> None:
    """Read what comes until no more does; the life of a worker's process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this
    try:
        read = make_reader()
    except ReadoutError as error:
        connection.send(_Failure(type(error), error.what, error.hint))
        return
    except Exception as error:  # noqa: BLE001 -- the border of a batch: told, not lost
        what = f"the reader could not be loaded: {type(error).__name__}: {error}"
        connection.send(_Failure(ModelError, what, ""))
        return
    connection.send(None)
    while pages := _next_pages(connection):
        connection.send_bytes(msgspec.msgpack.encode(read_safely(read, pages)))


def _next_pages(connection: Connection) -> Sequence[Page]:
    """Return the next task's pages; none when the parent has gone."""
    try:
        return _PAGES.decode(connection.recv_bytes())
    except (EOFError, OSError):
        return ()
