"""Fetching: what is asked for, what is taken, and what is refused, from a site on this machine."""

import gzip
import socket
import time
from datetime import datetime
from http.server import BaseHTTPRequestHandler

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.local_site import Answer, Site, page, send
from readout.errors import UsageError
from readout.pages import FetchOptions, find_pages
from readout.pages.network import CheckedTransport
from readout.records.page import Page, Refusal

NEWS = (
    b"<html><body><p>The ferry to Ostrava Island sank, the harbour master said.</p></body></html>"
)
HERE = FetchOptions(allow_private=True, max_bytes=10_000)
HASTY = FetchOptions(allow_private=True, read=0.3, total=0.5)
# Taken before the tests' guard stands in front of it; asked for numbers only.
RESOLVE = socket.getaddrinfo


def fetch(url: str, options: FetchOptions = HERE) -> Page | Refusal:
    """Return the one page or refusal an address stands for."""
    (found,) = find_pages([url], fetch=options)
    return found


def refused(url: str, options: FetchOptions = HERE) -> Refusal:
    """Return the refusal of an address."""
    found = fetch(url, options)
    assert isinstance(found, Refusal)
    assert (found.stage, found.address) == ("pages", url)
    return found


def test_a_page_comes_with_its_address_charset_and_time(site: Site) -> None:
    """A page sent as windows-1252 keeps the bytes and the charset the server named."""
    site.answers["/news"] = [page(NEWS, "text/html; charset=windows-1252")]

    found = fetch(f"{site.address}/news#top")

    assert isinstance(found, Page)
    assert found.body == NEWS
    assert (found.kind, found.charset) == ("html", "windows-1252")
    assert found.url == f"{site.address}/news"
    assert datetime.fromisoformat(found.fetched or "").utcoffset() is not None


def test_the_reader_says_who_it_is_and_how_to_reach_its_user(site: Site) -> None:
    """A site sees `Readout/0.1.0 (+desk@paper.example)`, and no address nobody gave."""
    site.answers["/news"] = [page(NEWS)]

    fetch(f"{site.address}/news")
    fetch(
        f"{site.address}/news",
        FetchOptions(allow_private=True, contact="desk@paper.example"),
    )

    plain, signed = site.headers[0]["User-Agent"], site.headers[-1]["User-Agent"]
    assert plain.startswith("Readout/")
    assert " " not in plain
    assert signed == f"{plain} (+desk@paper.example)"


@pytest.mark.parametrize("contact", ["a\r\nHost: b", "bureau@журнал.example"])
def test_a_contact_no_header_can_carry_is_wrong_use(contact: str) -> None:
    """A line break in the contact would write further headers."""
    with pytest.raises(UsageError, match="contact"):
        FetchOptions(contact=contact)


def test_plain_text_and_gzip_are_read(site: Site) -> None:
    """A text/plain answer is a text page; gzip is undone; bytes are kept otherwise."""
    site.answers["/plain"] = [page(b"The mayor resigned.", "text/plain")]
    site.answers["/packed"] = [page(gzip.compress(NEWS), Content_Encoding="gzip")]

    plain, packed = fetch(f"{site.address}/plain"), fetch(f"{site.address}/packed")

    assert isinstance(plain, Page)
    assert plain.kind == "text"
    assert isinstance(packed, Page)
    assert packed.body == NEWS


