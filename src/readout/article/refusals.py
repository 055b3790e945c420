"""Refuse a page at the article step: a Page and a reason in, a Refusal out."""

from readout.records.page import Page, Reason, Refusal

__all__ = ["refuse"]


def refuse(page: Page, reason: Reason, detail: str, *, hint: str = "") -> Refusal:
    """Return the record that stands in the place of `page`."""
    return Refusal(
        address=page.address,
        stage="article",
        reason=reason,
        detail=detail,
        hint=hint,
        url=page.url,
        digest=page.digest,
    )
