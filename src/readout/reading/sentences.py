"""Scores of words and the text's frame in, sentences with tagged, linked words out."""

import numpy as np

from readout.models import Decoders, Encoded, Scores
from readout.reading.entities import find_entities
from readout.reading.layout import Layout
from readout.records.reading import Sentence, Token
from readout.records.text import Span

__all__ = ["find_sentences"]


def find_sentences(
    text: str, encoded: Encoded, layout: Layout, decoders: Decoders
) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order; together they hold all its words."""
    if not encoded.words:
        return ()
    names, scores = decoders.classes, encoded.scores
    tags = [names["tag"][i] for i in scores["tag"].argmax(axis=1).tolist()]
    scripts = [names["lemma"][i] for i in scores["lemma"].argmax(axis=1).tolist()]
    entities = find_entities(scores["entity"], names["entity"])
    labels = _labels(scores, layout, decoders)
    heads = layout.head.tolist()
    sentences: list[Sentence] = []
    for lo, hi in layout.bounds:
        tokens = tuple(
            Token(
                start,
                end,
                tags[i],
                _lemma(text[start:end], tags[i], scripts[i]),
                heads[i] - lo,
                labels[i],
                entities[i],
            )
            for i, (start, end) in enumerate(encoded.words[lo:hi], start=lo)
        )
        span = Span(tokens[0].start, tokens[-1].end)
        sentences.append(Sentence(span=span, tokens=tokens))
    return tuple(sentences)


def _labels(scores: dict[str, Scores], layout: Layout, decoders: Decoders) -> list[str]:
    """Return the label of each word's arc; a root's is ROOT, and nothing else's is."""
    names = decoders.classes["label"]
    root = names.index("ROOT")
    ends = np.maximum(scores["lab.child"] + scores["lab.parent"][layout.head], 0)
    table = ends @ decoders.label
    table[:, root] = -np.inf
    labels = [names[i] for i in table.argmax(axis=1).tolist()]
    for i in np.nonzero(layout.head == np.arange(len(layout.head)))[0].tolist():
        labels[i] = "ROOT"
    return labels


def _lemma(word: str, tag: str, script: str) -> str:
    """Apply an edit script such as 3+y (cut three letters, put y) to a word; names keep theirs."""
    if tag in {"NNP", "NNPS"} and script == "0+":
        return word
    cut, _, put = script.partition("+")
    lower = word.lower()
    return lower[: max(len(lower) - int(cut), 0)] + put
