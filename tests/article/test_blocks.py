"""What is kept of a page, in which role, and what is dropped under which name."""

from time import process_time

import pytest
from lxml.html import fromstring

from article.page_of import BODY, LEAD, SECOND, THIRD, html_of, page_of
from readout.article import read_page
from readout.article.paths import Paths
from readout.records.article import BODY_ROLES, Article

HEAD = (
    '<meta property="og:title" content="Talks go on"><meta property="og:site_name" '
    'content="The Norland Mail"><meta property="og:description" content="Envoys met for six hours">'
)
PAGE = html_of(
    '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>'
    '</header><main><article><div class="submitted">Published on <time></time></div>'
    "<h1>Talks go on</h1><h2>Envoys met for six hours</h2>"
    '<p class="byline">By Lena Orvik</p>'
    "<figure><img src=x><figcaption>The ministry on Nov. 11, 2017. (Photo: P. Aal)</figcaption>"
    f"</figure><div class=body>{BODY}</div>"
    '<div class="donation-appeal"><h3>Keep us going</h3><p>If you believe in free news, please '
    "support our spring drive today.</p></div>"
    '<div class="social"><h4>Share this article</h4><a href="/s">Facebook</a></div></article>'
    '<aside><h3>More in news</h3><ul><li><a href="/a">Ferry strike ends</a></li></ul></aside>'
    "</main>"
    "<footer><p>The Norland Mail has been printed since 1901.</p></footer>",
    head=HEAD,
)


def article_of(page: str) -> Article:
    """Return the article of a page that must have one."""
    found = read_page(page_of(page))
    assert isinstance(found, Article), found
    return found


def said(article: Article, *roles: str) -> list[str]:
    """Return the words of the blocks in these roles."""
    return [b.span.of(article.text) for b in article.blocks if b.role in roles]


def dropped(article: Article) -> dict[str, str]:
    """Return the first words of each kind of drop."""
    return {drop.kind: drop.sample for drop in reversed(article.drops)}


def test_headline_dek_byline_and_caption_stand_beside_the_body() -> None:
    """A caption's date is not the story's; its block is no paragraph."""
    article = article_of(PAGE)

    assert said(article, "headline") == ["Talks go on"]
    assert said(article, "dek") == ["Envoys met for six hours"]
    assert said(article, "byline") == ["By Lena Orvik"]
    assert said(article, "caption") == ["The ministry on Nov. 11, 2017. (Photo: P. Aal)"]
    assert said(article, *BODY_ROLES) == [LEAD, SECOND, THIRD]


def test_what_is_no_news_is_dropped_by_name() -> None:
    """An appeal is dropped as an appeal, a share bar as a share bar, a label as a label."""
    drops = dropped(article_of(PAGE))

    assert drops["navigation"].startswith("Home News")
    assert drops["label"] == "Published on"
    assert drops["appeal"].startswith("Keep us going If you believe")
    assert drops["share"].startswith("Share this article")
    assert drops["related"].startswith("More in news")
    assert drops["footer"].startswith("The Norland Mail has been")


def test_every_block_knows_its_element() -> None:
    """A reader can open the page at the paragraph."""
    article = article_of(PAGE)

    lead = next(b for b in article.blocks if b.role == "paragraph")
    assert lead.xpath == "/html/body/main/article/div[2]/p[1]"


def test_a_name_around_the_whole_article_drops_nothing() -> None:
    """An article inside class="subscribe-wall" is still an article."""
    article = article_of(html_of(f'<div class="subscribe-wall"><h1>Talks go on</h1>{BODY}</div>'))

    assert said(article, "paragraph") == [LEAD, SECOND, THIRD]


