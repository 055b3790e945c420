"""Lay judged units out as an article: judgements in, text with its blocks, or the drops, out."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from readout.article.judge import Judged
from readout.article.paths import Paths
from readout.article.segment import Holder, Unit
from readout.records.article import Block, Drop
from readout.records.text import Span

__all__ = ["blocks_of", "drops_of"]

_BETWEEN = "\n\n"
_SAMPLE = 80


def blocks_of(judged: Sequence[Judged], paths: Paths) -> tuple[str, tuple[Block, ...]]:
    """Return the text of all kept units, joined by blank lines, and a block for each."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for item in judged:
        if item.role is None:
            continue
        text = item.unit.text
        blocks.append(
            Block(
                role=item.role,
                span=Span(at, at + len(text)),
                xpath=paths.of(item.unit.holder.element),
                time=item.time,
            )
        )
        parts.append(text)
        at += len(text) + len(_BETWEEN)
    return _BETWEEN.join(parts), tuple(blocks)


def drops_of(judged: Sequence[Judged], paths: Paths) -> tuple[Drop, ...]:
    """Return what was left out: neighbours of one kind are one drop, at what holds them all."""
    return tuple(_drop(run, paths) for run in _runs(judged))


def _runs(judged: Sequence[Judged]) -> Iterator[list[Judged]]:
    """Yield the runs of dropped units of the same kind."""
    run: list[Judged] = []
    for item in judged:
        if run and (item.role is not None or item.drop != run[0].drop):
            yield run
            run = []
        if item.role is None:
            run.append(item)
    if run:
        yield run


def _drop(run: Sequence[Judged], paths: Paths) -> Drop:
    """Return one drop for a run of units."""
    words = " ".join(item.unit.text for item in run)
    return Drop(
        kind=run[0].drop,
        xpath=paths.of(_common([item.unit for item in run])),
        words=words.count(" ") + 1,
        sample=words[:_SAMPLE],
    )


def _common(units: Sequence[Unit]) -> _Element:
    """Return the innermost element that holds all the units."""
    lines = [_line(unit.holder) for unit in (units[0], units[-1])]
    shared = lines[0][0]
    for one, other in zip(*lines, strict=False):
        if one is not other:
            break
        shared = one
    return shared.element


def _line(holder: Holder) -> list[Holder]:
    """Return the holders from the page's body down to `holder`."""
    line = [holder]
    while line[-1].parent is not None:
        line.append(line[-1].parent)
    line.reverse()
    return line