@pytest.mark.parametrize(
    ("answer", "reason", "detail"),
    [
        (send(404), "http_status", "404 not found"),
        (send(403), "http_status", "403"),
        (send(501), "http_status", "501"),
        (page(b"%PDF-1.7", "application/pdf"), "pdf", "pdf"),
        (page(b"{}", "application/json"), "wrong_type", "'application/json'"),
        (page(b"\x89PNG", "image/png"), "wrong_type", "'image/png'"),
        (page(NEWS, Content_Encoding="br"), "fetch_failed", "'br'"),
        (page(b"x" * 10_001), "too_large", "10,000"),
        (page(gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip"), "too_large", "10,000"),
        (page(gzip.compress(NEWS)[:30], Content_Encoding="gzip"), "unreadable_file", "gzip"),
        (send(302), "http_status", "302"),
        (send(302, Location="ftp://paper.example/"), "fetch_failed", "'ftp://"),
        (send(302, Location="http://[bad"), "fetch_failed", "bad"),
    ],
)
def test_what_is_no_page_is_refused_by_name(
    site: Site, answer: Answer, reason: str, detail: str
) -> None:
    """A PDF, a feed, a picture, an error page, too much: each has its reason and detail."""
    site.answers["/x"] = [answer]

    refusal = refused(f"{site.address}/x")

    assert refusal.reason == reason
    assert detail in refusal.detail.lower()


def test_a_site_that_is_briefly_unable_is_asked_again(site: Site) -> None:
    """503, then the page: the page. 503 three times: a refusal that says so."""
    site.answers["/busy"] = [send(503, Retry_After="0"), send(429), page(NEWS)]
    site.answers["/down"] = [send(503)]

    assert isinstance(fetch(f"{site.address}/busy"), Page)
    assert refused(f"{site.address}/down").reason == "http_status"
    assert site.asked.count("/down") == 3


@pytest.mark.parametrize("wait", ["3600", "Fri, 31 Dec 2999 23:59:59 GMT"])
def test_a_wait_longer_than_the_pages_time_is_not_waited(site: Site, wait: str) -> None:
    """A site that says "come back in an hour" is not asked again."""
    site.answers["/busy"] = [send(429, Retry_After=wait)]

    assert refused(f"{site.address}/busy").reason == "http_status"
    assert site.asked.count("/busy") == 1


@pytest.mark.parametrize("wait", ["soon", "Mon, 1 Jan 2020 00:00:00 +99999999999999999999"])
def test_a_wait_that_cannot_be_understood_is_the_usual_one(site: Site, wait: str) -> None:
    """A Retry-After that is no number and no date does not keep the page from being read."""
    site.answers["/busy"] = [send(503, Retry_After=wait), page(NEWS)]

    assert isinstance(fetch(f"{site.address}/busy"), Page)


def test_nothing_listens(site: Site) -> None:
    """A port where no server is: a refusal, after retries."""
    site.close()

    assert refused(f"{site.address}/news").reason == "fetch_failed"


def test_redirects_are_followed_to_the_page_they_lead_to(site: Site) -> None:
    """The page's own address is the last one, the address the user named stays."""
    site.answers["/a"] = [send(301, Location="/b")]
    site.answers["/b"] = [send(302, Location=f"{site.address}/c")]
    site.answers["/c"] = [page(NEWS)]

    found = fetch(f"{site.address}/a")

    assert isinstance(found, Page)
    assert (found.address, found.url) == (f"{site.address}/a", f"{site.address}/c")


def test_redirects_without_end_are_refused(site: Site) -> None:
    """A page that leads to itself is asked for six times and no more."""
    site.answers["/loop"] = [send(302, Location="/loop")]

    assert refused(f"{site.address}/loop").reason == "too_many_redirects"
    assert site.asked.count("/loop") == 6


def test_robots_txt_is_asked_once_and_obeyed(site: Site) -> None:
    """What a site asks Readout not to fetch is not fetched, not by a redirect either."""
    site.answers["/robots.txt"] = [send(200, b"User-agent: readout\nDisallow: /members/\n")]
    site.answers["/news"] = [page(NEWS)]
    site.answers["/way"] = [send(302, Location="/members/a")]

    names = [f"{site.address}{path}" for path in ("/members/a", "/news", "/way")]
    first, second, third = find_pages(names, fetch=HERE)

    assert isinstance(first, Refusal)
    assert first.reason == "robots_disallowed"
    assert isinstance(second, Page)
    assert isinstance(third, Refusal)
    assert third.reason == "robots_disallowed"
    assert third.address == names[2]
    assert site.asked == ["/robots.txt", "/news", "/way"]


def test_a_site_whose_rules_cannot_be_had_is_left_alone(site: Site) -> None:
    """Where robots.txt answers 503, no one knows what the site allows."""
    site.answers["/robots.txt"] = [send(503)]
    site.answers["/news"] = [page(NEWS)]

    refusal = refused(f"{site.address}/news")

    assert refusal.reason == "http_status"
    assert "robots.txt" in refusal.detail
    assert "/news" not in site.asked


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "0x7f000001",
        "127.1",
        "0.0.0.0",  # noqa: S104 -- an address to refuse, not to listen at
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "[fe80::1]",
        "[fd00::1]",
    ],
)
def test_private_addresses_are_refused_unless_asked_for(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    """However the address is written, nothing on a private network is asked for anything."""
    monkeypatch.setattr(socket, "getaddrinfo", RESOLVE)
    monkeypatch.delattr(socket.socket, "connect")

    assert refused(f"http://{host}/latest/", FetchOptions()).reason == "private_address"


def test_a_public_page_cannot_lead_to_a_private_address(
    monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    """A redirect to 169.254.169.254 ends there, though the first host may be connected to."""
    monkeypatch.setattr(socket, "getaddrinfo", RESOLVE)
    monkeypatch.setattr("readout.pages.network.is_public", lambda ip: ip == "127.0.0.1")
    site.answers["/news"] = [send(302, Location="http://169.254.169.254/latest/")]

    refusal = refused(f"{site.address}/news", FetchOptions())

    assert refusal.reason == "private_address"
    assert "169.254.169.254" in refusal.detail
    assert site.asked == ["/robots.txt", "/news"]


def test_the_connection_goes_to_the_address_that_was_checked(
    monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    """A name that leads elsewhere when it is asked for again is not asked for again."""
    answers = ["127.0.0.1"]

    def rebinding(host: str, port: int, *args: int, **kwargs: int) -> list[tuple[object, ...]]:
        if host == "paper.example":
            host = answers.pop()  # a second question fails
        return [*RESOLVE(host, port, *args, **kwargs)]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    site.answers["/robots.txt"] = [page(b"")]
    transport = CheckedTransport(allow_private=True)
    transport.start_clock(1.0)

    url = httpx2.URL(f"http://paper.example:{site.port}/robots.txt")
    with httpx2.Client(transport=transport) as client:
        assert transport.admit(url) is None
        assert client.get(url).status_code == 200
        with pytest.raises(httpx2.ConnectError):
            client.get("http://unchecked.example/")

    assert site.headers[0]["Host"] == f"paper.example:{site.port}"


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to a public and to a private address is refused."""
    monkeypatch.setattr("readout.pages.network.resolve", lambda *_: ("9.9.9.9", "10.0.0.1"))

    assert refused("http://paper.example/", FetchOptions()).reason == "private_address"


def test_a_name_without_an_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt host: a refusal that names it."""
    monkeypatch.setattr("readout.pages.network.resolve", lambda *_: ())

    refusal = refused("https://papr.example/a", FetchOptions())

    assert refusal.reason == "fetch_failed"
    assert "papr.example" in refusal.detail


@pytest.mark.parametrize(
    "url",
    [
        "ftp://paper.example/a",
        "file:///etc/passwd",
        "http://",
        "http://[1/",
        "http://x:99999/",
        "http://é..x/",
    ],
)
def test_other_schemes_and_broken_addresses_are_refused(url: str) -> None:
    """Only http and https with a host are fetched."""
    assert refused(url).reason == "fetch_failed"


def trickle(start: bytes, drop: bytes) -> Answer:
    """Answer with `start`, then with a drop now and then, for as long as someone listens."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        while True:
            handler.wfile.write(drop)
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a"),
    ],
)
def test_a_page_that_never_ends_ends(site: Site, start: bytes, drop: bytes) -> None:
    """A server that sends a byte now and then, in its headers or its body, is given up on."""
    site.answers["/slow"] = [trickle(start, drop)]
    began = time.monotonic()

    refusal = refused(f"{site.address}/slow", HASTY)

    assert refusal.reason == "fetch_failed"
    assert "too long" in refusal.detail or "timed out" in refusal.detail
    assert time.monotonic() - began < 5


def test_a_server_that_says_nothing_is_given_up_on(site: Site) -> None:
    """No byte for longer than the read limit: a refusal."""
    site.answers["/mute"] = [lambda _: time.sleep(1)]

    assert refused(f"{site.address}/mute", HASTY).reason == "fetch_failed"


def test_one_bad_address_does_not_stop_the_next(site: Site) -> None:
    """Of three addresses the second is refused and the third is read."""
    site.answers["/a"] = [page(NEWS)]
    names = [f"{site.address}/a", f"{site.address}/gone", f"{site.address}/a"]

    found = list(find_pages(names, fetch=HERE))

    assert [isinstance(each, Page) for each in found] == [True, False, True]


def test_a_name_and_password_do_not_get_into_the_record(site: Site) -> None:
    """`http://me:secret@host/` is fetched; the page's own address is without them."""
    site.answers["/a"] = [page(NEWS)]

    found = fetch(f"http://me:secret@127.0.0.1:{site.port}/a")

    assert isinstance(found, Page)
    assert found.url == f"{site.address}/a"


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(
    location=st.text(st.characters(min_codepoint=33, max_codepoint=255), max_size=20),
    media=st.text(st.characters(min_codepoint=33, max_codepoint=255), max_size=20),
    wait=st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=12),
)
def test_whatever_the_headers_say_a_record_comes_back(
    site: Site, location: str, media: str, wait: str
) -> None:
    """A server's headers may hold anything; the answer is a page or a refusal all the same."""
    site.answers["/odd"] = [send(302, Location=f"/{location}")]
    site.answers["/type"] = [page(NEWS, f"text/html; charset={media}")]
    site.answers["/wait"] = [send(503, Retry_After=wait)]

    names = [f"{site.address}{path}" for path in ("/odd", "/type", "/wait")]
    assert len(list(find_pages(names, fetch=HERE))) == 3
