"""Texts and an order in, seconds out: the same program on each core, loaded and waiting."""

import os
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from readout.errors import ReadoutError

__all__ = ["Answer", "Team", "WorkerEndedError", "shards"]

_ROOT = Path(__file__).parent.parent
# One process a core is measured, so none may spread over several.
_ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS")}


class WorkerEndedError(ReadoutError):
    """A worker ended before it answered; what it said stands on standard error."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker says after loading and after each run."""

    seconds: float
    peak_mb: float


class Team:
    """The same program started once for each shard of the texts, loaded and waiting."""

    def __init__(self, command: Sequence[str], texts: Sequence[Sequence[str]]) -> None:
        environment = {**os.environ, **_ONE_THREAD}
        self.words = [sum(len(text.split()) for text in shard) for shard in texts]
        self.processes = [
            subprocess.Popen(  # noqa: S603  the command is this project's own
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=_ROOT
            )
            for _ in texts
        ]
        for process, shard in zip(self.processes, texts, strict=True):
            _tell(process, msgspec.json.encode(list(shard)))
        try:
            self.loaded = [_answer(process) for process in self.processes]
        except WorkerEndedError:
            self.close()
            raise
        self.peak_mb = max(answer.peak_mb for answer in self.loaded)

    def rate(self, order: str, *, members: int | None = None) -> float:
        """Return the words a second all members, or the first few, reach side by side."""
        chosen = self.processes[:members]
        started = time.perf_counter()
        for process in chosen:
            _tell(process, order.encode())
        answers = [_answer(process) for process in chosen]
        took = time.perf_counter() - started
        self.peak_mb = max(self.peak_mb, *(answer.peak_mb for answer in answers))
        return sum(self.words[:members]) / took

    def close(self) -> None:
        """Let the workers end."""
        for process in self.processes:
            with suppress(BrokenPipeError):
                process.communicate()


def shards(texts: Sequence[str], count: int) -> list[list[str]]:
    """Deal the texts out to `count` shards of about the same number of words."""
    dealt: list[list[str]] = [[] for _ in range(count)]
    words = [0] * count
    for text in sorted(texts, key=len, reverse=True):
        least = words.index(min(words))
        dealt[least].append(text)
        words[least] += len(text.split())
    return dealt


def _tell(process: "subprocess.Popen[bytes]", line: bytes) -> None:
    """Send one line; a worker that has ended shows when its answer is read."""
    if process.stdin is None:
        return
    with suppress(BrokenPipeError):
        process.stdin.write(line + b"\n")
        process.stdin.flush()


def _answer(process: "subprocess.Popen[bytes]") -> Answer:
    line = process.stdout.readline() if process.stdout is not None else b""
    if not line:
        what = f"a worker ended without an answer: {process.args!r}"
        raise WorkerEndedError(what)
    return msgspec.json.decode(line, type=Answer)
