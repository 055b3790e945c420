"""What the command line is tested with: a reading, a refusal, and a library that returns them."""

from collections.abc import Callable, Iterable, Iterator

import pytest

import readout
from readout import FetchOptions, MediaKind, Reading, ReadOptions, Refusal
from sample_reading import sample_reading

Call = dict[str, object]


@pytest.fixture
def reading() -> Reading:
    """Return the reading of one page of The Keld Courier."""
    return sample_reading()


@pytest.fixture
def refusal() -> Refusal:
    """Return what a section front becomes."""
    return Refusal(
        address="front.html",
        stage="article",
        reason="section_front",
        detail="31 teasers and no body",
        hint="open one of its articles",
    )


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Call]:
    """Return a function that makes `readout.read_many` yield what it is given, noting its call."""

    def answer(*found: Reading | Refusal) -> Call:
        call: Call = {}

        def read_many(
            names: Iterable[str],
            *,
            options: ReadOptions,
            kind: MediaKind,
            fetch: FetchOptions,
            processes: int | None,
        ) -> Iterator[Reading | Refusal]:
            call.update(names=names, options=options, kind=kind, fetch=fetch, processes=processes)
            return iter(found)

        monkeypatch.setattr(readout, "read_many", read_many)
        return call

    return answer
