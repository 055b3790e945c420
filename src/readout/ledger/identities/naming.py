"""An actor's words in, what they name out: a person or body by name, a state, an office, a post."""

from functools import lru_cache
from typing import NamedTuple

from readout.data.tables import rows
from readout.ledger.identities.fold import fold_name, fold_word
from readout.ledger.identities.offices import office_of, without_owner
from readout.ledger.identities.words import small_words
from readout.reading.actors.lexicon import Entry, lexicon
from readout.reading.actors.pieces import Piece, key, pieces
from readout.reading.mentions.lexicon import body_kind, gender_of_name, role_noun
from readout.records.identities import IdentityKind
from readout.records.reading import SpeakerKind

__all__ = ["Named", "what_is_named"]

_CACHE = 1 << 16
_MOST_WORDS = 12
_ARTICLES = ("the ", "The ", "a ", "an ", "A ", "An ")
_COMMON = frozenset({"title", "office", "trade", "person", "kin"})
_OWN_LAND = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO"})


class Named(NamedTuple):
    """What words name."""

    kind: IdentityKind
    words: tuple[str, ...]
    """Folded; of a body of a state those of its usual name."""
    place: str | None = None
    """The country whose state, office or post it is, or the organisation whose post."""


@lru_cache(maxsize=_CACHE)
def what_is_named(
    name: str, kind: SpeakerKind | None, country: str | None, organisation: str | None
) -> Named | None:
    """Return what the words name, with what their page says beside them; None for nobody's name.

    "two officials", "its critics", "Police" name nobody; "the foreign ministry" without a country
    names no one house.
    """
    bare = _bare(name)
    words = [piece for piece in pieces(bare) if piece.norm]
    if not words or len(words) > _MOST_WORDS:
        return None
    whole = _whole(bare, words, person=kind == "person")
    if whole is not None:
        return whole
    post = office_of(bare)
    if post is not None:
        owner = post.country or post.organisation or country or organisation
        return Named("post", (post.name,), owner)
    if kind in {"group", "unnamed"}:
        return None
    return _house(bare, country) or _by_name(bare, words, kind)


def _bare(name: str) -> str:
    bare = " ".join(name.split())
    for article in _ARTICLES:
        bare = bare.removeprefix(article)
    return bare.removesuffix("'s").removesuffix("’s")


def _whole(bare: str, words: list[Piece], *, person: bool) -> Named | None:
    """Return the state, seat or organisation that the whole name is, by the tables."""
    for entry in lexicon().entries.get(key(bare), ()):
        if (entry.capital and not bare[:1].isupper()) or (entry.acronym and not _loud(bare)):
            continue
        found = _of_entry(entry, words)
        if found is not None and not (person and found.kind == "state"):
            return found
    return None


def _of_entry(entry: Entry, words: list[Piece]) -> Named | None:
    told = tuple(fold_word(piece.said) for piece in words)
    if entry.kind == "country":
        return Named("state", (), entry.country)
    if entry.kind == "seat":
        return Named("office", told, entry.country)
    if entry.kind == "organisation":
        own = bool(entry.country) and entry.country not in _INTERNATIONAL
        if own and entry.codes and entry.codes[0] in _OWN_LAND:
            return Named("office", fold_name(entry.name), entry.country)
        return Named("organisation", fold_name(entry.name))
    return None


def _house(bare: str, country: str | None) -> Named | None:
    """Return a ministry, an army, an embassy: common words for a body, owned by a country."""
    owned = without_owner(bare)
    place = owned.country or (None if owned.organisation else country)
    norms = [piece.norm for piece in owned.words]
    if place is None or not any(_is_body(norm) and _of_state(norm) for norm in norms):
        return None
    if len(norms) == 1 and norms[0] in small_words("many"):
        return None
    if not all(_is_common(piece) for piece in owned.words):
        return None
    return Named("office", _usual(tuple(piece.norm for piece in owned.words)), place)


def _is_body(word: str) -> bool:
    return body_kind(word) == "organisation" and not word.endswith("ies")


def _of_state(word: str) -> bool:
    """Say whether the tables know the body as a state's: a navy, but no company."""
    return word in small_words("states") or any(
        entry.kind == "word" and bool(entry.codes) and entry.codes[0] in _OWN_LAND
        for entry in lexicon().entries.get(word, ())
    )


def _is_common(piece: Piece) -> bool:
    """Say whether the word is of the tables' and no name's own."""
    norm = piece.norm
    return (
        norm in small_words("links")
        or _is_body(norm)
        or norm in _portfolio_words()
        or any(entry.kind == "word" for entry in lexicon().entries.get(norm, ()))
    )


@lru_cache(maxsize=1)
def _portfolio_words() -> frozenset[str]:
    return frozenset(
        word for _, names in rows("actors_portfolios.tsv") for word in key(names).split()
    )


def _usual(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return "foreign ministry" for "Ministry of Foreign Affairs" too."""
    for house in ("ministry", "department"):
        if house in words:
            rest = [w for w in words if w != house and w not in small_words("links")]
            minister = office_of(f"minister of {' '.join(rest)}") if rest else None
            if minister is not None:
                return (*minister.name.split()[:-1], house)
            return (*rest, house)
    return tuple(word for word in words if word not in small_words("links"))


def _by_name(bare: str, words: list[Piece], kind: SpeakerKind | None) -> Named | None:
    """Return what has a name of its own: each word has a capital, and not all are common."""
    bodies = sum(_is_body(piece.norm) for piece in words)
    own = [p for p in words if p.said not in small_words("links")]
    if not own or not all(p.said[:1].isupper() or p.said[:1].isdigit() for p in own):
        return None
    if not own[0].said[:1].isupper() or all(_says_nobody(piece) for piece in own):
        return None
    folded = fold_name(bare)
    if not any(folded):
        return None
    sure = kind if kind in {"person", "organisation"} and not bodies else None
    if sure == "person" or (not bodies and gender_of_name(own[0].said) and len(own) > 1):
        return Named("person", folded)
    return Named("organisation" if bodies or sure else "name", folded)


def _says_nobody(piece: Piece) -> bool:
    noun = role_noun(piece.said)
    return (
        piece.norm in small_words("nobody")
        or (noun is not None and noun.kind in _COMMON)
        or bool(body_kind(piece.norm))
        or any(entry.kind in {"word", "people"} for entry in lexicon().entries.get(piece.norm, ()))
    )


def _loud(bare: str) -> bool:
    return bare.replace(".", "").replace("-", "").isupper()
