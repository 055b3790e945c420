"""A chain in, the speaker's record out: name, role, country, how many."""

from readout.reading.mentions.chains import Mention
from readout.reading.mentions.lexicon import country
from readout.reading.mentions.resolve import Tied
from readout.reading.mentions.words import Words
from readout.records.reading import Speaker
from readout.records.text import Span

__all__ = ["describe"]

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGEST_COUNTRY = 4  # words
_POSSESSOR = 4  # words before a role in which its country's possessive stands


def describe(words: Words, tied: Tied) -> Speaker | None:
    """Return the record of the chain a source was tied to; None where it has no words."""
    chain = tied.chain
    mention = chain.fullest
    if mention is None:
        return None
    role = chain.role if chain.kind == "person" else None
    land = _country(words, mention, role)
    spans = {words.span(m.first, m.last) for m in chain.mentions} or {_span(words, mention)}
    return Speaker(
        name=words.said(mention.first, mention.last),
        mention=_span(words, mention),
        kind=chain.kind,
        role=words.said(*role) if role else None,
        role_span=words.span(*role) if role else None,
        country=land[0] if land else None,
        country_span=land[1] if land else None,
        number=_number(words, mention) if chain.kind in {"unnamed", "group"} else None,
        mentions=tuple(sorted(spans)),
        p=round(tied.p, 3),
        by=f"rule: {tied.rule}",
    )


def _span(words: Words, mention: Mention) -> Span:
    return words.span(mention.first, mention.last)


def _country(
    words: Words, mention: Mention, role: tuple[int, int] | None
) -> tuple[str, Span] | None:
    """Return the country that the role or the mention itself names, and the words that do."""
    if role is not None:
        first = role[0]
        if words.tags[first - 1] == "POS" and first > 1:
            first = max(first - _POSSESSOR, words.firsts[words.sentence[first]])
        found = _country_in(words, first, role[1])
        if found:
            return found
    if "CC" in words.tags[mention.first : mention.last + 1]:
        return None  # "the Kremlin and the White House": two sides, not the first one's
    return _country_in(words, mention.first, mention.last)


def _country_in(words: Words, first: int, last: int) -> tuple[str, Span] | None:
    for at in range(first, last + 1):
        if not words.forms[at][0].isupper():
            continue
        for end in range(min(at + _LONGEST_COUNTRY - 1, last), at - 1, -1):
            code = country(words.said(at, end))
            if code:
                return code, words.span(at, end)
    return None


def _number(words: Words, mention: Mention) -> int | None:
    """Return how many people an unnamed mention counts: "two customs officers"."""
    for at in range(mention.first, min(mention.first + 3, mention.last + 1)):
        form = words.forms[at].lower()
        if form in _NUMBERS:
            return _NUMBERS.index(form) + 1
        if form.isdecimal() and at < mention.last and words.forms[at + 1] not in {"%", "percent"}:
            return int(form) if len(form) < 9 else None  # noqa: PLR2004  no count of people is longer
    singular = words.forms[mention.first].lower() in {"a", "an"}
    return 1 if singular else None
