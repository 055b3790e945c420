"""Names of pages in, their entries in the ledger: find, leave out what is known, read, enter.

bytes -> Page -> Article -> Reading -> entries
"""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.metadata import version
from itertools import islice
from time import monotonic
from typing import Literal

from readout.batch import MakeReader, read_in_pool
from readout.flow import ReadOptions, load_reader
from readout.ledger import enter_reading, question_of
from readout.models.name import model_name
from readout.records.entries import Answer, KeptPage, Question, Sighting
from readout.records.page import Page, Refusal
from readout.records.reading import Reader, Reading
from readout.records.text import Record
from readout.stores import Store

__all__ = ["Added", "add_pages", "present_reader"]

_LOOK_AHEAD = 64  # pages whose questions are looked up at once
_MOST_PAGES = 200  # entered at once
_MOST_SECONDS = 10.0  # a page waits to be entered; so much is read again after a kill

_Asked = tuple[Question, Page]


class Added(Record, frozen=True, kw_only=True):
    """What became of one page that was to be added."""

    address: str
    outcome: Literal["entered", "known", "refused"]
    refusal: Refusal | None = None


def present_reader() -> Reader:
    """Return the reader that reads now: this program's version and its model."""
    return Reader(version=version("readout"), model=model_name())


def add_pages(  # noqa: PLR0913 -- two of them are for tests that read without the model
    store: Store,
    pages: Iterable[Page | Refusal],
    *,
    options: ReadOptions,
    processes: int | None = None,
    make_reader: MakeReader | None = None,
    reader: Reader | None = None,
) -> Iterator[Added]:
    """Yield what became of each page, once it is safe in the ledger, in the order of the pages.

    A page that this reader has answered for is not read again. Refused pages are noted, not kept;
    what could not be got at all is only told. Ended at any moment and run again, it goes on with
    the pages that were not entered yet. Last, what was entered is judged; where that was broken
    off, the next question or addition goes on with it.
    """
    asking = _Asking(store, options, reader or present_reader())
    make = make_reader or partial(load_reader, options)
    answers: list[Answer] = []
    told: list[Added] = []
    since = monotonic()
    for found in read_in_pool(asking.unread(pages), make, processes=processes):
        told.extend(asking.known())
        answer, added = asking.answered(found)
        answers.extend(answer)
        told.append(added)
        if len(answers) >= _MOST_PAGES or monotonic() - since > _MOST_SECONDS:
            store.enter(answers)
            yield from told
            answers, told, since = [], [], monotonic()
    store.enter(answers)
    yield from told
    yield from asking.known()
    store.judge()


class _Asking:
    """Notes what goes to be read, so that what comes back in the same order finds its page."""

    def __init__(self, store: Store, options: ReadOptions, reader: Reader) -> None:
        self._store, self._options, self._reader = store, options, reader
        self._waiting: deque[_Asked | Refusal | Added] = deque()

    def unread(self, pages: Iterable[Page | Refusal]) -> Iterator[Page | Refusal]:
        """Yield the pages that have to be read, and what could not be got."""
        left = iter(pages)
        seen: set[str] = set()
        while chunk := list(islice(left, _LOOK_AHEAD)):
            asked = [self._question(page) for page in chunk if isinstance(page, Page)]
            known = self._store.answered([question.question_id for question in asked]) | seen
            questions = iter(asked)
            for page in chunk:
                if isinstance(page, Refusal):
                    self._waiting.append(page)
                    yield page
                    continue
                question = next(questions)
                if question.question_id in known:
                    self._know(question, page)
                    continue
                known.add(question.question_id)
                seen.add(question.question_id)
                self._waiting.append((question, page))
                yield page

    def known(self) -> Iterator[Added]:
        """Yield what was known and stands before the next page that was read."""
        while self._waiting and isinstance(self._waiting[0], Added):
            known = self._waiting.popleft()
            if isinstance(known, Added):
                yield known

    def answered(self, found: Reading | Refusal) -> tuple[list[Answer], Added]:
        """Return the answer to the question that is next, none for what could not be got."""
        asked = self._waiting.popleft()
        if not isinstance(asked, tuple):
            return [], _added(found)
        question, page = asked
        answer = Answer(
            question=question,
            sighting=Sighting(
                page=page.digest, address=page.address, url=page.url, fetched=page.fetched
            ),
            page=KeptPage(digest=page.digest, body=page.body),
            found=enter_reading(found) if isinstance(found, Reading) else found,
        )
        # A reader that broke down may do better next time, with more memory or a mended model.
        again = isinstance(found, Refusal) and found.reason == "reader_failed"
        return [] if again else [answer], _added(found)

    def _question(self, page: Page) -> Question:
        told = self._options
        return question_of(
            page, self._reader, published=told.published, outlet=told.outlet, url=told.url
        )

    def _know(self, question: Question, page: Page) -> None:
        if question.told:
            self._store.tell_again(question.question_id)
        self._waiting.append(Added(address=page.address, outcome="known"))


def _added(found: Reading | Refusal) -> Added:
    if isinstance(found, Refusal):
        return Added(address=found.address, outcome="refused", refusal=found)
    return Added(address=found.article.address, outcome="entered")
