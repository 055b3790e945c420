"""From the names a user writes to pages: files, folders, patterns, standard input."""

import gzip
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.errors import UsageError
from readout.pages import MAX_BYTES, find_pages, page_of_bytes
from readout.records.page import Page, Refusal

NEWS = b"<p>The bridge at Varna Point will close in May, the council said.</p>"


def put(folder: Path, *names: str, body: bytes = NEWS) -> None:
    """Write a page under each name, with the folders on its way."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(body) if name.endswith(".gz") else body)


def names_in(found: Iterator[Page | Refusal], folder: Path) -> list[str]:
    """Return where the pages found stand in a folder."""
    return [str(Path(page.address).relative_to(folder)) for page in found if isinstance(page, Page)]


def test_a_file_is_a_page_with_the_digest_of_its_bytes(tmp_path: Path) -> None:
    """Compressed or not, the same page has the same body and digest."""
    put(tmp_path, "a.html", "a.html.gz")

    plain, packed = find_pages([str(tmp_path / "a.html"), str(tmp_path / "a.html.gz")])

    assert isinstance(plain, Page)
    assert isinstance(packed, Page)
    assert plain.body == packed.body == NEWS
    assert plain.digest == packed.digest == sha256(NEWS).hexdigest()
    assert (plain.url, plain.fetched, plain.kind) == (None, None, "html")


def test_a_folder_gives_its_pages_in_order_and_nothing_else(tmp_path: Path) -> None:
    """Pages by suffix, at any depth; not hidden ones, not the scraps a browser saves beside."""
    put(tmp_path, "b.html", "a/z.HTM", "a/y.xhtml.gz", "c.html", "notes.txt", "p.png", ".x/h.html")
    put(tmp_path, "b_files/frame.html", "old_files/kept.html", "._b.html")

    found = find_pages([str(tmp_path)])

    assert names_in(found, tmp_path) == [
        "a/y.xhtml.gz",
        "a/z.HTM",
        "b.html",
        "c.html",
        "old_files/kept.html",
    ]


def test_a_folder_of_plain_text_gives_its_text_files(tmp_path: Path) -> None:
    """With kind "text" the .txt files are the pages."""
    put(tmp_path, "a.txt", "b.html")

    (found,) = find_pages([str(tmp_path)], kind="text")

    assert isinstance(found, Page)
    assert found.kind == "text"
    assert found.address.endswith("a.txt")


def test_a_named_txt_file_is_plain_text(tmp_path: Path) -> None:
    """`readout read notes.txt` needs no `--text`."""
    put(tmp_path, "notes.TXT")

    (found,) = find_pages([str(tmp_path / "notes.TXT")])

    assert isinstance(found, Page)
    assert found.kind == "text"


def test_links_that_lead_in_circles_are_walked_once(tmp_path: Path) -> None:
    """A folder that holds a link to itself is read once."""
    put(tmp_path, "day/a.html")
    (tmp_path / "day" / "again").symlink_to(tmp_path)
    (tmp_path / "loop.html").symlink_to(tmp_path / "loop.html")

    found = list(find_pages([str(tmp_path)]))

    assert names_in(iter(found), tmp_path) == ["day/a.html"]
    assert [r.reason for r in found if isinstance(r, Refusal)] == ["unreadable_file"]


@pytest.mark.slow
def test_a_very_deep_folder_is_walked_to_its_end(tmp_path: Path) -> None:
    """1,200 folders one inside the other."""
    here = tmp_path
    for _ in range(1200):
        here /= "d"
        here.mkdir()
    (here / "a.html").write_bytes(NEWS)

    found = list(find_pages([str(tmp_path)]))

    (here / "a.html").unlink()
    while here != tmp_path:  # too deep for pytest to clear away
        here.rmdir()
        here = here.parent
    assert [isinstance(page, Page) for page in found] == [True]


@pytest.mark.parametrize("inside", [(), ("readme.md", "sub/data.csv")])
def test_a_folder_without_pages_is_refused(tmp_path: Path, inside: tuple[str, ...]) -> None:
    """An empty folder, and one that holds other things only."""
    put(tmp_path, *inside)

    (found,) = find_pages([str(tmp_path)])

    assert isinstance(found, Refusal)
    assert (found.reason, found.address) == ("empty_folder", str(tmp_path))


def test_a_pattern_gives_what_it_matches_in_order(tmp_path: Path) -> None:
    """`*.html`, `**`, and folders that match are walked."""
    put(tmp_path, "b.html", "a.html", "c.htm", "sub/d.html", "sub/deep/e.html")

    assert names_in(find_pages([f"{tmp_path}/*.html"]), tmp_path) == ["a.html", "b.html"]
    assert names_in(find_pages([f"{tmp_path}/**/[de].html"]), tmp_path) == [
        "sub/d.html",
        "sub/deep/e.html",
    ]
    assert names_in(find_pages([f"{tmp_path}/s*"]), tmp_path) == ["sub/d.html", "sub/deep/e.html"]


def test_a_relative_pattern_is_matched_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`day/*.html` in the working folder."""
    put(tmp_path, "day/a.html")
    monkeypatch.chdir(tmp_path)

    (found,) = find_pages(["day/*.html"])

    assert found.address == "day/a.html"


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    """Browsers save pages as `Vote [live].html`."""
    put(tmp_path, "Vote [live].html")

    (found,) = find_pages([str(tmp_path / "Vote [live].html")])

    assert isinstance(found, Page)


