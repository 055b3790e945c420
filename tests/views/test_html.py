"""The HTML view: all the words, all the marks, and nothing that runs."""

import re
from html.parser import HTMLParser
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from readout import (
    Actor,
    Article,
    Attribution,
    Block,
    Drop,
    Event,
    EventMention,
    EventTime,
    Evidence,
    Fact,
    Place,
    Reader,
    Reading,
    Refusal,
    Span,
    Timex,
    Voice,
)
from readout.records.article import Role
from readout.views.html import IndexEntry, index_entry, index_page, reading_page
from readout.views.html_text import marked_text

VOID = {"meta"}
HOSTILE = (
    "<script>alert(1)</script>",
    '"onmouseover="alert(1)',
    "'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "</style><script>alert(1)</script>",
    "<!--",
    "]]>",
    "&lt;b&gt;",
)


class Balance(HTMLParser):
    """Fails at the first end tag that closes nothing, and keeps what it saw."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)


def parsed(markup: str) -> Balance:
    """Return what a parser saw in `markup`, all of whose tags are balanced."""
    seen = Balance()
    seen.feed(markup)
    seen.close()
    assert seen.open == []
    return seen


def event_at(number: int, parties: tuple[Span, ...], trigger: Span, words: str = "x") -> Event:
    """Return an event of one mention whose actors and recipients stand at the same places."""
    actors = tuple(Actor(name=words, span=span, role=words) for span in parties)
    mention = EventMention(
        trigger=trigger,
        type="AID",
        actors=actors,
        recipients=actors,
        place=Place(name=words, span=trigger),
        status="planned",
        status_p=0.5,
        status_by=words,
        p=0.5,
    )
    return Event(
        eid=f"e{number}",
        type="AID",
        mode=words,
        actors=actors,
        recipients=actors,
        place=mention.place,
        time=EventTime(value=words, by=words),
        status="planned",
        status_p=0.5,
        voice=Voice(aid="a0", name=words),
        mentions=(mention,),
        p=0.5,
        by=words,
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Return any reading: blocks with or without gaps, and spans anywhere over them."""
    words = st.text(st.sampled_from("ab <>&\"'/“”é\n"), min_size=1, max_size=12)
    parts = draw(st.lists(st.one_of(words, st.sampled_from(HOSTILE)), min_size=1, max_size=6))
    text = "\n\n".join(parts)
    blocks: list[Block] = []
    start = 0
    for part in parts:
        span = Span(start, start + len(part))
        start = span.end + 2
        if draw(st.booleans()):
            role = draw(st.sampled_from(get_args(Role)))
            blocks.append(Block(role=role, span=span))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(
        lambda ends: Span(min(ends), max(ends) if max(ends) > min(ends) else min(ends) + 1)
    )
    few = st.lists(spans, max_size=3).map(tuple)
    attributions = tuple(
        Attribution(
            aid=f"a{n}",
            source=draw(few),
            cue=draw(few),
            content=(draw(spans), *draw(few)),
            quote="mixed",
            p=0.5,
            by="test",
        )
        for n in range(draw(st.integers(0, 4)))
    )
    times = tuple(
        Timex(tid=f"t{n}", span=draw(spans), type="DATE", value="")
        for n in range(draw(st.integers(0, 2)))
    )
    events = tuple(event_at(n, draw(few), draw(spans)) for n in range(draw(st.integers(0, 3))))
    return Reading(
        article=Article(text=text, blocks=tuple(blocks), title=Fact(), outlet=Fact()),
        sentences=(),
        times=times,
        attributions=attributions,
        events=events,
        reader=Reader(version="0", model="test"),
    )


@given(readings())
def test_the_marked_article_has_the_words_of_the_text_in_order(reading: Reading) -> None:
    """Whatever overlaps, what a reader sees and copies is the article's text."""
    seen = parsed(marked_text(reading))

    assert "".join(seen.words) == reading.article.text


@given(readings())
def test_every_link_lands_and_every_place_is_named_once(reading: Reading) -> None:
    """A link in the text leads to an entry, an entry's to the text."""
    tags = parsed(reading_page(reading)).tags
    names = [attrs["id"] for _, attrs in tags if "id" in attrs]
    links = {attrs["href"] for tag, attrs in tags if tag == "a"}

    assert len(names) == len(set(names))
    assert {link for link in links if link} <= {f"#{name}" for name in names}
    for number in range(1, len(reading.attributions) + 1):
        assert {f"s{number}", f"w{number}"} <= set(names)
    for number in range(1, len(reading.events) + 1):
        assert {f"e{number}", f"v{number}"} <= set(names)


def test_every_source_cue_content_and_time_is_marked(reading: Reading) -> None:
    """The marked words, put together by statement, are the spans' words."""
    tree = lxml_html.fromstring(reading_page(reading))
    for number, found in enumerate(reading.attributions, 1):
        for kind in ("source", "cue", "content"):
            path = f"//main//*[contains(@class, '{kind}')][contains(@class, 's{number}')]"
            marked = "".join(node.text_content() for node in tree.xpath(path))
            assert all(
                "".join(part.split("\n\n")) in marked
                for part in (s.of(reading.article.text) for s in getattr(found, kind))
            )
    times = [node.text_content() for node in tree.xpath("//main//a[contains(@class, 'time')]")]
    assert times == [time.span.of(reading.article.text) for time in reading.times]


