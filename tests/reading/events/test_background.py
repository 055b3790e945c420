"""What is older than the story is marked as such."""

import pytest

from parsed_words import parsed
from readout.reading.events.background import is_background
from readout.records.article import Article, Block, Fact, Published
from readout.records.event import EventMention, EventTime, Status, Voice
from readout.records.text import Span
from readout.records.time import Interval

MET = "They/PRP/met/nsubj had/VBD/met/aux met/VBN//ROOT"


def older(
    day: str | None,
    *,
    published: str | None = "2026-05-06",
    status: Status = "occurred",
    aid: str = "",
) -> bool:
    """Say whether the meeting of MET, on `day`, is background."""
    text, sentence = parsed(MET)
    article = Article(
        text=text,
        blocks=(Block(role="paragraph", span=Span(0, len(text))),),
        title=Fact(),
        outlet=Fact(),
        published=Published(value=published),
    )
    time = day and EventTime(value=day, interval=Interval(start=day, end=day), by="test")
    mention = EventMention(
        trigger=Span(text.index("met"), len(text)),
        type="CONSULT",
        time=time or None,
        status=status,
        status_p=0.9,
        status_by="test",
        voice=Voice(aid=aid or None),
        p=0.9,
    )
    return is_background(article, mention, sentence)


@pytest.mark.parametrize(("day", "old"), [("2026-05-04", False), ("2015-03-01", True)])
def test_an_old_day_is_background(day: str, *, old: bool) -> None:
    """Two days before the page is the story, eleven years before are not."""
    assert older(day) is old


def test_without_a_day_the_past_before_the_past_tells() -> None:
    """`They had met` is background in the outlet's voice; in reported words it is but the past."""
    assert older(None)
    assert not older(None, aid="a1")


def test_what_is_to_come_is_no_background() -> None:
    """A plan is part of the story."""
    assert not older(None, status="planned")


def test_a_page_without_a_date_leaves_old_days_to_tense() -> None:
    """Nothing is counted from a day nobody declares."""
    assert older("2015-03-01", published=None)
