"""Rules for times told from another time: "last month", "two weeks ago" in, drafts out."""

import re

from readout.reading.times.draft import Draft, Rule
from readout.reading.times.durations import NUMBER, UNIT, length, vague_length
from readout.reading.times.words import GAP, MONTHS, NUMBERS, REFERENCES, SEASONS, UNITS, number_of, one_of

__all__ = ["RELATIVE_RULES"]

_WHICH = {
    "last": ("last", -1), "past": ("last", -1), "this": ("this", 0), "next": ("next", 1),
    "coming": ("next", 1), "current": ("this", 0), "this past": ("last", -1), "this coming": ("next", 1),
    "latest": ("last", -1), "most recent": ("last", -1), "present": ("this", 0),
}
_NARRATIVE = {
    "that": 0, "that same": 0, "same": 0, "previous": -1, "following": 1, "preceding": -1, "prior": -1,
    "year-ago": -1, "year-earlier": -1,
}
_CALENDAR_UNITS = "day|week|month|quarter|year|decade|century|period"
_AFTER_AGO = {"ago": -1, "earlier": -1, "later": 1, "hence": 1, "from now": 1, "from today": 1, "before": -1}
_AGO_GRAINS = {"weekend": "week", "hour": "", "minute": "", "second": "", "week": "day"}


def _shifted(
    match: re.Match[str], unit: str, count: int, *, narrative: bool = False, grain: str = ""
) -> Draft:
    return Draft(
        start=match.start(), end=match.end(), kind="shift", unit=unit, grain=grain or unit,
        count=count, narrative=narrative,
    )


def _last(match: re.Match[str], text: str) -> list[Draft]:
    """Last month, next year, this week, the current quarter."""
    word = re.sub(r"\s+", " ", match["which"])
    unit = match["unit"]
    if text[match.start("unit")].isupper():
        return []  # This Week, Next Month: a programme's or a magazine's name
    if word in {"latest", "most recent"}:
        return [_latest(match, unit)] if unit in {"quarter", "period"} else []
    if unit == "period":
        return []
    if unit in {"decade", "century"} and word in {"past", "last", "next", "coming"} and word != "last":
        value = length(1, unit)
        return [Draft(start=match.start(), end=match.end(), kind="fixed", type="DURATION", value=value, article=True)]
    draft = _shifted(match, unit, _WHICH[word][1])
    return [_with_article(draft, word not in {"last", "this", "next"} or _has_the(text, match.start()))]


def _latest(match: re.Match[str], unit: str) -> Draft:
    """The latest quarter: the one the text speaks of, else the last that is over."""
    return Draft(
        start=match.start(), end=match.end(), kind="shift", unit="quarter", grain="quarter", count=-1,
        spoken=True, article=True,
    )


