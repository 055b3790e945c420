"""Articles are cut into overlapping windows that cover every word."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from readout.models.windows import plan_windows


@given(st.lists(st.integers(1, 6), max_size=300), st.integers(12, 60), st.integers(0, 8))
def test_windows_cover_all_words_in_order_within_the_limit(
    counts: list[int], limit: int, overlap: int
) -> None:
    """Each word is in a window, each window within its limit, each begins after the last."""
    windows = plan_windows(counts, limit=limit, overlap=overlap)

    assert {i for lo, hi in windows for i in range(lo, hi)} == set(range(len(counts)))
    assert all(sum(counts[lo:hi]) <= limit for lo, hi in windows)
    assert all(a[0] < b[0] <= a[1] for a, b in itertools.pairwise(windows))
    assert not windows or windows[-1][1] == len(counts)
