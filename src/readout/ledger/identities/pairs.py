"""Profiles in, out: the pairs that may be of one, found by their names and never by all pairs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from readout.ledger.identities.fold import full_given
from readout.ledger.identities.profiles import Profile
from readout.ledger.identities.units import Words

__all__ = ["CROWD", "candidate_pairs", "name_keys"]

_MOST_PAIRS = 100_000
"""Pairs of names that a block may give; where more people share a surname, only full names tell."""
_MOST_OWNERS = 1000
"""Persons of one surname from which on it alone says nothing."""


CROWD = 300
"""Names under one key from which on the limits above may tell: all of them hang together."""


def name_keys(words: Words) -> frozenset[str]:
    """Return the keys under which names that may be one's meet: "=falk", "jfalk" of "Jon Falk".

    A name of one word meets the longer ones under the first kind alone.
    """
    tail = set(words[1:]) or set(words)
    letters = {given[:1] for given in full_given(words[0])} if len(words) > 1 else set()
    return frozenset(
        {f"={word}" for word in tail} | {f"{letter}{word}" for letter in letters for word in tail}
    )


def candidate_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of profiles whose names may be one's, the smaller first, each pair once."""
    by_name: dict[Words, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        by_name[profile.words].append(number)
    for numbers in by_name.values():
        if len(numbers) * len(numbers) <= _MOST_PAIRS:
            yield from ((a, b) for n, a in enumerate(numbers) for b in numbers[n + 1 :])
    for one, other in sorted(_names(by_name, profiles)):
        if len(by_name[one]) * len(by_name[other]) <= _MOST_PAIRS:
            yield from ((min(a, b), max(a, b)) for a in by_name[one] for b in by_name[other])


def _names(
    by_name: dict[Words, list[int]], profiles: Sequence[Profile]
) -> set[tuple[Words, Words]]:
    """Return pairs of different names, the shorter first, of which one may stand for the other."""
    blocks: dict[tuple[str, str], list[Words]] = defaultdict(list)
    owners: dict[str, list[Words]] = defaultdict(list)
    for words, numbers in by_name.items():
        if len(words) == 1 or profiles[numbers[0]].kind == "organisation":
            continue
        letters = {given[:1] for given in full_given(words[0])}
        for word in set(words[1:]):
            owners[word].append(words)
            for letter in letters:
                blocks[letter, word].append(words)
    found: set[tuple[Words, Words]] = {
        (words, full)
        for words in by_name
        if len(words) == 1 and len(owners.get(words[0], ())) <= _MOST_OWNERS
        for full in owners.get(words[0], ())
    }
    for (_, word), names in blocks.items():
        found.update(_of_block(word, names))
    return found


def _of_block(word: str, names: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """Yield pairs of names of one surname and first letter; of a crowd only the shortest names'."""
    shorts = [words for words in names if words[-1] == word]
    if len(shorts) * len(names) > _MOST_PAIRS:
        shorts = [words for words in shorts if len(words) == 2]  # noqa: PLR2004  given and surname
    if len(shorts) * len(names) <= _MOST_PAIRS:
        yield from (
            (short, long)
            for short in shorts
            for long in names
            if (len(short), short) < (len(long), long)
        )
