"""From bytes to text: which charset is believed."""

import pytest

from article.page_of import BODY, html_of, page_of
from readout.article import decode
from readout.article.decode import Decoded
from readout.records.page import Page

TEXT = html_of(f"<h1>Café “Norhavn”</h1>{BODY}")


def decoded(page: Page) -> Decoded:
    """Return the text of a page that has one."""
    found = decode(page)
    assert isinstance(found, Decoded), found
    return found


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252"])
def test_text_comes_back_whatever_it_was_written_in(charset: str) -> None:
    """A byte order mark, null bytes or a header tell how; the words stay the same."""
    told = charset if charset == "windows-1252" else None
    undeclared = TEXT.replace('<meta charset="utf-8">', "")

    assert decoded(page_of(undeclared.encode(charset), charset=told)).text == undeclared


def test_a_header_outranks_the_meta() -> None:
    """The server says windows-1251 in the header, the page says nothing true."""
    body = "<p>Новости дня</p>".encode("windows-1251")

    assert decoded(page_of(body, charset="windows-1251")).text == "<p>Новости дня</p>"


def test_a_wrong_declared_charset_is_noticed() -> None:
    """The page says utf-8 and is windows-1252."""
    found = decoded(page_of(TEXT.encode("windows-1252")))

    assert found.text == TEXT
    assert (found.declared, found.charset) == ("utf-8", "windows-1252")


def test_utf_8_under_a_latin_label_is_read_as_utf_8() -> None:
    """Valid UTF-8 is hardly ever anything else."""
    assert decoded(page_of(TEXT.encode(), charset="iso-8859-1")).text == TEXT


def test_a_few_broken_bytes_do_not_change_the_charset() -> None:
    """A page cut inside a letter is still UTF-8."""
    found = decoded(page_of(TEXT.encode().replace(b"</h1>", b"\xe2\x80</h1>")))

    assert found.charset == "utf-8"
    assert "Café “Norhavn”\ufffd" in found.text


def test_two_broken_bytes_in_a_page_of_few_others_do_not_change_the_charset() -> None:
    """A page that is ASCII but for one pair of quotation marks is still UTF-8."""
    found = decoded(page_of("“We left,” she said".encode() + b" \xff\xfe."))

    assert (found.charset, found.text) == ("utf-8", "“We left,” she said \ufffd\ufffd.")


def test_null_bytes_and_controls_are_taken_out() -> None:
    """They are no part of any word."""
    assert decoded(page_of(b"<p>the mini\x00ster sa\x08id</p>" + TEXT.encode())).text.startswith(
        "<p>the minister said</p>"
    )
