"""What pages say of names in, as it is kept of each page, and back."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, select

from readout.ledger.identities import mentions_of
from readout.ledger.identities.describe import mention_order
from readout.ledger.identities.fold import fold_name
from readout.ledger.identities.pairs import name_keys
from readout.ledger.identities.units import Sorted, Unit, Words, sort_mentions
from readout.ledger.who import fold
from readout.records.entries import Entered
from readout.records.identities import ActorMention, IdentityKind
from readout.records.text import Record
from readout.stores.judging.kept import drop, pack, put, unpack
from readout.stores.numbers import in_chunks, next_number
from readout.stores.rows import Row
from readout.stores.schema_judged import NAME, NAME_KEY, TIE, UNIT, UNIT_FORM

__all__ = [
    "BY_NAME",
    "KEYED",
    "POST",
    "KeptUnit",
    "NameWords",
    "Touched",
    "load_units",
    "renew_units",
]

BY_NAME, KEYED, POST = "named", "keyed", "post"
NameWords = tuple[str, ...]
"""How a name is judged, then its words."""


class _Said(Record, frozen=True, kw_only=True):
    """All that a page says of one name, as it is kept."""

    page: str
    words: Words
    day: str | None
    kinds: dict[IdentityKind, int]
    mentions: tuple[ActorMention, ...]
    countries: tuple[str, ...] = ()
    walks: tuple[str, ...] = ()
    offices: tuple[tuple[str, str | None], ...] = ()
    organisations: tuple[str, ...] = ()


class KeptUnit(NamedTuple):
    """A unit with where it is kept."""

    number: int
    name: int
    identity: int | None
    holder: int | None
    unit: Unit


class Touched(NamedTuple):
    """The names of which a batch changes what pages say, and the identities that they were of."""

    names: frozenset[int]
    identities: frozenset[int]
    pages: frozenset[int]


def renew_units(connection: Connection, pages: Mapping[int, Sequence[Entered]]) -> Touched:
    """Keep what each page, given by its number with its documents, says of names."""
    names, identities = _forget(connection, pages)
    mentions = {
        page: sorted(
            {mention for one in entered for mention in mentions_of(one)}, key=mention_order
        )
        for page, entered in pages.items()
    }
    rows: list[Row] = []
    ties: list[Row] = []
    told: list[tuple[int, NameWords, Unit]] = []
    for page, several in mentions.items():
        found = sort_mentions(several)
        told += [(page, words, unit) for words, unit in _units(found)]
        ties += [
            {"word": word, "words": _json(words), "page": page}
            for word, full in found.ties.items()
            for words in full
        ]
    numbers = _names(connection, {words for _, words, _ in told})
    forms: set[tuple[str, int, int]] = set()
    bearers = Counter((page, name) for page, _, unit in told for name in _called(unit))
    for at, (page, words, unit) in enumerate(told, next_number(connection, UNIT)):
        name = numbers[words]
        contested = any(bearers[page, one] > 1 for one in _called(unit))
        rows.append(_row(at, page, name, unit) | {"contested": contested})
        folded = {fold_name(mention.name) for mention in unit.mentions} | {unit.words}
        forms.update((_json(form), name, page) for form in folded)
    put(connection, UNIT, rows)
    put(connection, TIE, ties)
    put(connection, UNIT_FORM, [{"form": f, "name": n, "page": p} for f, n, p in sorted(forms)])
    return Touched(
        frozenset(names | set(numbers.values())), frozenset(identities), frozenset(pages)
    )


def load_units(connection: Connection, names: Collection[int]) -> dict[int, list[KeptUnit]]:
    """Return what pages say of each name, in order of the pages' digests."""
    found: dict[int, list[KeptUnit]] = defaultdict(list)
    for chunk in in_chunks(sorted(names)):
        for row in connection.execute(select(UNIT).where(UNIT.c.name.in_(chunk))).mappings():
            unit = _unit(unpack(row["record"], _Said))
            place = (row["number"], row["name"], row["identity"], row["holder"])
            found[row["name"]].append(KeptUnit(*place, unit))
    for units in found.values():
        units.sort(key=lambda one: (one.unit.page, *map(mention_order, one.unit.mentions[:1])))
    return found


def _forget(connection: Connection, pages: Iterable[int]) -> tuple[set[int], set[int]]:
    """Take away what was kept of these pages; return the names and the identities it was of."""
    names: set[int] = set()
    identities: set[int] = set()
    for chunk in in_chunks(sorted(pages)):
        asked = select(UNIT.c.name, UNIT.c.identity).where(UNIT.c.page.in_(chunk))
        gone: set[int] = set()
        for name, identity in connection.execute(asked):
            gone.add(name)
            if identity is not None:
                identities.add(identity)
        for part in in_chunks(sorted(gone)):
            mine = UNIT_FORM.c.name.in_(part) & UNIT_FORM.c.page.in_(chunk)
            connection.execute(delete(UNIT_FORM).where(mine))
        drop(connection, UNIT.c.page, chunk)
        drop(connection, TIE.c.page, chunk)
        names |= gone
    return names, identities


def _units(found: Sorted) -> Iterator[tuple[NameWords, Unit]]:
    for unit in found.units:
        yield (BY_NAME, *unit.words), unit
    for words, units in found.keyed.items():
        for unit in units:
            yield (KEYED, *words), unit
    for named, mention in found.posts:
        unit = Unit(mention.page, named.words, mention.day, mentions=[mention])
        yield (POST, named.words[0], *([named.place] if named.place else [])), unit


def _names(connection: Connection, words: Collection[NameWords]) -> dict[NameWords, int]:
    """Return the numbers of names, new ones for those that no page had."""
    spelt = {_json(one): one for one in words}
    found: dict[NameWords, int] = {}
    for chunk in in_chunks(sorted(spelt)):
        asked = select(NAME.c.words, NAME.c.number).where(NAME.c.words.in_(chunk))
        found.update((spelt[one], int(number)) for one, number in connection.execute(asked))
    fresh = sorted(one for one in words if one not in found)
    rows: list[Row] = []
    for at, one in enumerate(fresh, next_number(connection, NAME)):
        found[one] = at
        rows.append({"number": at, "words": _json(one), "part": None})
    put(connection, NAME, rows)
    keys = [(key, found[one]) for one in fresh if one[0] == BY_NAME for key in name_keys(one[1:])]
    put(connection, NAME_KEY, [{"key": key, "name": name} for key, name in sorted(keys)])
    return found


def _row(number: int, page: int, name: int, unit: Unit) -> Row:
    said = _Said(
        page=unit.page,
        words=unit.words,
        day=unit.day,
        kinds=dict(unit.kinds),
        mentions=tuple(unit.mentions),
        countries=tuple(sorted(unit.countries)),
        walks=tuple(sorted(unit.walks)),
        offices=tuple(sorted(unit.offices, key=str)),
        organisations=tuple(sorted(unit.organisations)),
    )
    called = _called(unit)
    row: Row = {"number": number, "page": page, "name": name, "identity": None, "holder": None}
    return row | {"called": _json(called), "record": pack(said)}


def _called(unit: Unit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(mention.name) for mention in unit.mentions))


def _unit(said: _Said) -> Unit:
    return Unit(
        page=said.page,
        words=said.words,
        day=said.day,
        kinds=Counter(said.kinds),
        mentions=list(said.mentions),
        countries=set(said.countries),
        walks=set(said.walks),
        offices=set(said.offices),
        organisations=set(said.organisations),
    )


def _json(words: Sequence[str]) -> str:
    return msgspec.json.encode(words).decode()