def test_subheads_quotes_lists_and_rows_keep_their_roles() -> None:
    """A subhead before a list, a quotation set apart, a table of votes."""
    article = article_of(
        html_of(
            f"<article><h1>Talks go on</h1><p>{LEAD}</p><h2>What was said</h2><p>{SECOND}</p>"
            "<ul><li>The northern ports stay open to both fleets until the spring.</li>"
            "<li>The islands are to be spoken of only in the second round of talks.</li></ul>"
            f"<blockquote><p>We came to listen, and we were listened to, the envoy wrote.</p>"
            f"</blockquote><p>{THIRD}</p>"
            "<table><tr><th>Party</th><th>For</th></tr><tr><td>Unity</td><td>41</td></tr></table>"
            f"<p>The vote in the assembly on the ports was the second since the spring began.</p>"
            "</article>"
        )
    )

    assert said(article, "subhead") == ["What was said"]
    assert len(said(article, "list_item")) == 2
    assert said(article, "quote")[0].startswith("We came to listen")
    assert "Unity 41" in said(article, "table")


def test_the_title_is_not_said_again_inside_the_body() -> None:
    """A second heading with the title's words is a duplicate."""
    article = article_of(html_of(f"<h1>Talks go on</h1><div><h2>Talks go on</h2>{BODY}</div>"))

    assert said(article, "headline") == ["Talks go on"]
    assert dropped(article)["duplicate"] == "Talks go on"


def test_lines_that_lead_elsewhere_are_dropped_by_their_words() -> None:
    """A line that opens with "Read more:" or "Sign up for" is no paragraph."""
    article = article_of(
        html_of(
            f"<h1>Talks go on</h1><article><p>{LEAD}</p>"
            '<p>Read more: <a href="/f">Ferry strike ends after a night of talks</a></p>'
            f"<p>{SECOND}</p><p>{THIRD}</p><p>Follow us on Twitter and Facebook.</p>"
            "<p>Sign up for our daily newsletter.</p>"
            "<p>(Reporting by Lena Orvik; Editing by Tor Aal)</p></article>"
        )
    )

    assert said(article, *BODY_ROLES) == [LEAD, SECOND, THIRD]
    assert said(article, "byline") == ["(Reporting by Lena Orvik; Editing by Tor Aal)"]
    assert {"related", "share", "sign_up"} <= dropped(article).keys()


def test_a_box_without_a_name_goes_with_its_heading() -> None:
    """A sign-up box between two paragraphs is known by its first line."""
    box = (
        "<div class=b7><p><b>The Mail in your inbox</b></p><p>Five stories a week, free.</p></div>"
    )
    article = article_of(
        html_of(f"<h1>Talks go on</h1><div><p>{LEAD}</p>{box}<p>{SECOND}</p><p>{THIRD}</p></div>")
    )

    assert said(article, *BODY_ROLES) == [LEAD, SECOND, THIRD]
    assert dropped(article)["sign_up"] == "The Mail in your inbox Five stories a week, free."


def test_a_date_alone_above_the_body_is_a_label() -> None:
    """The line "May 4, 2031" under the byline is no sentence of the story."""
    article = article_of(html_of(f"<h1>Talks go on</h1><div><p>May 4, 2031</p>{BODY}</div>"))

    assert said(article, *BODY_ROLES) == [LEAD, SECOND, THIRD]
    assert article.published.value == "2031-05-04"


def test_a_live_page_is_read_in_updates_with_their_own_times() -> None:
    """Each update of a live blog has the time at which it was written."""
    posts = "".join(
        f'<div class="post"><time datetime="2031-05-04T1{n}:30:00Z">1{n}:30</time>'
        f"<p>{text}</p></div>"
        for n, text in enumerate((LEAD, SECOND, THIRD))
    )
    article = article_of(
        html_of(f"<h1>Port talks – live</h1><main>{posts}</main>", title="Port talks – live")
    )

    updates = [b for b in article.blocks if b.role == "update"]
    assert [b.time for b in updates] == [f"2031-05-04T1{n}:30:00Z" for n in range(3)]
    assert said(article, "update") == [LEAD, SECOND, THIRD]


