"""Words and attributions in, who each source is out: one walk over the page from its first word.

Names are tied first, over the whole page; then pronouns and noun phrases are tied in the order of
the text to what was met before them. What stays untied stands for itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.mentions.bodies import chain_bodies
from readout.reading.mentions.chains import Chain, ChainKind, Mention
from readout.reading.mentions.heads import Head, read_head
from readout.reading.mentions.lexicon import body_kind, role_noun
from readout.reading.mentions.names import Name, find_names
from readout.reading.mentions.nominals import Phrase, repeated
from readout.reading.mentions.people import chain_people, role_gender
from readout.reading.mentions.phrases import phrase_start
from readout.reading.mentions.recent import Seen, Sought, choose, seen_at
from readout.reading.mentions.syntax import child
from readout.reading.mentions.words import Words

__all__ = ["Places", "Resolved", "Tied", "resolve"]

_PEOPLE: frozenset[ChainKind] = frozenset({"person", "unnamed"})
_OTHERS: frozenset[ChainKind] = frozenset({"organisation"})
_MANY: frozenset[ChainKind] = frozenset({"group", "unnamed", "organisation", "person"})
_GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those"})
_SINGULAR = frozenset({"it", "its", "itself", "this", "that"})
_OWN_VOICE = frozenset({"i", "me", "we", "us", "myself", "ourselves"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_COMMON = frozenset({"NN", "NNS"})
_SPEAKERS = frozenset({"organisation", "outlet", "agency", "document"})
_PERSONAL = frozenset({"who", "whom"})
_HANGING = frozenset({"pobj", "prep", "amod", "acl", "dobj"})
_CLIMBED = 6  # arcs from a thing to who has to do with it
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SURE = 1.0


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of one attribution stand, as ranges of words."""

    source: range
    cue: range
    content: tuple[range, ...]


