"""A sentence in, its words in parallel lists and what hangs on each out, to walk over fast."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from readout.records.reading import Sentence
from readout.records.text import Span

__all__ = ["Syntax", "read_syntax"]


@dataclass(frozen=True, slots=True)
class Syntax:
    """The words of one sentence; each list has one entry a word."""

    text: str
    """The article's."""
    starts: list[int]
    ends: list[int]
    forms: list[str]
    """In lower case."""
    lemmas: list[str]
    tags: list[str]
    heads: list[int]
    """The word it depends on; itself for the root."""
    labels: list[str]
    entities: list[str]
    children: list[list[int]]
    """The words that depend on each, in text order."""
    groups: dict[int, tuple[int, int]] = field(default_factory=dict)
    """First and last word of the noun groups that were asked for, by their heads."""

    def span(self, first: int, last: int) -> Span:
        """Return where the words first to last, both included, stand."""
        return Span(self.starts[first], self.ends[last])

    def top(self, first: int, last: int) -> int:
        """Return the first word of first..last that hangs on none of the others."""
        for at in range(first, last + 1):
            if not first <= self.heads[at] <= last or self.heads[at] == at:
                return at
        return first

    def child(self, head: int, labels: Collection[str]) -> int | None:
        """Return the first word that hangs on `head` by one of the labels."""
        for at in self.children[head]:
            if self.labels[at] in labels:
                return at
        return None

    def hanging(self, head: int, labels: Collection[str]) -> Iterator[int]:
        """Yield the words that hang on `head` by one of the labels."""
        return (at for at in self.children[head] if self.labels[at] in labels)

    def is_verb(self, at: int) -> bool:
        """Say whether the word is a verb by its tag."""
        return self.tags[at].startswith("VB")

    def is_noun(self, at: int) -> bool:
        """Say whether the word is a noun or a name by its tag."""
        return self.tags[at].startswith("NN")


def read_syntax(text: str, sentence: Sentence) -> Syntax:
    """Return the words of the sentence; a word without a head hangs on nothing, like a root."""
    tokens = sentence.tokens
    heads = [token.head if token.head >= 0 else at for at, token in enumerate(tokens)]
    labels = [token.label for token in tokens]
    children: list[list[int]] = [[] for _ in tokens]
    for at, head in enumerate(heads):
        if head != at:
            children[head].append(at)
        else:
            labels[at] = "ROOT"
    return Syntax(
        text=text,
        starts=[token.start for token in tokens],
        ends=[token.end for token in tokens],
        forms=[text[token.start : token.end].lower() for token in tokens],
        lemmas=[token.lemma for token in tokens],
        tags=[token.tag for token in tokens],
        heads=heads,
        labels=labels,
        entities=[token.entity for token in tokens],
        children=children,
    )
