"""Label the training texts once: articles in, one .npz of word arrays out.

    python training/prepare.py --data DATA --teacher FOLDER --vocab vocab.txt --out training/sets

DATA holds attribution_train.jsonl, attribution_dev.jsonl and news_texts.jsonl. The teacher (spaCy's
en_core_web_md) gives tags, lemmas, arcs, labels, entities and sentence starts, run a paragraph at
a time on Readout's own words. Attributions are gold. See training/README.md for the arrays.
"""

import argparse
import json
import pathlib
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from typing import get_args

import numpy as np
import spacy
from spacy.tokens import Doc

from readout.models.features import word_features
from readout.models.pieces import WordPieces
from readout.models.words import cut_words
from readout.records.reading import Act

ROLES = ("source", "cue", "content")
FIELDS = ("tag", "lemma", "head", "label", "entity", "start")
ACTS = get_args(Act)
ACT_LABELS = pathlib.Path(__file__).with_name("labels") / "acts.jsonl"
PARAGRAPH = re.compile(r"\n\s*\n")


def lemma_script(word: str, lemma: str) -> str:
    """Name the edit from a lower-cased word to its lemma: how many letters go, which come."""
    word, lemma = word.lower(), lemma.lower()
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    return f"{len(word) - same}+{lemma[same:]}"


def teacher_labels(job: tuple[str, list[dict]]) -> list[list[tuple]]:
    """Run the teacher over some articles; a row of FIELDS for each word."""
    folder, rows = job
    nlp = spacy.load(folder)
    out = []
    for row in rows:
        words, docs, bases = cut_words(row["text"]), [], []
        base = 0
        for first, last in paragraphs(row["text"], words):
            part = words[first:last]
            blanks = [row["text"][e : e + 1].isspace() for _, e in part]
            docs.append(Doc(nlp.vocab, words=[row["text"][s:e] for s, e in part], spaces=blanks))
            bases.append(first)
        labels = []
        for base, doc in zip(bases, nlp.pipe(docs), strict=True):
            for t in doc:
                entity = f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O"
                labels.append(
                    (
                        t.tag_,
                        lemma_script(t.text, t.lemma_),
                        base + t.head.i,
                        t.dep_,
                        entity,
                        t.is_sent_start,
                    )
                )
        out.append(labels)
    return out


