"""Sentences in, the article's words in parallel lists out, for finders to walk over fast."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.quotes import find_quoted
from readout.records.article import Article
from readout.records.reading import Sentence
from readout.records.text import Span

__all__ = ["Words", "words_of"]


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one article; each list has one entry a word unless it says otherwise."""

    text: str
    starts: list[int]
    ends: list[int]
    forms: list[str]
    tags: list[str]
    lemmas: list[str]
    entities: list[str]
    heads: list[int]
    """The word it depends on; itself for a root and where no arc is known."""
    labels: list[str]
    """The label of that arc, or ""."""
    sentence: list[int]
    """Number of its sentence."""
    firsts: list[int]
    """One a sentence: its first word; then the number of all words."""
    paragraphs: list[int]
    """One a sentence: the number of its block."""
    quoted: bytearray
    """1 for a word inside quotation marks."""

    def span(self, first: int, last: int) -> Span:
        """Return where the words first to last, both included, stand."""
        return Span(self.starts[first], self.ends[last])

    def said(self, first: int, last: int) -> str:
        """Return the words first to last as the text has them."""
        return self.text[self.starts[first] : self.ends[last]]

    def within(self, span: Span) -> range:
        """Return the words that lie in `span`, at least in part."""
        lo = bisect_right(self.ends, span.start)
        hi = bisect_right(self.starts, span.end - 1, lo)
        return range(lo, hi)

    def sentence_range(self, number: int) -> range:
        """Return the words of a sentence."""
        return range(self.firsts[number], self.firsts[number + 1])


def words_of(article: Article, sentences: Sequence[Sentence]) -> Words:
    """Return the words of the sentences, in their order."""
    text = article.text
    tokens = [token for sentence in sentences for token in sentence.tokens]
    starts = [token.start for token in tokens]
    firsts, numbers, heads = [0], [], []
    for number, sentence in enumerate(sentences):
        first = firsts[-1]
        for at, token in enumerate(sentence.tokens, start=first):
            heads.append(first + token.head if token.head >= 0 else at)
        numbers.extend([number] * len(sentence.tokens))
        firsts.append(len(numbers))
    begins = [block.span.start for block in article.blocks]
    quoted = bytearray(len(tokens))
    for span in find_quoted(text):
        lo, hi = bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1)
        quoted[lo:hi] = b"\1" * (hi - lo)
    return Words(
        text=text,
        starts=starts,
        ends=[token.end for token in tokens],
        forms=[text[token.start : token.end] for token in tokens],
        tags=[token.tag for token in tokens],
        lemmas=[token.lemma for token in tokens],
        entities=[token.entity for token in tokens],
        heads=heads,
        labels=[token.label for token in tokens],
        sentence=numbers,
        firsts=firsts,
        paragraphs=[bisect_right(begins, sentence.span.start) for sentence in sentences],
        quoted=quoted,
    )
