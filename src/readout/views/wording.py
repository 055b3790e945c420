"""Records in, the words a reader is told out: how sure, which day, who says so, where."""

import re
from collections.abc import Sequence

from readout.records.article import Article, Block, Drop, Evidence, Role
from readout.records.text import Record, Span
from readout.records.time import Interval, Timex

__all__ = [
    "NUMBERED_ROLES",
    "Place",
    "count_of",
    "quote_words",
    "sample_of",
    "tell_interval",
    "tell_other",
    "tell_place",
    "tell_published",
    "tell_sureness",
    "tell_time",
    "tell_witness",
    "witnesses",
]

NUMBERED_ROLES: frozenset[Role] = frozenset({"paragraph", "quote", "list_item", "update"})
"""Roles a reader counts as paragraphs."""

_SURE, _LIKELY = 0.85, 0.6
_ANCHORS = {
    "published": "counted from the publication date",
    "narrative": "counted from the last date told",
    "block": "counted from its update's own time",
    "text": "complete in itself",
    "none": "",
}
_OPEN = "XX"  # what TIMEX3 writes for a year, month or week that is not known
_NO_YEAR = "--"  # how ISO 8601 opens a day without its year
_BREAK = re.compile(r"\s*\n\s*")


class Place(Record, frozen=True, kw_only=True):
    """Where in the article a stretch stands, as a reader counts."""

    name: str
    """"paragraph 4", "caption", "headline"."""
    span: Span

    def __str__(self) -> str:
        """Return the place in one phrase, offsets last."""
        offsets = f"characters {self.span.start}-{self.span.end}"
        return f"{self.name}, {offsets}" if self.name else offsets


def quote_words(text: str, spans: Sequence[Span]) -> str:
    """Return the words of `spans` as they stand, with " … " where the text between is left out.

    A break between paragraphs is shown as a pilcrow, so that the words stay on one line.
    """
    return " … ".join(_BREAK.sub(" ¶ ", span.of(text)) for span in spans)


def count_of(number: int, noun: str) -> str:
    """Return "1 word", "2 words"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def sample_of(drop: Drop) -> str:
    """Return how a left out piece begins, with "…" where it goes on."""
    return f"{drop.sample}…" if drop.words > len(drop.sample.split()) else drop.sample


def tell_sureness(p: float) -> str:
    """Return the probability as a word, by the two digits of it that are shown beside it."""
    if round(p, 2) >= _SURE:
        return "sure"
    return "likely" if round(p, 2) >= _LIKELY else "unsure"


def tell_place(blocks: Sequence[Block], spans: Sequence[Span]) -> Place:
    """Return the block the first of `spans` begins in, and all the characters they reach over."""
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    number = 0
    for block in blocks:
        number += block.role in NUMBERED_ROLES
        if block.span.start <= whole.start < block.span.end:
            counted = block.role in NUMBERED_ROLES
            name = f"paragraph {number}" if counted else block.role.replace("_", " ")
            return Place(name=name, span=whole)
    return Place(name="", span=whole)


def tell_interval(interval: Interval | None) -> str:
    """Return "2018-03-20", "2018-03-01 to 2018-03-31", "until 2018-03-31", or "" for none."""
    if interval is None or (interval.start is None and interval.end is None):
        return ""
    if interval.start == interval.end:
        return interval.start or ""
    if interval.start is None:
        return f"until {interval.end}"
    if interval.end is None:
        return f"from {interval.start}"
    return f"{interval.start} to {interval.end}"


def tell_time(time: Timex) -> str:
    """Return the value, the calendar days it means where they say more, and what it hangs on."""
    mod = time.mod.lower().replace("_", " ") if time.mod else ""
    value = " ".join(part for part in (mod, time.value) if part) or "left open"
    days = tell_interval(time.interval)
    told = value if days in {"", time.value} else f"{value} ({days})"
    if not days and _OPEN in time.value:
        told = f"{value}, which one is left open"
    return f"{told}, {_ANCHORS[time.anchor]}" if _ANCHORS[time.anchor] else told


def tell_published(article: Article) -> str:
    """Return the publication date with the witness believed, or why there is none."""
    published = article.published
    if published.value is None:
        days = tell_interval(published.interval)
        reason = published.interval.reason if published.interval else ""
        if not days:
            return f"undated: {reason or 'the page declares no date'}"
        return f"undated, {days}: {reason}" if reason else f"undated, {days}"
    believed = [one for one in witnesses(article) if one.believed]
    told = f"{published.value}, by {tell_witness(believed[0])}" if believed else published.value
    if not believed and published.by:
        told = f"{published.value}, by {published.by}"
    return told if published.agreed else f"{told}; other witnesses differ"


def tell_other(evidence: Evidence) -> str:
    """Return what a witness that was not believed says, and how it says it."""
    bare = evidence.value.startswith(_NO_YEAR)
    value = (
        f"{evidence.value.removeprefix(_NO_YEAR)} of a year not named" if bare else evidence.value
    )
    return f"{value}, by {tell_witness(evidence)}"


def tell_witness(evidence: Evidence) -> str:
    """Return who says so, where, and in which words of the page."""
    where = f" at {evidence.where}" if evidence.where else ""
    words = f": “{evidence.quote}”" if evidence.quote else ""
    return f"{evidence.witness}{where}{words}"


def witnesses(article: Article) -> tuple[Evidence, ...]:
    """Return the witnesses of the publication date, the believed ones first."""
    dated = [one for one in article.evidence if one.field == "published"]
    return tuple(sorted(dated, key=lambda one: not one.believed))
