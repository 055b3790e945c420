"""Ask htmldate for the date of a page on which no other witness gives one: a tree in, a day out."""

from htmldate import find_date
from lxml.html import HtmlElement

__all__ = ["guessed_date"]


def guessed_date(root: HtmlElement) -> str | None:
    """Return the day htmldate guesses, None where it sees none.

    It reads copyright lines and dates in the text too, so its day is shown and never believed.
    """
    return find_date(root, extensive_search=False, original_date=True)
