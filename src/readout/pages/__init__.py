"""Names in (files, folders, patterns, web addresses, standard input), pages or refusals out."""

from readout.pages.find import find_pages
from readout.pages.options import MAX_BYTES, FetchOptions, PageSource
from readout.pages.page import page_of_bytes

__all__ = ["MAX_BYTES", "FetchOptions", "PageSource", "find_pages", "page_of_bytes"]
