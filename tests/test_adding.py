"""Adding pages: read once, refused pages noted, and gone on with where it was stopped."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.invented import READER
from readout import Page, Reading, ReadOptions, Refusal
from readout.adding import Added, add_pages, present_reader
from readout.flow import load_reader
from readout.pages import page_of_bytes
from readout.stores import Store, open_store
from sample_reading import sample_reading

Read = Callable[[Sequence[Page]], Sequence[Reading | Refusal]]


class Stub:
    """A reader that finds the sample's words on every page, and counts how many it read."""

    def __init__(self) -> None:
        self.pages: list[str] = []

    def __call__(self) -> Read:
        """Return what reads."""
        return self._read

    def _read(self, pages: Sequence[Page]) -> list[Reading | Refusal]:
        self.pages.extend(page.address for page in pages)
        return [self._one(page) for page in pages]

    def _one(self, page: Page) -> Reading | Refusal:
        if page.body.startswith(b"front"):
            return Refusal(
                address=page.address,
                stage="article",
                reason="section_front",
                detail="links",
                digest=page.digest,
            )
        reading = sample_reading()
        article = replace(
            reading.article, digest=page.digest, address=page.address, url=f"x:{page.digest}"
        )
        return replace(reading, article=article, reader=READER)


def page(words: str) -> Page:
    """Return a page of these words."""
    return page_of_bytes(words.encode(), address=f"{words}.html")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty ledger."""
    return open_store(str(tmp_path / "readout.db"), create=True)


def add(store: Store, stub: Stub, *pages: Page | Refusal) -> list[Added]:
    """Add the pages with the stub in this process."""
    options = ReadOptions()
    return list(
        add_pages(store, pages, options=options, processes=1, make_reader=stub, reader=READER)
    )


def test_a_page_is_read_once(store: Store) -> None:
    """Again, twice in one run, or under another name, it is known."""
    with store:
        stub = Stub()
        first = add(store, stub, page("a"), page("front"), page("b"), page("a"))
        again = add(store, stub, page("b"), page("c"), page("front"), page("a"))
        held = store.stats()

    assert [one.outcome for one in first] == ["entered", "refused", "entered", "known"]
    assert [one.outcome for one in again] == ["known", "entered", "known", "known"]
    assert stub.pages == ["a.html", "front.html", "b.html", "c.html"]
    assert (held.pages, held.refused) == (3, {"section_front": 1})


def test_what_cannot_be_got_is_told_in_its_place(store: Store) -> None:
    """A missing file is refused among the others and asked for again the next time."""
    missing = Refusal(address="none.html", stage="pages", reason="not_found", detail="no file")
    with store:
        first = add(store, Stub(), page("a"), missing, page("b"))
        again = add(store, Stub(), page("a"), missing, page("b"))

    assert [one.outcome for one in first] == ["entered", "refused", "entered"]
    assert [one.outcome for one in again] == ["known", "refused", "known"]


@pytest.mark.slow
def test_readings_bear_the_name_of_the_present_reader() -> None:
    """What is asked before reading names the reader that then reads."""
    example = "examples/pages/01-agency-ship-seized.html"
    body = (Path(__file__).parent.parent / example).read_bytes()

    (found,) = load_reader(ReadOptions())([page_of_bytes(body)])

    assert isinstance(found, Reading)
    assert found.reader == present_reader()
