"""Where a medium quotes or cites somebody in, that one as the source and the medium as a link out.

"State television quoted Dorr as saying", "Dorr was quoted by the agency as saying", "the Herald
reported, citing two guards": the words are Dorr's and the guards'.
"""

from collections.abc import Sequence
from dataclasses import replace

from readout.reading.mentions import Places, Words
from readout.reading.mentions.lexicon import agency, body_kind, relay_words, role_noun
from readout.reading.mentions.syntax import child, passive_subject_of, phrase
from readout.reading.relay_phrases import (
    Link,
    by_after,
    is_media,
    link_at,
    noun_phrase_at,
    phrase_ending,
)

__all__ = ["quoted_source"]

_CITING = relay_words("citing")
_REPORTED = relay_words("reported")
_MEDIA = frozenset({"outlet", "agency", "programme"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_LONGEST = 20  # words of who is cited
_FARTHEST_AS = 16  # words between "quoted" and "as saying"


def quoted_source(
    words: Words, places: Places, frame: Sequence[int]
) -> tuple[Places, Link | None] | None:
    """Return the places with who is quoted as the source, and by whom; None where nobody is."""
    source = places.source
    for at in (*frame, *source):
        if words.forms[at].lower() not in _CITING:
            continue
        if _passive(words, at):
            found = _quoted_by(words, places, at) if at in frame else None
            if found is not None:
                return found
            continue
        cited = _cited(words, at) if source and at not in source else None
        if cited is None or cited[0] in source:
            continue
        link = _citing_medium(words, source, at, cited, frame)
        if link is not None:
            return replace(places, source=range(cited[0], cited[1] + 1)), link
    return None


def _cited(words: Words, at: int) -> tuple[int, int] | None:
    """Return who is quoted: all of the object's words, or the noun phrase that follows."""
    found = child(words, at, ("dobj",))
    if found is not None and found > at:
        first, last = phrase(words, found)
        while last > found and "as" in words.forms[found : last + 1]:
            last = words.forms.index("as", found) - 1
        if at < first and last - first < _LONGEST:
            return first, last
    return noun_phrase_at(words, at + 1)


def _citing_medium(
    words: Words, source: range, at: int, cited: tuple[int, int], frame: Sequence[int]
) -> Link | None:
    """Return the source as a link, where it is one that quotes another's words.

    A medium passes on those it cites as well; a person who cites a report speaks for himself.
    """
    first = source.start
    phrase_ = noun_phrase_at(words, first) or (first, source.stop - 1)
    quotes = "quot" in words.forms[at].lower() or words.tags[at] in {"VBD", "VBZ"}
    saying = quotes and _as_saying(words, at)
    reports = any(words.forms[i].lower() in _REPORTED for i in frame)
    if words.tags[first] == "PRP":
        paper = words.forms[first].lower() in _IT and (
            "quoting" in words.forms[at].lower() or _is_person(words, cited)
        )
        return Link(first, first, "outlet" if paper else "speaker") if saying or paper else None
    if _is_medium(words, source, phrase_, unknown=reports):
        return Link(*phrase_, "agency" if agency(words.said(*phrase_)) else "outlet")
    if saying or (reports and words.tags[at] == "VBG" and _is_person(words, cited)):
        return link_at(words, phrase_[0], unknown=True, anyone=True)
    return None


_IT = frozenset({"it", "they"})


def _is_medium(words: Words, source: range, named: tuple[int, int], *, unknown: bool) -> bool:
    """Say whether a source is a medium, by its name or what is said of it: "the Sund, a daily"."""
    if words.entities[named[1]][2:] == "PERSON" and not agency(words.said(*named)):
        before = next(
            (i for i in range(named[1], named[0] - 1, -1) if words.entities[i][2:] != "PERSON"), -1
        )
        if before >= 0 and words.tags[before] in {"NN", "JJ"} and _medium_noun(words, before):
            return True  # "the newspaper Dorr"
    elif is_media(words, *named, unknown=unknown):
        return True
    more = (
        range(named[1] + 2, source.stop)
        if words.forms[named[1] + 1 : named[1] + 2] == [","]
        else ()
    )
    return any(words.tags[i] == "NN" and _medium_noun(words, i) for i in more)


def _medium_noun(words: Words, at: int) -> bool:
    return body_kind(words.forms[at]) in _MEDIA


def _is_person(words: Words, cited: tuple[int, int]) -> bool:
    """Say whether who is cited is somebody, not a report or a law."""
    return any(
        words.entities[i][2:] == "PERSON" or role_noun(words.forms[i]) is not None
        for i in range(cited[0], cited[1] + 1)
    )


def _passive(words: Words, at: int) -> bool:
    """Say whether "quoted" is "was quoted", not "quoted somebody"."""
    before = {words.forms[i].lower() for i in range(max(at - 3, 0), at)}
    return bool(before & _BE) and words.forms[at].lower() in {"quoted", "cited"}


def _quoted_by(words: Words, places: Places, at: int) -> tuple[Places, Link | None] | None:
    """Return who "was quoted" as the source and by whom, if it is told, as the link."""
    quoted, by = _subject(words, at), by_after(words, at)
    if quoted is None:
        return None
    if at not in places.cue and any(quoted[0] in part for part in places.content):
        return None
    link = link_at(words, by + 1, unknown=True, anyone=True) if by else None
    source = places.source
    if source and (link is None or link.last < source.start or source.stop <= link.first):
        return None
    if link is None and not _as_saying(words, at):
        return None
    return replace(places, source=range(quoted[0], quoted[1] + 1)), link


def _subject(words: Words, at: int) -> tuple[int, int] | None:
    """Return the subject of "was quoted"."""
    found = passive_subject_of(words, at)
    if found is not None and found < at:
        first, last = phrase(words, found)
        if last < at and last - first < _LONGEST:
            return first, last
    lowest = words.firsts[words.sentence[at]]
    last = at - 1
    while last > lowest and (words.tags[last].startswith(("VB", "RB", "MD")) or last == at):
        last -= 1
    if words.tags[last] == "PRP":
        return last, last
    return phrase_ending(words, last, lowest)


def _as_saying(words: Words, at: int) -> bool:
    """Say whether "as saying" or its like follows "quoted"."""
    end = min(at + _FARTHEST_AS, words.firsts[words.sentence[at] + 1] - 1)
    return any(words.forms[i] == "as" and words.tags[i + 1] == "VBG" for i in range(at + 1, end))
