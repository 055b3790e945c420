"""The whole way on one screen: pages in, a reading or a refusal for each out.

bytes -> Page -> Article -> Reading
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache, partial

from readout.article import read_page
from readout.errors import UsageError
from readout.models import Encoder, load_encoder
from readout.reading import ReadingEncoder, read_articles
from readout.records.article import Article
from readout.records.page import Page, Refusal
from readout.records.reading import Reading
from readout.records.text import Record

__all__ = ["ReadOptions", "load_reader", "read_pages"]

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")


class ReadOptions(Record, frozen=True, kw_only=True):
    """What the caller knows of the pages; each goes before what a page says of itself."""

    published: str | None = None
    """ISO 8601 date or date-time."""
    outlet: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        """Refuse a publication date that is none."""
        if self.published is not None and not _is_date(self.published):
            what = f"'{self.published}' is not a publication date"
            raise UsageError(what, hint="give it as YYYY-MM-DD, or YYYY-MM-DDTHH:MM")


def load_reader(options: ReadOptions) -> Callable[[Sequence[Page]], tuple[Reading | Refusal, ...]]:
    """Return what reads pages with these options; the model is loaded once a process and kept."""
    return partial(read_pages, encoder=_encoder(), options=options)


@lru_cache(maxsize=1)
def _encoder() -> Encoder:
    return load_encoder()


def read_pages(
    pages: Sequence[Page], encoder: ReadingEncoder, *, options: ReadOptions | None = None
) -> tuple[Reading | Refusal, ...]:
    """Read `pages` in order, several at once: their tags are decoded together."""
    known = options or ReadOptions()
    articles = [_article(page, known) for page in pages]
    readings = iter(read_articles([a for a in articles if isinstance(a, Article)], encoder))
    return tuple(a if isinstance(a, Refusal) else next(readings) for a in articles)


def _article(page: Page, known: ReadOptions) -> Article | Refusal:
    return read_page(page, published=known.published, outlet=known.outlet, url=known.url)


def _is_date(published: str) -> bool:
    if not _DATE.fullmatch(published):
        return False
    try:
        datetime.fromisoformat(published)
    except ValueError:
        return False
    return True
