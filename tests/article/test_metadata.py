"""Who says what a page is, and who of them is believed."""

import json

import pytest

from article.page_of import BODY, html_of, page_of
from readout.article import read_page
from readout.errors import UsageError
from readout.records.article import Article
from readout.records.time import Interval


def article_of(
    body: str = f"<h1>Talks go on</h1>{BODY}",
    *,
    head: str = "",
    url: str | None = None,
    **told: str,
) -> Article:
    """Return the article of a page made of these."""
    found = read_page(page_of(html_of(body, head=head), url=url), **told)
    assert isinstance(found, Article), found
    return found


def json_ld(**fields: object) -> str:
    """Return a JSON-LD script of a news article."""
    node = {"@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [node]})}</script>'


def test_a_page_that_declares_no_date_gets_none() -> None:
    """A copyright line of 2017 is no publication date."""
    article = article_of(f"<h1>Talks go on</h1>{BODY}<footer>© 2017 The Norland Mail</footer>")

    assert article.published.value is None
    assert article.published.by == ""


def test_what_htmldate_guesses_is_shown_but_not_believed() -> None:
    """A date in the running text is evidence at most."""
    body = f"<h1>Talks go on</h1>{BODY}<p>The ferry of March 3, 2016 was the last of its kind.</p>"

    article = article_of(body)

    assert article.published.value is None
    guesses = [e for e in article.evidence if e.witness == "htmldate"]
    assert not any(e.believed for e in guesses)


def test_json_ld_is_believed_before_opengraph_and_the_url() -> None:
    """All three are heard; they agree to a day."""
    article = article_of(
        head=json_ld(datePublished="2031-05-04T09:00:00+02:00", headline="Talks go on")
        + '<meta property="article:published_time" content="2031-05-04T07:00:00Z">',
        url="https://mail.example/2031/05/04/talks",
    )

    assert article.published.value == "2031-05-04T09:00:00+02:00"
    assert article.published.by == "json-ld"
    assert article.published.agreed
    heard = {e.witness for e in article.evidence if e.field == "published"}
    assert heard == {"json-ld", "opengraph", "url"}


def test_witnesses_more_than_a_day_apart_are_said_to_disagree() -> None:
    """The head says May, the address says March."""
    article = article_of(
        head='<meta name="date" content="2031-05-04">', url="https://mail.example/2031/03/04/talks"
    )

    assert article.published.value == "2031-05-04"
    assert not article.published.agreed


def test_the_caller_outranks_the_page() -> None:
    """`--published` is believed whatever the page says."""
    article = article_of(
        head='<meta name="date" content="2031-05-04">', published="2031-05-06", outlet="Aal Post"
    )

    assert (article.published.value, article.published.by) == ("2031-05-06", "caller")
    assert (article.outlet.value, article.outlet.by) == ("Aal Post", "caller")


def test_a_publication_date_that_is_none_is_the_callers_error() -> None:
    """`published="soon"` is refused with what to give instead."""
    with pytest.raises(UsageError, match="'soon' is no publication date"):
        article_of(published="soon")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published on 4 May 2031", "2031-05-04"),
        ("Published: May 4, 2031 9:05 p.m.", "2031-05-04T21:05:00"),
        ("May 4, 2031", "2031-05-04"),
        ("By Lena Orvik on Sunday, May 4th, 2031", "2031-05-04"),
    ],
)
def test_a_date_shown_near_the_headline_is_believed(line: str, value: str) -> None:
    """Where the head says nothing, the line under the headline counts."""
    article = article_of(f"<h1>Talks go on</h1><div>{line}</div>{BODY}")

    assert (article.published.value, article.published.by) == (value, "text")


def test_an_updated_date_is_not_the_publication_date() -> None:
    """The word "Updated" fills modified and leaves published empty."""
    article = article_of(f"<h1>Talks go on</h1><div>Updated: May 4, 2031</div>{BODY}")

    assert article.published.value is None
    assert article.modified == "2031-05-04"