def paragraphs(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges of words between blank lines."""
    between = (PARAGRAPH.search(text, words[i - 1][1], words[i][0]) for i in range(1, len(words)))
    cuts = [0, *(i for i, found in enumerate(between, start=1) if found), len(words)]
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def attribution_arrays(row: dict, words: list[tuple[int, int]]) -> dict[str, np.ndarray]:
    """BIO tags and links of one article: role[i] in 0..6, link[i] at each piece's first word.

    A content piece links to its cue's first word, a cue to its source's first word or -2 where no
    source is named; -1 elsewhere.
    """
    starts = np.array([s for s, _ in words])
    ends = np.array([e for _, e in words])
    role, link = np.zeros(len(words), np.int16), np.full(len(words), -1, np.int32)

    def piece(span: list[int]) -> tuple[int, int]:
        inside = np.nonzero(
            (np.minimum(ends, span[1]) - np.maximum(starts, span[0])) * 2 > ends - starts
        )[0]
        return (int(inside[0]), int(inside[-1]) + 1) if len(inside) else (0, 0)

    found = [
        {r: [p for s in sorted(a[r]) if (p := piece(s))[1]] for r in ROLES}
        for a in row["attributions"]
    ]
    for r in ("content", "source", "cue"):  # the shorter roles win where two meet
        for a in found:
            for s, e in a[r]:
                role[s] = 1 + 2 * ROLES.index(r)
                role[s + 1 : e] = 2 + 2 * ROLES.index(r)
    for a in found:
        if a["cue"]:
            cue = a["cue"][0][0]
            link[cue] = a["source"][0][0] if a["source"] else -2
            for s, _ in a["content"]:
                link[s] = cue
    return {"role": role, "link": link}


def taught_rows(rows: list[dict], teacher: pathlib.Path) -> list[list[tuple]]:
    """Run the teacher on all rows, on both cores; a list of FIELDS a row of the set."""
    chunks = [rows[i : i + 60] for i in range(0, len(rows), 60)]
    with ProcessPoolExecutor(2) as pool:
        parts = pool.map(teacher_labels, [(str(teacher), c) for c in chunks])
        return [labels for part in parts for labels in part]


def act_labels(path: pathlib.Path) -> dict[tuple[str, str], int]:
    """Read which act each labelled attribution is: (article, attribution) -> place in ACTS."""
    found = (json.loads(line) for line in path.open())
    return {(x["article"], x["attribution"]): ACTS.index(x["act"]) for x in found}


def act_array(
    row: dict, words: list[tuple[int, int]], acts: dict[tuple[str, str], int]
) -> np.ndarray:
    """Give the words of each labelled cue its act; -1 elsewhere."""
    act = np.full(len(words), -1, np.int16)
    for a in row.get("attributions", ()):
        if (row["id"], a["id"]) in acts:
            for start, end in a["cue"]:
                inside = [i for i, (s, e) in enumerate(words) if start <= s and e <= end]
                act[inside] = acts[row["id"], a["id"]]
    return act


def main() -> None:
    """Read the command line, label the three sets."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("data", "teacher", "vocab", "out"):
        ap.add_argument(f"--{name}", required=True, type=pathlib.Path)
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    pieces = WordPieces(a.vocab.read_text("utf-8").split("\n"))
    sets = {
        n: [json.loads(x) for x in (a.data / f"{f}.jsonl").open()]
        for n, f in (
            ("train", "attribution_train"),
            ("dev", "attribution_dev"),
            ("news", "news_texts"),
        )
    }
    vocab: dict[str, list[str]] = {}
    acts = act_labels(ACT_LABELS)
    for name, rows in sets.items():
        taught = taught_rows(rows, a.teacher)
        if name == "train":
            for k, field in enumerate(FIELDS):
                if field in ("tag", "lemma", "label", "entity"):
                    counted = Counter(x[k] for doc in taught for x in doc).most_common(300)
                    vocab[field] = [v for v, n in counted if n >= 3]  # noqa: PLR2004  rarer ones are slips
        arrays = pack(rows, taught, vocab, pieces)
        told = [act_array(row, cut_words(row["text"]), acts) for row in rows]
        np.savez(a.out / f"{name}.npz", **arrays, act=np.concatenate(told))
        print(name, len(rows), "articles")
    vocab["act"] = list(ACTS)
    (a.out / "vocab.json").write_text(json.dumps(vocab, indent=0))


def pack(
    rows: list[dict], taught: list[list[tuple]], vocab: dict, pieces: WordPieces
) -> dict[str, np.ndarray]:
    """Concatenate all articles' word arrays; `bounds` says where each begins."""
    parts: dict[str, list] = {
        k: [] for k in ("pieces", "count", "feature", "role", "link", *FIELDS)
    }
    bounds = [0]
    index = {f: {v: i for i, v in enumerate(vs)} for f, vs in vocab.items()}
    for row, labels in zip(rows, taught, strict=True):
        words = cut_words(row["text"])
        ids = [pieces.of(row["text"][s:e]) for s, e in words]
        parts["pieces"].append(np.array([p for w in ids for p in w], np.int32))
        parts["count"].append(np.array([len(w) for w in ids], np.int16))
        parts["feature"].append(np.array(word_features(row["text"], words), np.int16))
        gold = (
            attribution_arrays(row, words)
            if "attributions" in row
            else {
                "role": np.full(len(words), -1, np.int16),
                "link": np.full(len(words), -1, np.int32),
            }
        )
        for k, v in gold.items():
            parts[k].append(v)
        columns = list(zip(*labels, strict=True)) if labels else [[]] * len(FIELDS)
        for k, column in zip(FIELDS, columns, strict=True):
            values = [index[k].get(v, -1) for v in column] if k in index else column
            parts[k].append(np.array(values, np.int32))
        bounds.append(bounds[-1] + len(words))
    return {**{k: np.concatenate(v) for k, v in parts.items()}, "bounds": np.array(bounds)}


if __name__ == "__main__":
    main()
