"""A reading made by hand, with all that is hard to show: nothing in, the reading out.

Content around its cue, content over two paragraphs, a statement inside another, one without a
source, an undated page's interval, a caption, witnesses that differ, pieces left out, and events
that are planned, denied and older than the story.
"""

from readout import (
    Article,
    Attribution,
    Block,
    Drop,
    Evidence,
    Fact,
    Interval,
    Published,
    Reader,
    Reading,
    Span,
    Timex,
)
from readout.records.article import Role
from readout.records.reading import Relay, Speaker
from sample_events import sample_events, sample_sentences

__all__ = ["sample_reading"]

BLOCKS: tuple[tuple[Role, str], ...] = (
    ("headline", "Velmora says the Harrow dam talks will go on"),
    ("dek", "Osten's foreign ministry declines to comment on a date"),
    ("byline", "By Ilse Marn and Tovar Quist"),
    (
        "paragraph",
        (
            "Velmora's water minister, Anselm Dorr, said on Monday that the talks over the Harrow "
            "dam would resume before 20 June."
        ),
    ),
    ("caption", "The Harrow dam, seen from the Osten bank in March 2011."),
    (
        "paragraph",
        "“We will sit down again,” Dorr told reporters in Keld, “because the river does not wait.",
    ),
    ("paragraph", "“And neither do the farmers.”"),
    ("subhead", "A promise and a doubt"),
    (
        "paragraph",
        (
            "An aide to the minister said Osten's envoy had promised that no gate would be closed "
            "this summer."
        ),
    ),
    ("quote", "The gates are ours to close, according to the Osten water board."),
    ("list_item", "The first talks broke down last autumn."),
    ("paragraph", "It was reported that a letter had been sent."),
)
TEXT = "\n\n".join(words for _, words in BLOCKS)


def at(words: str, *, before: str = "") -> Span:
    """Return the one place of `words`, `before` what follows, in the text."""
    assert TEXT.count(words + before) == 1, words
    start = TEXT.index(words + before)
    return Span(start, start + len(words))


def blocks() -> tuple[Block, ...]:
    """Return the blocks with the places they have in the text."""
    return tuple(
        Block(role=role, span=at(words), xpath=f"/html/body/article/*[{n}]")
        for n, (role, words) in enumerate(BLOCKS, 1)
    )


def attributions() -> tuple[Attribution, ...]:
    """Return five statements, the fourth inside the third."""
    return (
        Attribution(
            aid="a1",
            source=(at("Velmora's water minister, Anselm Dorr"),),
            cue=(at("said on Monday"),),
            content=(at("that the talks over the Harrow dam would resume before 20 June"),),
            quote="indirect",
            p=0.94,
            by="encoder",
        ),
        Attribution(
            aid="a2",
            source=(at("Dorr", before=" told"),),
            cue=(at("told reporters"),),
            content=(
                at("“We will sit down again,”"),
                at("“because the river does not wait.\n\n“And neither do the farmers.”"),
            ),
            quote="direct",
            speaker=dorr(),
            relay=(Relay(span=at("reporters"), name="reporters in Keld", kind="outlet"),),
            p=0.88,
            by="encoder",
        ),
        Attribution(
            aid="a3",
            source=(at("An aide to the minister"),),
            cue=(at("said", before=" Osten"),),
            content=(at("Osten's envoy had promised that no gate would be closed this summer"),),
            quote="indirect",
            p=0.71,
            by="encoder",
        ),
        Attribution(
            aid="a4",
            source=(at("Osten's envoy"),),
            cue=(at("promised"),),
            content=(at("that no gate would be closed this summer"),),
            quote="indirect",
            within="a3",
            p=0.66,
            by="encoder",
        ),
        Attribution(
            aid="a5",
            cue=(at("was reported"),),
            content=(at("that a letter had been sent"),),
            quote="indirect",
            p=0.41,
            by="encoder",
        ),
    )


def dorr() -> Speaker:
    """Return the minister, named in full once and by his surname once."""
    return Speaker(
        name="Anselm Dorr",
        mention=at("Anselm Dorr"),
        kind="person",
        role="water minister",
        role_span=at("water minister", before=","),
        mentions=(at("Anselm Dorr"), at("Dorr", before=" told")),
        p=0.95,
        by="rule: name",
    )


def times() -> tuple[Timex, ...]:
    """Return a day, a month, a day without a year and a season left open."""
    monday = Interval(start="2031-06-02", end="2031-06-02")
    june = Interval(start="2031-06-20", end="2031-06-20")
    march = Interval(start="2011-03-01", end="2011-03-31")
    return (
        Timex(
            tid="t1",
            span=at("Monday"),
            type="DATE",
            value="2031-06-02",
            interval=monday,
            anchor="published",
        ),
        Timex(
            tid="t2",
            span=at("before 20 June"),
            type="DATE",
            value="2031-06-20",
            mod="BEFORE",
            interval=june,
            anchor="published",
        ),
        Timex(
            tid="t3",
            span=at("March 2011"),
            type="DATE",
            value="2011-03",
            interval=march,
            anchor="text",
        ),
        Timex(tid="t4", span=at("this summer"), type="DATE", value=""),
    )


def sample_reading() -> Reading:
    """Return the reading of one page of The Keld Courier."""
    evidence = (
        Evidence(
            field="title",
            value=BLOCKS[0][1],
            witness="opengraph",
            where="og:title",
            quote=BLOCKS[0][1],
            believed=True,
        ),
        Evidence(
            field="published",
            value="2031-06-01",
            witness="url",
            where="/2031/06/01/",
            quote="/2031/06/01/",
        ),
        Evidence(
            field="published",
            value="2031-06-03",
            witness="json-ld",
            where="datePublished",
            quote="2031-06-03T07:30:00+02:00",
            believed=True,
        ),
    )
    drops = (
        Drop(kind="navigation", xpath="/html/body/nav", words=42, sample="Home World Rivers"),
        Drop(kind="sign_up", xpath="//form", words=17, sample="Get the Courier by mail"),
        Drop(kind="navigation", xpath="/html/body/div[2]", words=9, sample="More in Rivers"),
    )
    article = Article(
        text=TEXT,
        blocks=blocks(),
        title=Fact(value=BLOCKS[0][1], by="opengraph"),
        outlet=Fact(value="The Keld Courier", by="opengraph"),
        authors=("Ilse Marn", "Tovar Quist"),
        url="https://courier.example/2031/06/01/harrow",
        published=Published(
            value="2031-06-03",
            interval=Interval(start="2031-06-03", end="2031-06-03"),
            by="json-ld",
            agreed=False,
        ),
        evidence=evidence,
        drops=drops,
        address="pages/harrow.html",
        digest="4f" * 32,
    )
    return Reading(
        article=article,
        sentences=sample_sentences(TEXT),
        times=times(),
        attributions=attributions(),
        events=sample_events(TEXT),
        reader=Reader(version="0.1.0", model="c0ffee"),
    )
