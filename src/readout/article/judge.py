"""Decide what each unit of a page is: units and votes in, a block role or a drop kind out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from readout.article.dates import date_in
from readout.article.kinds import kinds_of
from readout.article.segment import Unit
from readout.article.surroundings import all_links, embedded, home_of, kin_of
from readout.article.titles import letters
from readout.records.article import BODY_ROLES, DropKind, Role

__all__ = ["Clues", "Judged", "judge"]

_LONG = 60  # letters that make a paragraph one can lean on
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINKS = 0.6
_ALL_LINK = 0.8
_BYLINE_WORDS = 25
_OPENERS = frozenset({"by", "by:", "words:", "text:", "story:"})
_ABOVE = 6
_HALF = 0.5
_SHORT_LINE = 80
_FEW_LETTERS = 25


@dataclass(frozen=True, kw_only=True)
class Clues:
    """What the page's metadata says that helps to tell its blocks apart."""

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Its authors."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A unit with its role; or with the reason it is left out."""

    unit: Unit
    role: Role | None = None
    drop: DropKind = "other"
    time: str | None = None
    """A live update's own time."""
    sure: bool = True
    """False for a headline that the page's head does not repeat."""


def judge(units: Sequence[Unit], votes: Sequence[bool], clues: Clues) -> list[Judged]:
    """Return one judgement for each unit, in page order."""
    page = _Page(units, votes, clues)
    judged = [page.judge(index) for index in range(len(units))]
    return _without_bare_subheads(_without_repeats(judged))


