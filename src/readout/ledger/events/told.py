"""A report and what is known of its page in, what judging looks at of it out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from readout.ledger.events.deeds import is_speech, kin, kinds_of
from readout.ledger.stories.stems import stem, words_of
from readout.ledger.stories.vectors import rarity
from readout.records.entries import Report, ReportParty
from readout.records.event import EventType, Status

__all__ = [
    "Side",
    "Told",
    "deeds_of",
    "is_called_off",
    "is_kept",
    "side_of",
    "tell_report",
    "weigh_around",
]

_LIGHT = frozenset(
    kin(word)
    for word in (
        *("be", "have", "do", "make", "take", "give", "hold", "get", "go", "come"),
        *("keep", "put", "set", "carry", "conduct"),
    )
)
_MEETINGS = frozenset({"AGREE", "CONSULT", "REJECT"})
_MEET = frozenset({"meet", "visit"})
"""Who visits meets: kinds of deed that are one where the two are to meet."""
_VISIT, _TALK = "visit", "talk"
_PRONOUNS = frozenset({"I", "We", "You", "He", "She", "It", "They", "This", "That", "Who"})
_SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
"""Types of which an event can be done by saying alone."""
_CALLED_OFF = "cancel"
_LONG = 4  # letters of a word that is not "of" or "the"
_NEAR = 8  # words between "postponed" and what is
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
    proper: bool = False
    """Whether they are a name, and not "the Danish captain"."""
    many: bool = False
    """Whether they are several who are not named: "both leaders", "the ministers"."""
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
    speech: bool = False
    """Whether the deed is done by saying."""


def tell_report(
    report: Report,
    *,
    page: str,
    story: str | None = None,
    published: str | None = None,
    called: Mapping[str, str] = MappingProxyType({}),
) -> Told:
    """Return what judging looks at; `page` is the document's id, `published` its day.

    `called` gives the names of those whom the page calls otherwise: "the minister", "Mr Vane".
    """
    trigger = _trigger(report)
    deeds, kinds = _deeds(report, trigger)
    sides = [(one.side, _side(one, called.get(one.name))) for one in report.parties]
    return Told(
        report_id=report.report_id,
        page=page,
        story=story,
        type=report.type,
        mode=report.mode,
        status="cancelled" if is_called_off(report) else report.status,
        background=report.background,
        deeds=deeds,
        kinds=kinds,
        actors=tuple(side for part, side in sides if part == "actor"),
        recipients=tuple(side for part, side in sides if part == "recipient"),
        start=report.start[:10] if report.start else None,
        end=report.end[:10] if report.end else None,
        place=report.place,
        place_country=report.place_country,
        around=weigh_around(words_of(report.sentence), trigger),
        published=published[:10] if published else None,
        speech=report.type in _SPEECH and any(is_speech(word) for word in trigger),
    )


def _trigger(report: Report) -> list[str]:
    """Return the trigger's words, "put off" as one."""
    words = words_of(report.trigger)
    joined = "-".join(words).casefold()
    return [joined, *words] if len(words) > 1 and kinds_of(joined) else words


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


def is_called_off(report: Report) -> bool:
    """Say whether the deed is to call off a meeting: the day of that is not the meeting's."""
    done = report.type in _MEETINGS and report.status in {"occurred", "ongoing"}
    return done and any(_CALLED_OFF in kinds_of(word) for word in _trigger(report))


def is_kept(report: Report) -> bool:
    """Say whether a meeting is told not to be called off: that denies nothing of it."""
    calls_off = any(_CALLED_OFF in kinds_of(word) for word in _trigger(report))
    return report.type in _MEETINGS and report.status == "denied" and calls_off


def side_of(name: str) -> Side:
    """Return the side that the words alone tell."""
    words = words_of(name)
    numbers = {_COUNTED.get(word.lower(), word) for word in words}
    named = any(word[0].isupper() for word in words[1:]) or name[:1].isupper()
    named = named and name not in _PRONOUNS
    return Side(
        name=name,
        many=not named and bool(words) and words[-1].endswith("s"),
        stems=frozenset(stem(word) for word in words if rarity(stem(word))),
        named=named,
        proper=named and all(word[0].isupper() for word in words if len(word) >= _LONG),
        numbers=frozenset(word for word in numbers if word[0].isdigit()),
    )


def _deeds(report: Report, trigger: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the deeds and their kinds; of what is put off, also what was to be."""
    deeds = deeds_of(trigger)
    kinds = {kind for word in trigger for kind in kinds_of(word)}
    if report.type not in _MEETINGS:
        return deeds, frozenset(kinds)
    if _CALLED_OFF in kinds:
        after = words_of(report.sentence[report.trigger_span.end - report.sentence_span.start :])
        planned = next((word for word in after[:_NEAR] if kinds_of(word) & _MEET), None)
        if planned is not None:
            deeds |= deeds_of([planned])
            kinds |= kinds_of(planned)
    meets = kinds & _MEET and _TALK not in kinds
    return deeds, frozenset(kinds | {_VISIT} if meets else kinds)


def _side(party: ReportParty, called: str | None) -> Side:
    told = side_of(party.name)
    known = side_of(called) if called else told
    return Side(
        name=told.name,
        many=told.many,
        stems=told.stems | known.stems,
        proper=told.proper or known.proper,
        named=told.named or known.named or bool(party.country or party.organisation),
        country=party.country,
        organisation=party.organisation,
        state=party.role is None and (not party.sectors or party.sectors[0] == "GOV"),
        numbers=told.numbers,
    )
