"""Where an attribution's parts stand in, whose words they are and through whom they came out.

Patterns in the words around the content, never in it: "told the Herald", "according to the
agency", "in an interview with", "carried by", "quoted X as saying", "reported, citing X".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from readout.reading.mentions import Places, Words
from readout.reading.mentions.lexicon import relay_words
from readout.reading.relay_phrases import (
    Link,
    is_media,
    link_at,
    noun_phrase_at,
    phrase_ending,
)

__all__ = ["Relayed", "find_links"]

_TOLD = relay_words("told")
_SPOKE = relay_words("spoke")
_CARRIED = relay_words("carried")
_ISSUED = relay_words("issued")
_WROTE = relay_words("wrote")
_CITING = relay_words("citing")
_REPORTED = relay_words("reported")
_TRIGGERS = _TOLD | _CITING | _REPORTED | {"to", "with", "by", "on", "in", "via", "for", "during"}
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_CLOSE = 3  # words between a document and the "by" of its publisher
_REACH = 6  # words between "interview" and its "with"


@dataclass(frozen=True, slots=True)
class Relayed:
    """An attribution's places, its source set right, and its links from the owner outward."""

    places: Places
    links: tuple[Link, ...]
    spoken: tuple[Link, ...] = ()
    """Those of the links the owner spoke to or in: told, in an interview with, on."""


def find_links(words: Words, places: Places, taken: Sequence[range] = ()) -> Relayed:
    """Return whose words these are and through whom they came, as the words around them tell.

    `taken` are the sources of attributions of other words; such a source passes on those.
    """
    places = _without_publisher(words, places)
    frame = _frame(words, places)
    swapped = _swapped(words, places, frame)
    if swapped is not None:
        places, last = swapped
    else:
        last = None
    near: list[Link] = []
    far: list[Link] = []
    for at in frame:
        form = words.forms[at].lower()
        if form not in _TRIGGERS or at in places.source:
            continue
        link = _near(words, at, form)
        if link is not None and form == "by" and far and at - far[-1].last <= _CLOSE:
            far[-1] = replace(far[-1], last=link.last)  # "a transcript posted by the station"
        elif link is not None:
            near.append(link)
        else:
            link = _far(words, at, form, frame)
            if link is not None and not any(_meets(link, o) for o in (places.source, *taken)):
                far.append(link)
    links = [*near, *far, *([last] if last else [])]
    kept: list[Link] = []
    for link in links:
        if not _meets(link, places.source) and not any(_same(link, one) for one in kept):
            kept.append(link)
    return Relayed(places, tuple(kept), tuple(link for link in kept if link in near))


def _without_publisher(words: Words, places: Places) -> Places:
    """Cut from a document who published it: "a cable", not "a cable obtained by the Herald"."""
    source = places.source
    for at in range(source.start + 1, source.stop):
        if words.forms[at].lower() in _CARRIED | _ISSUED and words.tags[at] == "VBN":
            by = _by(words, at)
            if by and words.forms[by].lower() == "by" and by in source:
                return replace(places, source=range(source.start, at))
    return places


def _frame(words: Words, places: Places) -> list[int]:
    """Return the words of the cue's sentence that are not content."""
    anchor = (
        places.cue or places.source or range(places.content[-1].stop - 1, places.content[-1].stop)
    )
    if not anchor:
        return []
    sentence = words.sentence_range(words.sentence[anchor.start])
    inside: set[int] = set()
    for part in places.content:
        inside.update(part)
    quoted = next((at for at in sentence if words.forms[at].lower() in _CITING), None)
    if quoted is not None and quoted + 1 in inside:
        # "quoted Dorr as telling the Herald that ...", all of it taken for what is said
        clause = next(
            (i for i in sentence if i > quoted and words.forms[i] in {"that", "“"}), quoted
        )
        inside.difference_update(range(quoted + 1, clause))
    return [at for at in sentence if at not in inside]


def _near(words: Words, at: int, form: str) -> Link | None:
    """Return the link that the owner spoke to or in: told, interview with, on, in."""
    if form in _TOLD:
        return link_at(words, at + 1, unknown=True) or _person_of(words, at + 1)
    if form == "by" and _before(words, at, _CARRIED, reach=3):
        return link_at(words, at + 1, unknown=True, anyone=True)
    if form in {"to", "with", "by"} and _before(words, at, _SPOKE | _ISSUED):
        interview = any("interview" in words.forms[i] for i in range(max(at - _REACH, 0), at))
        return link_at(words, at + 1, unknown=interview)
    standing = form in {"on", "in", "via", "during"} and words.tags[at] in {"IN", "RP"}
    if standing or (form == "for" and _before(words, at, _WROTE)):
        return link_at(words, at + 1)
    return None


