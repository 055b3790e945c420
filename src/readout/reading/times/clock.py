"""Rules for times of day: "10 p.m. Wednesday", "noon", "Monday night" in, drafts out."""

import re

from readout.reading.times.draft import Draft, Rule, Which
from readout.reading.times.words import DAYPARTS, GAP, NUMBERS, WEEKDAYS, ZONES, one_of

__all__ = ["CLOCK_RULES"]

_HOURS, _NOON = 24, 12
_ZONE = rf"(?:{GAP}?\(?(?P<zone>{one_of(ZONES)})\)?(?![a-z]))?"
_CLOCK = re.compile(
    rf"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?)?{GAP}?"
    rf"(?P<half>[ap]\.m\.?|[ap]m)(?![a-z]){_ZONE}"
)
_PLAIN = re.compile(rf"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?!\d|:|\.\d){_ZONE}")
_MILITARY = re.compile(
    rf"(?P<hour>\d\d)(?P<minute>\d\d){GAP}(?:hours{GAP})?(?P<zone>gmt|utc)(?![a-z])"
)
_O_CLOCK = re.compile(rf"(?P<hour>\d\d?|{one_of(NUMBERS)}){GAP}?o['’]clock(?![a-z])")
_NAMED = re.compile(r"(?P<name>noon|midday|midnight)(?![a-z-])")
_NAMES = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def _timed(match: re.Match[str], clock: str, zone: str | None = None) -> list[Draft]:
    offset = ZONES.get(re.sub(r"\s+", " ", zone), "") if zone else ""
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="clock",
            type="TIME",
            clock=clock,
            zone=offset,
        )
    ]


def _clock(match: re.Match[str], _text: str) -> list[Draft]:
    """10 p.m., 10:30 a.m. EST."""
    hour, minute = int(match["hour"]), match["minute"] or "00"
    if not (1 <= hour <= _NOON and int(minute) < 60):  # noqa: PLR2004 -- minutes of an hour
        return []
    hour = hour % _NOON + (_NOON if match["half"].startswith("p") else 0)
    return _timed(match, f"{hour:02d}:{minute}" + _seconds(match), match["zone"])


def _plain(match: re.Match[str], _text: str) -> list[Draft]:
    """14:30, 14:30 GMT."""
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour >= _HOURS or minute >= 60:  # noqa: PLR2004 -- minutes of an hour
        return []
    zone = match["zone"]
    seconds = _seconds(match) if "second" in match.re.groupindex else ""
    return _timed(match, f"{hour:02d}:{minute:02d}" + seconds, zone)


def _seconds(match: re.Match[str]) -> str:
    second = match["second"]
    return f":{second}" if second and int(second) < 60 else ""  # noqa: PLR2004


def _o_clock(match: re.Match[str], _text: str) -> list[Draft]:
    """Ten o'clock: morning or evening is not said, so the hour alone is kept."""
    found = match["hour"]
    hour = int(found) if found.isdigit() else NUMBERS[found]
    return _timed(match, f"{hour:02d}:00") if 1 <= hour <= _HOURS else []


def _named(match: re.Match[str], _text: str) -> list[Draft]:
    return _timed(match, _NAMES[match["name"]])


_PART = one_of(DAYPARTS)
_DAY_WORDS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WHICH: dict[str, Which] = {
    "last": "last",
    "past": "last",
    "this": "this",
    "next": "next",
    "coming": "next",
}


def _weekday(match: re.Match[str], text: str) -> list[Draft]:
    """Monday, last Friday, Sunday night, this Thursday."""
    name, which, part = match["name"], match["which"], match["part"]
    place = match.start("name")
    if not text[place].isupper() or (len(name) < len("friday") and not _is_short(match, text)):
        return []
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="weekday",
            number=WEEKDAYS[name],
            which=_which(which),
            type="TIME" if part else "DATE",
            clock=DAYPARTS[part][1:] if part else "",
        )
    ]


def _which(word: str | None) -> Which:
    return _WHICH.get(word or "", "")


def _is_short(match: re.Match[str], text: str) -> bool:
    """Take "Mon." and "Tue," for days, not "Sun" or "Fri"."""
    return text[match.end("name") : match.end("name") + 1] == "." and match["name"] not in {
        "sun",
        "sat",
        "wed",
    }


def _today(match: re.Match[str], _text: str) -> list[Draft]:
    """Yesterday, today, tomorrow morning."""
    part = match["part"]
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="shift",
            unit="day",
            grain="day",
            count=_DAY_WORDS[match["name"]],
            type="TIME" if part else "DATE",
            clock=DAYPARTS[part][1:] if part else "",
        )
    ]


def _this_part(match: re.Match[str], _text: str) -> list[Draft]:
    """Tonight, this morning, last night, that evening."""
    word = match["which"]
    part = "NI" if match["tonight"] else DAYPARTS[match["part"]][1:]
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="shift",
            unit="day",
            grain="day",
            type="TIME",
            count=-1 if word == "last" else 0,
            clock=part,
            narrative=word in {"that", "the same"},
        )
    ]


CLOCK_RULES = (
    Rule(frozenset({"0"}), _CLOCK, _clock),
    Rule(frozenset({"0"}), _PLAIN, _plain),
    Rule(frozenset({"0"}), _MILITARY, _plain),
    Rule(frozenset({"0"}) | frozenset(NUMBERS), _O_CLOCK, _o_clock),
    Rule(frozenset(_NAMES), _NAMED, _named),
    Rule(
        frozenset(WEEKDAYS) | frozenset(_WHICH),
        re.compile(
            rf"(?:(?P<which>{one_of(_WHICH)}){GAP})?(?P<name>{one_of(WEEKDAYS)})(?![a-z])"
            rf"(?:{GAP}(?P<part>{_PART})(?![a-z]))?"
        ),
        _weekday,
    ),
    Rule(
        frozenset(_DAY_WORDS),
        re.compile(rf"(?P<name>{one_of(_DAY_WORDS)})(?![a-z])(?:{GAP}(?P<part>{_PART})(?![a-z]))?"),
        _today,
    ),
    Rule(
        frozenset({"tonight", "this", "last", "that"}),
        re.compile(
            rf"(?P<tonight>tonight)(?![a-z])|(?P<which>this|last|that){GAP}(?P<part>{_PART})(?![a-z])"
        ),
        _this_part,
    ),
)
