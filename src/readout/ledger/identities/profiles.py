"""What pages say of names in, profiles out: pages that say the same of a name count as one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from readout.ledger.identities.units import Held, Unit, Words
from readout.records.identities import IdentityKind

__all__ = ["Profile", "Said", "profiles_of", "said_together"]

Said = Mapping[Words, frozenset[frozenset[str]]]
"""For each name, the pairs of countries, walks or offices that some page says together."""


@dataclass(slots=True)
class Profile:
    """A name with what pages say of it, and those pages."""

    words: Words
    kind: IdentityKind
    countries: frozenset[str]
    walks: frozenset[str]
    offices: frozenset[Held]
    organisations: frozenset[str]
    units: list[Unit] = field(default_factory=list)
    days: frozenset[str] = frozenset()

    @property
    def telling(self) -> bool:
        """Say whether anything is told of the name."""
        return bool(self.countries or self.walks or self.offices or self.organisations)


def profiles_of(units: Iterable[Unit]) -> list[Profile]:
    """Return the profiles in an order of their own."""
    listed = list(units)
    kinds = _kinds(listed)
    found: dict[tuple[object, ...], Profile] = {}
    for unit in listed:
        facts = (
            frozenset(unit.countries),
            frozenset(unit.walks),
            frozenset(unit.offices),
            frozenset(unit.organisations),
        )
        profile = found.get((unit.words, *facts))
        if profile is None:
            profile = Profile(unit.words, kinds[unit.words], *facts)
            found[(unit.words, *facts)] = profile
        profile.units.append(unit)
    for profile in found.values():
        profile.days = frozenset(unit.day for unit in profile.units if unit.day)
    return sorted(found.values(), key=_order)


def said_together(units: Iterable[Unit]) -> dict[Words, frozenset[frozenset[str]]]:
    """Return what pages say together of each name, and which so does not keep persons apart."""
    found: dict[Words, set[frozenset[str]]] = {}
    for unit in units:
        for facts in (unit.countries, unit.walks, {name for name, _ in unit.offices}):
            if len(facts) > 1:
                listed = sorted(facts)
                pairs = {frozenset((a, b)) for n, a in enumerate(listed) for b in listed[n + 1 :]}
                found.setdefault(unit.words, set()).update(pairs)
    return {words: frozenset(pairs) for words, pairs in found.items()}


def _kinds(units: Iterable[Unit]) -> dict[Words, IdentityKind]:
    """Return of each name what most mentions take it for; "name" where they are even."""
    counts: dict[Words, Counter[IdentityKind]] = {}
    for unit in units:
        counts.setdefault(unit.words, Counter()).update(unit.kinds)
    kinds: dict[Words, IdentityKind] = {}
    for words, count in counts.items():
        person, body = count["person"], count["organisation"]
        kinds[words] = "person" if person > body else "organisation" if body > person else "name"
    return kinds


def _order(profile: Profile) -> tuple[object, ...]:
    return (
        profile.words,
        sorted(profile.countries),
        sorted(profile.walks),
        sorted((name, place or "") for name, place in profile.offices),
        sorted(profile.organisations),
    )
