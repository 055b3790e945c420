"""Pages that are no article: each is refused by its reason, with what was seen."""

import pytest

from article.page_of import BODY, LEAD, html_of, page_of
from readout.article import read_page
from readout.article.decode import MAX_BYTES
from readout.records.article import Article
from readout.records.page import Refusal

RUSSIAN = "<p>Министр сообщил журналистам, что переговоры продолжатся на будущей неделе.</p>"
FRENCH = (
    "<p>Le ministre a dit aux journalistes que les discussions avec la partie adverse vont "
    "continuer la semaine prochaine et que personne ne quitte la table pour le moment.</p>"
)
FRONT = "".join(
    f'<div class="card"><h2><a href="/{n}">Ferry strike, day {n}</a></h2><p>Crews of the northern '
    f"line stay at home for day {n} of their strike.</p></div>"
    for n in range(14)
)
PAGES = {
    "no bytes": (b"", "empty"),
    "blank": (b" \n\t ", "empty"),
    "only null bytes": (b"\x00" * 500, "empty"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "pdf"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
    "machine code": (bytes(range(256)) * 8, "binary"),
    "ten thousand levels": (b"<div>" * 10_000 + BODY.encode(), "malformed"),
    "fifty million bytes": (b"<p>word</p>" * (MAX_BYTES // 10), "too_long"),
    "a line of a million characters": (b"word " * 210_000, "too_long"),
    "more elements than a page has": (b"<i></i>" * 70_000 + BODY.encode(), "too_long"),
    "a lone script": (b"<script>alert('the minister said')</script>", "no_article"),
    "a greeting": (b"<html><body><p>Hello there.</p></body></html>", "no_article"),
    "Russian": (html_of(RUSSIAN * 4).encode(), "not_english"),
    "French": (html_of(FRENCH * 4).encode(), "not_english"),
    "a front": (html_of(FRONT, title="The Norland Mail").encode(), "section_front"),
    "a video": (
        html_of(
            '<h1>Watch the talks</h1><video src="x.mp4"></video><p>The envoys arrive.</p>',
            head='<meta property="og:type" content="video.other">',
        ).encode(),
        "media_page",
    ),
    "a stub": (
        html_of(
            f"<h1>Talks go on</h1><p>{LEAD}</p><div>Subscribe now to continue reading</div>",
            head='<script type="application/ld+json">{"@type":"NewsArticle",'
            '"isAccessibleForFree":false}</script>',
        ).encode(),
        "paywall_stub",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_an_article_is_refused_by_its_reason(name: str) -> None:
    """The refusal names the stage, the reason, and what was seen."""
    body, reason = PAGES[name]

    found = read_page(page_of(body))

    assert isinstance(found, Refusal)
    assert (found.stage, found.reason) == ("article", reason)
    assert found.detail


def test_a_lenient_reader_reads_other_languages_on() -> None:
    """Body measures are taken in any language."""
    found = read_page(page_of(html_of(FRENCH * 4)), lenient=True)

    assert isinstance(found, Article)
    assert found.language == "fr"


@pytest.mark.parametrize("depth", [10, 200])
def test_nesting_within_reason_is_read(depth: int) -> None:
    """Old pages nest deeply."""
    found = read_page(page_of(html_of("<div>" * depth + BODY + "</div>" * depth)))

    assert isinstance(found, Article)
    assert LEAD in found.text
