"""Rules for parts of years: quarters, halves, seasons, fiscal years and holidays in, drafts out."""

import re

from readout.data.tables import rows
from readout.reading.times.draft import Draft, Rule, Which
from readout.reading.times.words import GAP, ORDINALS, SEASONS, one_of

__all__ = ["PART_RULES"]

_YEAR = r"(?P<year>\d{4})(?![\d%]|[.,]\d)"
_WHICH: dict[str, Which] = {"last": "last", "this": "this", "next": "next", "that": ""}
_YEARS = {"last": -1, "this": 0, "next": 1}
_NTH = r"(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_OF_YEAR = (
    rf"(?:(?:{GAP}of|{GAP}in|,)?{GAP}(?:fiscal{GAP}(?:year{GAP})?)?{_YEAR}"
    rf"|{GAP}(?:of{GAP})?(?P<which>last|this|next){GAP}year)?"
)
_REACH = 16
_PLACED = re.compile(
    r"\b(?:in|during|by|until|since|over|through|throughout|late|early|mid|of|for)[ -]the\s$"
    r"|\b(?:by|late|early|in|since|until)[ -]$"
)
_QUARTERS = {"final": 4, "last": 4}


def _part(match: re.Match[str], value: str, *, article: bool = True) -> Draft:
    """Return the draft of a part of the year the match names, if it names one."""
    groups = match.groupdict()
    year, which = groups.get("year"), groups.get("which")
    return Draft(
        start=match.start(),
        end=match.end(),
        kind="part",
        value=value,
        year=int(year) if year else None,
        article=article,
        in_year=-1 if groups.get("ago") else _YEARS.get(which or ""),
    )


def _quarter(match: re.Match[str], _text: str) -> list[Draft]:
    """Third quarter, fiscal second quarter of 1990, this year's first quarter, Q3 2018."""
    nth = match["nth"]
    number = int(nth) if nth.isdigit() else _QUARTERS.get(nth) or ORDINALS[nth]
    return [_part(match, f"Q{number}")] if 1 <= number <= 4 else []  # noqa: PLR2004 -- of a year


def _half(match: re.Match[str], _text: str) -> list[Draft]:
    """First half of 1990, second half of the year."""
    return [_part(match, "H1" if match["nth"] in {"first", "1st"} else "H2")]


def _season(match: re.Match[str], text: str) -> list[Draft]:
    """Summer of 1998, spring 1998, in the summer; not "fall" the verb."""
    if text[match.start()].isupper() and re.match(r"\s[A-Z]", text[match.end() : match.end() + 2]):
        return []  # Winter Park, Fall River
    before = text[max(0, match.start() - _REACH) : match.start()].lower()
    if not (match["year"] or match["which"] or _PLACED.search(before)):
        return []
    return [_part(match, SEASONS[match["season"]])]


def _fiscal_year(match: re.Match[str], _text: str) -> list[Draft]:
    """Fiscal 1989, fiscal year 1990."""
    return [Draft(start=match.start(), end=match.end(), kind="fixed", value=match["year"])]


def _the_fiscal_year(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the fiscal year: a length, as no year is named."""
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="fixed",
            type="DURATION",
            value="P1Y",
            article=True,
        )
    ]


def _year_period(match: re.Match[str], _text: str) -> list[Draft]:
    """Draft the 1988 quarter, the 1988 period: the part of 1988 the text speaks of."""
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="shift",
            unit="year",
            year=int(match["year"]),
            spoken=True,
            article=True,
        )
    ]


def _holiday(match: re.Match[str], text: str) -> list[Draft]:
    """Christmas, Thanksgiving Day."""
    if not text[match.start()].isupper():
        return []
    name = re.sub(r"\s+", " ", match["name"].replace("’", "'"))
    year = match["year"]
    return [
        Draft(
            start=match.start(),
            end=match.end(),
            kind="holiday",
            value=_HOLIDAYS[name],
            year=int(year) if year else None,
            which=_WHICH.get(match["which"] or "", ""),
        )
    ]


_HOLIDAYS = {name: rule for names, rule in rows("holidays.tsv") for name in names.split(",")}
_NAMES = one_of(_HOLIDAYS).replace("'", "['’]")
_STARTS = frozenset(re.split(r"[^a-z]", name)[0] for name in _HOLIDAYS)
_NTH_STARTS = frozenset(
    {"first", "second", "third", "fourth", "final", "last", "fiscal", "year", "0"}
)

PART_RULES = (
    Rule(
        _NTH_STARTS,
        re.compile(
            rf"(?:(?P<ago>year-(?:ago|earlier)){GAP})?(?:fiscal(?:{GAP}|-))?{_NTH}(?:{GAP}|-)(?:fiscal(?:{GAP}|-))?quarter(?![a-z]){_OF_YEAR}"
        ),
        _quarter,
    ),
    Rule(
        frozenset({"last", "this", "next", "0"}),
        re.compile(
            rf"(?:(?P<which>last|this|next){GAP}year|(?P<year>\d{{4}}))(?:['’]s)?{GAP}(?:fiscal{GAP})?{_NTH}(?:{GAP}|-)quarter(?![a-z])"
        ),
        _quarter,
    ),
    Rule(frozenset({"q"}), re.compile(rf"q(?P<nth>[1-4])(?![\da-z]){_OF_YEAR}"), _quarter),
    Rule(
        frozenset({"first", "second"}),
        re.compile(
            rf"(?P<nth>first|second)(?:{GAP}|-)half{GAP}of{GAP}(?:(?:fiscal{GAP})?{_YEAR}|(?P<which>last|this|next){GAP}year|the{GAP}year)(?![a-z])"
        ),
        _half,
    ),
    Rule(
        frozenset(SEASONS),
        re.compile(
            rf"(?P<season>{one_of(SEASONS)})(?![a-z])(?:(?:,?{GAP}of)?{GAP}{_YEAR}|{GAP}(?:of{GAP})?(?P<which>last|this|next|that){GAP}year)?"
        ),
        _season,
    ),
    Rule(frozenset({"fiscal"}), re.compile(rf"fiscal{GAP}(?:year{GAP})?{_YEAR}"), _fiscal_year),
    Rule(frozenset({"fiscal"}), re.compile(rf"fiscal{GAP}year(?![a-z-])"), _the_fiscal_year),
    Rule(
        frozenset({"0"}),
        re.compile(rf"(?P<year>\d{{4}}){GAP}(?:quarter|period)(?![a-z])"),
        _year_period,
    ),
    Rule(
        _STARTS | {"last", "this", "next"},
        re.compile(
            rf"(?:(?P<which>last|this|next){GAP})?(?P<name>{_NAMES})(?![a-z])(?:,?{GAP}(?P<year>\d{{4}})(?!\d))?"
        ),
        _holiday,
    ),
)
