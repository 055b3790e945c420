"""A word beside a cue in, the outlet, programme or person that the owner spoke to there out.

"told the Herald", "in an interview with", "on state television", "carried by", "quoted by".
"""

from readout.reading.mentions import Places, Words
from readout.reading.mentions.lexicon import relay_words
from readout.reading.mentions.syntax import child, phrase
from readout.reading.relay_phrases import (
    Link,
    at_large,
    link_at,
    noun_phrase_at,
    own_page,
    speaks,
    through,
)

__all__ = ["near_link"]

_TOLD = relay_words("told")
_SPOKE = relay_words("spoke")
_CARRIED = relay_words("carried")
_MOVED = relay_words("moved")
_ISSUED = relay_words("issued")
_ADDRESSED = relay_words("addressed")
_WROTE = relay_words("wrote")
_HOPS = 4  # arcs from a preposition to the cue
_REACH = 6  # words between "interview" and its "with"


def near_link(words: Words, places: Places, at: int, form: str) -> Link | None:
    """Return the link that the owner spoke to or in: told, interview with, on, in."""
    if not _in_clause_of_cue(words, places, at):
        return None
    link = _near(words, places, at, form)
    return None if link is not None and at_large(words, link) else link


def _near(words: Words, places: Places, at: int, form: str) -> Link | None:
    if form in _TOLD:
        return link_at(words, at + 1, unknown=True) or _person_of(words, at + 1)
    if form == "through":
        return through(words, at + 1)
    if form in {"to", "with", "by"}:
        return _spoken(words, at, form)
    standing = form in {"on", "in", "via", "during"} and words.tags[at] in {"IN", "RP"}
    if (standing and _hangs_on_cue(words, places, at)) or (
        form == "for" and _before(words, at, _WROTE)
    ):
        link = link_at(words, at + 1)
        return None if link is not None and own_page(words, link) else link
    return None


def _spoken(words: Words, at: int, form: str) -> Link | None:
    """Return who was spoken to, or published what was: interview with, asked by, carried by."""
    if form == "by" and words.forms[at - 1].lower() == "asked":
        return link_at(words, at + 1)
    if form == "by" and _before(words, at, _CARRIED, reach=3):
        anyone = not _before(words, at, _MOVED, reach=3)
        link = link_at(words, at + 1, unknown=True, anyone=anyone)
        return link if link is not None and speaks(words, link) else None
    if not _before(words, at, _SPOKE | _ISSUED):
        return None
    interview = any("interview" in words.forms[i] for i in range(max(at - _REACH, 0), at))
    addressed = form == "to" and _before(words, at, _ADDRESSED, reach=2)
    link = link_at(words, at + 1, unknown=interview or addressed) or _person_of(words, at + 1)
    if link is None and interview and form == "with" and words.forms[at - 1] == "interview":
        person = noun_phrase_at(words, at + 1)
        if person is not None and words.entities[person[1]][2:] == "PERSON":
            return Link(*person, "person")
    return link


def _hangs_on_cue(words: Words, places: Places, at: int) -> bool:
    """Say whether a phrase belongs to who says it, not to somebody else in the sentence."""
    head = words.heads[at]
    if head == at or not places.cue:
        return True
    for _ in range(_HOPS):
        if head in places.cue or head in places.source or words.heads[head] == head:
            return True
        if words.tags[head].startswith("VB") and child(words, head, ("nsubj",)) is not None:
            return words.labels[head] not in {"pcomp", "advcl", "relcl"}
        head = words.heads[head]
    return True


def _in_clause_of_cue(words: Words, places: Places, at: int) -> bool:
    """Say whether a word stands in the relative clause of the cue, where the cue has one.

    "Dorr, who said that it rains, told the Herald ..." did not say to the Herald that it rains.
    """
    clause = next((cue for cue in places.cue if words.labels[cue] == "relcl"), None)
    if clause is None:
        return True
    first, last = phrase(words, clause)
    return first <= at <= last


def _person_of(words: Words, first: int) -> Link | None:
    """Return the journalist told, where an outlet follows: "told Ilse Marn of the Herald"."""
    person = noun_phrase_at(words, first)
    if person is None or person[1] + 2 >= len(words.forms):
        return None
    if words.forms[person[1] + 1].lower() not in {"of", "at", "from"}:
        return None
    outlet = link_at(words, person[1] + 2)
    return Link(person[0], outlet.last, outlet.kind) if outlet else None


def _before(words: Words, at: int, these: frozenset[str], *, reach: int = _REACH) -> bool:
    lowest = max(at - reach, words.firsts[words.sentence[at]])
    return any(words.forms[i].lower() in these for i in range(lowest, at))