@dataclass(frozen=True, slots=True)
class Tied:
    """What a source was tied to, how sure, and by which rule."""

    chain: Chain
    p: float
    rule: str
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the walk found."""

    sources: list[Tied | None]
    """For each attribution; None where it has no source or the page does not tell who it is."""
    seen: list[Seen]
    """All mentions tied, in text order."""


def resolve(words: Words, places: Sequence[Places]) -> Resolved:
    """Tie the sources of all attributions, in the order given."""
    return _Walk(words, places).walk()


def _speaks(form: str) -> bool:
    """Say whether a common noun is for somebody, or for a body, that can be a speaker."""
    return (role_noun(form) is not None and form != "people") or body_kind(form) in _SPEAKERS


class _Walk:
    """One pass over a page; holds what was met so far."""

    def __init__(self, words: Words, places: Sequence[Places]) -> None:
        self.words, self.places = words, places
        self.names = find_names(words)
        self.chains = {**chain_bodies(words, self.names), **chain_people(words, self.names)}
        self.seen: list[Seen] = []
        self.nominals: dict[int, Chain] = {}
        self.covering = {
            w: (n.first, n.last) for n in self.names for w in range(n.first, n.last + 1)
        }
        self.tied: list[Tied | None] = [None] * len(places)
        self.spoken = bytearray(len(words.forms))
        for place in places:
            self.spoken[place.source.start : place.source.stop] = b"\1" * len(place.source)

    def walk(self) -> Resolved:
        events = self._events()
        for _, kind, which in events:
            if kind == 0:
                self._meet_name(self.names[which])
            elif kind == 1:
                self._meet_word(which)
            else:
                self.tied[which] = self._meet_source(self.places[which])
        return Resolved(self.tied, self.seen)

    def _events(self) -> list[tuple[int, int, int]]:
        """Return (word, kind, which) of all to be tied: names 0, single words 1, sources 2."""
        words, spoken = self.words, self.spoken
        events = [(name.first, 0, number) for number, name in enumerate(self.names)]
        for at, (tag, form) in enumerate(zip(words.tags, words.forms, strict=True)):
            if tag == "PRP":
                if not spoken[at] and form.lower() in {"he", "she"}:
                    events.append((at, 1, at))
            elif tag in _COMMON and not spoken[at] and not words.entities[at] and _speaks(form):
                events.append((at, 1, at))
        for number, place in enumerate(self.places):
            if len(place.source):
                events.append((place.source.stop - 1, 2, number))
        events.sort()
        return events

    def _meet_name(self, name: Name) -> None:
        chain = self.chains[name.first]
        if chain.kind != "person" or not chain.mentions or chain.mentions[-1].first != name.first:
            chain.mentions.append(Mention(name.first, name.last, "name"))
        source = bool(self.spoken[name.first])
        self.seen.append(seen_at(self.words, name.first, name.last, chain, source=source))

    def _meet_word(self, at: int) -> None:
        """Tie a pronoun that is no source, or a noun for a person, so that its chain stays near."""
        if self.words.tags[at] == "PRP":
            self._pronoun(at, own=())
            return
        words, after = self.words, at + 1
        if after < len(words.tags) and (
            words.entities[after] == "B-PERSON" or words.tags[after] in _COMMON
        ):
            return
        named = child(words, at, ("appos",))
        if named in self.covering:  # "his wife, Ilse Marn,": the name is met by itself
            role = role_noun(words.forms[at])
            chain = self.chains[self.covering[named][0]]
            chain.gender = chain.gender or (role.gender if role else "")
            return
        person = role_noun(words.forms[at]) is not None and words.tags[at] == "NN"
        if not person and words.labels[at] not in _SUBJECTS:
            return
        first = phrase_start(words, at)
        told = words.tags[first] in {"DT", "PRP$", "CD"} or words.tags[first + 1 : at].count("POS")
        bare = words.tags[at] == "NNS" and words.tags[first] not in {"DT", "CD"}
        if told or not (person or bare):
            self._nominal(first, at, at)

    def _meet_source(self, place: Places) -> Tied | None:
        head = read_head(self.words, place.source, self.covering)
        if head is None:
            return None
        if head.kind == "name":
            chain = self.chains[head.first]
            self._widen(chain, head, place.source.start)
            if chain.role is None and head.role is not None and chain.kind == "person":
                chain.role = head.role
                chain.gender = chain.gender or role_gender(self.words, head.role)
            return Tied(chain, 0.95 * chain.certain, "name", head)
        if head.kind == "pronoun":
            return self._pronoun_source(head, place)
        tied = self._nominal(head.first, head.last, head.head, several=head.several)
        return Tied(tied.chain, tied.p, tied.rule, head)

    def _widen(self, chain: Chain, head: Head, lowest: int) -> None:
        """Let a body's name take the capitalised words before it: "The Harrow" Foundation."""
        first, words = head.first, self.words
        while first > lowest and words.forms[first - 1][0].isupper():
            if words.tags[first - 1] not in {"NNP", "NNPS", "DT"}:
                break
            first -= 1
        full = chain.fullest
        if chain.kind == "organisation" and full and head.last - first > full.last - full.first:
            chain.fullest = Mention(first, head.last, "name")

    def _pronoun_source(self, head: Head, place: Places) -> Tied | None:
        form = self.words.forms[head.head].lower()
        if form in _GENDERS:
            return self._pronoun(head.head, own=(*place.content, place.cue))
        if form in _RELATIVE and self.words.tags[head.head] != "DT":
            return self._relative(head.head)
        if form in _PLURAL or form in _SINGULAR:
            plural = form in _PLURAL
            kinds = _MANY if plural else _OTHERS
            choice = choose(
                self.words, head.head, self.seen, Sought(kinds, plural=plural, own=place.content)
            )
            if choice is not None:
                return self._join(choice.chain, head.head, 0.5, f"pronoun “{form}”")
        return None

    def _pronoun(self, at: int, *, own: Sequence[range]) -> Tied | None:
        form = self.words.forms[at].lower()
        gender = _GENDERS.get(form, "")
        sought = Sought(_PEOPLE, gender, own=own, barred=self._addressed(at))
        choice = choose(self.words, at, self.seen, sought)
        if choice is None:
            return None
        sure = choice.margin >= _SURE
        if sure and not choice.chain.gender:
            choice.chain.gender = gender
        known = choice.chain.gender == gender
        return self._join(choice.chain, at, 0.85 if sure and known else 0.6, f"pronoun “{form}”")

    def _addressed(self, at: int) -> Chain | None:
        """Return whom the pronoun at word `at` speaks to: "he told Dorr"."""
        if self.words.labels[at] != "nsubj":
            return None
        told = child(self.words, self.words.heads[at], ("dobj", "dative"))
        name = self.covering.get(told) if told is not None else None
        return self.chains[name[0]] if name is not None else None

    def _join(self, chain: Chain, at: int, p: float, rule: str) -> Tied:
        chain.mentions.append(Mention(at, at, "pronoun"))
        source = bool(self.spoken[at])
        self.seen.append(seen_at(self.words, at, at, chain, source=source))
        return Tied(chain, round(p * chain.certain, 3), rule)

    def _relative(self, at: int) -> Tied | None:
        """Tie "who" to what stands right before it."""
        before = self._antecedent(at)
        while before > 0 and self.words.tags[before] in {",", ":", "-RRB-", "''"}:
            before -= 1
        near = [one for one in self.seen[-4:] if one.word <= before]
        if near and (last := near[-1]).sentence == self.words.sentence[at]:
            ends = {m.last for m in last.chain.mentions if m.first == last.word}
            if before in ends:
                return self._join(last.chain, at, 0.9, "relative pronoun")
        head = self._somebody(before) if self.words.forms[at].lower() in _PERSONAL else before
        if head >= 0 and self.words.tags[head] in {"NN", "NNS", "NNP", "NNPS"}:
            if head in self.covering:
                return self._join(self.chains[self.covering[head][0]], at, 0.7, "relative pronoun")
            tied = self._nominal(phrase_start(self.words, head), before, head)
            return Tied(tied.chain, 0.7, "relative pronoun")
        return None

    def _somebody(self, at: int) -> int:
        """Return who "who" takes up where a thing stands before it: an aide to the talks, who."""
        words, head = self.words, at
        for _ in range(_CLIMBED):
            if role_noun(words.forms[head]) is not None or words.tags[head] == "NNS":
                return head
            if words.entities[head][2:] in {"PERSON", "NORP"}:
                return head
            if words.labels[head] not in _HANGING:
                return at
            head = words.heads[head]
        return at

    def _antecedent(self, at: int) -> int:
        """Return the word a relative pronoun takes up, as the arcs tell; else the one before."""
        verb = self.words.heads[at]
        for _ in range(2):
            head = self.words.heads[verb]
            if self.words.labels[verb] == "relcl" and head < at:
                last = child(self.words, head, ("conj",))
                if last is not None and last < at:
                    return at - 1  # "Dorr and Marn, who": the one that stands before
                name = self.covering.get(head)
                return name[1] if name is not None else head
            verb = head
        return at - 1

    def _nominal(self, first: int, last: int, head: int, *, several: bool = False) -> Tied:
        """Tie a noun phrase to what it repeats, or let it stand for itself."""
        words = self.words
        noun = words.forms[head].lower()
        role = role_noun(noun)
        plural = several or words.tags[head] in {"NNS", "NNPS"}
        mention = Mention(first, last, "nominal")
        source = bool(self.spoken[first])
        again = self.nominals.get(head)
        if again is not None and again.fullest is not None and again.fullest.first == first:
            return Tied(again, 0.85, "noun phrase")
        named = self._apposed_name(head)
        if named is not None:
            named.called.add(noun)
            named.mentions.append(mention)
            return Tied(named, 0.85, "noun phrase beside a name")
        if words.forms[first].lower() in _DEFINITE and not several:
            known = repeated(words, self.seen, Phrase(first, last, head, plural, source))
            if known is not None:
                known.chain.mentions.append(mention)
                self.seen.append(seen_at(words, first, head, known.chain, source=source))
                return Tied(known.chain, known.p, known.rule)
        chain = Chain(
            self._kind(head, plural=plural, named=words.tags[head] == "NNP" and first == head),
            gender=role.gender if role and not plural else "",
            plural=plural,
            names=[mention],
            mentions=[mention],
            fullest=mention,
            head=noun,
        )
        self.nominals[head] = chain
        self.seen.append(seen_at(words, first, head, chain, source=source))
        return Tied(chain, 0.85, "noun phrase")

    def _apposed_name(self, head: int) -> Chain | None:
        """Return the body or person whose name the phrase explains: the Herald, "a weekly"."""
        if self.words.labels[head] != "appos":
            return None
        name = self.covering.get(self.words.heads[head])
        if name is None or name[1] >= head:
            return None
        chain = self.chains[name[0]]
        return chain if chain.kind in {"organisation", "person"} else None

    def _kind(self, head: int, *, plural: bool, named: bool) -> ChainKind:
        noun = self.words.forms[head].lower()
        if plural or body_kind(noun) == "group":
            return "group"
        person = role_noun(noun) is not None or self.words.entities[head] == "B-NORP"
        return "unnamed" if person and not named else "organisation"
