"""A pronoun and the mentions before it in, the chain it most likely stands for out.

Every mention near enough is weighed: how near, whether it is the subject, whether it is itself
the source of a statement, how often its chain was met (after Lappin and Leass 1994). Gender is a
bar where both sides tell one; where either tells none, the weights decide and p is lower.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.mentions.chains import Chain, ChainKind
from readout.reading.mentions.prominence import prominence
from readout.reading.mentions.words import Words

__all__ = ["Choice", "Seen", "Sought", "choose", "seen_at"]

_FARTHEST = 7  # sentences
_BLOCKS = 3
_KEPT = 30  # mentions looked back at

_ALONE = 3.0  # the margin of an only candidate
_MANY = 5  # mentions after which more add nothing

# Set by hand on training articles; a sentence's distance is the unit.
_FAR = 1.0
_OTHER_BLOCK = 1.2
_SUBJECT = 1.5
_SOURCE = 1.5
_POSSESSIVE = 1.0
_QUOTED = 2.0
_OWN = 3.5
_GENDER = 0.5
_HINT = 2.0
_NAMED = 0.5
_OFTEN = 0.1


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention as the weighing sees it."""

    word: int
    sentence: int
    block: int
    chain: Chain
    subject: float
    """1 for the subject of a main clause, less for another clause's."""
    source: bool
    quoted: bool
    possessive: bool


@dataclass(frozen=True, slots=True)
class Sought:
    """What a pronoun or noun phrase can stand for."""

    kinds: frozenset[ChainKind]
    gender: str = ""
    plural: bool = False
    own: Sequence[range] = ()
    """The words of the statement it is the source of; who speaks is seldom in them."""
    barred: Chain | None = None
    """Who it cannot be: "he told Dorr" is not Dorr."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The chain chosen and by how much it beat the next."""

    chain: Chain
    margin: float


def seen_at(words: Words, first: int, last: int, chain: Chain, *, source: bool) -> Seen:
    """Return a mention of `chain`, weighed by where its words stand."""
    sentence = words.sentence[first]
    after = last + 1
    return Seen(
        word=first,
        sentence=sentence,
        block=words.paragraphs[sentence],
        chain=chain,
        subject=prominence(words, first, last),
        source=source,
        quoted=bool(words.quoted[first]),
        possessive=after < len(words.tags) and words.tags[after] == "POS",
    )


def choose(words: Words, word: int, seen: Sequence[Seen], sought: Sought) -> Choice | None:
    """Return the chain that the pronoun or noun at `word` stands for, if one is near."""
    sentence = words.sentence[word]
    block = words.paragraphs[sentence]
    quoted = bool(words.quoted[word])
    best: dict[int, float] = {}
    chains: dict[int, Chain] = {}
    for one in seen[-_KEPT:]:
        away = sentence - one.sentence
        if away > _FARTHEST or block - one.block > _BLOCKS or one.word >= word:
            continue
        if not _fits(one.chain, sought):
            continue
        weight = _weight(one, sought) - _FAR * away - _OTHER_BLOCK * (block - one.block)
        if one.quoted and not quoted:
            weight -= _QUOTED
        key = id(one.chain)
        if weight > best.get(key, -99.0):
            best[key], chains[key] = weight, one.chain
    if not best:
        return None
    ranked = sorted(best, key=lambda key: -best[key])
    margin = best[ranked[0]] - best[ranked[1]] if len(ranked) > 1 else _ALONE
    return Choice(chains[ranked[0]], margin)


def _fits(chain: Chain, sought: Sought) -> bool:
    if chain is sought.barred or chain.kind not in sought.kinds or chain.plural != sought.plural:
        return False
    return not (sought.gender and chain.gender and chain.gender != sought.gender)


def _weight(one: Seen, sought: Sought) -> float:
    """Weigh a mention by all but its distance."""
    weight = _SUBJECT * one.subject + _SOURCE * one.source - _POSSESSIVE * one.possessive
    if any(one.word in span for span in sought.own):
        weight -= _OWN
    if sought.gender and one.chain.gender == sought.gender:
        weight += _GENDER
    elif sought.gender and not one.chain.gender and one.chain.likely:
        weight += _GENDER if one.chain.likely == sought.gender else -_HINT
    if one.chain.kind == "person":
        weight += _NAMED
    return weight + _OFTEN * min(len(one.chain.mentions), _MANY)