def _has_the(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower().strip() == "the"


def _with_article(draft: Draft, article: bool) -> Draft:  # noqa: FBT001 -- one flag, one caller
    return Draft(
        start=draft.start, end=draft.end, kind=draft.kind, type=draft.type, value=draft.value,
        unit=draft.unit, grain=draft.grain, count=draft.count, narrative=draft.narrative,
        which=draft.which, clock=draft.clock, year=draft.year, article=article,
    )


def _last_name(match: re.Match[str], text: str) -> list[Draft]:
    """Last May, this summer, next spring."""
    which = _WHICH[match["which"]][0]
    name = match["name"]
    if name in MONTHS and not text[match.start("name")].isupper():
        return []
    value = f"{MONTHS[name]:02d}" if name in MONTHS else SEASONS[name]
    return [Draft(start=match.start(), end=match.end(), kind="part", value=value, which=which)]


def _that(match: re.Match[str], text: str) -> list[Draft]:
    """That year, the previous day, the same month, the year-ago quarter."""
    word = re.sub(r"\s+", " ", match["which"])
    unit = match["unit"]
    if word.startswith("year-"):
        unit = "quarter" if unit in {"quarter", "period"} else unit
        draft = Draft(
            start=match.start(), end=match.end(), kind="shift", unit="year", count=-1,
            grain="" if unit in {"quarter", "period"} else unit, spoken=True, article=True,
        )
        return [draft]
    if unit == "period":
        return []
    if word == "same" and not _has_the(text, match.start()):
        return []
    return [_with_article(_shifted(match, unit, _NARRATIVE[word], narrative=True), not word.startswith("that"))]


def _several(match: re.Match[str], text: str) -> list[Draft]:
    """The past three months, the next few days, the first nine months, recent weeks."""
    unit = UNITS[match["unit"]]
    if match["number"]:
        count = number_of(match["number"])
    else:
        count = 2 if match["couple"] else None
    plural = match["unit"].endswith("s")
    if count is None and not plural and not match["couple"]:
        return []
    if match["which"] in {"first", "final"} and not match["number"]:
        return []
    value = vague_length(unit) if count is None else length(count, unit)
    return [
        Draft(start=match.start(), end=match.end(), kind="fixed", type="DURATION", value=value, article=True)
    ]


def _ago(match: re.Match[str], _text: str) -> list[Draft]:
    """Two weeks ago, a year earlier, three days later; "several years ago" is only past."""
    unit, way = UNITS[match["unit"]], re.sub(r"\s+", " ", match["way"])
    sign = _AFTER_AGO[way]
    words = match["number"] or match["vague"] or "a"
    count = number_of(words) if "few" not in words else None
    if match["vague"] and "couple" not in words:
        count = None
    narrative = way in {"earlier", "later", "before"}
    if count is None and narrative:
        value = vague_length(unit)
        return [Draft(start=match.start(), end=match.end(), kind="fixed", type="DURATION", value=value)]
    if count is None:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return [Draft(start=match.start(), end=match.end(), kind="fixed", value=value)]
    if count != int(count) or unit in {"hour", "minute", "second"} or count > 9999:  # noqa: PLR2004
        return [Draft(start=match.start(), end=match.end(), kind="fixed", type="DURATION", value=length(count, unit))]
    if count == 1 and unit == "year" and sign < 0:
        return _year_ago(match, _text)
    if unit in {"decade", "century"}:
        count, unit = count * (10 if unit == "decade" else 100), "year"
    return [_shifted(match, unit, sign * int(count), narrative=narrative, grain=_AGO_GRAINS.get(unit, unit))]


def _year_ago(match: re.Match[str], _text: str) -> list[Draft]:
    """Year-ago, year-earlier, a year ago: of the unit the text speaks of."""
    return [
        Draft(
            start=match.start(), end=match.end(), kind="shift", unit="year", grain="", count=-1,
            spoken=True,
        )
    ]


def _the_unit(match: re.Match[str], _text: str) -> list[Draft]:
    """The quarter: the one the text speaks of, else the last that is over."""
    return [_latest(match, match["unit"])]


def _weekend(match: re.Match[str], _text: str) -> list[Draft]:
    """The weekend, this weekend, last weekend."""
    return [
        Draft(
            start=match.start(), end=match.end(), kind="weekend",
            which="" if match["which"] == "the" else _WHICH[match["which"]][0],
        )
    ]


def _within(match: re.Match[str], _text: str) -> list[Draft]:
    """The full year."""
    return [_shifted(match, match["unit"], 0)]


def _edge(match: re.Match[str], _text: str) -> list[Draft]:
    """The end of the month, earlier in the year."""
    return [
        Draft(
            start=match.start(), end=match.end(), kind="shift", unit=match["unit"], grain=match["unit"],
            mod="END" if match["end"] else "MID" if match["mid"] else "START", article=True,
        )
    ]


def _around_today(match: re.Match[str], _text: str) -> list[Draft]:
    """The day before yesterday, the day after tomorrow."""
    return [_shifted(match, "day", -2 if match["way"] == "before" else 2)]


def _day_before(match: re.Match[str], _text: str) -> list[Draft]:
    """The day before, the day after, at the end of a clause."""
    return [_shifted(match, match["unit"], -1 if match["way"] == "before" else 1, narrative=True)]


def _year_end(match: re.Match[str], _text: str) -> list[Draft]:
    """Year-end, year's end."""
    return [
        Draft(
            start=match.start(), end=match.end(), kind="shift", unit="year", grain="year", mod="END",
        )
    ]


def _reference(match: re.Match[str], _text: str) -> list[Draft]:
    """Now, recently, the future."""
    words = re.sub(r"\s+", " ", match["word"])
    return [Draft(start=match.start(), end=match.end(), kind="fixed", value=REFERENCES[words])]


_ADJECTIVES = {"current": "PRESENT_REF", "recent": "PAST_REF"}


def _adjective(match: re.Match[str], _text: str) -> list[Draft]:
    """Current, recent."""
    return [Draft(start=match.start(), end=match.end(), kind="fixed", value=_ADJECTIVES[match["word"]])]


_FIRST_WORDS = frozenset(word.split()[0] for word in REFERENCES)
_NAMES = one_of([*MONTHS, *SEASONS])

RELATIVE_RULES = (
    Rule(
        frozenset({"last", "past", "this", "next", "coming", "current", "latest", "most", "present"}),
        re.compile(rf"(?P<which>{one_of(_WHICH)}){GAP}(?:fiscal{GAP})?(?P<unit>{_CALENDAR_UNITS})(?![a-z-])"),
        _last,
    ),
    Rule(
        frozenset({"last", "past", "this", "next", "coming"}),
        re.compile(rf"(?P<which>last|past|this|next|coming){GAP}(?P<name>{_NAMES})(?![a-z])(?!\.?{GAP}\d\d?(?!\d))"),
        _last_name,
    ),
    Rule(
        frozenset({"that", "same", "previous", "following", "preceding", "prior", "year"}),
        re.compile(rf"(?P<which>{one_of(_NARRATIVE)}){GAP}(?P<unit>{_CALENDAR_UNITS})(?![a-z-])"),
        _that,
    ),
    Rule(
        frozenset({"last", "past", "next", "coming", "first", "previous", "following", "recent", "latest", "final", "preceding"}),
        re.compile(
            rf"(?P<which>last|past|next|coming|first|previous|following|recent|latest|final|preceding){GAP}"
            rf"(?:(?P<number>{NUMBER})(?:{GAP}|-)|(?P<couple>couple){GAP}of{GAP}|(?:few|several|many){GAP})?"
            rf"(?:more{GAP}|fiscal{GAP}|trading{GAP})?(?P<unit>{UNIT})(?![a-z-])"
        ),
        _several,
    ),
    Rule(
        frozenset(NUMBERS) | {"0", "a", "an", "several", "many", "few", "couple", "some"},
        re.compile(
            rf"(?:(?P<vague>(?:a{GAP})?(?:few|couple(?:{GAP}of)?)|several|many|some)|(?P<number>{NUMBER})|an?)"
            rf"(?:{GAP}|-)(?P<unit>{UNIT}){GAP}(?P<way>{one_of(_AFTER_AGO)})(?![a-z])"
            rf"(?!{GAP}(?:the|a|an|his|her|its|their|he|she|it|they)\b)"
        ),
        _ago,
    ),
    Rule(
        frozenset({"a", "year"}),
        re.compile(rf"(?:a{GAP}year{GAP}|year-)(?:ago|earlier)(?![a-z])"),
        _year_ago,
    ),
    Rule(
        frozenset({"the"}),
        re.compile(rf"the{GAP}(?P<unit>quarter)(?![a-z-])"),
        _the_unit,
    ),
    Rule(
        frozenset({"the", "this", "last", "next", "past", "coming"}),
        re.compile(rf"(?P<which>the|this|last|next|past|coming){GAP}weekend(?![a-z-])"),
        _weekend,
    ),
    Rule(
        frozenset({"end", "beginning", "start", "middle", "earlier", "later", "late", "early"}),
        re.compile(
            rf"(?:(?P<end>end{GAP}of|later?{GAP}in)|(?P<mid>middle{GAP}of)|(?:beginning|start){GAP}of|earl(?:y|ier){GAP}in)"
            rf"{GAP}the{GAP}(?P<unit>week|month|year|decade|century)(?![a-z-])"
        ),
        _edge,
    ),
    Rule(frozenset({"the"}), re.compile(rf"the{GAP}(?:full|whole|entire){GAP}(?P<unit>year)(?![a-z-])"), _within),
    Rule(
        frozenset({"the"}),
        re.compile(rf"the{GAP}day{GAP}(?P<way>before|after){GAP}(?:yesterday|tomorrow)(?![a-z])"),
        _around_today,
    ),
    Rule(
        frozenset({"the"}),
        re.compile(rf"the{GAP}(?P<unit>day|week|month|year){GAP}(?P<way>before|after)(?=[.,;:]|\s+(?:and|in|at|on)\b|$)"),
        _day_before,
    ),
    Rule(frozenset({"year"}), re.compile(rf"year(?:['’]s|-|{GAP})[ ]?end(?![a-z])"), _year_end),
    Rule(_FIRST_WORDS, re.compile(rf"(?P<word>{one_of(REFERENCES)})(?![a-z])(?!{GAP}(?:few|several|centur|decade|year|month|week|{one_of(NUMBERS)}{GAP}|\d))"), _reference),
    Rule(frozenset(_ADJECTIVES), re.compile(r"(?P<word>current|recent)(?![a-z])"), _adjective),
)
