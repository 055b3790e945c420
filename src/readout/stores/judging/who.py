"""Identities that changed in, the documents that this may touch out; and who is who on pages."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import msgspec
from sqlalchemy import Connection, RowMapping, select, update

from readout.ledger.who import Names, Who, fold, patrons_of, who_of, with_patron
from readout.records.entries import Entered
from readout.records.identities import Identity
from readout.stores.judging.documents import used_names
from readout.stores.judging.kept import drop, put
from readout.stores.judging.names import Renamed
from readout.stores.numbers import in_chunks
from readout.stores.rows import Row, packed
from readout.stores.schema import PAGE
from readout.stores.schema_judged import BEARER, IDENTITY, JUDGED, NAME_USE, PATRON, UNIT

__all__ = ["Known", "keep_identities", "names_on"]

_WHO = msgspec.json.Decoder(Who)
_CALLED = msgspec.json.Decoder(tuple[str, ...])
_Bearers = dict[int, set[str]]


@dataclass(slots=True)
class Known:
    """The documents for which somebody is another, or known otherwise, than before."""

    otherwise: set[int] = field(default_factory=set)
    by_role: set[int] = field(default_factory=set)
    """Those for which nothing but somebody's roles did change."""


@dataclass(slots=True)
class _Changed:
    """What of identities is not as it was."""

    numbers: set[int] = field(default_factory=set)
    whole: set[int] = field(default_factory=set)
    """Identities that are known otherwise."""
    roles: set[int] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    """Folded names that another bears now, or one more, or one less."""


def keep_identities(connection: Connection, renamed: Renamed, pages: Collection[int]) -> Known:
    """Keep the identities; return the documents they touch, those of `pages` among them."""
    was = _rows(connection, {*renamed.now, *renamed.gone})
    fresh = {number: _row(number, one) for number, one in renamed.now.items()}
    changed = _Changed(
        numbers={n for n, row in fresh.items() if n not in was or was[n]["record"] != row["record"]}
    )
    _keep(connection, renamed, changed, fresh)
    told = {
        n
        for n in changed.numbers | renamed.gone
        if n not in was or n not in fresh or was[n]["who"] != fresh[n]["who"]
    }
    names = changed.names | _names_of(connection, told)
    _with_patrons(connection, changed, names, was)
    contested = _pages(connection, changed.numbers, contested=True)
    whole = {*pages, *renamed.moved, *contested, *_pages(connection, changed.whole)}
    called = changed.names | _names_of(connection, changed.whole)
    known = Known()
    known.otherwise = _documents(connection, whole) | _using(connection, called)
    known.by_role = _documents(connection, _pages(connection, changed.roles))
    known.by_role |= _using(connection, _names_of(connection, changed.roles))
    return known


def names_on(connection: Connection, entered: Iterable[Entered]) -> Names:
    """Return who is who on the pages of these documents."""
    listed = list(entered)
    digests = {one.reading.page for one in listed}
    pages: dict[int, str] = {}
    for chunk in in_chunks(sorted(digests)):
        asked = select(PAGE.c.number, PAGE.c.digest).where(PAGE.c.digest.in_(chunk))
        pages.update((int(number), str(digest)) for number, digest in connection.execute(asked))
    units = list(_units(connection, pages))
    known = _rows(connection, {n for row in units for n in (row["identity"], row["holder"]) if n})
    order = {n: (-row["pages"], row["name"], row["identity_id"]) for n, row in known.items()}
    who = {n: _WHO.decode(row["who_full"]) for n, row in known.items()}
    on_page: dict[tuple[str, str], Who] = {}
    owned = [row for row in units if row["identity"] is not None]
    for row in sorted(owned, key=lambda row: order[row["identity"]]):
        for name in _CALLED.decode(row["called"]):
            on_page[pages[row["page"]], name] = who[row["identity"]]
    for row in units:
        if row["holder"] is not None:
            for name in _CALLED.decode(row["called"]):
                on_page[pages[row["page"]], name] = who[row["holder"]]
    used = {name for one in listed for name in used_names(one)}
    return Names(on_page=on_page, anywhere=_anywhere(connection, used, full=True))


def _keep(
    connection: Connection, renamed: Renamed, changed: _Changed, fresh: Mapping[int, Row]
) -> None:
    """Write the identities and who bears which name; note the names with other bearers."""
    stale = changed.numbers | renamed.gone
    was = _bearers(connection, stale)
    now: _Bearers = {
        n: {fold(said.value) for said in renamed.now[n].names} for n in changed.numbers
    }
    for table, column in ((IDENTITY, "number"), (PATRON, "identity")):
        drop(connection, table.c[column], stale)
    put(connection, IDENTITY, [fresh[n] for n in sorted(changed.numbers)])
    for n in stale:
        if was.get(n, set()) != now.get(n, set()):
            changed.names |= was.get(n, set()) ^ now.get(n, set())
            drop(connection, BEARER.c.identity, [n])
            put(
                connection, BEARER, [{"name": one, "identity": n} for one in sorted(now.get(n, ()))]
            )
    patrons: list[Row] = [
        {"name": name, "identity": n}
        for n in sorted(changed.numbers)
        for name in sorted(set(patrons_of(who_of(renamed.now[n]))))
    ]
    put(connection, PATRON, patrons)


