"""Scores of words in, sentences with tagged, linked words out."""

import numpy as np

from readout.models import Decoders, Encoded, Scores
from readout.reading.trees import best_tree
from readout.records.reading import Sentence, Token
from readout.records.text import Span

__all__ = ["find_sentences"]

_LONGEST = 300  # words; a longer run has no sentence in it (tables, noise) and is cut


def find_sentences(text: str, encoded: Encoded, decoders: Decoders) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order; together they hold all its words."""
    if not encoded.words:
        return ()
    names, scores = decoders.classes, encoded.scores
    tags = [names["tag"][i] for i in scores["tag"].argmax(axis=1).tolist()]
    scripts = [names["lemma"][i] for i in scores["lemma"].argmax(axis=1).tolist()]
    entities = _entities([names["entity"][i] for i in scores["entity"].argmax(axis=1).tolist()])
    bounds = _bounds(encoded)
    heads = _heads(scores, decoders, bounds)
    labels = _labels(scores, decoders, bounds, heads)
    sentences: list[Sentence] = []
    for lo, hi in bounds:
        tokens = tuple(
            Token(
                start,
                end,
                tags[i],
                _lemma(text[start:end], tags[i], scripts[i]),
                heads[i],
                labels[i],
                entities[i],
            )
            for i, (start, end) in enumerate(encoded.words[lo:hi], start=lo)
        )
        span = Span(tokens[0].start, tokens[-1].end)
        sentences.append(Sentence(span=span, tokens=tokens))
    return tuple(sentences)


def _bounds(encoded: Encoded) -> list[tuple[int, int]]:
    """Return the range of words of each sentence; a paragraph always begins one."""
    begins = encoded.scores["start"].argmax(axis=1).astype(bool)
    begins[encoded.paragraphs] = True
    firsts = np.nonzero(begins)[0].tolist()
    bounds: list[tuple[int, int]] = []
    for lo, hi in zip(firsts, [*firsts[1:], len(encoded.words)], strict=True):
        bounds.extend((at, min(at + _LONGEST, hi)) for at in range(lo, hi, _LONGEST))
    return bounds


def _heads(
    scores: dict[str, Scores], decoders: Decoders, bounds: list[tuple[int, int]]
) -> list[int]:
    """Return each word's head, counted within its sentence."""
    child = scores["arc.child"] @ decoders.arc[:-1] + decoders.arc[-1]
    parent = scores["arc.parent"]
    heads: list[int] = []
    for lo, hi in bounds:
        heads.extend(best_tree(child[lo:hi] @ parent[lo:hi].T))
    return heads


def _labels(
    scores: dict[str, Scores], decoders: Decoders, bounds: list[tuple[int, int]], heads: list[int]
) -> list[str]:
    """Return the label of each word's arc; a root's is ROOT, and nothing else's is."""
    names = decoders.classes["label"]
    root = names.index("ROOT")
    base = np.repeat([lo for lo, _ in bounds], [hi - lo for lo, hi in bounds])
    at = base + np.array(heads)
    ends = np.maximum(scores["lab.child"] + scores["lab.parent"][at], 0)
    table = ends @ decoders.label
    table[:, root] = -np.inf
    labels = [names[i] for i in table.argmax(axis=1).tolist()]
    for i in np.nonzero(at == np.arange(len(at)))[0].tolist():
        labels[i] = "ROOT"
    return labels


def _entities(tags: list[str]) -> list[str]:
    """Mend tag sequences: an inside tag that continues nothing begins an entity."""
    last = ""
    mended: list[str] = []
    for tag in tags:
        if tag == "O":
            last = ""
            mended.append("")
            continue
        kind = tag[2:]
        mended.append(("I-" if tag[0] == "I" and last == kind else "B-") + kind)
        last = kind
    return mended


def _lemma(word: str, tag: str, script: str) -> str:
    """Apply an edit script such as 3+y (cut three letters, put y) to a word; names keep theirs."""
    if tag in {"NNP", "NNPS"} and script == "0+":
        return word
    cut, _, put = script.partition("+")
    lower = word.lower()
    return lower[: max(len(lower) - int(cut), 0)] + put
