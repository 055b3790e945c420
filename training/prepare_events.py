r"""Label the sets of the event heads: sentences, news and factuality rows in, word arrays out.

    python training/prepare_events.py --data DATA --teacher FOLDER --vocab vocab.txt \
        --out training/sets

Run after prepare.py, whose vocab.json it extends. Writes events.npz (the project's own sentences,
joined to articles), labelled.npz (openings of news texts of DATA, with their events as in
training/labels) and facts.npz (factuality_train.jsonl of DATA, some sentences an article). Parse
and entities come from the teacher here too. See training/README.md for the arrays.
"""

import argparse
import json
import pathlib
import sys
from collections.abc import Iterator

import numpy as np

ROOT = pathlib.Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # training is no package of the installation

from prepare import pack, taught_rows  # noqa: E402
from readout.models.pieces import WordPieces  # noqa: E402
from readout.models.words import cut_words  # noqa: E402
from training.labelled import read_labelled  # noqa: E402
from training.patterns import fill_patterns  # noqa: E402
from training.sentences import FOLDER, Example, ontology, read_sentences  # noqa: E402

SHUFFLES = 3  # orders in which the sentences are joined to articles
ARTICLE = 160  # words after which an article is long enough
SENTENCES = 8  # factuality sentences an article
FILLINGS = 2  # of each pattern in a shuffle
TIMES = {"UW": 2, "MEANTIME": 5}  # how often the sentences of news come; others are no news
SETS = ("events", "labelled", "facts")
LINES = 3  # at most so many unconnected lines a paragraph

Events = list[tuple[int, Example]]  # where in its article each sentence begins


def stories(examples: list[Example]) -> list[list[Example]]:
    """Put the sentences of a story together; other sentences stand alone."""
    found: list[list[Example]] = []
    for example in examples:
        if example.goes_on:
            found[-1].append(example)
        else:
            found.append([example])
    return found


def articles(units: list[list[Example]], rng: np.random.Generator) -> Iterator[tuple[str, Events]]:
    """Join stories and lone lines, in a new order, to articles of paragraphs."""
    text, events, size = "", [], 0
    left = 0  # lines that the present paragraph may still take
    for k in rng.permutation(len(units)):
        unit = units[k]
        alone = len(unit) == 1
        if alone and left:
            gap, left = " ", left - 1
        else:
            gap, left = "\n\n", int(rng.integers(0, LINES)) if alone else 0
        for number, example in enumerate(unit):
            text += (gap if not number else " ") if text else ""
            events.append((len(text), example))
            text += example.text
        size += sum(len(example.text.split()) for example in unit)
        if size > ARTICLE:
            yield text, events
            text, events, size, left = "", [], 0, 0
    if text:
        yield text, events


def covered(words: list[tuple[int, int]], start: int, end: int) -> list[int]:
    """Words that lie in a stretch of text; a word that sticks out counts where half lies in it."""
    return [i for i, (s, e) in enumerate(words) if (min(e, end) - max(s, start)) * 2 > e - s]


def event_arrays(
    text: str, events: Events, codes: dict[str, list[str]], base: int
) -> dict[str, np.ndarray]:
    """Type, mode and status of each trigger word, and its parties as (trigger, word, role).

    The trigger counts from the set's first word (`base` is the article's), the word of a party
    from the article's.
    """
    words = cut_words(text)
    event, mode, status = (np.full(len(words), fill, np.int16) for fill in (0, -1, -1))
    party: list[tuple[int, int, int]] = []
    for at, example in events:
        for told in example.events:
            triggers = covered(words, at + told.trigger.start, at + told.trigger.end)
            event[triggers] = codes["event"].index(told.type)
            name = f"{told.type}.{told.mode}" if told.mode else ""
            mode[triggers] = codes["mode"].index(name)
            status[triggers] = codes["status"].index(told.status)
            for role, spans in enumerate((told.actors, told.recipients)):
                for span in spans:
                    for word in covered(words, at + span.start, at + span.end):
                        party.extend((base + t, word, role) for t in triggers)
    return {
        "event": event,
        "mode": mode,
        "status": status,
        "party": np.array(party, np.int32).reshape(-1, 3),
    }


