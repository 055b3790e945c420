"""Names in, those that may be of one with them out: what has to be judged together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import product

import msgspec
from sqlalchemy import Connection, select

from readout.ledger.identities.fold import fold_name
from readout.ledger.identities.judge import judge_profiles, names_fit
from readout.ledger.identities.pairs import CROWD, name_keys
from readout.ledger.identities.profiles import Profile, profiles_of
from readout.ledger.identities.units import Words
from readout.records.identities import Decision
from readout.stores.judging.units import BY_NAME, KeptUnit, NameWords, load_units
from readout.stores.numbers import in_chunks
from readout.stores.schema_judged import NAME, NAME_KEY, TIE, UNIT_FORM

__all__ = ["Linked"]

_WORDS = msgspec.json.Decoder(tuple[str, ...])


class Linked:
    """Which names hang together, looked up as far as it is asked."""

    def __init__(self, connection: Connection, decisions: Sequence[Decision]) -> None:
        """Note which names people's decisions tie."""
        self._connection = connection
        self._words: dict[int, NameWords] = {}
        self._units: dict[int, list[KeptUnit]] = {}
        self._profiles: dict[int, list[Profile]] = {}
        self._ties: dict[str, set[Words]] = {}
        self._under: dict[str, list[int]] = {}
        self.pairs: set[tuple[int, int]] = set()
        """The names that were found to hang together."""
        self._decided = _decided(connection, decisions)

    def decided(self) -> set[int]:
        """Return all names that decisions are on."""
        return {name for group in self._decided for name in group}

    def near(self, names: Iterable[int]) -> set[int]:
        """Return the names that may be of one with these."""
        found: set[int] = set()
        listed = list(names)
        self.words(listed)
        for one in listed:
            for group in self._decided:
                if one in group:
                    found |= self._tie(one, group)
            if self._words[one][0] == BY_NAME:
                found |= self._of_name(one)
        return found

    def words(self, names: Collection[int]) -> dict[int, NameWords]:
        """Return how each name is judged, and its words."""
        for chunk in in_chunks(sorted(set(names) - self._words.keys())):
            asked = select(NAME.c.number, NAME.c.words).where(NAME.c.number.in_(chunk))
            for number, words in self._connection.execute(asked):
                self._words[number] = _WORDS.decode(words)
        return self._words

    def units(self, names: Collection[int]) -> dict[int, list[KeptUnit]]:
        """Return what pages say of each name."""
        missing = set(names) - self._units.keys()
        loaded = load_units(self._connection, missing)
        self._units.update((name, loaded.get(name, [])) for name in missing)
        return {name: self._units[name] for name in names}

    def ties(self, words: Iterable[str]) -> dict[str, set[Words]]:
        """Return for names of one word the full names of those whom pages call so."""
        wanted = set(words)
        missing = sorted(wanted - self._ties.keys())
        self._ties.update((one, set()) for one in missing)
        for chunk in in_chunks(missing):
            asked = select(TIE.c.word, TIE.c.words).where(TIE.c.word.in_(chunk))
            for one, full in self._connection.execute(asked):
                self._ties[one].add(_WORDS.decode(full))
        return {one: self._ties[one] for one in wanted if self._ties[one]}

    def _of_name(self, one: int) -> set[int]:
        words = self._words[one][1:]
        single = len(words) == 1
        found: set[int] = set()
        for key in sorted(name_keys(words)):
            under = self._names_under(key)
            self.words(under)
            if key.startswith("="):
                lone = [name for name in under if len(self._words[name]) == 2]  # noqa: PLR2004  how, and a word
                if len(under) > CROWD and lone:
                    found |= self._tie(one, under)
                    continue
                under = under if single else lone
            elif len(under) > CROWD:
                found |= self._tie(one, under)
                continue
            found |= self._tie(one, [name for name in under if self._fit(one, name)])
        return found

    def _tie(self, one: int, others: Iterable[int]) -> set[int]:
        found = set(others) - {one}
        self.pairs.update((one, other) for other in found)
        return found

    def _names_under(self, key: str) -> list[int]:
        if key not in self._under:
            asked = select(NAME_KEY.c.name).where(NAME_KEY.c.key == key)
            self._under[key] = list(self._connection.execute(asked).scalars())
        return self._under[key]

    def _fit(self, one: int, other: int) -> bool:
        """Say whether anything said of the two may make them one, or has to be kept apart."""
        here, there = self._words[one][1:], self._words[other][1:]
        if one == other or (len(here) > 1 and len(there) > 1 and not names_fit(here, there)):
            return False
        lone = {words[0] for words in (here, there) if len(words) == 1}
        ties = self.ties(lone)
        return any(
            judge_profiles(a, b, ties) is not None
            for a, b in product(self._said(one), self._said(other))
        )

    def _said(self, name: int) -> list[Profile]:
        if name not in self._profiles:
            units = self.units([name])[name]
            self._profiles[name] = profiles_of(unit.unit for unit in units)
        return self._profiles[name]


def _decided(connection: Connection, decisions: Sequence[Decision]) -> list[frozenset[int]]:
    """Return for each decision the names it is on."""
    spelt = [
        [_json(fold_name(name)) for name in (one.name, one.other) if name] for one in decisions
    ]
    names: dict[str, set[int]] = defaultdict(set)
    for chunk in in_chunks(sorted({form for forms in spelt for form in forms})):
        asked = select(UNIT_FORM.c.form, UNIT_FORM.c.name).where(UNIT_FORM.c.form.in_(chunk))
        for form, name in connection.execute(asked):
            names[form].add(name)
    return [frozenset(name for form in forms for name in names[form]) for forms in spelt]


def _json(words: Sequence[str]) -> str:
    return msgspec.json.encode(words).decode()
