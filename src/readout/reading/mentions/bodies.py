"""Names of bodies, places and peoples in, chains of each out: by name, acronym and short form."""

from collections.abc import Iterable

from readout.reading.mentions.chains import Chain, Mention
from readout.reading.mentions.names import Name
from readout.reading.mentions.words import Words

__all__ = ["chain_bodies"]

_LONGEST_ACRONYM = 6
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&"})


def chain_bodies(words: Words, names: Iterable[Name]) -> dict[int, Chain]:
    """Return the chain of each name that is no person's, by the name's first word."""
    by_word: dict[int, Chain] = {}
    by_name: dict[str, Chain] = {}
    for name in names:
        if name.type == "PERSON":
            continue
        key = _key(words, name)
        chain = by_name.get(key)
        if chain is None:
            plural = words.tags[name.last] == "NNPS" and name.type == "NORP"
            chain = Chain("group" if plural else "organisation", plural=plural)
            chain.head = words.forms[name.last].lower()
            by_name[key] = chain
            for short in _acronyms(words, name):
                by_name.setdefault(short, chain)
        chain.names.append(Mention(name.first, name.last, "name"))
        by_word[name.first] = chain
    for chain in dict.fromkeys(by_word.values()):
        chain.fullest = max(chain.names, key=lambda m: (m.last - m.first, -m.first))
    return by_word


def _key(words: Words, name: Name) -> str:
    said = words.said(name.first, name.last)
    return said.removeprefix("the ").removeprefix("The ").replace(".", "")


def _acronyms(words: Words, name: Name) -> list[str]:
    """Return what a long name can be shortened to: its initials, or what brackets after it hold."""
    forms = [words.forms[i] for i in range(name.first, name.last + 1)]
    initials = "".join(
        form[0] for form in forms if form[0].isupper() and form.lower() not in _SMALL
    )
    found = [initials] if 1 < len(initials) <= _LONGEST_ACRONYM else []
    after = name.last + 1
    if after + 1 < len(words.forms) and words.forms[after] == "(":
        bracketed = words.forms[after + 1].replace(".", "")
        if bracketed.isupper() and 1 < len(bracketed) <= _LONGEST_ACRONYM:
            found.append(bracketed)
    return found