def _with_patrons(
    connection: Connection, changed: _Changed, names: Collection[str], was: Mapping[int, RowMapping]
) -> None:
    """Work out anew for whom the changed speak, and those who speak for one of these names."""
    wanted = set(changed.numbers)
    for chunk in in_chunks(sorted(names)):
        asked = select(PATRON.c.identity).where(PATRON.c.name.in_(chunk))
        wanted.update(connection.execute(asked).scalars())
    rows = _rows(connection, wanted)
    told = {n: _WHO.decode(row["who"]) for n, row in rows.items()}
    owners = {name for who in told.values() for name in patrons_of(who)}
    anywhere = _anywhere(connection, owners, full=False)
    for n, who in told.items():
        whole = with_patron(who, anywhere)
        spelt = msgspec.json.encode(whole).decode()
        before = was[n]["who_full"] if n in was else rows[n]["who_full"]
        if spelt == before and n not in changed.numbers:
            continue
        mine = update(IDENTITY).where(IDENTITY.c.number == n)
        connection.execute(mine.values(who_full=spelt))
        if spelt == before:
            continue
        bare = replace(_WHO.decode(before), roles=()) if before else None
        (changed.roles if replace(whole, roles=()) == bare else changed.whole).add(n)


def _row(number: int, one: Identity) -> Row:
    return {
        "number": number,
        "identity_id": one.identity_id,
        "kind": one.kind,
        "name": one.name,
        "pages": len(one.pages),
        "countries": f" {' '.join(sorted(said.value for said in one.countries))} ",
        "who": msgspec.json.encode(who_of(one)).decode(),
        "who_full": "",
        "record": packed(msgspec.json.encode(one)),
    }


def _rows(connection: Connection, numbers: Collection[int]) -> dict[int, RowMapping]:
    found: dict[int, RowMapping] = {}
    for chunk in in_chunks(sorted(numbers)):
        asked = select(IDENTITY).where(IDENTITY.c.number.in_(chunk))
        found.update((row["number"], row) for row in connection.execute(asked).mappings())
    return found


def _bearers(connection: Connection, numbers: Collection[int]) -> _Bearers:
    found: _Bearers = defaultdict(set)
    for chunk in in_chunks(sorted(numbers)):
        asked = select(BEARER.c.identity, BEARER.c.name).where(BEARER.c.identity.in_(chunk))
        for number, name in connection.execute(asked):
            found[number].add(name)
    return dict(found)


def _names_of(connection: Connection, numbers: Collection[int]) -> set[str]:
    return {name for names in _bearers(connection, numbers).values() for name in names}


def _anywhere(connection: Connection, names: Collection[str], *, full: bool) -> dict[str, Who]:
    """Return who bears each name where but one does; `full` with whom that one speaks for."""
    who = IDENTITY.c.who_full if full else IDENTITY.c.who
    found: dict[str, list[str]] = defaultdict(list)
    for chunk in in_chunks(sorted(names)):
        asked = (
            select(BEARER.c.name, who)
            .join(IDENTITY, IDENTITY.c.number == BEARER.c.identity)
            .where(BEARER.c.name.in_(chunk))
        )
        for name, told in connection.execute(asked):
            found[name].append(told)
    return {name: _WHO.decode(told[0]) for name, told in found.items() if len(told) == 1}


def _units(connection: Connection, pages: Collection[int]) -> Iterator[RowMapping]:
    columns = (UNIT.c.number, UNIT.c.page, UNIT.c.identity, UNIT.c.holder, UNIT.c.called)
    for chunk in in_chunks(sorted(pages)):
        asked = select(*columns).where(UNIT.c.page.in_(chunk)).order_by(UNIT.c.page, UNIT.c.number)
        yield from connection.execute(asked).mappings()


def _pages(
    connection: Connection, numbers: Collection[int], *, contested: bool = False
) -> set[int]:
    """Return the pages that speak of these identities."""
    found: set[int] = set()
    for chunk in in_chunks(sorted(numbers)):
        for column in (UNIT.c.identity, UNIT.c.holder):
            asked = select(UNIT.c.page).where(column.in_(chunk))
            if contested:
                asked = asked.where(UNIT.c.contested)
            found.update(connection.execute(asked).scalars())
    return found


def _documents(connection: Connection, pages: Collection[int]) -> set[int]:
    found: set[int] = set()
    for chunk in in_chunks(sorted(pages)):
        asked = select(JUDGED.c.number).where(JUDGED.c.page.in_(chunk))
        found.update(connection.execute(asked).scalars())
    return found


def _using(connection: Connection, names: Collection[str]) -> set[int]:
    found: set[int] = set()
    for chunk in in_chunks(sorted(names)):
        asked = select(NAME_USE.c.document).where(NAME_USE.c.name.in_(chunk))
        found.update(connection.execute(asked).scalars())
    return found
