"""Readers for the pool's tests: what a page's body says is what happens to it."""

import os
import signal
import threading
import time
from collections.abc import Sequence

from readout.batch import ReadChunk
from readout.errors import ModelError
from readout.pages import page_of_bytes
from readout.records.article import Article, Block, Fact
from readout.records.page import Page, Refusal
from readout.records.reading import Reader, Reading
from readout.records.text import Span

READER = Reader(version="0", model="")


def page(number: int, body: bytes = b"calm") -> Page:
    """Return a page that carries its number."""
    return page_of_bytes(body, address=f"{number}.html")


def reading_of(page: Page) -> Reading:
    """Return a reading that carries the page's address."""
    text = page.body.decode() or "none"
    article = Article(
        text=text,
        blocks=(Block(role="paragraph", span=Span(0, len(text))),),
        title=Fact(),
        outlet=Fact(),
        address=page.address,
    )
    return Reading(article=article, sentences=(), times=(), attributions=(), reader=READER)


def read(pages: Sequence[Page]) -> list[Reading | Refusal]:
    """Read pages, and break down, die, dawdle or refuse where a body says so."""
    found: list[Reading | Refusal] = []
    for each in pages:
        match each.body:
            case b"raise":
                raise ValueError("a span of 7 words\nin a text of 3")
            case b"die":
                os.kill(os.getpid(), signal.SIGKILL)
            case b"exit":
                os._exit(7)
            case b"die later":
                threading.Timer(0.05, os._exit, (1,)).start()
            case b"slow":
                time.sleep(0.02)
            case _:
                pass
        if each.body == b"refuse":
            found.append(
                Refusal(address=each.address, stage="article", reason="no_article", detail="none")
            )
        else:
            found.append(reading_of(each))
    return found


def make() -> ReadChunk:
    """Load the reader, which is there already."""
    return read


def make_forgetful() -> ReadChunk:
    """Load a reader that leaves the last page out."""
    return lambda pages: read(pages)[:-1]


def make_broken() -> ReadChunk:
    """Fail as a reader does whose model file is missing."""
    raise ModelError("the model is missing", hint="install the package again")


def make_buggy() -> ReadChunk:
    """Fail as no reader should."""
    return {}["reader"]


def make_dead() -> ReadChunk:
    """Die while loading."""
    os._exit(3)
