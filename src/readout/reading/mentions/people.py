"""Names of persons in, chains of persons out: by full name, surname, first name, title."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable

from readout.reading.mentions.chains import Chain, Mention
from readout.reading.mentions.lexicon import gender_of_name, likely_gender, role_noun
from readout.reading.mentions.names import Name
from readout.reading.mentions.phrases import role_after, role_before
from readout.reading.mentions.words import Words

__all__ = ["chain_people", "role_gender"]

_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_SHORTEST = 3  # letters of a first name that is the start of another: Rob, Robert
_MOST_WORDS = 4


def chain_people(words: Words, names: Iterable[Name]) -> dict[int, Chain]:
    """Return the chain of each name of a person, by the name's first word."""
    people = [name for name in names if name.type == "PERSON"]
    parts = {name.first: _parts(words, name) for name in people}
    full = [n for n in people if len(parts[n.first]) > 1]
    book = _Book()
    for titled in (False, True):
        for name in full:
            if name.titled == titled:
                book.enter(name.first, parts[name.first], titled=titled)
    for name in people:
        if len(parts[name.first]) == 1:
            book.refer(name.first, parts[name.first][0], words)
    for name in people:
        _add(words, book.by_word[name.first], name)
    for chain in dict.fromkeys(book.by_word.values()):
        chain.fullest = _fullest(words, chain)
    return book.by_word


def _parts(words: Words, name: Name) -> tuple[str, ...]:
    forms = tuple(map(_cased, words.said(name.first, name.last).split()))
    kept = tuple(form for form in forms if form not in _SUFFIXES)
    return kept or forms


def _cased(form: str) -> str:
    """Return a word set in capitals, as labels and headlines are, as a name is written."""
    return form.capitalize() if form.isupper() and len(form) > _SHORTEST else form


class _Book:
    """The persons met so far, by surname and by first name."""

    def __init__(self) -> None:
        self.by_word: dict[int, Chain] = {}
        self.surnames: dict[str, list[tuple[tuple[str, ...], Chain]]] = {}
        self.first_names: dict[str, list[Chain]] = {}
        self.places: dict[int, list[int]] = {}
        """The words at which a person is named, in the order they were entered."""

    def enter(self, word: int, parts: tuple[str, ...], *, titled: bool) -> None:
        """Tie a full name to the person who bears it, or to a new one."""
        first, surname = parts[0], parts[-1]
        known = self.surnames.setdefault(surname, [])
        chain = next((chain for other, chain in known if _one_person(parts, other)), None)
        if chain is not None and not any(parts == other for other, _ in known):
            known.append((parts, chain))
        if chain is None and titled:
            chain = self._of_headline(parts)
        if chain is None:
            chain = Chain("person", gender=gender_of_name(first), likely=likely_gender(first))
            known.append((parts, chain))
            self.first_names.setdefault(first, []).append(chain)
        self._place(word, chain)

    def _of_headline(self, parts: tuple[str, ...]) -> Chain | None:
        """Return whose surname comes first; a headline's capitals hide where a name ends."""
        for part in parts:
            known = {id(chain): chain for _, chain in self.surnames.get(part, [])}
            if len(known) == 1:
                return next(iter(known.values()))
        return None

    def refer(self, word: int, name: str, words: Words) -> None:
        """Tie a single name to a person of that surname or first name, else to a new one."""
        found = list(dict.fromkeys(chain for _, chain in self.surnames.get(name, [])))
        if not found and len(self.first_names.get(name, [])) == 1:
            found = self.first_names[name]
        gender = _title_gender(words, word)
        fitting = [c for c in found if not gender or (c.gender or c.likely or gender) == gender]
        told = [c for c in fitting if gender and (c.gender or c.likely) == gender]
        fitting = told or fitting or found
        if not fitting:
            chain = Chain("person", gender=gender or gender_of_name(name))
            self.surnames.setdefault(name, []).append(((name,), chain))
        else:
            chain = max(fitting, key=lambda c: self._nearness(c, word, words))
            if len(fitting) > 1:
                chain.certain = 0.8
        self._place(word, chain)

    def _nearness(self, chain: Chain, word: int, words: Words) -> tuple[int, int]:
        """Prefer whom the same paragraph named last, else whom the page named most often so far."""
        places = self.places[id(chain)]
        many = bisect_left(places, word)
        last = places[many - 1] if many else -1
        block = words.paragraphs[words.sentence[word]]
        here = last >= 0 and words.paragraphs[words.sentence[last]] == block
        return last if here else -1, many

    def _place(self, word: int, chain: Chain) -> None:
        self.by_word[word] = chain
        places = self.places.setdefault(id(chain), [])
        if places and word < places[-1]:
            insort(places, word)
        else:
            places.append(word)


def _one_person(parts: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names of one surname can be one person's."""
    short, long = sorted((parts, other), key=len)
    return _one_name(short[0], long[0]) or (
        1 < len(short) < len(long) and long[-len(short) :] == short
    )


def _one_name(first: str, other: str) -> bool:
    """Say whether two first names can be one person's: Rob and Robert, J. and John."""
    a, b = sorted((first.rstrip("."), other.rstrip(".")), key=len)
    return b.startswith(a) and (a == b or len(a) >= _SHORTEST or len(a) == 1)


def _title_gender(words: Words, first: int) -> str:
    noun = role_noun(words.forms[first - 1]) if first else None
    return noun.gender if noun else ""


def _add(words: Words, chain: Chain, name: Name) -> None:
    """Add a mention, and learn from the words around it what the person is."""
    mention = Mention(name.first, name.last, "name")
    chain.names.append(mention)
    if name.titled:
        chain.titled.add(name.first)
    if not chain.gender:
        chain.gender = _title_gender(words, name.first)
    if chain.role is None or _only_title(words, chain.role):
        role = role_before(words, name.first) or role_after(words, name.last)
        if role is not None and not name.titled:
            chain.role = role
            if not chain.gender:
                chain.gender = role_gender(words, role)


def _only_title(words: Words, role: tuple[int, int]) -> bool:
    noun = role_noun(words.forms[role[1]])
    return role[0] == role[1] and noun is not None and noun.kind == "title"


def role_gender(words: Words, role: tuple[int, int]) -> str:
    """Return what a role says of its holder, "f" or "m"; "" where it says nothing."""
    nouns = (role_noun(words.forms[i]) for i in range(role[0], role[1] + 1))
    return next((noun.gender for noun in nouns if noun and noun.gender), "")


def _fullest(words: Words, chain: Chain) -> Mention:
    """Return the name most often given in full, outside headlines where there is one.

    A surname of two words is not the full name where the first name stands before it elsewhere.
    """
    said = [words.said(name.first, name.last) for name in chain.names]
    often = Counter(said)
    surnames = {one.partition(" ")[2] for one in often}

    def fullness(at: int) -> tuple[bool, bool, bool, int, int]:
        name = chain.names[at]
        size = name.last - name.first + 1
        full = 1 < size <= _MOST_WORDS
        whole = said[at] not in surnames
        return full, whole, name.first not in chain.titled, often[said[at]], size

    return chain.names[max(range(len(said)), key=fullness)]
