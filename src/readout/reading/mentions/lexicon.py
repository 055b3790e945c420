"""A word in, what the word lists say of it out: role, gender, kind of body, country, outlet."""

from dataclasses import dataclass
from functools import lru_cache

from readout.data.tables import rows

__all__ = [
    "RoleNoun",
    "agency",
    "body_kind",
    "called",
    "country",
    "gender_of_name",
    "is_outlet",
    "likely_gender",
    "relay_words",
    "role_noun",
]


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """What a noun for a person tells."""

    kind: str
    """title, office, trade, kin or person."""
    gender: str
    """m, f or "" where it tells none."""
    plural: bool
    field: int = 0
    """Nouns of one number are of one walk of life: senator, congressman. -1 for a mere title."""


def role_noun(word: str) -> RoleNoun | None:
    """Return what a noun for a person tells; None for any other word. Letter case is ignored."""
    return _roles().get(word) or _roles().get(word.lower())


@lru_cache(maxsize=1)
def _roles() -> dict[str, RoleNoun]:
    table: dict[str, RoleNoun] = {}
    listed = [
        (field, kind, "" if gender == "-" else gender, nouns.split())
        for field, (gender, kind, nouns) in enumerate(rows("person_roles.tsv"))
    ]
    for field, kind, told, nouns in listed:
        for noun in nouns:
            if kind != "title":
                for plural in _plurals(noun):
                    table[plural] = RoleNoun(kind, told, plural=True, field=field)
    for field, kind, told, nouns in listed:
        for noun in nouns:
            number = -1 if kind == "title" else field
            table[noun.partition("=")[0]] = RoleNoun(kind, told, plural=False, field=number)
    for _, kind, told, nouns in listed:
        for short, _, noun in (entry.partition("=") for entry in nouns):
            if noun:
                table[short] = RoleNoun(kind, told, plural=False, field=table[noun].field)
    table["people"] = RoleNoun("person", "", plural=True)
    return table


def _plurals(noun: str) -> tuple[str, ...]:
    """Return the plural forms a noun can have."""
    if noun.endswith("man"):
        return (noun[:-3] + "men",)
    if noun == "child":
        return ("children",)
    if noun.endswith("-in-law"):
        return (noun.replace("-in-law", "s-in-law"),)
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return (noun[:-1] + "ies",)
    if noun.endswith(("s", "x", "ch", "sh")):
        return (noun + "es",)
    return (noun + "s",)


@lru_cache(maxsize=1)
def _given() -> dict[str, str]:
    return {name: gender for gender, names in rows("given_names.tsv") for name in names.split()}


def gender_of_name(name: str) -> str:
    """Return m or f for a given name that tells, "" for any other."""
    return _given().get(name, "")


def likely_gender(name: str) -> str:
    """Return the gender that a given name's ending hints at, "" where it hints at none."""
    if len(name) < _SHORTEST_HINT or not name[0].isupper():
        return ""
    for gender, endings in _HINTS:
        if name.endswith(endings):
            return gender
    return ""


_SHORTEST_HINT = 4  # letters
_HINTS = (
    ("f", ("a", "elle", "ette", "lyn", "een", "ine")),
    ("m", ("o", "us", "ert", "ard", "slav", "ulf")),
)


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    table: dict[str, str] = {}
    for kind, nouns in rows("bodies.tsv"):
        for noun in nouns.split():
            for form in (noun, *_plurals(noun)):
                table.setdefault(form, kind)
    return table


def body_kind(word: str) -> str:
    """Return the kind of what is no person, organisation to document, that a noun is for, or ""."""
    return _bodies().get(word.lower(), "")


@lru_cache(maxsize=1)
def _called() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(nouns.split())
        for names, nouns in rows("bodies_called.tsv")
        for name in names.split(";")
    }


def called(noun: str, name: str = "*") -> bool:
    """Say whether news calls the body of a name by a noun that the name does not hold.

    Without a name: whether any body can be called by it.
    """
    return noun in _called().get(name.removeprefix("the ").removeprefix("The "), frozenset())


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    table: dict[str, str] = {}
    for iso, *columns in rows("countries.tsv"):
        for form in ";".join(columns).split(";"):
            if form:
                table.setdefault(form, iso)
    return table


def country(words: str) -> str:
    """Return the ISO 3166-1 alpha-3 code for a country's name, adjective or seat, else ""."""
    return _countries().get(words.removeprefix("the ").removeprefix("The "), "")


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    return {
        form: name for name, forms in rows("agencies.tsv") for form in (name, *forms.split(";"))
    }


def agency(words: str) -> str:
    """Return the name of the news agency these words are a form of, else ""."""
    return _agencies().get(words.removeprefix("the ").removeprefix("The "), "")


@lru_cache(maxsize=1)
def _outlets() -> dict[str, frozenset[str]]:
    return {kind: frozenset(forms.split(";")) for kind, forms in rows("outlets.tsv")}


@lru_cache(maxsize=1)
def _relaying() -> dict[str, frozenset[str]]:
    return {use: frozenset(words.split()) for use, words in rows("relay_words.tsv")}


def relay_words(use: str) -> frozenset[str]:
    """Return the words of one use in the table of words of relaying."""
    return _relaying()[use]


def is_outlet(words: str, *, unknown: bool = False) -> bool:
    """Say whether a name is an outlet's or an agency's.

    With `unknown`, a name that nothing speaks against is taken for one.
    """
    bare = words.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
    table = _outlets()
    if bare in table["name"] or words in table["name"] or agency(bare):
        return True
    parts = bare.split()
    if len(parts) > 1 and parts[0] in table["maker"] and parts[-1] not in table["body"]:
        return True
    if any(part in table["body"] for part in parts):
        return bool(parts) and parts[-1] in {"News", "Times", "Post", "Radio", "Television"}
    return unknown or any(part in table["word"] for part in parts)
