"""Where an attribution's parts stand in, whose words they are and through whom they came out.

Patterns in the words around the content, never in it: "told the Herald", "according to the
agency", "in an interview with", "carried by", "quoted X as saying", "reported, citing X".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from readout.reading.mentions import Places, Words
from readout.reading.mentions.lexicon import relay_words
from readout.reading.relay_near import near_link
from readout.reading.relay_phrases import (
    Link,
    by_after,
    is_media,
    link_at,
    phrase_ending,
)
from readout.reading.relay_quoted import quoted_source

__all__ = ["Relayed", "anchor_of", "find_links"]

_TOLD = relay_words("told")
_CARRIED = relay_words("carried")
_ISSUED = relay_words("issued")
_ADDRESSED = relay_words("addressed")
_CITING = relay_words("citing")
_REPORTED = relay_words("reported")
_TRIGGERS = (
    _TOLD
    | _CITING
    | _REPORTED
    | {"to", "with", "by", "on", "in", "via", "for", "during", "through"}
)
_CLOSE = 3  # words between a document and the "by" of its publisher


@dataclass(frozen=True, slots=True)
class Relayed:
    """An attribution's places, its source set right, and its links from the owner outward."""

    places: Places
    links: tuple[Link, ...]
    spoken: tuple[Link, ...] = ()
    """Those of the links the owner spoke to or in: told, in an interview with, on."""


def anchor_of(places: Places) -> range:
    """Return the part whose sentence tells whose words these are."""
    last = places.content[-1].stop
    return places.cue or places.source or range(max(last - 1, 0), last)


def find_links(
    words: Words,
    places: Places,
    taken: Sequence[range] = (),
    scope: Sequence[range] | None = None,
) -> Relayed:
    """Return whose words these are and through whom they came, as the words around them tell.

    `taken` are the sources of attributions of other words; such a source passes on those. For an
    inner attribution `scope` is the outer one's content: what stands outside is of the outer one.
    """
    places = _without_publisher(words, places)
    frame = _frame(words, places, scope)
    last = None
    quoted = quoted_source(words, places, frame)
    if quoted is not None:
        places, last = quoted
    near: list[Link] = []
    far: list[Link] = []
    for at in frame:
        form = words.forms[at].lower()
        if form not in _TRIGGERS or (at in places.source and not _in_relative(words, places, at)):
            continue
        link = near_link(words, places, at, form)
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
            by = by_after(words, at)
            if by and words.forms[by].lower() == "by" and by in source:
                return replace(places, source=range(source.start, at))
            if words.forms[at + 1 : at + 2] == ["to"] and words.forms[at].lower() in _ISSUED:
                return replace(places, source=range(source.start, at))
        if words.forms[at] == "to" and words.forms[at - 1].lower() in _ADDRESSED:
            to = link_at(words, at + 1, unknown=True)
            if to is not None and to.last in source:
                return replace(places, source=range(source.start, at))
    return places


def _frame(words: Words, places: Places, scope: Sequence[range] | None) -> list[int]:
    """Return the words of the cue's sentence that are not content, and are in the scope."""
    anchor = anchor_of(places)
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
    return [
        at
        for at in sentence
        if at not in inside and (scope is None or any(at in part for part in scope))
    ]


def _in_relative(words: Words, places: Places, at: int) -> bool:
    """Say whether a word stands in the source's clause: "an official who told the Herald"."""
    return words.forms[at].lower() in _TOLD and "WP" in words.tags[places.source.start : at]


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


def _meets(link: Link, source: range) -> bool:
    return bool(source) and link.first < source.stop and source.start <= link.last


def _same(link: Link, other: Link) -> bool:
    return link.first <= other.last and other.first <= link.last