def fact_articles(path: pathlib.Path, rng: np.random.Generator) -> Iterator[tuple[str, list]]:
    """Join factuality sentences to articles; with each its events' place, value and kind.

    Sentences of news come more than once, in a new order, since they are few.
    """
    by_text: dict[str, list[tuple[int, int, float, str]]] = {}
    times: dict[str, int] = {}
    for line in path.open():
        row = json.loads(line)
        tokens = row["text"].split(" ")
        start = len(" ".join(tokens[: row["span"][0]])) + (row["span"][0] > 0)
        end = len(" ".join(tokens[: row["span"][1]]))
        times[row["text"]] = TIMES.get(row["dataset"], 1)
        kind = "factuality" if row["dataset"] in TIMES else "factuality_other"
        by_text.setdefault(row["text"], []).append((start, end, row["factuality"], kind))
    texts = [text for text in by_text for _ in range(times[text])]
    order = rng.permutation(len(texts))
    for k in range(0, len(order), SENTENCES):
        text, found = "", []
        for i in order[k : k + SENTENCES]:
            text += "\n\n" if text else ""
            found.extend((len(text) + s, len(text) + e, *rest) for s, e, *rest in by_text[texts[i]])
            text += texts[i]
        yield text, found


def fact_array(text: str, found: list[tuple[int, int, float, str]], kind: str) -> np.ndarray:
    """Value of each event word of one kind; not a number elsewhere."""
    words = cut_words(text)
    values = np.full(len(words), np.nan, np.float32)
    for start, end, value, of in found:
        if of == kind:
            values[covered(words, start, end)] = value
    return values


def main() -> None:
    """Read the command line, write the sets."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("data", "teacher", "vocab", "out"):
        ap.add_argument(f"--{name}", required=True, type=pathlib.Path)
    ap.add_argument("--sentences", type=pathlib.Path, default=FOLDER, help="marked-up files")
    ap.add_argument("--only", choices=SETS, help="one set instead of all")
    a = ap.parse_args()
    pieces = WordPieces(a.vocab.read_text("utf-8").split("\n"))
    vocab = json.loads((a.out / "vocab.json").read_text())
    codes = ontology()
    vocab["event"] = ["", *sorted(codes["type"])]
    vocab["mode"] = ["", *sorted(codes["mode"])]
    vocab["status"] = sorted(codes["status"])
    (a.out / "vocab.json").write_text(json.dumps(vocab, indent=0))
    rng = np.random.default_rng(0)
    wanted = (a.only,) if a.only else SETS
    if "events" in wanted:
        units = stories(list(read_sentences(a.sentences)))
        joined: list[tuple[str, Events]] = []
        for _ in range(SHUFFLES):
            filled = [[example] for example in fill_patterns(rng, times=FILLINGS)]
            joined.extend(articles([*units, *filled], rng))
        write_events(a, "events", joined, vocab, pieces)
    if "labelled" in wanted:
        read = read_labelled(a.data, held_out=False)
        write_events(a, "labelled", [(one.text, [(0, one)]) for one in read], vocab, pieces)
    if "facts" in wanted:
        facts = list(fact_articles(a.data / "factuality_train.jsonl", rng))
        values = {
            kind: np.concatenate([fact_array(*one, kind) for one in facts])
            for kind in ("factuality", "factuality_other")
        }
        np.savez(a.out / "facts.npz", **taught(a, facts, vocab, pieces), **values)


def write_events(
    a: argparse.Namespace,
    name: str,
    joined: list[tuple[str, Events]],
    vocab: dict,
    pieces: WordPieces,
) -> None:
    """Write one set of articles whose events are marked."""
    arrays, parts, base = taught(a, joined, vocab, pieces), [], 0
    for text, events in joined:
        parts.append(event_arrays(text, events, vocab, base))
        base += len(parts[-1]["event"])
    told = {k: np.concatenate([part[k] for part in parts]) for k in parts[0]}
    np.savez(a.out / f"{name}.npz", **arrays, **told)


def taught(
    a: argparse.Namespace, texts: list[tuple[str, list]], vocab: dict, pieces: WordPieces
) -> dict[str, np.ndarray]:
    """Return the teacher's arrays for the texts."""
    rows = [{"text": text} for text, _ in texts]
    arrays = pack(rows, taught_rows(rows, a.teacher), vocab, pieces)
    print(len(rows), "articles", int(arrays["bounds"][-1]), "words")
    return arrays


if __name__ == "__main__":
    main()
