"""Pages of a small invented world, read ready: they share names, offices, stories, words, versions.

Chance draws them, so that all that is judged across pages occurs: homonyms, surnames alone, offices
that pass on, spokeswomen, reprints, stories that grow together, events told and denied.
"""

from hashlib import sha256
from random import Random

from benchmarks.invented import READER
from ledgers import answer_of
from readout import Reading
from readout.records.article import Article, Block, Fact, Published
from readout.records.entries import Answer
from readout.records.event import Actor, Event, EventMention, EventTime, EventType, Status, Voice
from readout.records.page import Page
from readout.records.reading import Act, Attribution, Sentence, Speaker
from readout.records.text import Span
from readout.records.time import Interval

__all__ = ["told_pages"]

_LEADS = (
    (
        "The trawler Halvard ran aground off Skarvik on Monday night with eleven men aboard, and "
        "the coastguard towed it into the harbour of Tarnes as the storm grew over the islands."
    ),
    (
        "Inspectors closed the Brenna smelter after mercury was found in the river Ulva, where "
        "anglers had complained of dead trout and the mayor had asked for tests of the water."
    ),
    (
        "The embassy in Karsholm burned through the night after a rocket struck its chancery, and "
        "the ambassador left the city by helicopter with the archive and nine of her clerks."
    ),
    (
        "Negotiators in Lindau signed a truce over the strait of Marre that lets grain ships pass "
        "by day, under the eyes of observers whom both fleets accepted after a month of talks."
    ),
)
_WORDS = (
    *("harbour", "trout", "rocket", "grain", "archive", "smelter"),
    *("trawler", "storm", "river", "truce", "clerk", "fleet"),
)
_SPEAKERS = (
    ("Jon Falk", "foreign minister", "NOR"),
    ("J. Falk", None, None),
    ("Falk", None, "NOR"),
    ("Jane Falk", "lawyer", "SWE"),
    ("Falk", "foreign minister", None),
    ("Marta Lindqvist", "foreign minister", "NOR"),
    ("the foreign minister", None, "NOR"),
    ("Falk's spokeswoman", "Falk's spokeswoman", None),
    ("Ada Brekke", "Lindqvist's spokeswoman", None),
    ("the Kremlin", None, "RUS"),
    ("Georgia", None, None),
    ("Brenna Metals", None, None),
    ("an official", None, "SWE"),
)
_PARTIES = (
    ("Norway", "NOR", "GOV"),
    ("Russia", "RUS", "GOV"),
    ("Jon Falk", None, "GOV"),
    ("Falk", "NOR", "GOV"),
    ("Ada Brekke", None, "GOV"),
    ("Brenna Metals", None, "BUS"),
    ("Georgia", "GEO", "GOV"),
    ("two officials", None, None),
)
_DEEDS: tuple[tuple[str, EventType], ...] = (
    ("expelled", "SANCTION"),
    ("met", "CONSULT"),
    ("attacked", "ASSAULT"),
    ("expulsion of", "SANCTION"),
    ("denied", "REJECT"),
)
_STATUSES: tuple[Status, ...] = ("occurred", "planned", "denied", "proposed", "occurred")
_ACTS: tuple[Act, ...] = ("assert", "confirm", "deny", "decline")
_CUES = {"assert": "said", "confirm": "confirmed", "deny": "denied", "decline": "declined"}
_DAYS = ("2031-03-01", "2031-03-02", "2031-03-20", "2031-05-11", "2031-06-30", None)


def told_pages(seed: int, count: int) -> list[Answer]:
    """Return the answers of so many pages; the same seed gives the same pages."""
    chance = Random(seed)
    return [_answer(chance, number) for number in range(count)]


