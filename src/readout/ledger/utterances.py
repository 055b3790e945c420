"""Statements in, those that quote the same words of one speaker together out, as utterances.

Two quotes are of one utterance where the one's words stand in the other's, at whatever length, or
nearly do: a word or two altered is marked. Only direct and mixed quotes have words to compare.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from readout.ledger.digests import entry_id
from readout.ledger.grouping import Pair, components
from readout.ledger.stories.stems import stem
from readout.ledger.tellings import day_of
from readout.ledger.who import Names, fold, who_is
from readout.records.entries import Entered, EnteredReading, Statement
from readout.records.text import Span
from readout.records.verdicts import Utterance, Variant

__all__ = ["find_utterances"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FEWEST = 4  # words below which two quotes are alike by chance
_KEY = 3  # words in a row under which a quote is looked for
_SAME = 0.75
"""The part of the shorter quote's words that the longer must have, in order."""


@dataclass(frozen=True, slots=True)
class _Quote:
    said: Statement
    reading: EnteredReading
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    """Of the words in the content."""
    speaker: str
    """The folded name; "" where the text names none."""


def find_utterances(entered: Iterable[Entered], names: Names) -> tuple[Utterance, ...]:
    """Return the utterances that more than one document quotes, in order of their ids."""
    alike_words: defaultdict[tuple[str, tuple[str, ...]], list[_Quote]] = defaultdict(list)
    for one in entered:
        for said in one.statements:
            quote = _quote(said, one.reading, names)
            if said.quote != "indirect" and len(quote.words) >= _FEWEST:
                alike_words[quote.speaker, quote.words].append(quote)
    # Copies of one text have the same quotes by the thousand: each is compared but once.
    quotes = {min(one.said.statement_id for one in same): same for same in alike_words.values()}
    alike = {
        pair: likeness
        for pair in _pairs({one: same[0] for one, same in quotes.items()})
        if (likeness := _likeness(quotes[pair[0]][0], quotes[pair[1]][0])) >= _SAME
    }
    found: list[Utterance] = []
    for group in components(list(quotes), list(alike)):
        members = [quote for one in group for quote in quotes[one]]
        if len({one.reading.document_id for one in members}) > 1:
            ties = [alike[pair] for pair in combinations(sorted(group), 2) if pair in alike]
            found.append(_utterance(members, sum(ties) / len(ties) if ties else 1.0))
    return tuple(sorted(found, key=lambda one: one.utterance_id))


def _quote(said: Statement, reading: EnteredReading, names: Names) -> _Quote:
    matches = list(_WORD.finditer(said.content))
    return _Quote(
        said=said,
        reading=reading,
        words=tuple(stem(match[0].replace("’", "'")) for match in matches),
        spans=tuple(Span(match.start(), match.end()) for match in matches),
        speaker=_speaker(said, reading, names),
    )


def _speaker(said: Statement, reading: EnteredReading, names: Names) -> str:
    if not said.speaker:
        return ""
    return fold(who_is(said.speaker, names, page=reading.page).name)


def _pairs(quotes: Mapping[str, _Quote]) -> list[Pair]:
    """Return pairs of one speaker that share three words in a row."""
    under: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for one, quote in quotes.items():
        last = len(quote.words) - _KEY
        for key in {quote.words[at : at + _KEY] for at in range(last + 1)}:
            under[quote.speaker, *key].append(one)
    found = {pair for ids in under.values() for pair in combinations(sorted(ids), 2)}
    return sorted(found)


def _likeness(one: _Quote, other: _Quote) -> float:
    """Return the part of the shorter quote that stands in the longer, in order."""
    return _shared(one.words, other.words) / min(len(one.words), len(other.words))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _utterance(quotes: Sequence[_Quote], p: float) -> Utterance:
    ordered = sorted(quotes, key=_order)
    fullest = min(ordered, key=lambda one: (-len(one.words), *_order(one)))
    ids = {one.said.statement_id for one in quotes}
    by_words: defaultdict[tuple[str, ...], list[_Quote]] = defaultdict(list)
    for one in ordered:
        by_words[one.words].append(one)
    variants = sorted(by_words.values(), key=lambda rows: (-len(rows[0].words), *_order(rows[0])))
    return Utterance(
        utterance_id=entry_id("utterance", *sorted(ids)),
        speaker=max((one.said.speaker or "" for one in ordered), key=len) or None,
        words=fullest.said.content,
        statements=tuple(one.said.statement_id for one in ordered),
        variants=tuple(_variant(rows, fullest) for rows in variants),
        origins=1,
        first=min((day for one in ordered if (day := day_of(one.reading))), default=None),
        p=round(p, 4),
    )


def _variant(rows: Sequence[_Quote], fullest: _Quote) -> Variant:
    first = rows[0]
    outlets = (one.reading.outlet or one.reading.agency for one in rows)
    return Variant(
        words=first.said.content,
        statements=tuple(one.said.statement_id for one in rows),
        documents=tuple(dict.fromkeys(one.reading.document_id for one in rows)),
        outlets=tuple(dict.fromkeys(outlet for outlet in outlets if outlet)),
        altered=_altered(first, fullest),
    )


def _altered(quote: _Quote, fullest: _Quote) -> tuple[Span, ...]:
    """Return the stretches of the quote's words that the fullest has not in that place."""
    matched = SequenceMatcher(None, quote.words, fullest.words, autojunk=False)
    return tuple(
        Span(quote.spans[first].start, quote.spans[past - 1].end)
        for tag, first, past, _, _ in matched.get_opcodes()
        if tag in {"replace", "delete"}
    )


def _order(quote: _Quote) -> tuple[str, str]:
    return (day_of(quote.reading) or "9999", quote.said.statement_id)
