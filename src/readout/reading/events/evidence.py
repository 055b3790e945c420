"""A word that may be a side to a deed in, what speaks for and against it out, as named signs.

The weights of the signs stand in `party_weights.tsv`, fitted by training/fit_parties.py. A sign is
written `first rest`, and many share their first part: most of what a word shows has no weight, and
where the first part has none nothing else of it is looked up.
"""

from collections.abc import Iterator
from functools import cache

from readout.data.tables import rows
from readout.reading.events.sides import Side
from readout.reading.events.syntax import Syntax

__all__ = ["Signs", "names_of", "signs", "weigh"]

Signs = tuple[tuple[str, tuple[str, ...]], ...]
"""The first parts of signs, each with the rests; a rest is "" where the first part is all."""
_FAR = 5  # steps of four words beyond which all is equally far


def signs(syntax: Syntax, side: Side, kind: str, deed: str, at: int) -> Signs:
    """Return the signs of a side of a deed of type `kind`; `deed` is the lemma of the word `at`."""
    head, way = side.head, side.way
    tag = syntax.tags[head]
    what = f"={syntax.entities[head][2:] or tag}"
    lemma = syntax.lemmas[head].lower()
    tail = f"*{way.rpartition('.')[2]}"
    far = min(abs(head - at) // 4, _FAR)
    return (
        ("start", ("",)),
        (way, ("", kind, deed, what, f"<{side.by}", f"{kind} {what}")),
        (tail, (kind, deed, what)),
        (what, (kind,)),
        (f"={lemma}", ("", tail)),
        (f"-{lemma[-3:]}", (tag,)),
        ("far", (f"{far}+" if head > at else f"{far}-",)),
    )


def names_of(shown: Signs) -> Iterator[str]:
    """Yield the signs as they are written in the table."""
    for first, rests in shown:
        for rest in rests:
            yield f"{first} {rest}" if rest else first


def weigh(shown: Signs, actor: float, recipient: float) -> tuple[float, float]:
    """Add what the signs say for a word as actor and as recipient, less what they say against."""
    weights = _weights()
    for first, rests in shown:
        known = weights.get(first)
        if known is None:
            continue
        for rest in rests:
            weight = known.get(rest)
            if weight is not None:
                actor += weight[0]
                recipient += weight[1]
    return actor, recipient


@cache
def _weights() -> dict[str, dict[str, tuple[float, float]]]:
    """Return what each sign adds to both log odds, by the first part of the sign, then the rest."""
    table: dict[str, dict[str, tuple[float, float]]] = {}
    for sign, actor, recipient in rows("party_weights.tsv"):
        first, _, rest = sign.partition(" ")
        table.setdefault(first, {})[rest] = (float(actor), float(recipient))
    return table
