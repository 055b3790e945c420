"""A reading in, a row for each token of a spaCy `Doc` out.

spaCy keeps the space after a word with the word, and makes tokens of all other white space; so do
these rows, and their texts put together are the article's text.
"""

from collections.abc import Iterator

import msgspec

from readout.bridges.universal import universal_tag
from readout.records.reading import Reading, Token

__all__ = ["DocToken", "doc_tokens"]


class DocToken(msgspec.Struct, frozen=True, kw_only=True):
    """One token of a `Doc`, a word or white space."""

    text: str
    space: bool
    """Whether a space follows."""
    tag: str
    pos: str
    lemma: str
    head: int
    """Index in the `Doc`; its own for a root."""
    label: str
    entity: str


def doc_tokens(reading: Reading) -> list[DocToken]:
    """Return the rows of the whole text, in order; the reading has sentences."""
    text = reading.article.text
    words = [word for sentence in reading.sentences for word in sentence.tokens]
    gaps = [text[: words[0].start], *_gaps(text, words)]
    rests = [gaps[0], *(gap.removeprefix(" ") for gap in gaps[1:])]
    places: list[int] = []  # where each word stands in the Doc
    for rest in rests[:-1]:
        places.append((places[-1] if places else -1) + 1 + bool(rest))
    rows = [_white(rests[0], head=1)] if rests[0] else []
    at = 0
    for sentence in reading.sentences:
        first = at
        for word in sentence.tokens:
            at += 1
            head = places[first + word.head]
            rows.append(_word(text, word, head=head, space=gaps[at].startswith(" ")))
            if rests[at]:
                rows.append(_white(rests[at], head=len(rows) - 1))
    return rows


def _gaps(text: str, words: list[Token]) -> Iterator[str]:
    """Yield what stands after each word, up to the next."""
    starts = [*(word.start for word in words[1:]), len(text)]
    for word, start in zip(words, starts, strict=True):
        yield text[word.end : start]


def _word(text: str, word: Token, *, head: int, space: bool) -> DocToken:
    return DocToken(
        text=text[word.start : word.end],
        space=space,
        tag=word.tag,
        pos=universal_tag(word.tag, word.lemma, word.label),
        lemma=word.lemma,
        head=head,
        label=word.label,
        entity=word.entity or "O",
    )


def _white(text: str, *, head: int) -> DocToken:
    """Return white space as spaCy has it: it hangs on the word before."""
    return DocToken(
        text=text,
        space=False,
        tag="_SP",
        pos="SPACE",
        lemma=text,
        head=head,
        label="dep",
        entity="O",
    )
