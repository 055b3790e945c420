"""An attribution without a source in, whose words they are out, where the text is clear."""

from collections.abc import Mapping, Sequence

from readout.reading.mentions.recent import Seen
from readout.reading.mentions.resolve import Places, Tied
from readout.reading.mentions.words import Words

__all__ = ["fill_elided"]

_OPENING = frozenset('"“„«') | {"``", "''"}
_CLOSING = frozenset('"”»') | {"''"}
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "got"})
_ACTIVE = frozenset({"VBD", "VBZ", "VBP", "VBG", "VB", "VBN"})
_RAISING = ("seem", "appear", "look", "tend")  # their subject is not who says so
_REACH = 60  # words between a source-less quote and the statement it goes on from


def fill_elided(
    words: Words, places: Sequence[Places], tied: Sequence[Tied | None], seen: Sequence[Seen]
) -> list[Tied | None]:
    """Return the sources with those filled in that are left out but clear."""
    filled = list(tied)
    order = sorted(range(len(places)), key=lambda k: _start(places[k]))
    by_sentence: dict[int, list[Seen]] = {}
    for one in seen:
        by_sentence.setdefault(one.sentence, []).append(one)
    for at, number in enumerate(order):
        if len(places[number].source) == 0:
            before = [(places[k], filled[k]) for k in order[max(0, at - 3) : at]]
            filled[number] = _fill(words, places[number], before, by_sentence)
    return filled


def _start(place: Places) -> int:
    return min([r.start for r in (place.source, place.cue, *place.content) if len(r)], default=0)


def _fill(
    words: Words,
    place: Places,
    before: Sequence[tuple[Places, Tied | None]],
    seen: Mapping[int, Sequence[Seen]],
) -> Tied | None:
    last = before[-1] if before else None
    verb = next((i for i in place.cue if words.tags[i] in _ACTIVE), None)
    content = place.content[0].start
    if last and last[1] and _goes_on(words, last[0], content):
        return Tied(last[1].chain, 0.85, "quote goes on")
    if verb is not None:
        if _has_no_agent(words, place.cue, verb):
            return None
        near = seen.get(words.sentence[verb], ())
        return _subject(words, verb, before, _outside(near, place))
    if last and last[1] and words.quoted[content] and _same_block(words, last[0], content):
        return Tied(last[1].chain, 0.6, "quote beside a quote")
    return None


def _goes_on(words: Words, last: Places, content: int) -> bool:
    """Say whether a paragraph opens with a quotation mark and the one before left its own open."""
    sentence = words.sentence[content]
    first = words.firsts[sentence]
    if content - first > 1 or words.forms[first] not in _OPENING or sentence == 0:
        return False
    if words.paragraphs[sentence] == words.paragraphs[sentence - 1]:
        return False
    end = first - 1
    if not words.quoted[end] or words.forms[end] in _CLOSING:
        return False
    ends = [part.stop for part in (last.source, last.cue, *last.content) if len(part)]
    block = words.paragraphs[sentence - 1]
    return any(words.paragraphs[words.sentence[e - 1]] == block for e in ends)


def _outside(seen: Sequence[Seen], place: Places) -> list[Seen]:
    """Return the mentions that are not themselves what is said."""
    return [one for one in seen if not any(one.word in part for part in place.content)]


def _has_no_agent(words: Words, cue: range, verb: int) -> bool:
    """Say whether nobody says it: "it seems", "was reported", "worth noting"."""
    if any(words.forms[i].lower().startswith(_RAISING) for i in cue):
        return True
    if words.tags[cue.start] == "TO" or words.forms[max(verb - 1, 0)].lower() == "worth":
        return True
    return _is_passive(words, cue, verb)


def _is_passive(words: Words, cue: range, verb: int) -> bool:
    """Say whether a cue has no agent: "was reported", "it is said"."""
    participle = next((i for i in reversed(cue) if words.tags[i] == "VBN"), None)
    if participle is None:
        return False
    near = {words.forms[i].lower() for i in range(max(participle - 3, 0), participle)}
    return bool(near & _BE) or (verb == participle and not near & {"have", "has", "had", "'ve"})


def _subject(
    words: Words,
    verb: int,
    before: Sequence[tuple[Places, Tied | None]],
    seen: Sequence[Seen],
) -> Tied | None:
    """Return the subject a verb shares with the one before it: "X denied it and said ..."."""
    sentence = words.sentence[verb]
    for place, tied in reversed(before):
        if tied and len(place.cue) and words.sentence[place.cue.start] == sentence:
            return Tied(tied.chain, 0.75, "subject of the statement before")
    for one in seen:
        if one.sentence == sentence and one.word < verb and one.subject and not one.quoted:
            return Tied(one.chain, 0.65, "subject of the sentence")
    if words.tags[verb] == "VBG":
        near = [one for one in seen if one.sentence == sentence and one.word < verb]
        if near:
            return Tied(near[0].chain, 0.5, "subject of the sentence")
    return None


def _same_block(words: Words, last: Places, content: int) -> bool:
    ends = [part.stop - 1 for part in (last.source, last.cue, *last.content) if len(part)]
    block = words.paragraphs[words.sentence[content]]
    near = [e for e in ends if words.paragraphs[words.sentence[e]] == block]
    return bool(near) and content - max(near) < _REACH