def test_every_trigger_actor_and_recipient_is_marked(reading: Reading) -> None:
    """Each mention's words carry the number of its event; a trigger leads to its entry."""
    tree = lxml_html.fromstring(reading_page(reading))
    for number, event in enumerate(reading.events, 1):
        for kind in ("trigger", "actor", "recipient"):
            path = f"//main//*[contains(@class, '{kind}')][contains(@class, 'e{number}')]"
            marked = "".join(node.text_content() for node in tree.xpath(path))
            spans = [
                span
                for one in event.mentions
                for span in (
                    [one.trigger]
                    if kind == "trigger"
                    else [party.span for party in getattr(one, f"{kind}s")]
                )
            ]
            assert all(span.of(reading.article.text) in marked for span in spans)
            if kind == "trigger":
                links = {node.get("href") for node in tree.xpath(path)}
                assert links == {f"#e{number}"}


def test_an_event_is_told_with_status_parties_and_its_sentence(reading: Reading) -> None:
    """The entry says who, to whom, how far it came and who says so, and marks the trigger."""
    tree = lxml_html.fromstring(reading_page(reading))
    told = [" ".join(node.text_content().split()) for node in tree.xpath("//aside//li[@id]")][:3]

    assert told[0].startswith("E1consult: Velmora (GOV) and Osten (former)planned, says Velmora's")
    assert "(statement 1)" in told[0]
    assert "coerce, restrict: Osten's envoy (NOR GOV) → gatedenied, says Osten's envoy" in told[1]
    assert "background · 1 mention" in told[2]
    assert tree.xpath("//aside//li[@id='e3']//mark/text()") == ["broke down"]


def test_the_page_has_landmarks_a_language_and_a_skip_link(reading: Reading) -> None:
    """A screen reader finds its way."""
    tree = lxml_html.fromstring(reading_page(reading))

    assert tree.get("lang") == "en"
    assert [len(tree.xpath(f"//{name}")) for name in ("h1", "main", "aside", "footer")] == [1] * 4
    assert tree.xpath("//a[@class='skip']/@href") == ["#events", "#statements"]
    assert all(node.get("aria-label") for node in tree.xpath("//a[not(normalize-space())]"))


def test_the_page_asks_nothing_of_the_network_and_runs_nothing(reading: Reading) -> None:
    """It opens on a plane, ten years from now."""
    page = reading_page(reading)
    tags = {tag for tag, _ in parsed(page).tags}

    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "base", "form"})
    assert re.search(r"url\(|@import", page) is None
    assert "default-src 'none'" in page


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_page_stays_inert_wherever_its_words_are_shown(
    reading: Reading, words: str
) -> None:
    """A script in a title, an author, a date or a navigation label is words, never mark-up."""
    article = Article(
        text=words,
        blocks=(Block(role="paragraph", span=Span(0, len(words)), xpath=words, time=words),),
        title=Fact(value=words),
        outlet=Fact(value=words),
        authors=(words,),
        agency=words,
        url=words,
        address=words,
        digest=words,
        charset=words,
        fetched=words,
        evidence=(Evidence(field="url", value=words, witness=words, where=words, quote=words),),
        drops=(Drop(kind="other", xpath=words, words=1, sample=words),),
    )
    hostile = msgspec.structs.replace(
        reading,
        article=article,
        attributions=(
            Attribution(aid="a1", content=(Span(0, len(words)),), quote="direct", p=0.5, by=words),
        ),
        times=(Timex(tid="t1", span=Span(0, 2), type="DATE", value=words),),
        sentences=(),
        events=(event_at(1, (Span(0, 2),), Span(0, len(words)), words),),
        reader=Reader(version=words, model=words),
    )
    for page in (reading_page(hostile), index_page([index_entry(hostile, "a.html")])):
        tags = parsed(page).tags
        assert "script" not in {tag for tag, _ in tags}
        assert "img" not in {tag for tag, _ in tags}
        for _, attrs in tags:
            assert not any(name.startswith("on") for name in attrs)
            assert not (attrs.get("href") or "").startswith("javascript")


def test_a_web_address_is_a_link_and_a_script_address_is_not(reading: Reading) -> None:
    """Only http and https are followed."""
    for url, linked in (
        ("https://courier.example/a?b=1&c=2", True),
        ("javascript:alert(1)", False),
    ):
        article = msgspec.structs.replace(reading.article, url=url)
        tree = lxml_html.fromstring(reading_page(msgspec.structs.replace(reading, article=article)))
        assert bool(tree.xpath(f"//p[@class='colophon']/a[@href='{url}']")) is linked


def test_code_points_no_page_may_hold_are_replaced_one_for_one(reading: Reading) -> None:
    """A null byte or half a surrogate pair leaves every other offset where it was."""
    text = "a\x00b\ud800c\x1bd"
    blocks = (Block(role="paragraph", span=Span(0, len(text))),)
    article = msgspec.structs.replace(reading.article, text=text, blocks=blocks)
    bare = msgspec.structs.replace(reading, article=article, attributions=(), times=())

    assert "a\ufffdb\ufffdc\ufffdd" in marked_text(bare)
    reading_page(bare).encode()


def test_an_index_links_what_was_read_and_tells_what_was_refused(reading: Reading) -> None:
    """Two pages, one of them a section front."""
    refusal = Refusal(
        address="front.html", stage="article", reason="section_front", detail="31 teasers"
    )
    entries = [index_entry(reading, "0001-harrow.html"), index_entry(refusal, "")]

    page = index_page(entries)

    assert entries[1] == IndexEntry(
        file="", title="front.html", told="section front (article): 31 teasers"
    )
    assert 'href="0001-harrow.html"' in page
    assert "31 teasers" in page
