"""Persons who changed in, who held which office when out: the pages on which that is another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, select, update

from readout.ledger.identities.holders import Term, resolve_office, terms_of
from readout.ledger.identities.naming import Named
from readout.ledger.identities.units import Held
from readout.records.identities import ActorMention, Identity
from readout.stores.judging.kept import drop, put
from readout.stores.judging.units import POST, KeptUnit, load_units
from readout.stores.numbers import in_chunks
from readout.stores.schema_judged import NAME, TERM, UNIT

if TYPE_CHECKING:
    from readout.stores.rows import Row

__all__ = ["restate_holders", "terms_at"]

_Office = tuple[str, str]
_Rows = dict[int, set[tuple[str, str, str, str, str]]]


def restate_holders(
    connection: Connection,
    identities: Mapping[int, Identity],
    gone: Collection[int],
    posts: Collection[_Office],
) -> set[int]:
    """Resolve the mentions by office that a batch touches; return the pages where that changed."""
    touched = {*identities, *gone}
    was = _rows(connection, touched)
    now = _told(identities)
    offices: set[_Office] = set(posts)
    for number in touched:
        differing = was.get(number, set()) ^ now.get(number, set())
        offices.update((row[0], row[1]) for row in differing)
    changed = [one for one in touched if was.get(one, set()) != now.get(one, set())]
    drop(connection, TERM.c.identity, changed)
    rows: list[Row] = [
        {"office": o, "place": p, "identity": n, "first": first, "last": last, "given_up": left}
        for n in changed
        for o, p, first, last, left in sorted(now.get(n, ()))
    ]
    put(connection, TERM, rows)
    return _resolve(connection, offices)


def terms_at(connection: Connection, offices: Iterable[_Office]) -> dict[Held, list[Term]]:
    """Return who held these offices, each by its identity's number."""
    found: dict[Held, list[Term]] = defaultdict(list)
    wanted = set(offices)
    for chunk in in_chunks(sorted({office for office, _ in wanted})):
        for row in connection.execute(select(TERM).where(TERM.c.office.in_(chunk))).mappings():
            office = (row["office"], row["place"])
            if office in wanted:
                number = str(row["identity"])
                term = Term(row["first"], row["last"], row["given_up"], number, number)
                found[office].append(term)
    return {office: sorted(terms) for office, terms in found.items()}


def _told(identities: Mapping[int, Identity]) -> _Rows:
    found: _Rows = defaultdict(set)
    for number, one in identities.items():
        for (office, place), terms in terms_of([one]).items():
            for term in terms:
                found[number].add((office, place or "", term.first, term.last, term.left))
    return dict(found)


def _rows(connection: Connection, identities: Collection[int]) -> _Rows:
    found: _Rows = defaultdict(set)
    for chunk in in_chunks(sorted(identities)):
        for row in connection.execute(select(TERM).where(TERM.c.identity.in_(chunk))).mappings():
            told = (row["office"], row["place"], row["first"], row["last"], row["given_up"])
            found[row["identity"]].add(told)
    return dict(found)


def _resolve(connection: Connection, offices: set[_Office]) -> set[int]:
    spelt = {msgspec.json.encode((POST, *one)).decode(): one for one in offices}
    names: dict[int, _Office] = {}
    for chunk in in_chunks(sorted(spelt)):
        asked = select(NAME.c.number, NAME.c.words).where(NAME.c.words.in_(chunk))
        names.update((int(n), spelt[words]) for n, words in connection.execute(asked))
    terms = terms_at(connection, offices)
    moved: dict[int | None, list[int]] = defaultdict(list)
    for name, units in load_units(connection, names).items():
        office, place = names[name]
        for one in units:
            holder = _holder(Named("post", (office,), place), one, terms)
            if holder != one.holder:
                moved[holder].append(one.number)
    pages: set[int] = set()
    for holder, numbers in moved.items():
        for some in in_chunks(numbers):
            mine = UNIT.c.number.in_(some)
            pages.update(connection.execute(select(UNIT.c.page).where(mine)).scalars())
            connection.execute(update(UNIT).where(mine).values(holder=holder))
    return pages


def _holder(named: Named, one: KeptUnit, terms: Mapping[Held, list[Term]]) -> int | None:
    mention: ActorMention = one.unit.mentions[0]
    found = resolve_office(named, mention, terms).identity
    return int(found) if found else None
