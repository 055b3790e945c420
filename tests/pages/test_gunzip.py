"""Undoing gzip within the limit."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.pages.gunzip import plain_body
from readout.records.page import Refusal


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=3), st.integers(0, 400))
def test_what_was_compressed_comes_back_or_is_too_large(parts: list[bytes], limit: int) -> None:
    """Files made of several gzip members too, and never more than the limit."""
    whole, packed = b"".join(parts), b"".join(map(gzip.compress, parts))

    found = plain_body(packed, address="a.html.gz", limit=limit)

    if isinstance(found, Refusal):
        assert found.reason == "too_large"
        assert max(len(packed), len(whole)) > limit
    else:
        assert found == whole


@given(st.binary(max_size=60), st.integers(0, 60))
def test_broken_gzip_is_refused_or_read_but_never_raises(noise: bytes, cut: int) -> None:
    """A download that broke off, or noise behind gzip's first bytes."""
    packed = gzip.compress(b"<p>The strike is over.</p>")

    for body in (packed[:cut], packed[:cut] + noise):
        assert isinstance(plain_body(body, address="a", limit=100), bytes | Refusal)


def test_a_page_cut_short_is_refused() -> None:
    """Half a gzip file is not half a page."""
    packed = gzip.compress(b"<p>The strike is over.</p>")

    found = plain_body(packed[:-9], address="a", limit=100)

    assert isinstance(found, Refusal)
    assert found.reason == "unreadable_file"
    assert "breaks off" in found.detail


@pytest.mark.parametrize("body", [b"", b"<p>a</p>", b"\x1f\x8b", b"\x1f"])
def test_other_bytes_are_kept_as_they_are(body: bytes) -> None:
    """What is not gzip is not touched."""
    assert plain_body(body, address="a", limit=100) == body
