"""A noun phrase with “the” in, what the page called so before out: by its noun, role or name."""

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.mentions.chains import Chain, Mention
from readout.reading.mentions.lexicon import RoleNoun, body_kind, called, role_noun
from readout.reading.mentions.recent import Seen, Sought, choose
from readout.reading.mentions.words import Words

__all__ = ["Phrase", "Repeated", "repeated"]

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_VAGUE = frozenset({"same", "latest", "new", "other", "former", "'s", "’s"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "latter"})
_FAR_BACK = 1000  # mentions among which a noun phrase finds what it repeats
_NEAR = 20  # mentions among which a noun phrase finds its name
_BESIDE = 2  # sentences back to whoever spoke last
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its first, last and head word."""

    first: int
    last: int
    head: int
    plural: bool
    source: bool
    """Whether it is the source of a statement."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """What a noun phrase stands for, how sure, and by which rule."""

    chain: Chain
    p: float
    rule: str


def repeated(words: Words, seen: Sequence[Seen], phrase: Phrase) -> Repeated | None:
    """Return what the phrase says again, None where the page has not told of it before.

    A source that is one person or one body can say a name again without any of its words.
    """
    noun = words.forms[phrase.head].lower()
    role = role_noun(noun)
    known = _known(words, seen, phrase, person=role is not None)
    alone = phrase.source and not phrase.plural and phrase.head == phrase.last
    if alone and words.tags[phrase.head] == "NN":
        name: Chain | None = None
        if role is not None and (known is None or _unheard(words, seen, known)):
            name = _person(words, seen, phrase.head, role)
        elif role is None and known is None:
            name = _body(words, seen, phrase.head, noun)
        if name is not None:
            return Repeated(name, 0.5, "noun phrase for a name")
    return Repeated(known, 0.7, "noun phrase repeated") if known is not None else None


def _known(words: Words, seen: Sequence[Seen], phrase: Phrase, *, person: bool) -> Chain | None:
    """Return the nearest chain whose role, name or noun phrase has these words.

    For a source, one that has spoken goes before an unnamed one that has not.
    """
    forms = words.forms
    needed = {forms[i].lower() for i in range(phrase.first + 1, phrase.head + 1)} - _VAGUE
    met: set[int] = set()
    silent: Chain | None = None
    for one in reversed(seen[-_FAR_BACK:]):
        chain = one.chain
        if id(chain) in met or chain.plural != phrase.plural:
            continue
        met.add(id(chain))
        said = _said(words, chain, phrase, person=person)
        wanted = needed - _ORDINALS if chain.kind == "unnamed" else needed
        if said is None or not wanted <= {f.lower() for f in forms[said.first : said.last + 1]}:
            continue
        if not phrase.source or chain.kind != "unnamed" or _heard(seen, chain):
            return silent if silent is not None and chain.kind != "unnamed" else chain
        silent = silent or chain
    return silent


def _said(words: Words, chain: Chain, phrase: Phrase, *, person: bool) -> Mention | None:
    """Return the words by which the phrase can know the chain."""
    noun = words.forms[phrase.head].lower()
    if chain.head == noun:
        return chain.fullest
    if noun in chain.called:
        return Mention(phrase.head, phrase.head, "nominal")
    if person and chain.role is not None and not phrase.plural:
        return Mention(*chain.role, "nominal")
    return None


def _heard(seen: Sequence[Seen], chain: Chain) -> bool:
    return any(one.source and one.chain is chain for one in seen[-_FAR_BACK:])


def _unheard(words: Words, seen: Sequence[Seen], chain: Chain) -> bool:
    """Say whether a chain is only a role spoken of, nobody's own: "as the nominee"."""
    if chain.kind != "unnamed" or chain.fullest is None:
        return False
    if any(one.chain is chain and (one.source or one.subject) for one in seen[-_FAR_BACK:]):
        return False
    return words.forms[chain.fullest.first].lower() in _DEFINITE


def _person(words: Words, seen: Sequence[Seen], head: int, noun: RoleNoun) -> Chain | None:
    """Return the person met last of the same walk of life, else one whose role is not known.

    What says a name again, "the tycoon", can also be whoever spoke last; "the boy" can only be so.
    """
    near = [one for one in seen[-_NEAR:] if one.chain.kind == "person"]
    fields = {id(one.chain): _fields(words, one.chain) for one in near}
    alike = [one for one in near if noun.field in fields[id(one.chain)]]
    unknown = [one for one in near if not fields[id(one.chain)]]
    beside = [one for one in _beside(words, seen, head) if one.chain.kind == "person"]
    others = beside if noun.kind == "trade" else []
    spoke = [one for one in beside if one.source]
    fitting = spoke if noun.kind == "kin" else alike or [*unknown, *others]
    choice = choose(words, head, fitting, Sought(frozenset({"person"}), noun.gender))
    return choice.chain if choice is not None else None


def _fields(words: Words, chain: Chain) -> set[int]:
    """Return the walks of life that the role of a chain names."""
    if chain.role is None:
        return set()
    nouns = (role_noun(words.forms[i]) for i in range(chain.role[0], chain.role[1] + 1))
    return {noun.field for noun in nouns if noun and noun.field >= 0}


def _body(words: Words, seen: Sequence[Seen], head: int, noun: str) -> Chain | None:
    """Return the body that is called by this noun, else the one that spoke last if it can be."""
    for one in reversed(seen[-_FAR_BACK:]):
        full = one.chain.fullest
        if full and one.chain.kind == "organisation" and called(noun, words.said(*_ends(full))):
            return one.chain
    if not body_kind(noun) or not called(noun):
        return None
    near = [one for one in _beside(words, seen, head) if _is_body(words, one.chain)]
    choice = choose(words, head, near, Sought(frozenset({"organisation"})))
    return choice.chain if choice is not None and choice.margin >= _SURE else None


def _ends(mention: Mention) -> tuple[int, int]:
    return mention.first, mention.last


def _is_body(words: Words, chain: Chain) -> bool:
    return chain.fullest is not None and words.entities[chain.fullest.last][2:] == "ORG"


def _beside(words: Words, seen: Sequence[Seen], word: int) -> list[Seen]:
    """Return the sources and the main subjects of the sentences just before."""
    lowest = words.sentence[word] - _BESIDE
    return [
        one for one in seen[-_NEAR:] if one.sentence >= lowest and (one.source or one.subject == 1)
    ]
