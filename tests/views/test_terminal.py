"""The record in a terminal and in a pipe."""

import re
from io import StringIO

import msgspec
import pytest
from rich.console import Console

from readout import Fact, Reading, Refusal
from readout.views.terminal import reading_lines, refusal_lines


def printed(reading: Reading | Refusal, *, width: int = 100, colour: bool = False) -> str:
    """Return what a console of that width is sent."""
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="truecolor" if colour else None
    )
    read = isinstance(reading, Reading)
    for line in reading_lines(reading, console) if read else refusal_lines(reading, console):
        console.print(line, soft_wrap=True)
    return out.getvalue()


def squeezed(words: str) -> str:
    """Return `words` with every run of white space as one blank."""
    return " ".join(words.split())


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_a_record_is_wrapped_to_the_width_and_loses_no_word(reading: Reading, width: int) -> None:
    """The same words in the same order on a phone's terminal and a wide screen."""
    told = printed(reading, width=width)

    assert squeezed(told) == squeezed(printed(reading, width=10_000))
    for line in told.splitlines():
        assert (
            len(line) <= width or line.startswith(("page ", "sha256 ")) or " " not in line.strip()
        )


def test_a_record_tells_the_page_its_statements_its_times_and_what_was_left_out(
    reading: Reading,
) -> None:
    """All that a reporter needs to check a line is on the screen."""
    told = squeezed(printed(reading))

    for words in (
        "Velmora says the Harrow dam talks will go on",
        "The Keld Courier · by Ilse Marn, Tovar Quist",
        "published 2031-06-03, by json-ld",
        "also 2031-06-01, by url",
        "1 Velmora's water minister, Anselm Dorr · said on Monday",
        "indirect · paragraph 1, characters",
        "sure (p 0.94)",
        "“before 20 June” = before 2031-06-20",
        "5 no source named · was reported",
        "inside 3 ·",
        "Left out of the page 68 words",
        "navigation, 51 words: “Home World Rivers…” and 1 more",
    ):
        assert words in told


def test_an_event_is_told_before_the_statements(reading: Reading) -> None:
    """Deed, parties, status and teller, when, evidence with its trigger marked, and how sure."""
    record = squeezed(printed(reading, width=200))
    events = record[record.index("Events 3") : record.index("Statements 5")]

    for words in (
        "1 consult: Velmora (GOV) and Osten (former) planned, says Velmora's water minister,",
        "Anselm Dorr (statement 1) when 2031-06 (2031-06-01 to 2031-06-30)",
        "“Velmora's water minister, Anselm Dorr, said on Monday that the *talks* over the Harrow",
        "2 mentions · paragraph 1, characters",
        "2 coerce, restrict: Osten's envoy (NOR GOV) → gate denied, says Osten's envoy",
        "3 reject, meet: nobody named occurred, in the words of The Keld Courier itself",
        "background · 1 mention · paragraph 6, characters",
    ):
        assert words in events


def test_a_statement_tells_who_the_source_is_and_through_whom_it_came(reading: Reading) -> None:
    """“Dorr” is named in full with his role; a source that says it all is not repeated."""
    record = squeezed(printed(reading))

    assert "= Anselm Dorr, water minister" in record
    assert "through reporters in Keld" in record
    assert record.count("= Anselm Dorr") == 1


def test_a_pipe_gets_no_colour_codes(reading: Reading) -> None:
    """`readout read page.html | less` is plain text."""
    assert "\x1b" not in printed(reading)
    assert "\x1b[" in printed(reading, colour=True)


def test_a_page_cannot_command_the_terminal(reading: Reading) -> None:
    """A title with an escape sequence or a direction override is shown without them."""
    hostile = Fact(value="\x1b]0;owned\x07\x9b2JTalks \u202egnp.exe [bold]go[/bold]", by="meta")
    article = msgspec.structs.replace(reading.article, title=hostile)

    told = printed(msgspec.structs.replace(reading, article=article))

    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", told) is None
    assert "[bold]go[/bold]" in told


def test_a_refusal_tells_what_was_seen_and_what_to_try() -> None:
    """A page in Russian is refused, not read badly."""
    refusal = Refusal(
        address="page.html",
        stage="article",
        reason="not_english",
        detail="the language is 'ru'",
        hint="give it a page in English",
    )

    assert printed(refusal).splitlines() == [
        "refused page.html",
        "  not english (article): the language is 'ru'",
        "  try: give it a page in English",
        "",
    ]
