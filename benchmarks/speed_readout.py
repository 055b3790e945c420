"""Articles in, the seconds Readout or its encoder alone needs for them out; a worker for speed.py.

First line on standard input: the texts, a JSON array. Then one line a run: `reading` for
the whole way from text to reading, `encoder` for the encoder's own pass over the same articles.
Each answer is one JSON object.
"""

import resource
import sys
import time
from collections.abc import Sequence

import msgspec

from benchmarks.articles import BATCH, Row, readings
from readout.models import Encoder, load_encoder

__all__ = ["main"]


def main() -> None:
    """Load the model, then answer each line with the seconds one run took."""
    texts = msgspec.json.decode(sys.stdin.readline(), type=list[str])
    chosen = [Row(id=str(number), text=text) for number, text in enumerate(texts)]
    started = time.perf_counter()
    encoder = load_encoder(threads=1)
    _answer(time.perf_counter() - started)
    for line in sys.stdin:
        _answer(
            _encoding(encoder, chosen) if line.strip() == "encoder" else _reading(encoder, chosen)
        )


def _reading(encoder: Encoder, chosen: Sequence[Row]) -> float:
    started = time.perf_counter()
    for _ in readings(chosen, encoder):
        pass
    return time.perf_counter() - started


def _encoding(encoder: Encoder, chosen: Sequence[Row]) -> float:
    started = time.perf_counter()
    for start in range(0, len(chosen), BATCH):
        encoder([row.text for row in chosen[start : start + BATCH]])
    return time.perf_counter() - started


def _answer(seconds: float) -> None:
    """Print the seconds and the most memory held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(msgspec.json.encode({"seconds": seconds, "peak_mb": peak}).decode(), flush=True)


if __name__ == "__main__":
    main()
