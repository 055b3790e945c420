"""A number in, the page of that number and its ready reading out, made of invented words.

The same number gives the same page. A page has the measure of a news page: some 550 words, a
dozen statements, eight events and thirty kilobytes of mark-up.
"""

from collections.abc import Sequence
from hashlib import sha256
from itertools import product
from random import Random
from typing import get_args

from readout.records.article import Article, Block, Fact, Published
from readout.records.event import Actor, Event, EventMention, EventTime, EventType, Status, Voice
from readout.records.page import Page
from readout.records.reading import Act, Attribution, Reader, Reading, Sentence, Speaker
from readout.records.text import Span
from readout.records.time import Interval

__all__ = ["READER", "invented"]

READER = Reader(version="0.1.0", model="invented")
_WORDS = ["".join(part) for part in product(("ka", "lo", "mir", "te", "sun"), repeat=3)]
_NAMES = [f"{first}{last}".title() for first, last in product(("ar", "bel", "cor"), _WORDS)]
_COUNTRIES = ("VLM", "OST", "KLD", "HRW", "TRN")
_SENTENCES, _LENGTH, _SAID, _EVENTS = 26, 21, 12, 8
_BLOCK = '<div class="block-{n} wide"><a href="/section/{n}" rel="nofollow">{words}</a></div>\n'
_BLOCKS = 220


def invented(number: int) -> tuple[Page, Reading]:
    """Return a page and its reading; the words are invented, the measures are those of news."""
    chance = Random(number)
    sentences = [_sentence(chance) for _ in range(_SENTENCES)]
    text = "\n\n".join(sentences)
    spans = _spans(sentences)
    body = _page(text, chance).encode()
    digest = sha256(body).hexdigest()
    day = f"2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    url = f"https://outlet{number % 50}.example/{day}/{number}"
    article = Article(
        text=text,
        blocks=tuple(
            Block(role="paragraph", span=span, xpath=f"/html/body/article/p[{n}]")
            for n, span in enumerate(spans, 1)
        ),
        title=Fact(value=sentences[0][:60], by="opengraph"),
        outlet=Fact(value=f"Outlet {number % 50}", by="opengraph"),
        url=url,
        published=Published(value=day, interval=Interval(start=day, end=day), by="json-ld"),
        digest=digest,
        address=f"pages/{number}.html",
    )
    reading = Reading(
        article=article,
        sentences=tuple(Sentence(span=span, tokens=()) for span in spans),
        times=(),
        attributions=tuple(
            _attribution(n, span, text, chance) for n, span in enumerate(spans[:_SAID], 1)
        ),
        events=tuple(
            _event(n, span, text, chance, day) for n, span in enumerate(spans[-_EVENTS:], 1)
        ),
        reader=READER,
    )
    return Page(body=body, digest=digest, address=article.address, url=url), reading


def _sentence(chance: Random) -> str:
    names = " ".join(chance.sample(_NAMES, 2))
    return f"{names} {' '.join(chance.choices(_WORDS, k=_LENGTH - 2))}."


def _spans(sentences: Sequence[str]) -> list[Span]:
    at, spans = 0, list[Span]()
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 2
    return spans


def _page(text: str, chance: Random) -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    around = "".join(
        _BLOCK.format(n=n, words=" ".join(chance.choices(_WORDS, k=4))) for n in range(_BLOCKS)
    )
    return f"<html><body><article>{paragraphs}</article>{around}</body></html>"


def _cut(span: Span, text: str) -> tuple[Span, Span, Span]:
    """Return the first two words of a sentence, the third, and the others."""
    first = text.index(" ", span.start)
    second = text.index(" ", first + 1)
    third = text.index(" ", second + 1)
    return Span(span.start, second), Span(second + 1, third), Span(third + 1, span.end - 1)


def _attribution(n: int, span: Span, text: str, chance: Random) -> Attribution:
    source, cue, content = _cut(span, text)
    speaker = Speaker(
        name=source.of(text),
        mention=source,
        kind="person",
        role="minister",
        country=chance.choice(_COUNTRIES),
        mentions=(source,),
        p=0.9,
        by="rule: name",
    )
    return Attribution(
        aid=f"a{n}",
        source=(source,),
        cue=(cue,),
        content=(content,),
        quote="indirect",
        act=chance.choice(get_args(Act)),
        speaker=speaker,
        p=round(chance.random(), 4),
        by="invented",
    )


def _event(n: int, span: Span, text: str, chance: Random, day: str) -> Event:
    who, trigger, _ = _cut(span, text)
    first, second = who.of(text).split(" ")
    half = Span(who.start, who.start + len(first)), Span(who.end - len(second), who.end)
    actors, recipients = (
        (Actor(name=place.of(text), span=place, country=country, sectors=("GOV",), by="invented"),)
        for place, country in zip(half, chance.sample(_COUNTRIES, 2), strict=True)
    )
    time = EventTime(value=day, interval=Interval(start=day, end=day), by="invented")
    kind, status = chance.choice(get_args(EventType)), chance.choice(get_args(Status))
    mention = EventMention(
        trigger=trigger,
        type=kind,
        actors=actors,
        recipients=recipients,
        time=time,
        status=status,
        status_p=0.8,
        status_by="invented",
        p=0.9,
    )
    return Event(
        eid=f"e{n}",
        type=kind,
        actors=actors,
        recipients=recipients,
        time=time,
        status=status,
        status_p=0.8,
        voice=Voice(),
        mentions=(mention,),
        p=round(chance.random(), 4),
        by="invented",
    )
