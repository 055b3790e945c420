"""News about sport and markets in, word arrays out in which no word tells an event.

    python training/prepare_quiet.py --data DATA --work training/sets --without IDS

Run after prepare.py: the arrays are those of news.npz, for the texts whose words are of sport or of
markets and hardly of politics, with `event` 0 at each word. IDS is a file with a text's id a line,
of texts that are kept to measure on. A rough rule makes a rough set: a few events stand in it.
"""

import argparse
import json
import pathlib
import re

import numpy as np

SPORT = re.compile(
    r"\b(?:goals?|coach|season|league|cup|match|innings|tournament|quarterback|playoffs?|scored|"
    r"striker|championships?|medals?|midfielder|semifinals?|wicket|touchdown|teammates?)\b"
)
MARKETS = re.compile(
    r"\b(?:shares?|stocks?|index|profits?|revenue|investors?|quarterly?|earnings|analysts?|yen|"
    r"traders?|points|nasdaq|dow|sales|shareholders?|dividend)\b"
)
POLITICS = re.compile(
    r"\b(?:war|troops|minister|president|government|police|rebels?|protest\w*|parliament|army|"
    r"sanctions?|talks|killed|military|foreign|strike|court|arrest\w*|attack\w*|rights|senate)\b"
)
MANY, FEW = 0.025, 0.004  # shares of all words
LEAST = 100  # words of a text


def is_quiet(text: str) -> bool:
    """Say whether a text speaks of sport or markets and hardly of politics."""
    low = text.lower()
    size = len(low.split())
    told = max(len(SPORT.findall(low)), len(MARKETS.findall(low)))
    return size >= LEAST and told > MANY * size and len(POLITICS.findall(low)) < FEW * size


def main() -> None:
    """Read the command line, write quiet.npz."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("data", "work", "without"):
        ap.add_argument(f"--{name}", required=True, type=pathlib.Path)
    a = ap.parse_args()
    without = set(a.without.read_text().split())
    rows = [json.loads(line) for line in (a.data / "news_texts.jsonl").open()]
    news = dict(np.load(a.work / "news.npz"))
    firsts = np.concatenate([[0], np.cumsum(news["count"])])  # each word's first piece
    chosen = [i for i, row in enumerate(rows) if row["id"] not in without and is_quiet(row["text"])]
    ranges = [(int(news["bounds"][i]), int(news["bounds"][i + 1])) for i in chosen]
    quiet = {
        name: np.concatenate([news[name][lo:hi] for lo, hi in ranges])
        for name in news
        if name not in {"pieces", "bounds", "event"}
    }
    quiet["pieces"] = np.concatenate([news["pieces"][firsts[lo] : firsts[hi]] for lo, hi in ranges])
    quiet["bounds"] = np.cumsum([0, *(hi - lo for lo, hi in ranges)])
    quiet["event"] = np.zeros(int(quiet["bounds"][-1]), np.int16)
    np.savez(a.work / "quiet.npz", **quiet)
    print(len(chosen), "articles", len(quiet["event"]), "words")


if __name__ == "__main__":
    main()
