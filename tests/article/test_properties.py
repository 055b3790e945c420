"""Whatever the bytes are, they become an Article whose blocks quote it, or a Refusal."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.page_of import BODY, html_of, page_of
from readout.article import read_page
from readout.records.article import Article
from readout.records.page import Refusal

TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class='share'>", "<div>", "</div>", "<br>", "<table><tr><td>", "</td>",
     "<h1>", "</h1>", "<ul><li>", "<time datetime='2031-05-04'>", "<figure>", "<blockquote>", "<a>",
     "<script>", "</script>", "<!--", "-->", "<meta charset=utf-16>", "&#0;", "\x00", BODY]
)  # fmt: skip
SOUP = st.lists(TAGS | st.text(max_size=40), max_size=30).map("".join)


def check(body: bytes) -> None:
    """Read `body` both ways and check what comes back."""
    for lenient in (False, True):
        found = read_page(page_of(body), lenient=lenient)
        if isinstance(found, Refusal):
            assert found.detail
            continue
        assert isinstance(found, Article)
        quoted = [block.span.of(found.text) for block in found.blocks]
        assert found.text == "\n\n".join(quoted)
        assert all(words.strip() == words != "" for words in quoted)
        assert all(block.xpath.startswith("/") for block in found.blocks)
        assert msgspec.json.decode(msgspec.json.encode(found), type=Article) == found


@pytest.mark.slow
@settings(max_examples=15)
@given(st.binary(max_size=600))
def test_any_bytes_become_an_article_or_a_refusal(body: bytes) -> None:
    """Noise is refused, never raised."""
    check(body)


@pytest.mark.slow
@settings(max_examples=40)
@given(SOUP)
def test_any_tag_soup_becomes_an_article_or_a_refusal(soup: str) -> None:
    """Broken mark-up around a real body is read or refused."""
    check(html_of(soup + BODY).encode("utf-8", "surrogatepass"))


def test_reading_twice_gives_the_same() -> None:
    """The same bytes, the same article."""
    page = page_of(html_of(f"<h1>Talks go on</h1>{BODY}"))

    assert read_page(page) == read_page(page)