def test_a_dateline_names_the_agency_and_a_day_without_year_is_no_date() -> None:
    """In "NORHAVN, May 4 (Reuters) -" the agency is named; --05-04 is no whole date."""
    article = article_of(
        f"<h1>Talks go on</h1><p>NORHAVN, May 4 (Reuters) - The envoy left.</p>{BODY}"
    )

    assert article.agency == "Reuters"
    assert article.published.value is None
    assert any(e.value == "--05-04" for e in article.evidence)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Lena Orvik and Tor Aal", ("Lena Orvik", "Tor Aal")),
        ("By LENA ORVIK, Staff Writer", ("Lena Orvik",)),
        ("By Lena Orvik | The Norland Mail", ("Lena Orvik",)),
        ("By Staff", ()),
        ("By The Associated Press", ()),
    ],
)
def test_authors_are_the_people_a_byline_names(byline: str, authors: tuple[str, ...]) -> None:
    """A desk, an agency or an outlet is no author."""
    head = '<meta property="og:site_name" content="The Norland Mail">'

    assert (
        article_of(f'<h1>Talks go on</h1><p class="byline">{byline}</p>{BODY}', head=head).authors
        == authors
    )


def test_an_unsigned_page_has_no_author() -> None:
    """Names in the text are not its authors."""
    assert article_of().authors == ()


def test_the_sites_name_is_taken_off_the_title() -> None:
    """The title "Talks go on | The Norland Mail" is "Talks go on"."""
    article = article_of(BODY, head='<meta property="og:site_name" content="The Norland Mail">')

    assert (article.title.value, article.title.by) == ("Talks go on", "title")
    assert article.outlet.value == "The Norland Mail"


def test_broken_json_ld_still_gives_its_date() -> None:
    """A script cut off in the middle is read as far as it goes."""
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-05-04",'
        "</script>"
    )

    assert article_of(head=head).published.value == "2031-05-04"


def test_a_dateline_credits_an_agency_no_table_knows() -> None:
    """The credit "(Sudmark Wire)" names an agency; "(Norway)" after a town does not."""
    opening = "<h1>Talks go on</h1><p>NORHAVN, Norland, May 4 ({}) - The envoy left at dawn.</p>"

    assert article_of(opening.format("Sudmark Wire") + BODY).agency == "Sudmark Wire"
    assert article_of(opening.format("Norway") + BODY).agency is None
    assert article_of(opening.format("Monday") + BODY).agency is None


def test_two_hands_are_believed_against_one_later_date() -> None:
    """A page changed on the 8th is stamped anew in its JSON-LD; head and address say the 4th."""
    stamped = json_ld(datePublished="2031-05-08", headline="Talks go on")
    head = '<meta property="article:published_time" content="2031-05-04T07:00:00Z">'

    both = article_of(head=stamped + head, url="https://mail.example/2031/05/04/talks")
    assert (both.published.value, both.published.by) == ("2031-05-04T07:00:00Z", "opengraph")
    assert not both.published.agreed

    assert article_of(head=stamped + head).published.value == "2031-05-08"


def test_a_dated_page_has_its_day_as_an_interval() -> None:
    """Dated and undated pages can be compared by their intervals."""
    article = article_of(head='<meta name="date" content="2031-05-04T23:10:00Z">')

    assert article.published.interval == Interval(start="2031-05-04", end="2031-05-04")


@pytest.mark.parametrize("title", ["Talks go on – Fjord Radio", "Fjord Radio: Talks go on"])
def test_the_title_names_the_outlet_where_a_link_home_says_the_same(title: str) -> None:
    """Beside "Talks go on" stands "Fjord Radio", as in a link home; a section is no outlet."""
    home = '<p><a href="/">Fjord Radio</a> <a href="/world">World</a></p>'

    def outlet(title: str, home: str) -> str | None:
        page = html_of(f"{home}<h1>Talks go on</h1>{BODY}", title=title)
        found = read_page(page_of(page))
        assert isinstance(found, Article), found
        return found.outlet.value

    assert outlet(title, home) == "Fjord Radio"
    assert outlet(title, "") is None
    assert outlet("Talks go on – World", home) is None
