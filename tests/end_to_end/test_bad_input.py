"""Whatever comes in, what goes out is a reading or a refusal that says what to try."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

import readout
from pages.local_site import Site, page, send
from readout import FetchOptions, Reading, Refusal

pytestmark = pytest.mark.slow
LEAD = (
    "The foreign ministry of Norland said on Monday that talks with Sudmark would go on next week, "
    "after envoys from both sides met for six hours in the capital."
)
QUOTE = "“Nobody left the table,” the ministry’s spokeswoman, Ana Verin, told reporters outside."
GOOD = f"<html><body><h1>Talks go on</h1><p>{LEAD}</p><p>{QUOTE}</p></body></html>"
RUSSIAN = "Министерство иностранных дел сообщило в понедельник о новых переговорах. " * 8  # noqa: RUF001
CHINESE = "外交部周一表示，两国代表在首都会谈六小时后，下周将继续举行会谈。" * 8  # noqa: RUF001
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def html_of(body: str) -> bytes:
    """Return a page of UTF-8 with this body."""
    return f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "blank": (b" \n\x00\x00 ", "empty"),
    "binary": (bytes(range(256)) * 40, "binary"),
    "picture": (PNG, "binary"),
    "pdf": (PDF, "pdf"),
    "nested": (html_of("<div>" * 10_000 + LEAD + "</div>" * 10_000), "malformed"),
    "script": (b"<script>document.write('Talks go on')</script>", "no_article"),
    "one-line": (html_of("talks " * 350_000), "too_long"),
    "russian": (html_of(f"<h1>Переговоры</h1><p>{RUSSIAN}</p>"), "not_english"),
    "chinese": (html_of(f"<h1>会谈</h1><p>{CHINESE}</p>"), "not_english"),
    "no-words": (html_of("<p>…</p>"), "no_article"),
}
ODD: dict[str, bytes] = {
    "broken UTF-8": GOOD.encode().replace(b"six hours", b"six \xff\xfe hours"),
    "wrong charset": html_of(f"<h1>Talks go on</h1><p>{LEAD}</p><p>{QUOTE}</p>").replace(
        b"charset=utf-8", b"charset=koi8-r"
    ),
    "null bytes": GOOD.encode().replace(b"Sudmark", b"Sud\x00mark"),
}


def refused(found: Reading | Refusal) -> Refusal:
    """Return the refusal of a page that must be refused, with what was seen and what to try."""
    assert isinstance(found, Refusal), found
    assert found.detail
    assert found.hint
    return found


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a site on this machine."""
    running = Site()
    yield running
    running.close()


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_english_article_is_refused_in_bounded_time(name: str) -> None:
    """An empty page, a PDF, ten thousand levels, a line of two million letters and others."""
    body, reason = BAD[name]
    began = time.process_time()

    assert refused(readout.read(body)).reason == reason
    assert time.process_time() - began < 10


@pytest.mark.parametrize("name", ODD)
def test_odd_bytes_inside_a_good_page_do_not_lose_it(name: str) -> None:
    """The statement of the page is found whatever stands between its words."""
    found = readout.read(ODD[name])

    assert isinstance(found, Reading)
    assert "“Nobody left the table,”" in found.article.text
    assert "talks with Sudmark" in found.article.text
    assert found.attributions


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("…", "empty"),
        ("talks " * 350_000, "too_long"),
        (RUSSIAN, "not_english"),
        (CHINESE, "not_english"),
        ("%PDF-1.7 and so on", "pdf"),
        (GOOD, "wrong_type"),
        ("<script>let talks = 'on';</script>", "wrong_type"),
        ("<?xml version='1.0'?><rss><title>Talks</title></rss>", "wrong_type"),
    ],
)
def test_plain_text_that_is_none_is_refused(text: str, reason: str) -> None:
    """Mark-up given as plain text would be read as words; the user is told to leave --text out."""
    assert refused(readout.read(text)).reason == reason


def test_text_with_a_pointed_bracket_is_text() -> None:
    """Only what starts as mark-up does and closes a tag is mark-up."""
    assert isinstance(readout.read(f"<<< {LEAD} </end>"), Reading)


def test_half_a_surrogate_in_a_string_is_no_failure() -> None:
    """A string from elsewhere can hold what no file can."""
    assert isinstance(readout.read(f"{LEAD} \ud800"), Reading)


def folder_of_pages(folder: Path) -> int:
    """Write good pages among bad ones and return how many are good."""
    for name, (body, _) in BAD.items():
        (folder / f"{name}.html").write_bytes(body)
    for name in ("a-first", "m-middle", "z-last"):
        (folder / f"{name}.html").write_text(GOOD, encoding="utf-8")
    (folder / "gone.html").symlink_to(folder / "nowhere.html")
    (folder / "round.html").symlink_to(folder / "round.html")  # what root cannot open either
    os.mkfifo(folder / "pipe.html")
    with (folder / "huge.html").open("wb") as file:
        file.truncate(50_000_000)
    return 3


