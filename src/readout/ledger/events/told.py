"""A report and what is known of its page in, what judging looks at of it out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from readout.ledger.events.deeds import kin, kinds_of
from readout.ledger.stories.stems import stem, words_of
from readout.ledger.stories.vectors import rarity
from readout.records.entries import Report, ReportParty
from readout.records.event import EventType, Status

__all__ = ["Side", "Told", "deeds_of", "side_of", "tell_report", "weigh_around"]

_LIGHT = frozenset(
    kin(word)
    for word in (
        *("be", "have", "do", "make", "take", "give", "hold", "get", "go", "come"),
        *("keep", "put", "set", "carry", "conduct"),
    )
)
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = {word: str(number) for number, word in enumerate(_SMALL, start=1)}


@dataclass(frozen=True, slots=True)
class Side:
    """One actor or recipient."""

    name: str
    stems: frozenset[str]
    """Of its words that tell something."""
    named: bool
    """Whether the words name somebody, and not "both sides" or "the two men"."""
    country: str | None = None
    organisation: str | None = None
    state: bool = False
    """Whether it stands for its state as a whole."""
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """One report as judging sees it."""

    report_id: str
    page: str
    """Reports of one page are told apart by its reader."""
    story: str | None = None
    type: EventType | None = None
    mode: str | None = None
    status: Status | None = None
    background: bool = False
    deeds: frozenset[str] = frozenset()
    """What the trigger's words share with their kin."""
    kinds: frozenset[str] = frozenset()
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    start: str | None = None
    end: str | None = None
    place: str | None = None
    place_country: str | None = None
    around: Mapping[str, float] | None = None
    """The weights of the words of its sentence, of length one, without the trigger's."""
    published: str | None = None


def tell_report(
    report: Report, *, page: str, story: str | None = None, published: str | None = None
) -> Told:
    """Return what judging looks at; `page` is the document's id, `published` its day."""
    trigger = words_of(report.trigger)
    return Told(
        report_id=report.report_id,
        page=page,
        story=story,
        type=report.type,
        mode=report.mode,
        status=report.status,
        background=report.background,
        deeds=deeds_of(trigger),
        kinds=frozenset(kind for word in trigger for kind in kinds_of(word)),
        actors=tuple(_side(one) for one in report.parties if one.side == "actor"),
        recipients=tuple(_side(one) for one in report.parties if one.side == "recipient"),
        start=report.start[:10] if report.start else None,
        end=report.end[:10] if report.end else None,
        place=report.place,
        place_country=report.place_country,
        around=weigh_around(words_of(report.sentence), trigger),
        published=published[:10] if published else None,
    )


def deeds_of(trigger: Sequence[str]) -> frozenset[str]:
    """Return the kin of the trigger's words, without verbs that say nothing by themselves."""
    told = {kin(word): rarity(stem(word)) for word in trigger}
    heavy = {one for one, weight in told.items() if one not in _LIGHT and weight > 0}
    return frozenset(heavy or told)


def weigh_around(words: Sequence[str], trigger: Collection[str]) -> dict[str, float]:
    """Return the weight of each stem of the words, of length one together."""
    own = {stem(word) for word in trigger}
    weights = {one: rarity(one) for one in sorted({stem(word) for word in words} - own)}
    length = sum(weight * weight for weight in weights.values()) ** 0.5
    return {one: weight / length for one, weight in weights.items() if weight}


def side_of(name: str) -> Side:
    """Return the side that the words alone tell."""
    words = words_of(name)
    numbers = {_COUNTED.get(word.lower(), word) for word in words}
    return Side(
        name=name,
        stems=frozenset(stem(word) for word in words if rarity(stem(word))),
        named=any(word[0].isupper() for word in words[1:]) or name[:1].isupper(),
        numbers=frozenset(word for word in numbers if word[0].isdigit()),
    )


def _side(party: ReportParty) -> Side:
    told = side_of(party.name)
    return Side(
        name=told.name,
        stems=told.stems,
        named=told.named or bool(party.country or party.organisation),
        country=party.country,
        organisation=party.organisation,
        state=party.role is None and (not party.sectors or party.sectors[0] == "GOV"),
        numbers=told.numbers,
    )
