"""Identities in, rows of the tables that show them out."""

from collections.abc import Iterable, Iterator, Sequence

from readout.records.identities import Identity, KnownActor, SaidOf

__all__ = [
    "ACTOR",
    "ACTORS",
    "ACTORS_SHORT",
    "ACTOR_SHORT",
    "actor_rows",
    "actor_short_rows",
    "actors_rows",
    "actors_short_rows",
]

ACTORS = ("actor", "kind", "name", "country", "role", "first", "last", "pages", "p")
ACTORS_SHORT = ("actor", "kind", "name", "country", "last", "pages", "p")
ACTOR = ("actor", "what", "words", "first", "last", "pages", "on")
ACTOR_SHORT = ACTOR[:-1]
"""Without the digests of the pages, which are too long for a terminal."""
_ID = 8  # letters of an id, enough to ask for it by
_Row = dict[str, str | int]


def actors_rows(identities: Iterable[Identity]) -> Iterator[_Row]:
    """Yield a row an identity; a role or country of several is the one most pages say."""
    for one in identities:
        yield {
            "actor": one.identity_id,
            "kind": one.kind,
            "name": one.name,
            "country": _first(one.countries),
            "role": _first(one.roles),
            "first": one.first or "",
            "last": one.last or "",
            "pages": len(one.pages),
            "p": f"{one.p:.2f}",
        }


def actors_short_rows(identities: Iterable[Identity]) -> Iterator[_Row]:
    """Yield the same for a terminal: the role beside the name, and the beginning of the id."""
    for row in actors_rows(identities):
        name = f"{row['name']}, {row['role']}" if row["role"] else row["name"]
        yield row | {"name": name, "actor": str(row["actor"])[:_ID]}


def actor_rows(known: Iterable[KnownActor]) -> Iterator[_Row]:
    """Yield a row for each thing said of each actor, then why it is one, and what was resolved."""
    for one in known:
        identity = one.identity
        for what, said in (
            ("name", identity.names),
            ("role", identity.roles),
            ("country", identity.countries),
            ("sector", identity.sectors),
            ("organisation", identity.organisations),
        ):
            yield from (_said(identity, what, each) for each in said)
        for reason in identity.reasons:
            yield _told(identity, "because", f"{reason} (p {identity.p:.2f})")
        for reason in identity.open:
            yield _told(identity, "open", reason)
        for each in one.references:
            row = _told(identity, "by office", f"{each.reason} (p {each.p:.2f})")
            day = each.mention.day or ""
            yield row | {"first": day, "last": day, "pages": 1, "on": each.mention.page}


def actor_short_rows(known: Iterable[KnownActor]) -> Iterator[_Row]:
    """Yield the same for a terminal, with the beginning of the id."""
    for row in actor_rows(known):
        yield row | {"actor": str(row["actor"])[:_ID]}


def _first(said: Sequence[SaidOf]) -> str:
    return said[0].value if said else ""


def _said(identity: Identity, what: str, said: SaidOf) -> _Row:
    return _told(identity, what, said.value) | {
        "first": said.first or "",
        "last": said.last or "",
        "pages": len(said.pages),
        "on": " ".join(said.pages),
    }


def _told(identity: Identity, what: str, words: str) -> _Row:
    return {
        "actor": identity.identity_id,
        "what": what,
        "words": words,
        "first": "",
        "last": "",
        "pages": "",
        "on": "",
    }