def test_bad_files_among_good_ones_cost_only_themselves(tmp_path: Path) -> None:
    """Each bad file has its refusal in its place; every good one is read."""
    good = folder_of_pages(tmp_path)

    found = list(readout.read_many([str(tmp_path)], processes=1))

    reasons = {
        Path(one.address).stem: refused(one).reason for one in found if isinstance(one, Refusal)
    }
    expected = {name: reason for name, (_, reason) in BAD.items()}
    assert reasons == expected | {
        "gone": "not_found",
        "round": "unreadable_file",
        "pipe": "unreadable_file",
        "huge": "too_large",
    }
    assert sum(isinstance(one, Reading) for one in found) == good
    assert [Path(_address(one)).name for one in found] == sorted(p.name for p in tmp_path.iterdir())


def test_several_processes_refuse_what_one_refuses(tmp_path: Path) -> None:
    """The same folder, read by two processes, gives the same records."""
    folder_of_pages(tmp_path)

    alone = list(readout.read_many([str(tmp_path)], processes=1))

    assert list(readout.read_many([str(tmp_path)], processes=2)) == alone


def test_a_folder_without_pages_says_what_it_looked_for(tmp_path: Path) -> None:
    """A folder of pictures is no failure of the program."""
    (tmp_path / "ship.png").write_bytes(PNG)

    (found,) = readout.read_many([str(tmp_path)])

    assert refused(found).reason == "empty_folder"
    assert ".html" in found.detail


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Answer with a page that goes on for as long as someone listens."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
    while True:
        handler.wfile.write(b"a ")
        time.sleep(0.02)


def test_an_address_without_an_end_does_not_hold_the_next_one_up(
    site: Site, tmp_path: Path
) -> None:
    """One never ends, one leads in a circle, one is not there; the good ones are read."""
    site.answers["/endless"] = [endless]
    site.answers["/circle"] = [send(302, Location="/circle")]
    site.answers["/good"] = [page(GOOD.encode())]
    (tmp_path / "good.html").write_text(GOOD, encoding="utf-8")
    names = [f"{site.address}/{name}" for name in ("endless", "circle", "gone", "good")]
    began = time.monotonic()

    hasty = FetchOptions(allow_private=True, read=1, total=2)
    found = list(readout.read_many([*names, str(tmp_path / "good.html")], fetch=hasty))

    assert [refused(one).reason for one in found[:3]] == [
        "fetch_failed",
        "too_many_redirects",
        "http_status",
    ]
    assert all(isinstance(one, Reading) for one in found[3:])
    assert time.monotonic() - began < 60


def test_a_public_address_that_leads_to_a_private_one_is_not_followed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site stands for a public one; the address it leads to is that of a cloud's keeper."""
    keeper = "169.254.169.254"
    monkeypatch.setattr("readout.pages.network.is_public", lambda ip: ip == "127.0.0.1")
    monkeypatch.setattr(
        "readout.pages.network.resolve",
        lambda host, _: (keeper,) if host == keeper else ("127.0.0.1",),
    )
    site.answers["/news"] = [send(302, Location=f"http://{keeper}/latest/")]

    found = list(readout.read_many([f"{site.address}/news", f"{site.address}/gone"]))

    assert [refused(one).reason for one in found] == ["private_address", "http_status"]


def shell(
    folder: Path, *arguments: str, given: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    """Return what the command said, in a process of its own."""
    program = "from readout.cli.main import main; main()"
    return subprocess.run(  # noqa: S603  a command of the test's own
        [sys.executable, "-W", "error", "-c", program, "read", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
        timeout=300,
    )


def test_the_shell_reads_what_can_be_read_and_counts_the_rest(tmp_path: Path) -> None:
    """One JSON line a page, a summary on standard error, exit code 0; 1 with --strict."""
    good = folder_of_pages(tmp_path)

    ran = shell(tmp_path, ".", "--json", "--processes", "1", "--strict")

    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    refusals = [line for line in lines if line["type"] == "refusal"]
    assert len(lines) == len(list(tmp_path.iterdir()))
    assert len(lines) - len(refusals) == good
    assert all(line["detail"] and line["hint"] for line in refusals)
    assert f"{len(lines)} pages: {good} read, {len(refusals)} refused" in ran.stderr.decode()
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == 1


@pytest.mark.parametrize(
    ("given", "options", "said"),
    [
        (b"", (), "empty (article)"),
        (PDF, (), "pdf (article)"),
        (GOOD.encode(), ("--text",), "leave out --text"),
        (b"<html>\xff\xfe\x00</html>", (), "try:"),
    ],
)
def test_the_shell_says_what_to_try(
    tmp_path: Path, given: bytes, options: tuple[str, ...], said: str
) -> None:
    """A page on standard input that cannot be read ends with exit code 1 and a hint."""
    ran = shell(tmp_path, "-", *options, given=given)

    assert said in ran.stdout.decode()
    assert "try:" in ran.stdout.decode()
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr


def _address(one: Reading | Refusal) -> str:
    return one.article.address if isinstance(one, Reading) else one.address
