"""News pages in, the record of who said what and when out, every line tied to the page's words."""

from importlib.metadata import version

from readout.errors import InvalidRecord, ModelError, ReadoutError, UsageError
from readout.records.article import Article, Block, Drop, Evidence, Fact, Published
from readout.records.page import Page, Refusal
from readout.records.reading import Attribution, Reader, Reading, Sentence, Token
from readout.records.text import Span
from readout.records.time import Interval, Timex

__all__ = [
    "Article",
    "Attribution",
    "Block",
    "Drop",
    "Evidence",
    "Fact",
    "Interval",
    "InvalidRecord",
    "ModelError",
    "Page",
    "Published",
    "Reader",
    "Reading",
    "ReadoutError",
    "Refusal",
    "Sentence",
    "Span",
    "Timex",
    "Token",
    "UsageError",
    "__version__",
]

__version__ = version("readout")
