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
_TRIGGERS = _TOLD | _CITING | _REPORTED | {"to", "with", "by", "on", "in", "via", "for"}
_REACH = 6  # words between "interview" and its "with"


@dataclass(frozen=True, slots=True)
class Relayed:
    """An attribution's places, its source set right, and its links from the owner outward."""

    places: Places
    links: tuple[Link, ...]


def find_links(words: Words, places: Places, taken: Sequence[range] = ()) -> Relayed:
    """Return whose words these are and through whom they came, as the words around them tell.

    `taken` are the sources of attributions of other words; such a source passes on those.
    """
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
        if link is not None:
            near.append(link)
            continue
        link = _far(words, at, form, frame)
        if link is not None and not any(_meets(link, other) for other in taken):
            far.append(link)
    links = [*near, *far, *([last] if last else [])]
    kept: list[Link] = []
    for link in links:
        if not _meets(link, places.source) and not any(_same(link, one) for one in kept):
            kept.append(link)
    return Relayed(places, tuple(kept))


def _frame(words: Words, places: Places) -> list[int]:
    """Return the words of the cue's sentence that are not content."""
    anchor = (
        places.cue or places.source or range(places.content[-1].stop - 1, places.content[-1].stop)
    )
    if not anchor:
        return []
    sentence = words.sentence_range(words.sentence[anchor.start])
    inside = set()
    for part in places.content:
        inside.update(part)
    return [at for at in sentence if at not in inside]


def _near(words: Words, at: int, form: str) -> Link | None:
    """Return the link that the owner spoke to or in: told, interview with, on, in."""
    if form in _TOLD:
        return link_at(words, at + 1, unknown=True)
    if form == "by" and _before(words, at, _CARRIED, reach=3):
        return link_at(words, at + 1, unknown=True, anyone=True)
    if form in {"to", "with", "by"} and _before(words, at, _SPOKE | _ISSUED):
        interview = any("interview" in words.forms[i] for i in range(max(at - _REACH, 0), at))
        return link_at(words, at + 1, unknown=interview)
    standing = form in {"on", "in", "via"} and words.tags[at] in {"IN", "RP"}
    if standing or (form == "for" and _before(words, at, _WROTE)):
        return link_at(words, at + 1)
    return None


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
    if not source:
        return None
    for at in frame:
        if words.forms[at].lower() not in _CITING or at in source:
            continue
        if at + 1 < len(words.forms) and words.forms[at + 1].lower() in {"by", "in"}:
            continue
        cited = noun_phrase_at(words, at + 1)
        if cited is None or range(cited[0], cited[1] + 1) == source or cited[0] in source:
            continue
        quotes = "quot" in words.forms[at].lower()
        phrase = noun_phrase_at(words, source.start) or (source.start, source.stop - 1)
        reports = any(words.forms[i].lower() in _REPORTED for i in frame)
        if is_media(words, *phrase, unknown=reports) or (quotes and _as_saying(words, cited[1])):
            link = link_at(words, phrase[0], unknown=True, anyone=True)
            if link is not None:
                return replace(places, source=range(cited[0], cited[1] + 1)), link
    return None


def _as_saying(words: Words, last: int) -> bool:
    return [form.lower() for form in words.forms[last + 1 : last + 3]] == ["as", "saying"]


def _meets(link: Link, source: range) -> bool:
    return bool(source) and link.first < source.stop and source.start <= link.last


def _same(link: Link, other: Link) -> bool:
    return link.first <= other.last and other.first <= link.last
