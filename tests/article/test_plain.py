"""Plain text is kept as it stands."""

from hypothesis import given, settings
from hypothesis import strategies as st

from article.page_of import LEAD, page_of
from readout.article import article_of_text, read_page
from readout.records.article import Article

ODD = "\n  NORHAVN (AP) —  The  envoy\tleft .\n She spoke.\n \n\n``We lost,'' he said .  \n"


def test_odd_spaces_stay_and_blocks_are_runs_of_lines() -> None:
    """Tokenised text keeps its spaces, so that offsets into it stay true."""
    article = article_of_text(ODD, published="2031-05-04")

    assert article.text == ODD
    assert [b.span.of(ODD) for b in article.blocks] == [
        "NORHAVN (AP) —  The  envoy\tleft .\n She spoke.",
        "``We lost,'' he said .",
    ]
    assert article.agency == "Associated Press"
    assert article.published.value == "2031-05-04"


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_any_text_is_kept_and_its_blocks_lie_in_order(text: str) -> None:
    """Blocks hold every word and no blank ends."""
    article = article_of_text(text)

    assert article.text == text
    spans = [b.span for b in article.blocks]
    assert spans == sorted(spans)
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())


def test_a_page_of_text_is_read_as_text() -> None:
    """`--text` pages have no title unless told, and keep their words."""
    article = read_page(page_of(f"{LEAD}\n\n{LEAD}", kind="text"))

    assert isinstance(article, Article)
    assert article.text == f"{LEAD}\n\n{LEAD}"
    assert len(article.blocks) == 2


def test_a_wires_file_has_a_headline_a_byline_and_a_date() -> None:
    """A slug, a headline, a byline, then "NORHAVN, 4 May 2031 (Sudmark Wire) -"."""
    body = f"NORHAVN, 4 May 2031 (Sudmark Wire) - {LEAD}"
    text = f"SMW0142 4 POL\n\nTalks go on at sea\n\nBy Lena Orvik\n\n{body}\n\n{LEAD}"
    article = article_of_text(text)

    assert [b.role for b in article.blocks] == [
        "paragraph",
        "headline",
        "byline",
        "paragraph",
        "paragraph",
    ]
    assert (article.title.value, article.authors) == ("Talks go on at sea", ("Lena Orvik",))
    assert (article.published.value, article.published.by) == ("2031-05-04", "dateline")
    assert article.agency == "Sudmark Wire"


def test_a_first_line_alone_is_no_headline() -> None:
    """Without a byline or dateline under it, a short line is a paragraph like others."""
    article = article_of_text(f"Talks go on at sea\n\n{LEAD}")

    assert {b.role for b in article.blocks} == {"paragraph"}
    assert article.title.value is None
