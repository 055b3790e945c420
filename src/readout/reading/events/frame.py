"""A sentence in, its words in parallel lists and what hangs on each out, for rules of status."""

from dataclasses import dataclass

from readout.records.reading import Sentence
from readout.records.text import Span

__all__ = ["Frame", "frame_of"]


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of one sentence; each list has one entry a word."""

    text: str
    sentence: Sentence
    low: list[str]
    """The words in lower case."""
    lemmas: list[str]
    tags: list[str]
    heads: list[int]
    """The word it depends on; itself for a root and where no arc is known."""
    labels: list[str]
    kids: list[list[int]]
    """The words that hang on it, in text order."""

    def span(self, first: int, last: int) -> Span:
        """Return where the words first to last, both included, stand."""
        tokens = self.sentence.tokens
        return Span(tokens[first].start, tokens[last].end)

    def top(self, first: int, last: int) -> int:
        """Return the word of first..last on which the others hang."""
        for at in range(first, last + 1):
            if not first <= self.heads[at] <= last or self.heads[at] == at:
                return at
        return first

    def child(self, at: int, label: str) -> int:
        """Return the first word that hangs on `at` by the label, or -1."""
        labels = self.labels
        for kid in self.kids[at]:
            if labels[kid] == label:
                return kid
        return -1


def frame_of(text: str, sentence: Sentence) -> Frame:
    """Return the sentence's words in lists; `text` is the article's."""
    tokens = sentence.tokens
    kids: list[list[int]] = [[] for _ in tokens]
    heads = [t.head if t.head >= 0 else at for at, t in enumerate(tokens)]
    for at, head in enumerate(heads):
        if head != at:
            kids[head].append(at)
    return Frame(
        text=text,
        sentence=sentence,
        low=[text[t.start : t.end].lower() for t in tokens],
        lemmas=[t.lemma for t in tokens],
        tags=[t.tag for t in tokens],
        heads=heads,
        labels=[t.label for t in tokens],
        kids=kids,
    )
