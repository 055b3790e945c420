"""A page laid out as a transcript in, its turns out: "REPORTER: ...", "Q: ...", "Ms. Marn: ..."."""

import re
from collections.abc import Sequence

from readout.records.article import Article
from readout.records.reading import Attribution
from readout.records.text import Record, Span

__all__ = ["Turn", "find_turns", "turn_attributions"]

_LABEL = re.compile(
    r"(?P<label>(?:[^\W\d_][\w.'’-]*[ ]){0,4}[^\W\d_][\w.'’-]*)[ ]?(?P<colon>:)[ ]+(?=\S)"
)
_BARE = frozenset({"Q", "A", "QUESTION", "ANSWER", "Question", "Answer"})
"""Labels that name nobody."""
_ENDS = frozenset(".?!…”\"'’)—–-")
"""What a turn ends with; a table's line does not."""
_PLAIN = re.compile(r"\b[a-z][a-z'’]*\b")
_FEWEST_PLAIN = 4  # words in lower case a turn, on the average: talk, not figures
_FEWEST_TURNS, _FEWEST_LABELS = 3, 2
_CAPITALS = 0.5  # share of a label's words that begin with a capital


class Turn(Record, frozen=True, kw_only=True):
    """One turn: who speaks by its label, where the label names somebody, and the words."""

    label: Span
    named: bool
    colon: Span
    words: Span


def find_turns(article: Article) -> tuple[Turn, ...]:
    """Return the turns of a transcript; none where fewer than three paragraphs have labels."""
    found: list[Turn] = []
    for block in article.blocks:
        match = _LABEL.match(article.text, block.span.start, block.span.end)
        if match is None or not _is_label(match["label"]):
            continue
        said = article.text[match.end() : block.span.end]
        if said.rstrip()[-1:] not in _ENDS:
            continue
        found.append(
            Turn(
                label=Span(*match.span("label")),
                named=match["label"] not in _BARE,
                colon=Span(*match.span("colon")),
                words=Span(match.end(), block.span.end),
            )
        )
    labels = [turn.label.of(article.text) for turn in found]
    again = len(set(labels)) < len(labels)
    talk = sum(len(_PLAIN.findall(turn.words.of(article.text))) for turn in found)
    if talk < _FEWEST_PLAIN * len(found):
        return ()
    if len(found) < _FEWEST_TURNS or len(set(labels)) < _FEWEST_LABELS or not again:
        return ()
    return tuple(found)


def turn_attributions(
    turns: Sequence[Turn], attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Return the attributions, each with its turn's label as source, and the turns left over."""
    if not turns:
        return tuple(attributions)
    covered: set[int] = set()
    kept: list[Attribution] = []
    for one in attributions:
        turn = next((turn for turn in turns if turn.words.overlaps(one.content[0])), None)
        if turn is not None and not one.source and turn.named:
            kept.append(_with_source(one, turn))
        else:
            kept.append(one)
        if turn is not None and (not one.source or one.source[0].overlaps(turn.label)):
            covered.add(turn.label.start)
    for turn in turns:
        if turn.label.start not in covered:
            kept.append(_attribution(turn, f"a{len(kept) + 1}"))
    return tuple(kept)


def _is_label(label: str) -> bool:
    words = label.split()
    return sum(word[0].isupper() for word in words) > _CAPITALS * len(words)


def _with_source(one: Attribution, turn: Turn) -> Attribution:
    return Attribution(
        aid=one.aid,
        source=(turn.label,),
        cue=one.cue or (turn.colon,),
        content=one.content,
        quote=one.quote,
        within=one.within,
        p=one.p,
        by=one.by,
    )


def _attribution(turn: Turn, aid: str) -> Attribution:
    return Attribution(
        aid=aid,
        source=(turn.label,) if turn.named else (),
        cue=(turn.colon,),
        content=(turn.words,),
        quote="direct",
        p=_TURN,
        by="rule: turn of a transcript",
    )


_TURN = 0.8
