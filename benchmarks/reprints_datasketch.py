"""Articles in, the pairs that datasketch's MinHash holds alike out; a worker for reprints.py.

It runs in whatever Python has datasketch, so it imports nothing of the project. Standard input is
one JSON array of [id, text], standard output one JSON object: for each threshold of Jaccard
similarity, the pairs. Words and shingles are those usual with it: lower case, five words.
"""

import json
import re
import sys

from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]

_THRESHOLDS = (0.5, 0.2)
_SHINGLE = 5


def main() -> None:
    """Read the articles, print the pairs."""
    articles = json.loads(sys.stdin.read())
    hashed = {each: minhash(text) for each, text in articles}
    print(json.dumps({str(each): alike(hashed, each) for each in _THRESHOLDS}))


def minhash(text: str) -> MinHash:
    """Return the MinHash of a text, of 128 permutations."""
    words = re.findall(r"\w+", text.lower())
    rows = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    found = MinHash(num_perm=128)
    found.update_batch([each.encode() for each in sorted(rows)])
    return found


def alike(hashed: dict[str, MinHash], threshold: float) -> list[tuple[str, str]]:
    """Return the pairs that the index proposes and whose estimate reaches the threshold."""
    index = MinHashLSH(threshold=threshold, num_perm=128)
    for each, value in hashed.items():
        index.insert(each, value)
    return sorted(
        (each, other)
        for each, value in hashed.items()
        for other in index.query(value)
        if each < other and value.jaccard(hashed[other]) >= threshold
    )


if __name__ == "__main__":
    main()
