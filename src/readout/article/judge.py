"""Decide what each unit of a page is: units and votes in, a block role or a drop kind out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from readout.article.kinds import kinds_of
from readout.article.segment import Holder, Unit
from readout.records.article import BODY_ROLES, DropKind, Role

__all__ = ["Clues", "Judged", "judge"]

_LONG = 60  # letters that make a paragraph one can lean on
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOSTLY = 0.6
_CAPTION_WORDS = 2
_BYLINE_WORDS = 25


@dataclass(frozen=True, kw_only=True)
class Clues:
    """What the page's metadata says that helps to tell its blocks apart."""

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


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
        self.units, self.votes = units, votes
        self.kinds = kinds_of(units, votes)
        self.titles = {n for n in map(_letters, clues.titles) if n}
        self.descriptions = {n for n in map(_letters, clues.descriptions) if n}
        anchors = [i for i in range(len(units)) if self.is_anchor(i)]
        self.first = anchors[0] if anchors else len(units)
        self.last = anchors[-1] if anchors else -1
        self.homes = {_home(units[i].holder) for i in anchors}
        self.headline = self.find_headline()

    def is_anchor(self, index: int) -> bool:
        """Say whether the unit is a paragraph of the body beyond doubt."""
        unit = self.units[index]
        return (
            self.votes[index]
            and not self.kinds[index]
            and len(unit.norm) >= _LONG
            and unit.norm not in self.titles
            and not unit.inside & {"figure", "figcaption", *_HEADINGS}
        )

    def find_headline(self) -> int:
        """Return the index of the headline, -1 where the page shows none."""
        before = range(min(self.first, len(self.units)) - 1, -1, -1)
        same = [i for i in before if self.units[i].norm in self.titles]
        headed = [i for i in same if self.units[i].holder.tag in _HEADINGS]
        tops = [i for i in before if self.units[i].holder.tag == "h1" and not self.kinds[i]]
        return next(iter(headed + same + tops), -1)

    def judge(self, index: int) -> Judged:
        """Judge one unit by what stands nearest to proof."""
        unit, kind = self.units[index], self.kinds[index]
        if index == self.headline:
            return Judged(unit=unit, role="headline", sure=unit.norm in self.titles)
        if unit.norm in self.titles:
            return Judged(unit=unit, drop="duplicate")
        if kind and not kind.startswith("role:"):
            return Judged(unit=unit, drop=cast(DropKind, kind))
        beside = self.beside(index, kind)
        if beside is not None:
            return beside
        if self.votes[index] or self.belongs(index):
            return Judged(unit=unit, role=_body_role(unit))
        return Judged(unit=unit, drop="navigation" if unit.link_share > _MOSTLY else "other")

    def beside(self, index: int, kind: str) -> Judged | None:
        """Judge what stands beside the body: captions, bylines, deks, datelines."""
        unit = self.units[index]
        near = self.headline <= index <= self.last
        words = unit.text.count(" ") + 1
        if kind == "role:caption" or (
            unit.inside & {"figure"} and not unit.inside & {"table", "blockquote"}
        ):
            if near and words > _CAPTION_WORDS:
                return Judged(unit=unit, role="caption")
            return Judged(unit=unit, drop="other")
        if kind == "role:byline" and words <= _BYLINE_WORDS * 2:
            return (
                Judged(unit=unit, role="byline")
                if words <= _BYLINE_WORDS or self.votes[index]
                else Judged(unit=unit, drop="author_note")
            )
        if kind == "role:dateline":
            return Judged(unit=unit, role="dateline")
        if self.headline < index < self.first and self.is_dek(unit, kind):
            return Judged(unit=unit, role="dek")
        return None

    def is_dek(self, unit: Unit, kind: str) -> bool:
        """Say whether the unit is the line under the headline."""
        named = kind == "role:dek"
        same = unit.norm in self.descriptions and unit.holder.tag in _HEADINGS
        return self.headline >= 0 and (named or same)

    def belongs(self, index: int) -> bool:
        """Say whether a unit without a vote stands among the body's paragraphs."""
        unit = self.units[index]
        if not self.first < index < self.last or unit.link_share > _MOSTLY:
            return False
        return _home(unit.holder) in self.homes


def _home(holder: Holder) -> object:
    """Return the element whose children the paragraphs are; lists and quotes are looked through."""
    at: Holder = holder
    while at.parent is not None and at.tag in {"p", "li", "ul", "ol", "blockquote", *_HEADINGS}:
        at = at.parent
    return at.element


def _letters(text: str) -> str:
    """Return the letters and digits of `text` alone, in lower case."""
    return "".join(c for c in text.lower() if c.isalnum())


def _body_role(unit: Unit) -> Role:
    """Return the role of a unit of the body by its mark-up."""
    inside = unit.inside
    if inside & _HEADINGS:
        return "subhead"
    if "blockquote" in inside:
        return "quote"
    if inside & {"td", "th"}:
        return "table"
    if inside & {"li", "dd", "dt"}:
        return "list_item"
    short = len(unit.text) <= 80 and unit.text[-1] not in ".!?,;:”\"'’"
    if short and unit.bold_chars > 0.9 * len(unit.text):
        return "subhead"
    return "paragraph"


def _without_repeats(judged: list[Judged]) -> list[Judged]:
    """Drop a long body block that says again, word for word, what one before it said."""
    seen: set[str] = set()
    kept = []
    for item in judged:
        norm = item.unit.norm
        if item.role in BODY_ROLES and len(norm) >= _LONG:
            if norm in seen:
                kept.append(Judged(unit=item.unit, drop="duplicate"))
                continue
            seen.add(norm)
        kept.append(item)
    return kept


def _without_bare_subheads(judged: list[Judged]) -> list[Judged]:
    """Drop subheads that no body follows before the end or the next heading of their rank."""
    kept: list[Judged] = []
    filled = False
    for item in reversed(judged):
        if item.role == "subhead" and not filled:
            kept.append(Judged(unit=item.unit, drop="label"))
            continue
        if item.role in BODY_ROLES:
            filled = True
        kept.append(item)
    kept.reverse()
    return kept
