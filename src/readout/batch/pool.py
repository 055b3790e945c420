"""Pages and refusals in, readings and refusals out in the same order, whatever read them."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from readout.batch.safely import MakeReader, ReadChunk, read_safely, refuse_page
from readout.batch.worker import Task, Worker
from readout.errors import UsageError
from readout.records.page import Page, Refusal
from readout.records.reading import Reading

__all__ = ["read_in_pool"]

_CHUNK = 8  # pages read at once: one message for all, and their tags are decoded together
_CHUNK_BYTES = 4_000_000
_AHEAD = 4  # chunks a process that may be on their way or wait for their turn

_Found = Reading | Refusal


def read_in_pool(
    pages: Iterable[Page | Refusal], make_reader: MakeReader, *, processes: int | None = None
) -> Iterator[_Found]:
    """Yield a reading or a refusal for each of `pages`, in their order.

    With one process, or few pages and `processes` left open, all is read in this one; else in as
    many as named, or as there are cores. Each loads its own reader. A page whose reading raises,
    or kills its process, is refused, and the others are read. No more than a few chunks of pages
    are held at a time.
    """
    if processes is not None and processes < 1:
        raise UsageError(f"pages cannot be read in {processes} processes", hint="1 or more")
    return _read(pages, make_reader, processes)


def _read(
    pages: Iterable[Page | Refusal], make_reader: MakeReader, processes: int | None
) -> Iterator[_Found]:
    """Read here or in a pool, by the number of processes and of pages."""
    chunks = _chunks(pages)
    first = list(islice(chunks, 1 if processes == 1 else 2))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    number = processes or (cores if len(first) > 1 else 1) or 1
    chunks = chain(first, chunks)
    if number == 1:
        yield from _read_here(chunks, make_reader)
        return
    with _Pool(make_reader, number) as pool:
        yield from _read_there(chunks, pool, number * _AHEAD * _CHUNK)


def _chunks(pages: Iterable[Page | Refusal]) -> Iterator[list[Page | Refusal]]:
    """Yield the pages in groups small enough to be read, and held, at once."""
    chunk: list[Page | Refusal] = []
    size = 0
    for page in pages:
        chunk.append(page)
        size += len(page.body) if isinstance(page, Page) else 0
        if len(chunk) == _CHUNK or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _read_here(chunks: Iterable[list[Page | Refusal]], make_reader: MakeReader) -> Iterator[_Found]:
    """Read in this process; the reader is loaded when there is a page to read."""
    read: ReadChunk | None = None
    for chunk in chunks:
        pages = [page for page in chunk if isinstance(page, Page)]
        if pages and read is None:
            read = make_reader()
        found = iter(read_safely(read, pages) if read and pages else ())
        for page in chunk:
            yield page if isinstance(page, Refusal) else next(found)


def _read_there(
    chunks: Iterable[list[Page | Refusal]], pool: "_Pool", most: int
) -> Iterator[_Found]:
    """Read in a pool; never more than `most` pages are between coming in and going out."""
    found: dict[int, _Found] = {}
    came = out = 0
    for chunk in chunks:
        numbered = dict(enumerate(chunk, came))
        came += len(chunk)
        found.update((n, page) for n, page in numbered.items() if isinstance(page, Refusal))
        pool.submit({n: page for n, page in numbered.items() if isinstance(page, Page)})
        found.update(pool.finished(block=False))
        while out in found or came - out >= most:
            if out in found:
                yield found.pop(out)
                out += 1
            else:
                found.update(pool.finished(block=True))
    while out < came:
        if out in found:
            yield found.pop(out)
            out += 1
        else:
            found.update(pool.finished(block=True))


class _Pool:
    """Holds the processes, and the tasks that wait for one."""

    def __init__(self, make_reader: MakeReader, processes: int) -> None:
        self._make_reader = make_reader
        self._processes = processes
        self._workers: list[Worker] = []
        self._waiting: deque[Task] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.close()

    def submit(self, pages: dict[int, Page]) -> None:
        """Have these pages read, each under its number."""
        if pages:
            self._waiting.append(Task(tuple(pages), tuple(pages.values())))
            self._assign()

    def finished(self, *, block: bool) -> dict[int, _Found]:
        """Return what was found since last asked; with `block`, wait until a worker says a word."""
        found: dict[int, _Found] = {}
        said = wait([worker.connection for worker in self._workers], None if block else 0)
        for worker in [worker for worker in self._workers if worker.connection in said]:
            task = worker.task
            answers = worker.take()
            if answers is None:
                found.update(self._bury(worker))
            elif task is not None:
                found.update(zip(task.numbers, answers, strict=True))
        self._assign()
        return found

    def _assign(self) -> None:
        """Give waiting tasks to idle workers; start a worker when none is idle or about to be."""
        for worker in list(self._workers):
            if self._waiting and worker.ready and worker.task is None:
                if worker.give(self._waiting[0]):
                    self._waiting.popleft()
                else:
                    self._bury(worker)
        coming = sum(not worker.ready for worker in self._workers)
        room = self._processes - len(self._workers)
        for _ in range(min(len(self._waiting) - coming, room)):
            self._workers.append(Worker(self._make_reader))

    def _bury(self, worker: Worker) -> dict[int, _Found]:
        """Take a dead worker away; have its pages read one by one, or refuse the one it died of."""
        task, end = worker.task, worker.end
        self._workers.remove(worker)
        worker.close()
        if task is None:
            return {}
        if len(task.pages) > 1:
            singles = zip(task.numbers, task.pages, strict=True)
            self._waiting.extendleft(Task((number,), (page,)) for number, page in singles)
            return {}
        detail = f"the process that read it ended ({end})"
        hint = "fewer processes leave each more memory; else report it with the page"
        return {task.numbers[0]: refuse_page(task.pages[0], detail, hint=hint)}
