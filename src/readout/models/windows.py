"""Cut articles into the encoder's windows: piece counts in, ranges of words out."""

from collections.abc import Sequence

__all__ = ["plan_windows"]


def plan_windows(counts: Sequence[int], *, limit: int, overlap: int) -> list[tuple[int, int]]:
    """Return ranges of words, each of at most `limit` pieces, that cover all words in order.

    A window shares its first `overlap` words with the one before, so that no word is read
    without context on both sides. The windows of one article are of about the same size, since
    a last window of ten words would be read out of context.
    """
    total = sum(counts)
    if total <= limit:
        return [(0, len(counts))] if counts else []
    windows: list[tuple[int, int]] = []
    start = 0
    while True:
        end, pieces = start, 0
        while end < len(counts) and pieces + counts[end] <= limit:
            pieces += counts[end]
            end += 1
        windows.append((start, end))
        if end >= len(counts):
            return windows
        start = max(start + 1, end - overlap)
