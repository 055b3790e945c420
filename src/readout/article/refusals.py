"""Refuse a page at the article step: a Page and a reason in, a Refusal out."""

from readout.records.page import Page, Reason, Refusal

__all__ = ["refuse"]

_HINTS: dict[Reason, str] = {
    "empty": "check that the page was saved whole",
    "binary": "give the article as HTML or text",
    "too_long": "give the article's own page",
    "not_english": "only English is read; give a translation, or leave the page out",
    "no_article": "if a script brings its text, save the page from a browser",
    "section_front": "give the pages of its articles",
    "paywall_stub": "save the page from a browser in which the whole article shows",
    "media_page": "give its transcript as text",
}


def refuse(page: Page, reason: Reason, detail: str, *, hint: str = "") -> Refusal:
    """Return the record that stands in the place of `page`, with the reason's usual hint."""
    return Refusal(
        address=page.address,
        stage="article",
        reason=reason,
        detail=detail,
        hint=hint or _HINTS.get(reason, ""),
        url=page.url,
        digest=page.digest,
    )
