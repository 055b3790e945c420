"""Cut a page into units: an lxml tree in, its runs of text in page order out.

A unit is an unbroken run of inline text inside one block element. Two line breaks in a row
end a unit, as they do for a reader.
"""

from dataclasses import dataclass, field

from lxml.etree import _Element

from readout.article.names import name_of, named_kind

__all__ = ["Holder", "Segments", "Unit", "segment"]

_SKIPPED = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "select",
        "option", "textarea", "button", "head", "audio", "video", "canvas", "map", "math",
        "datalist", "title", "meta", "link", "input", "progress",
    }
)  # fmt: skip
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr", "img", "picture", "source", "amp-img",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = ("display:none", "display: none", "visibility:hidden")
_LAYOUT = frozenset({"table", "div", "p", "ul", "ol", "h1", "h2", "h3", "h4", "form", "script"})
_LONGEST_CELL = 200


@dataclass(frozen=True, slots=True, eq=False)
class Holder:
    """A block element that units stand in, with what its name says it holds."""

    element: _Element
    parent: "Holder | None"
    kind: str
    tag: str
    depth: int


@dataclass(slots=True, eq=False)
class Unit:
    """One run of text, the element it fills and what stands around it."""

    text: str
    holder: Holder
    link_chars: int = 0
    bold_chars: int = 0
    inline_kind: str = ""
    inside: frozenset[str] = frozenset()
    norm: str = field(default="", init=False)

    def __post_init__(self) -> None:
        """Keep the letters and digits alone, for comparing."""
        self.norm = "".join(c for c in self.text.lower() if c.isalnum())

    @property
    def link_share(self) -> float:
        """Return how much of the text is links, 0 to 1."""
        return self.link_chars / max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class Segments:
    """The units of a page, and its `time` elements with the index of the unit they stand in."""

    units: list[Unit]
    times: list[tuple[int, _Element]]


def segment(root: _Element) -> Segments:
    """Return the units of the page, without scripts, forms' controls and hidden elements."""
    body = root.find("body")
    walker = _Walker()
    top = body if body is not None else root
    walker.block(top, Holder(top, None, "", str(top.tag), 0), frozenset())
    walker.flush()
    return Segments(walker.units, walker.times)


class _Walker:
    """The units found so far and the run of text that is open."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.times: list[tuple[int, _Element]] = []
        self.parts: list[str] = []
        self.links = 0
        self.in_links = 0
        self.in_bold = 0
        self.bold = 0
        self.breaks = 0
        self.inline_kind = ""
        self.inline_size = 0
        self.holder: Holder | None = None
        self.inside: frozenset[str] = frozenset()

    def block(self, element: _Element, holder: Holder, inside: frozenset[str]) -> None:
        """Walk a block element: its own text is in units of their own."""
        self.flush()
        self.holder, self.inside = holder, inside
        self.add(element.text)
        for child in element:
            self.child(child, holder, inside)
            self.add(child.tail)
        self.flush()

    def child(self, child: _Element, holder: Holder, inside: frozenset[str]) -> None:
        """Walk one child, inline or block, and come back to `holder` after a block."""
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _hidden(child):
            return
        if tag == "br":
            self.line_break()
        elif tag in _INLINE:
            self.inline(child, holder, inside)
        elif tag == "tr" and _is_row(child):
            self.row(child, holder, inside | {"row"})
        else:
            inner = Holder(child, holder, named_kind(child), tag, holder.depth + 1)
            marks = inside if tag in {"div", "p", "section"} else inside | {tag}
            self.block(child, inner, marks)
            self.holder, self.inside = holder, inside

    def row(self, row: _Element, holder: Holder, inside: frozenset[str]) -> None:
        """Walk a row of a data table: it is one unit, its cells side by side."""
        self.flush()
        inner = Holder(row, holder, named_kind(row), "tr", holder.depth + 1)
        self.holder, self.inside = inner, inside
        for cell in row:
            self.add(" ")
            self.inline(cell, inner, inside)
        self.flush()
        self.holder, self.inside = holder, inside

    def inline(self, element: _Element, holder: Holder, inside: frozenset[str]) -> None:
        """Walk an inline element; its text goes on in the open unit."""
        if element.tag == "time":
            self.times.append((len(self.units), element))
        opens = not self.parts
        link, bold = element.tag == "a", element.tag in {"b", "strong"}
        self.in_links += link
        self.in_bold += bold
        self.add(element.text)
        for child in element:
            self.child(child, holder, inside)
            self.add(child.tail)
        self.in_links -= link
        self.in_bold -= bold
        if opens and self.parts:
            kind = "label" if element.tag == "time" else named_kind(element)
            if kind:
                self.inline_kind, self.inline_size = kind, len(self.parts)

    def line_break(self) -> None:
        """End the unit at the second break in a row."""
        self.breaks += 1
        if self.breaks > 1:
            self.flush()
        elif self.parts:
            self.parts.append("\n")

    def add(self, text: str | None) -> None:
        """Add a run of text to the open unit."""
        if not text:
            return
        if not text.isspace():
            self.breaks = 0
            if self.in_links:
                self.links += len(text)
            if self.in_bold:
                self.bold += len(text)
        elif not self.parts:
            return
        self.parts.append(text)

    def flush(self) -> None:
        """Close the open unit."""
        if not self.parts:
            self.breaks = 0
            return
        text = " ".join("".join(self.parts).split())
        rest = "".join(self.parts[self.inline_size :])
        if text and self.holder is not None and any(c.isalnum() for c in text):
            unit = Unit(
                text=text,
                holder=self.holder,
                link_chars=min(self.links, len(text)),
                bold_chars=min(self.bold, len(text)),
                inline_kind="" if rest.strip() else self.inline_kind,
                inside=self.inside,
            )
            self.units.append(unit)
        self.parts, self.links, self.bold, self.breaks = [], 0, 0, 0
        self.inline_kind, self.inline_size = "", 0


def _is_row(row: _Element) -> bool:
    """Say whether a table's row holds data, in short cells, rather than a page's layout."""
    cells = list(row)
    return len(cells) > 1 and all(
        not any(inner.tag in _LAYOUT for inner in cell.iter())
        and len("".join(map(str, cell.itertext()))) <= _LONGEST_CELL
        for cell in cells
    )


def _hidden(element: _Element) -> bool:
    """Say whether the element is not shown."""
    style = element.get("style")
    if style and any(mark in style.lower() for mark in _HIDDEN):
        return True
    return element.get("hidden") is not None or (
        element.get("aria-hidden") == "true" and not name_of(element)
    )