def test_a_page_without_head_and_body_tags_is_read() -> None:
    """HTML5 lets both be left out."""
    article = article_of(
        f"<!DOCTYPE html><html lang=en><title>Talks go on</title><article>"
        f"<h1>Talks go on</h1>{BODY}</article></html>"
    )

    assert [block.role for block in article.blocks] == ["headline", *["paragraph"] * 3]


@pytest.mark.parametrize("mark", ['p class="lead"', "h2"])
def test_a_lead_above_the_byline_is_no_body(mark: str) -> None:
    """The line between headline and byline is the dek; a first paragraph called lead is not."""
    lead = "Envoys from both sides met for six hours in the capital, and will meet again at sea."
    line = f"<{mark}>{lead}</{mark.split(maxsplit=1)[0]}>"

    signed = article_of(html_of(f"<h1>Talks go on</h1>{line}<p>Words: Lena Orvik</p>{BODY}"))
    assert said(signed, "dek") == [lead]
    assert said(signed, "byline") == ["Words: Lena Orvik"]

    if mark != "h2":
        unsigned = article_of(html_of(f"<h1>Talks go on</h1>{line}{BODY}"))
        assert said(unsigned, "paragraph")[0] == lead


def test_a_line_with_the_authors_name_is_a_byline() -> None:
    """The head names Lena Orvik; "Lena Orvik Diplomatic editor" under the headline is hers."""
    line = "<div>Lena Orvik Diplomatic editor</div>"
    head = '<meta name="author" content="Lena Orvik">'
    article = article_of(html_of(f"<h1>Talks go on</h1>{line}{BODY}", head=head))

    assert said(article, "byline") == ["Lena Orvik Diplomatic editor"]


def test_the_key_points_of_a_page_are_its_body() -> None:
    """A list called key points, between headline and body, is kept."""
    points = "<ul><li>The envoys met for six hours</li><li>They meet again at sea</li></ul>"
    box = f'<div class="key-points"><h3>In brief</h3>{points}</div>'
    article = article_of(html_of(f"<h1>Talks go on</h1>{box}{BODY}"))

    assert said(article, "list_item") == ["The envoys met for six hours", "They meet again at sea"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("These pages are free. If they made you smile, you can buy me a coffee.", "appeal"),
        ("Enjoying the Mail? Subscribers read on without advertisements.", "appeal"),
        ("SMW/lno/0705", "author_note"),
    ],
)
def test_appeals_and_signatures_inside_the_body_are_dropped(line: str, kind: str) -> None:
    """They stand among the paragraphs, and are known by their words."""
    article = article_of(html_of(f"<h1>Talks go on</h1>{BODY}<p>{line}</p><p>{LEAD} Again.</p>"))

    assert line not in article.text
    assert dropped(article)[kind] == line


def test_paths_are_those_of_lxml() -> None:
    """Brothers of one name are numbered; a lone child is not."""
    root = fromstring(
        f"<html><body><div>{BODY}<p>x<b>y</b></p></div><ul><li>z</li></ul></body></html>"
    )
    paths, tree = Paths(), root.getroottree()

    assert all(paths.of(element) == tree.getpath(element) for element in root.iter())


@pytest.mark.slow
def test_a_page_of_many_lines_takes_time_in_proportion() -> None:
    """Twenty thousand lines with dates are read in seconds, as are as many list items."""
    lines = "<br><br>".join(f"Published May {day % 28 + 1}, 2031" for day in range(20_000))
    items = "".join(f"<li>Item {n} was heard by the envoys</li>" for n in range(20_000))
    started = process_time()

    article_of(html_of(f"<h1>Talks go on</h1>{BODY}<div>{lines}</div>{BODY}"))
    article_of(html_of(f"<h1>Talks go on</h1>{BODY}<ul>{items}</ul>{BODY}"))

    assert process_time() - started < 15