class _Page:
    """The units with what is known of all of them before any is judged."""

    def __init__(self, units: Sequence[Unit], votes: Sequence[bool], clues: Clues) -> None:
        self.units, self.votes, self.clues = units, votes, clues
        self.titles = {n for n in map(letters, clues.titles) if n}
        self.descriptions = {n for n in map(letters, clues.descriptions) if n}
        heads = [i for i, u in enumerate(units) if u.holder.tag in _HEADINGS and self.is_title(u)]
        self.kinds = kinds_of(units, votes, heads)
        anchors = [i for i in range(len(units)) if self.is_anchor(i)]
        self.first = anchors[0] if anchors else len(units)
        self.last = anchors[-1] if anchors else -1
        self.homes = {home_of(units[i].holder) for i in anchors}
        self.kin = {kin for i in anchors if (kin := kin_of(units[i].holder))}
        self.linked = all_links(units)
        self.headline = self.find_headline()

    def is_title(self, unit: Unit) -> bool:
        """Say whether the unit is a title of the page, or the most part of one, word for word."""
        norm = unit.norm
        return norm in self.titles or (
            unit.holder.tag in _HEADINGS
            and any(
                (norm in title and len(norm) > _HALF * len(title))
                or (unit.holder.tag == "h1" and title.endswith(norm))
                for title in self.titles
            )
        )

    def is_near_title(self, index: int) -> bool:
        """Say whether the unit shares half of its words with a title of the page."""
        words = set(self.units[index].text.lower().split())
        return not self.kinds[index] and any(
            2 * len(words & set(title.lower().split())) >= len(words) for title in self.clues.titles
        )

    def is_anchor(self, index: int) -> bool:
        """Say whether the unit is a paragraph of the body beyond doubt."""
        unit = self.units[index]
        return (
            self.votes[index]
            and (not self.kinds[index] or self.kinds[index] == "role:points")
            and len(unit.norm) >= _LONG
            and unit.norm not in self.titles
            and not unit.inside & {"figure", "figcaption", *_HEADINGS}
        )

    def find_headline(self) -> int:
        """Return the index of the headline, -1 where the page shows none."""
        before = range(min(self.first, len(self.units)) - 1, -1, -1)
        same = [i for i in before if self.is_title(self.units[i])]
        headed = [i for i in same if self.units[i].holder.tag in _HEADINGS]
        headed.sort(key=lambda i: self.units[i].holder.tag != "h1")
        tops = [i for i in before if self.units[i].holder.tag == "h1" and self.is_near_title(i)]
        return next(iter(headed + same + tops), -1)

    def judge(self, index: int) -> Judged:
        """Judge one unit by what stands nearest to proof."""
        unit, kind = self.units[index], self.kinds[index]
        known = self.known(index)
        if known is not None:
            return known
        if kind and not kind.startswith("role:"):
            return Judged(unit=unit, drop=cast("DropKind", kind))
        beside = self.beside(index, kind)
        if beside is not None:
            return beside
        if index in self.linked or (unit.link_share > _ALL_LINK and not unit.inside & _HEADINGS):
            return Judged(unit=unit, drop="related")
        above = index < min(self.headline, self.first) and len(unit.norm) < _LONG
        if not above and (self.votes[index] or self.belongs(index, kind)):
            return Judged(unit=unit, role=_body_role(unit, kind))
        return Judged(unit=unit, drop="navigation" if unit.link_share > _LINKS else "other")

    def known(self, index: int) -> Judged | None:
        """Judge what is certain whatever its element is called."""
        unit = self.units[index]
        if index == self.headline:
            return Judged(unit=unit, role="headline", sure=self.is_title(unit))
        if unit.norm in self.titles:
            return Judged(unit=unit, drop="duplicate")
        if self.is_byline(index):
            return Judged(unit=unit, role="byline")
        if not self.kinds[index] and self.is_bare_date(index):
            return Judged(unit=unit, drop="label")
        if embedded(unit) and self.first < index <= self.last + 1:
            return Judged(unit=unit, role="quote")
        return None

    def is_byline(self, index: int) -> bool:
        """Say whether a line near the top opens with "By" and a name, or with an author's name."""
        text = self.units[index].text
        words = text.split(" ", _BYLINE_WORDS)
        if not (
            self.headline - _ABOVE <= index < self.first + 1 and 1 < len(words) <= _BYLINE_WORDS
        ):
            return False
        if words[0].lower() in _OPENERS and words[1][0].isupper():
            return True
        under = self.headline < index < self.first and text[-1] not in ".!?"
        return under and text.startswith(self.clues.people)

    def is_bare_date(self, index: int) -> bool:
        """Say whether a line above the body is a date and little else."""
        text = self.units[index].text
        if index >= self.first or len(text) > _SHORT_LINE:
            return False
        found = date_in(text)
        return found is not None and sum(map(str.isalpha, text)) < len(found[1]) + _FEW_LETTERS

    def beside(self, index: int, kind: str) -> Judged | None:
        """Judge what stands beside the body: captions, bylines, deks, datelines."""
        unit = self.units[index]
        words = unit.text.count(" ") + 1
        pictured = "figure" in unit.inside and not unit.inside & {"table", "blockquote"}
        if kind == "role:caption" or pictured:
            near = min(self.headline, self.first) <= index <= self.last + 1
            return Judged(unit=unit, role="caption" if near and words > 1 else None)
        if kind == "role:byline":
            near = self.headline - _ABOVE <= index
            return Judged(
                unit=unit,
                role="byline" if near and words <= 2 * _BYLINE_WORDS else None,
                drop="author_note",
            )
        if kind == "role:dateline":
            return Judged(unit=unit, role="dateline")
        under = self.headline < index < self.first
        if under and (self.is_dek(unit, kind) or self.leads_in(index, kind)):
            return Judged(unit=unit, role="dek")
        if kind == "role:points" and self.headline < index and unit.link_share <= _LINKS:
            return Judged(unit=unit, role=_body_role(unit, ""))
        return None

    def is_dek(self, unit: Unit, kind: str) -> bool:
        """Say whether the unit is the line under the headline."""
        same = unit.norm in self.descriptions and unit.holder.tag in _HEADINGS
        return self.headline >= 0 and (kind == "role:dek" or same)

    def leads_in(self, index: int, kind: str) -> bool:
        """Say whether a line under the headline, called a lead or set as a heading, is no body.

        It is not where a byline or a date stands between it and the body.
        """
        unit, top = self.units[index], self.headline
        called = kind == "role:lead" or (
            not kind
            and index == top + 1
            and unit.holder.tag in _HEADINGS
            and unit.holder.parent is self.units[top].holder.parent
        )
        return (
            called
            and top >= 0
            and any(
                self.is_byline(i) or self.is_bare_date(i) or self.kinds[i] == "role:byline"
                for i in range(index + 1, self.first)
            )
        )

    def belongs(self, index: int, kind: str) -> bool:
        """Say whether a unit without a vote stands among the body's paragraphs."""
        unit = self.units[index]
        if index < self.first or unit.link_share > _LINKS:
            return False
        home = home_of(unit.holder)
        if index < self.last:
            if home in self.homes:
                return True
            parent = unit.holder.parent
            if kind == "role:dek" and parent is not None and home_of(parent) in self.homes:
                return True
        return (
            unit.holder.tag == "p" and len(unit.norm) >= _LONG and kin_of(unit.holder) in self.kin
        )


def _body_role(unit: Unit, kind: str) -> Role:
    """Return the role of a unit of the body by its mark-up."""
    inside = unit.inside
    if inside & _HEADINGS or kind == "role:dek":
        return "subhead"
    if "blockquote" in inside:
        return "quote"
    if "row" in inside:
        return "table"
    if inside & {"li", "dd", "dt"}:
        return "list_item"
    short = len(unit.text) <= _SHORT_LINE and unit.text[-1] not in ".!?,;:”\"'’"
    if short and unit.bold_chars > 0.9 * len(unit.text):
        return "subhead"
    return "paragraph"


def _without_repeats(judged: Sequence[Judged]) -> list[Judged]:
    """Drop a long body block that says again, word for word, what one before it said."""
    seen: set[str] = set()
    kept = []
    for item in judged:
        norm = item.unit.norm
        again = item.role in BODY_ROLES and len(norm) >= _LONG and norm in seen
        kept.append(replace(item, role=None, drop="duplicate") if again else item)
        seen.add(norm)
    return kept


def _without_bare_subheads(judged: Sequence[Judged]) -> list[Judged]:
    """Drop subheads that no body follows."""
    kept: list[Judged] = []
    filled = False
    for item in reversed(judged):
        bare = item.role == "subhead" and not filled
        filled = filled or (item.role in BODY_ROLES and not bare)
        kept.append(replace(item, role=None, drop="label") if bare else item)
    kept.reverse()
    return kept
