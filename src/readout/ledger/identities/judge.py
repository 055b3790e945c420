"""Two profiles in, out: how likely they are of one person or body, and what keeps them apart."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from readout.ledger.identities.fold import full_given
from readout.ledger.identities.profiles import Profile, Said
from readout.ledger.identities.units import Words
from readout.ledger.identities.walks import apart

__all__ = ["Alike", "contradiction", "judge_profiles", "names_fit"]

_NEAR = 30  # days
_NOTHING: frozenset[frozenset[str]] = frozenset()


class Alike(NamedTuple):
    """That two profiles are of one, with the reason."""

    p: float
    reason: str


def judge_profiles(
    one: Profile, other: Profile, ties: Mapping[str, Collection[Words]]
) -> Alike | None:
    """Return how likely the two are one, None where nothing says so; set by hand.

    Contradictions are not looked at: `contradiction` tells them.
    """
    if "organisation" in {one.kind, other.kind} and one.words != other.words:
        return None
    if len(one.words) == len(other.words) == 1:
        return _single(one, other) if one.words == other.words else None
    if len(one.words) == 1 or len(other.words) == 1:
        lone, full = (one, other) if len(one.words) == 1 else (other, one)
        return _surname(lone, full, ties)
    fit = names_fit(one.words, other.words)
    if not fit:
        return None
    how = "the same name" if fit == 1 else "a name that may be the other's short or longer form"
    shared = _shared(one, other)
    p = 0.97 if shared else 0.92 if one.walks & other.walks else 0.85
    said = f", {shared} on both" if shared else ", nothing against it"
    return Alike(round(p * fit, 3), how + said)


def names_fit(one: Words, other: Words) -> float:
    """Return 1 for the same words, less where one is a shorter form of the other, 0 otherwise."""
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    if len(short) < 2 or not _given_fit(short[0], long[0]):  # noqa: PLR2004  given name, surname
        return 0.0
    at, same = 1, short[0] == long[0]
    for word in short[1:]:
        last = word == short[-1]
        while at < len(long) and not (long[at] == word or (not last and _initial(word, long[at]))):
            at += 1
        if at == len(long):
            return 0.0
        at += 1
    return 0.95 if same else 0.9


def contradiction(one: Profile, other: Profile, said: Said) -> str:
    """Return what keeps the two apart, in words; "" where nothing does.

    Countries, walks of life or offices that some page says of the name together are no
    contradiction.
    """
    together = said.get(one.words, _NOTHING) | said.get(other.words, _NOTHING)
    if {one.kind, other.kind} == {"person", "organisation"}:
        return "a person and a body"
    if _clash(one.countries, other.countries, together):
        return f"of {_listed(one.countries)} and of {_listed(other.countries)}"
    if apart(one.walks, other.walks) and not _bridged(one.walks, other.walks, together):
        return f"in {_listed(one.walks)} and in {_listed(other.walks)}"
    here, there = {name for name, _ in one.offices}, {name for name, _ in other.offices}
    days = one.days & other.days
    if days and _clash(frozenset(here), frozenset(there), together):
        return f"{_listed(here)} and {_listed(there)} on {min(days)}"
    if len(one.words) > 1 and len(other.words) > 1 and not names_fit(one.words, other.words):
        return "names that are not one's"
    return ""


def _given_fit(short: str, long: str) -> bool:
    return (
        short == long
        or _initial(short, long)
        or _initial(long, short)
        or not full_given(short).isdisjoint(full_given(long))
    )


def _initial(letter: str, word: str) -> bool:
    return len(letter) == 1 and word.startswith(letter)


def _single(one: Profile, other: Profile) -> Alike:
    shared = _shared(one, other)
    if shared:
        return Alike(0.9, f"the same single name, {shared} on both")
    if one.kind == "organisation":
        return Alike(0.85, "the same name, nothing against it")
    p = 0.5 if not one.telling or not other.telling else 0.6
    return Alike(p, "the same single name, nothing against it")


def _surname(lone: Profile, full: Profile, ties: Mapping[str, Collection[Words]]) -> Alike | None:
    """Say why a surname alone is of the full name: its office, or a page that ties the two."""
    word = lone.words[0]
    if word not in full.words[1:]:
        return None
    offices = {held for held in lone.offices & full.offices if held[1]}
    if offices:
        name, place = min(offices, key=str)
        return Alike(0.9, f"the surname, with the same office: {name} of {place}")
    if full.words not in ties.get(word, ()):
        return None
    countries = lone.countries & full.countries
    if countries:
        return Alike(0.8, f"a surname that a page ties to the name, {_listed(countries)} on both")
    if _near(lone, full):
        return Alike(0.7, f"a surname that a page ties to the name, within {_NEAR} days")
    return None


def _near(one: Profile, other: Profile) -> bool:
    if not one.days or not other.days:
        return False
    if not one.days.isdisjoint(other.days):
        return True
    first, last = (_number(day) for day in (min(one.days), max(one.days)))
    begin, end = (_number(day) for day in (min(other.days), max(other.days)))
    return begin - _NEAR <= last and first <= end + _NEAR


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _shared(one: Profile, other: Profile) -> str:
    """Return a telling thing that is said on both, "" where there is none."""
    offices = one.offices & other.offices
    if offices:
        return min(name for name, _ in offices)
    for here, there in (
        (one.countries, other.countries),
        (one.organisations, other.organisations),
    ):
        if here & there:
            return min(here & there)
    return ""


def _clash(
    here: frozenset[str], there: frozenset[str], together: frozenset[frozenset[str]]
) -> bool:
    if not here or not there or not here.isdisjoint(there):
        return False
    return not _bridged(here, there, together)


def _bridged(
    here: Collection[str], there: Collection[str], together: frozenset[frozenset[str]]
) -> bool:
    return bool(together) and any(frozenset((a, b)) in together for a in here for b in there)


def _listed(values: Collection[str]) -> str:
    return " and ".join(sorted(values))