def _person_of(words: Words, first: int) -> Link | None:
    """Return the journalist told, where an outlet follows: "told Ilse Marn of the Herald"."""
    person = noun_phrase_at(words, first)
    if person is None or person[1] + 2 >= len(words.forms):
        return None
    if words.forms[person[1] + 1].lower() not in {"of", "at", "from"}:
        return None
    outlet = link_at(words, person[1] + 2)
    return Link(person[0], outlet.last, outlet.kind) if outlet else None


def _far(words: Words, at: int, form: str, frame: Sequence[int]) -> Link | None:
    """Return the link that says so itself: according to, Y reported."""
    if form == "to" and at > 0 and words.forms[at - 1].lower() == "according":
        return link_at(words, at + 1, unknown=True, anyone=True)
    if form in _REPORTED and words.tags[at].startswith("VB"):
        phrase = phrase_ending(words, at - 1, frame[0])
        if phrase is not None and is_media(words, *phrase, unknown=True):
            return link_at(words, phrase[0], unknown=True)
    if form in _CITING and words.tags[at] in {"VBD", "VBZ", "VBP"}:
        phrase = phrase_ending(words, at - 1, frame[0])
        if phrase is not None:
            return link_at(words, phrase[0], unknown=True, anyone=True)
    return None


def _before(words: Words, at: int, these: frozenset[str], *, reach: int = _REACH) -> bool:
    lowest = max(at - reach, words.firsts[words.sentence[at]])
    return any(words.forms[i].lower() in these for i in range(lowest, at))


def _swapped(words: Words, places: Places, frame: Sequence[int]) -> tuple[Places, Link] | None:
    """Where a medium quotes or cites somebody, the words are that one's, the medium a link."""
    source = places.source
    for at in (*frame, *source):
        if words.forms[at].lower() not in _CITING:
            continue
        if _passive(words, at):
            found = _quoted_by(words, places, at) if at in frame else None
            if found is not None:
                return found
            continue
        cited = noun_phrase_at(words, at + 1) if source and at not in source else None
        if cited is None or cited[0] in source:
            continue
        link = _citing_medium(words, source, at, cited[1], frame)
        if link is not None:
            return replace(places, source=range(cited[0], cited[1] + 1)), link
    return None


def _citing_medium(
    words: Words, source: range, at: int, cited: int, frame: Sequence[int]
) -> Link | None:
    """Return the source as a link, where it is a medium that quotes or cites another."""
    phrase = noun_phrase_at(words, source.start) or (source.start, source.stop - 1)
    if words.entities[phrase[1]][2:] == "PERSON":
        return None
    reports = any(words.forms[i].lower() in _REPORTED for i in frame)
    quotes = "quot" in words.forms[at].lower() or words.tags[at] in {"VBD", "VBZ"}
    if is_media(words, *phrase, unknown=reports) or (quotes and _as_saying(words, cited)):
        return link_at(words, phrase[0], unknown=True, anyone=True)
    return None


def _passive(words: Words, at: int) -> bool:
    """Say whether "quoted" is "was quoted", not "quoted somebody"."""
    before = {words.forms[i].lower() for i in range(max(at - 3, 0), at)}
    return bool(before & _BE) and words.forms[at].lower() in {"quoted", "cited"}


def _by(words: Words, at: int) -> int:
    """Return the "by" or "in" close after a participle, or 0."""
    end = min(at + _REACH, words.firsts[words.sentence[at] + 1])
    return next((i for i in range(at + 1, end) if words.forms[i].lower() in {"by", "in"}), 0)


def _quoted_by(words: Words, places: Places, at: int) -> tuple[Places, Link] | None:
    """Return who "was quoted" as the source and by whom as the link."""
    quoted, by = _subject(words, at), _by(words, at)
    link = link_at(words, by + 1, unknown=True, anyone=True) if by else None
    if quoted is None or link is None or any(quoted[0] in part for part in places.content):
        return None
    if places.source and not _meets(link, places.source):
        return None
    return replace(places, source=range(quoted[0], quoted[1] + 1)), link


def _subject(words: Words, at: int) -> tuple[int, int] | None:
    """Return the subject of "was quoted"."""
    lowest = words.firsts[words.sentence[at]]
    last = at - 1
    while last > lowest and (words.tags[last].startswith(("VB", "RB", "MD")) or last == at):
        last -= 1
    if words.tags[last] == "PRP":
        return last, last
    return phrase_ending(words, last, lowest)


def _as_saying(words: Words, last: int) -> bool:
    """Say whether "as saying" or its like follows."""
    return words.forms[last + 1 : last + 2] == ["as"] and words.tags[last + 2 : last + 3] == ["VBG"]


def _meets(link: Link, source: range) -> bool:
    return bool(source) and link.first < source.stop and source.start <= link.last


def _same(link: Link, other: Link) -> bool:
    return link.first <= other.last and other.first <= link.last