@pytest.mark.parametrize(
    "name", ["gone.html", "no*.html", "a**b", "www.paper.example/a", "x" * 5000, "nul\0.html", ""]
)
def test_a_name_that_leads_nowhere_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Missing files, patterns without a match, names no file can have."""
    monkeypatch.chdir(tmp_path)

    (found,) = find_pages([name])

    assert isinstance(found, Refusal)
    assert found.stage == "pages"


def test_one_bad_file_among_a_thousand_is_one_refusal(tmp_path: Path) -> None:
    """The others are read."""
    put(tmp_path, *(f"{n:04}.html" for n in range(999)))
    (tmp_path / "0500x.html").symlink_to(tmp_path / "gone")

    found = list(find_pages([str(tmp_path)]))

    assert len(found) == 1000
    assert [page.address for page in found if isinstance(page, Refusal)] == [
        str(tmp_path / "0500x.html")
    ]


def test_a_closed_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file its owner closed to others: the refusal says what the system said."""
    put(tmp_path, "a.html")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)

    (found,) = find_pages([str(tmp_path / "a.html")])

    assert isinstance(found, Refusal)
    assert (found.reason, found.detail) == ("unreadable_file", "permission denied")


def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    """Opening a pipe without a writer would wait for ever; a device has no end."""
    os.mkfifo(tmp_path / "pipe.html")

    for found in find_pages([str(tmp_path / "pipe.html"), "/dev/zero"]):
        assert isinstance(found, Refusal)
        assert found.reason == "unreadable_file"
        assert "not a regular file" in found.detail


def test_a_file_past_the_limit_is_refused(tmp_path: Path) -> None:
    """50 MB, and a small file that decompresses to more than the limit."""
    with (tmp_path / "big.html").open("wb") as big:
        big.truncate(50_000_000)
    bomb = gzip.compress(bytes(MAX_BYTES + 1), compresslevel=1)
    (tmp_path / "bomb.html").write_bytes(bomb)

    for found in find_pages([str(tmp_path)]):
        assert isinstance(found, Refusal)
        assert found.reason == "too_large"


def test_standard_input_is_a_page() -> None:
    """`-` is the bytes, or the stream, that the caller gives; an endless stream is cut off."""

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"x" * size

    (given_bytes,) = find_pages(["-"], stdin=NEWS, url="https://paper.example/a")
    (given_stream,) = find_pages(["-"], stdin=io.BytesIO(NEWS))
    (endless,) = find_pages(["-"], stdin=Endless())  # type: ignore[arg-type]

    assert isinstance(given_bytes, Page)
    assert (given_bytes.address, given_bytes.url) == ("-", "https://paper.example/a")
    assert isinstance(given_stream, Page)
    assert given_stream.body == NEWS
    assert isinstance(endless, Refusal)
    assert endless.reason == "too_large"


def test_wrong_use_is_told_at_once(tmp_path: Path) -> None:
    """`-` without input; one web address for several pages."""
    put(tmp_path, "a.html", "b.html")

    with pytest.raises(UsageError, match="standard input"):
        list(find_pages(["-"]))
    for names in (["a", "b"], [str(tmp_path)]):
        with pytest.raises(UsageError, match="more than one page"):
            find_pages(names, url="https://paper.example/a")
    with pytest.raises(UsageError, match="several pages"):
        list(find_pages([f"{tmp_path}/*"], url="https://paper.example/a"))


def test_a_callers_own_source_stands_in_for_the_web() -> None:
    """An archive can answer for web addresses, with several pages for one name."""

    def archive(name: str) -> Iterator[Page | Refusal]:
        yield page_of_bytes(NEWS, address=name, url=name)
        yield page_of_bytes(b"older", address=name, url=name)

    found = list(find_pages(["https://paper.example/a"], fetch=archive))

    assert [page.body for page in found if isinstance(page, Page)] == [NEWS, b"older"]


def test_a_file_name_in_another_encoding_can_be_written_down(tmp_path: Path) -> None:
    """A name in Latin-1 on a UTF-8 system still makes a record that encodes to JSON."""
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html")
    try:
        put(tmp_path, name)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")

    (found,) = find_pages([str(tmp_path)])

    assert isinstance(found, Page)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Page) == found


@pytest.mark.parametrize("name", ["caf\udce9.html", "\ud800", "http://paper.example:0/\udce9"])
def test_a_refused_name_can_be_written_down(name: str) -> None:
    """Whatever bytes a name holds, the refusal encodes to JSON."""
    (found,) = find_pages([name], fetch=_refuse)

    assert isinstance(found, Refusal)
    assert msgspec.json.encode(found)


def _refuse(name: str) -> Iterator[Page | Refusal]:
    yield Refusal(address=name, stage="pages", reason="fetch_failed", detail="as told")


@pytest.mark.slow
def test_a_file_is_read_without_loading_http() -> None:
    """Whoever reads a file does not wait for the HTTP library to load."""
    code = (
        "import sys; from readout.pages import find_pages; list(find_pages(['gone.html'])); "
        "sys.exit(bool({'httpx2', 'stamina', 'protego'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603 -- own code

    assert ran.returncode == 0


@given(st.binary(max_size=50), st.text(max_size=20))
def test_a_page_round_trips(body: bytes, address: str) -> None:
    """Whatever its bytes, a page decodes to itself, and its digest is that of its bytes."""
    found = page_of_bytes(body, address=address)

    assert msgspec.json.decode(msgspec.json.encode(found), type=Page) == found
    assert found.digest == sha256(body).hexdigest()
