"""Texts in, what spaCy's en_core_web_md says of their words out; a worker for parse.py.

It runs in whatever Python has spaCy, so it imports nothing of the project. Standard input is one
JSON array of texts, standard output one JSON array of what was found in each: `words` as arrays of
start, end, tag, lemma, index of the head and label; `starts`, where sentences begin; `entities` as
arrays of start, end and type. White space is no word: an arc to it leads on to its own head.
"""

import json
import sys

import spacy
from spacy.tokens import Doc, Token
from speed_spacy import model  # type: ignore[import-not-found]  # beside this file


def main() -> None:
    """Read the texts, print the words."""
    texts = json.loads(sys.stdin.readline())
    print(json.dumps([found(doc) for doc in spacy.load(model()).pipe(texts, batch_size=64)]))


def found(doc: Doc) -> dict[str, list[object]]:
    """Return what was found in one text."""
    words = [token for token in doc if not token.is_space]
    index = {token.i: number for number, token in enumerate(words)}
    firsts = (next((word for word in sent if not word.is_space), None) for sent in doc.sents)
    return {
        "words": [
            [
                word.idx,
                word.idx + len(word),
                word.tag_,
                word.lemma_,
                index.get(head(word).i, index[word.i]),
                word.dep_,
            ]
            for word in words
        ],
        "starts": [word.idx for word in firsts if word is not None],
        "entities": [
            [ent.start_char, ent.end_char, ent.label_] for ent in doc.ents if ent.text.strip()
        ],
    }


def head(word: Token) -> Token:
    """Return the word's head, past white space."""
    above = word.head
    while above.is_space and above.head.i != above.i:
        above = above.head
    return above


if __name__ == "__main__":
    main()