def _answer(chance: Random, number: int) -> Answer:
    text, said, told = _told(chance)
    outlet = f"Outlet {chance.randrange(6)}"
    day = chance.choice(_DAYS)
    # A few addresses come again with other words: versions of one document.
    at = chance.randrange(number + 1) if chance.random() < 0.2 else number
    url = f"https://outlet.example/{at}"
    body = f"{text}{number if chance.random() < 0.9 else ''}".encode()
    digest = sha256(body).hexdigest()
    interval = Interval(start=day, end=day) if day else None
    article = Article(
        text=text,
        blocks=(Block(role="paragraph", span=Span(0, len(text)), xpath="/html/body/p"),),
        title=Fact(value=text[:40], by="opengraph"),
        outlet=Fact(value=outlet, by="opengraph"),
        url=url,
        published=Published(value=day, interval=interval, by="json-ld" if day else ""),
        digest=digest,
        address=f"pages/{number}.html",
    )
    reading = Reading(
        article=article,
        sentences=(Sentence(span=Span(0, len(text)), tokens=()),),
        times=(),
        attributions=tuple(_attribution(n, one) for n, one in enumerate(said, 1)),
        events=tuple(_event(n, day, one) for n, one in enumerate(told, 1)),
        reader=READER,
    )
    page = Page(body=body, digest=digest, address=article.address, url=url)
    return answer_of(page, reading)


_Said = tuple[Span, Span, Span, Speaker, Act]
_Told = tuple[Span, Actor, Actor, EventType, Status, str | None]


def _told(chance: Random) -> tuple[str, list[_Said], list[_Told]]:
    """Return a page's words, with what is said and what is told in them, and where."""
    lead = chance.choice(_LEADS)
    words = [lead, lead if chance.random() < 0.2 else chance.choice(_LEADS[:2])]
    words += [" ".join(chance.choices(_WORDS, k=9)) + "." for _ in range(chance.randrange(3))]
    text = "\n\n".join(words)
    said: list[_Said] = []
    told: list[_Told] = []
    for _ in range(chance.randrange(1, 4)):
        text += "\n\n"
        if chance.random() < 0.5:
            text, one = _saying(chance, text)
            said.append(one)
            if chance.random() < 0.5:
                text, deed = _deed(chance, f"{text} ", f"a{len(said)}")
                told.append(deed)
        else:
            text, deed = _deed(chance, text, None)
            told.append(deed)
    return text, said, told


def _saying(chance: Random, text: str) -> tuple[str, _Said]:
    name, role, country = chance.choice(_SPEAKERS)
    act = chance.choice(_ACTS)
    text, source = _put(text, name)
    text, cue = _put(f"{text} ", _CUES[act])
    words = " ".join(chance.choices(_WORDS[:6], k=chance.choice((3, 5))))
    text, content = _put(f"{text} ", chance.choice((f"the {words}", "the expulsion of two men")))
    speaker = Speaker(
        name=name,
        mention=source,
        kind="person" if name[:1].isupper() else "unnamed",
        role=role,
        country=country,
        mentions=(source,),
        p=0.9,
        by="rule",
    )
    return f"{text}.", (source, cue, content, speaker, act)


def _deed(chance: Random, text: str, voice: str | None) -> tuple[str, _Told]:
    (one, *of_one), (other, *of_other) = chance.sample(_PARTIES, 2)
    trigger, kind = chance.choice(_DEEDS)
    text, first = _put(text, one)
    text, word = _put(f"{text} ", trigger)
    text, second = _put(f"{text} ", other)
    actor, recipient = (
        Actor(name=name, span=span, country=land, sectors=(code,) if code else (), by="rule")
        for name, span, (land, code) in ((one, first, of_one), (other, second, of_other))
    )
    text += f" over {chance.choice(_WORDS)}."
    return text, (word, actor, recipient, kind, chance.choice(_STATUSES), voice)


def _put(text: str, words: str) -> tuple[str, Span]:
    return text + words, Span(len(text), len(text) + len(words))


def _attribution(n: int, said: _Said) -> Attribution:
    source, cue, content, speaker, act = said
    return Attribution(
        aid=f"a{n}",
        source=(source,),
        cue=(cue,),
        content=(content,),
        quote="direct",
        act=act,
        speaker=speaker,
        p=0.9,
        by="rule",
    )


def _event(n: int, day: str | None, told: _Told) -> Event:
    trigger, actor, recipient, kind, status, voice = told
    time = EventTime(value=day, interval=Interval(start=day, end=day), by="rule") if day else None
    mention = EventMention(
        trigger=trigger,
        type=kind,
        actors=(actor,),
        recipients=(recipient,),
        time=time,
        status=status,
        status_p=0.8,
        status_by="rule",
        p=0.9,
    )
    return Event(
        eid=f"e{n}",
        type=kind,
        actors=(actor,),
        recipients=(recipient,),
        time=time,
        status=status,
        status_p=0.8,
        voice=Voice(aid=voice),
        mentions=(mention,),
        p=0.9,
        by="rule",
    )
