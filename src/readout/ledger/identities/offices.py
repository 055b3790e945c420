"""A role in, the office out that one person at a time holds, and whose it is."""

from functools import lru_cache
from typing import NamedTuple

from readout.data.tables import rows
from readout.ledger.identities.words import small_words
from readout.reading.actors.lexicon import Entry, lexicon
from readout.reading.actors.pieces import Piece, pieces

__all__ = ["Office", "Owned", "office_of", "without_owner"]

_CACHE = 1 << 15
_LONGEST_OWNER = 4  # words: "the Democratic Republic of Congo" without its small words
_LINKS = frozenset({"of", "for", "in"})


class Office(NamedTuple):
    """An office, and the country or the organisation the words name as its owner."""

    name: str
    country: str | None
    organisation: str | None


class Owned(NamedTuple):
    """A phrase without the words that say whose the thing is."""

    words: tuple[Piece, ...]
    country: str | None
    organisation: str | None


@lru_cache(maxsize=_CACHE)
def office_of(role: str) -> Office | None:
    """Return the office that all of the words name; None for a deputy, a spokesman, an ex."""
    owned = without_owner(role)
    name = _offices().get(" ".join(piece.norm for piece in owned.words))
    return Office(name, owned.country, owned.organisation) if name else None


@lru_cache(maxsize=_CACHE)
def without_owner(phrase: str) -> Owned:
    """Return the phrase without its article and the country or organisation that owns it.

    "Norway's foreign ministry", "the foreign ministry of Norway": "foreign ministry", NOR.
    """
    left: list[Piece] = []
    country = organisation = None
    words = [piece for piece in pieces(phrase) if piece.norm]
    at = 0
    while at < len(words):
        size, entry = _owner(words, at)
        if entry is not None:
            if entry.kind == "organisation":
                organisation = entry.name
            else:
                country = entry.country
            if left and left[-1].norm == "the":
                del left[-1]
            if left and left[-1].norm in _LINKS:
                del left[-1]
            at += size
        else:
            left.append(words[at])
            at += 1
    while left and left[0].norm in small_words("leading"):
        del left[0]
    return Owned(tuple(left), country, organisation)


def _owner(words: list[Piece], at: int) -> tuple[int, Entry | None]:
    """Return how many words from `at` name a country or an organisation, and which."""
    lex = lexicon()
    longest = min(_LONGEST_OWNER, len(words) - at, lex.longest.get(words[at].norm, 0))
    for size in range(longest, 0, -1):
        form = " ".join(piece.norm for piece in words[at : at + size])
        said = words[at].said
        for entry in lex.entries.get(form, ()):
            capital = said[:1].isupper() or not entry.capital
            loud = said.replace(".", "").isupper() or not entry.acronym
            if entry.kind in {"country", "people", "organisation"} and capital and loud:
                return size, entry
    return 0, None


@lru_cache(maxsize=1)
def _offices() -> dict[str, str]:
    table: dict[str, str] = {}
    for _, portfolios in rows("actors_portfolios.tsv"):
        for portfolio in portfolios.split(";"):
            name = f"{portfolio} minister"
            for link in ("of", "for", "of the", "for the"):
                table[_norm(f"minister {link} {portfolio}")] = name
            table[_norm(name)] = name
    for name, *others in rows("identity_offices.tsv"):
        for form in (name, *";".join(others).split(";")):
            if form:
                table[_norm(form)] = name
    return table


def _norm(form: str) -> str:
    return " ".join(piece.norm for piece in pieces(form) if piece.norm)
