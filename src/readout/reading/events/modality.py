"""A word of a sentence in, the signs beside it of how far its deed has come out.

Only what hangs on the word itself is looked at: its auxiliaries, negators, adverbs, adjectives,
and the clauses of condition beside it. What it hangs on is read in embedding.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from readout.data.tables import rows
from readout.reading.events.frame import Frame

__all__ = ["Sign", "carrier", "is_negated", "noun_signs", "verb_signs"]

_AUX = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COUNTED = _SUBJECTS | {"dobj", "attr"}
_TIMES = frozenset({"when", "after", "until"})
_BE = frozenset(
    {"is", "are", "was", "were", "am", "be", "been", "'s", "’s", "'re", "’re", "'m", "’m"}
)
_TURNED = {"should": "conditional", "were": "conditional", "had": "hypothetical"}
_CAN = frozenset({"could", "can", "ca"})


@dataclass(frozen=True, slots=True)
class Sign:
    """What a word makes of a status, and the word."""

    effect: str
    words: str


@cache
def _words(kind: str) -> dict[str, str]:
    """Return each word of a kind of the table with its status."""
    table = rows("event_modality.tsv")
    return {w: status for k, status, words in table if k == kind for w in words.split(",")}


def carrier(frame: Frame, verb: int) -> int:
    """Return the verb whose auxiliaries hold for `verb`: "will meet and sign"."""
    for _ in range(4):
        if frame.labels[verb] != "conj" or frame.tags[verb][:1] != "V":
            break
        head = frame.heads[verb]
        if frame.tags[head] != frame.tags[verb] or any(
            frame.labels[kid] in _AUX or frame.labels[kid] in _SUBJECTS for kid in frame.kids[verb]
        ):
            break
        verb = head
    return verb


def is_negated(frame: Frame, verb: int, *, inside: range = range(0)) -> str:
    """Return the word that negates a verb, its subject or its object, or ""."""
    negators = _words("negator")
    if frame.labels[verb] == "conj" and _nor(frame, verb):
        return "nor"
    for kid in frame.kids[verb]:
        if kid in inside:
            continue
        low, label = frame.low[kid], frame.labels[kid]
        if negators.get(low) == "denied" and label not in {"conj", "dobj", "nsubj"}:
            after = frame.low[kid + 1] if kid + 1 < len(frame.low) else ""
            if after not in {"only", "just", "merely"} and not _until(frame, verb):
                return low
        elif low == "longer" and frame.low[kid - 1] == "no":
            return "no longer"
        elif label in _COUNTED and (_none(frame, kid) or _nobody(label, negators.get(low, ""))):
            return "no"
    return ""


def _nobody(label: str, negator: str) -> bool:
    return negator == "no" and label in _SUBJECTS


def _nor(frame: Frame, verb: int) -> bool:
    """Say whether a verb is joined to the one before it by "nor"."""
    head = frame.heads[verb]
    return any(frame.low[kid] == "nor" and head < kid < verb for kid in frame.kids[head])


def _until(frame: Frame, verb: int) -> bool:
    """Say whether "not until" is meant, which affirms."""
    return any(
        frame.low[kid] == "until" and frame.low[kid - 1] == "not" for kid in frame.kids[verb]
    )


def _none(frame: Frame, noun: int) -> bool:
    """Say whether a noun is counted as none: "no protester", "not one of the helicopters"."""
    for kid in frame.kids[noun]:
        low = frame.low[kid]
        if low in {"no", "neither"} and frame.labels[kid] in {"det", "neg", "preconj"}:
            after = frame.low[kid + 1] if kid + 1 < len(frame.low) else ""
            if after not in {"fewer", "less", "doubt"}:
                return True
        if low == "not" and frame.labels[kid] == "neg":
            return True
    return False


def verb_signs(frame: Frame, verb: int, *, inside: range = range(0)) -> Iterator[Sign]:
    """Yield what stands beside a verb, from the inside out: aspect, modal, negation, condition.

    Words `inside` the trigger itself are its own ("will not budge") and no signs.
    """
    own = carrier(frame, verb)
    kids, low = frame.kids[own], frame.low
    auxes = [kid for kid in kids if frame.labels[kid] in _AUX and kid not in inside]
    words = [low[kid] for kid in auxes]
    modal = next((kid for kid in auxes if frame.tags[kid] == "MD"), -1)
    effect = _words("modal").get(low[modal], "") if modal >= 0 else ""
    perfect = any(word in {"have", "'ve", "’ve", "had", "has"} for word in words)
    negation = is_negated(frame, own, inside=inside)
    if not negation and own != verb:
        negation = is_negated(frame, verb, inside=inside)
    turned = _turned(frame, own, auxes)
    if turned:
        yield Sign(*turned)
    elif effect:
        sign = _modal_sign(low[modal], effect, negation, perfect=perfect)
        yield sign
        if sign.effect != "hypothetical":
            yield from _conditions(frame, own)
    else:
        yield from _tense(frame, own, words)
        if negation:
            yield Sign("denied", negation)
    yield from _beside(frame, own)
    if own != verb:
        yield from _beside(frame, verb)


def _tense(frame: Frame, verb: int, auxes: list[str]) -> Iterator[Sign]:
    """Yield what tense and aspect tell without a modal."""
    if frame.tags[verb] == "VBG" and not _BE.isdisjoint(auxes):
        was = "was" in auxes or "were" in auxes
        effect = "under way" if was else "planned" if _future(frame, verb) else "ongoing"
        yield Sign(effect, "-ing")
    elif frame.tags[verb] in {"VBZ", "VBP"} and _future(frame, verb):
        yield Sign("planned", "present with a time to come")


def _modal_sign(modal: str, effect: str, negation: str, *, perfect: bool) -> Sign:
    """Return what a modal tells: "will", "would have", "could not"."""
    if effect == "would" and perfect:
        effect = "hypothetical"
    if negation and (effect in {"planned", "would"} or (modal in _CAN and not perfect)):
        return Sign("denied", f"{modal} {negation}")
    return Sign(effect, modal)


def _conditions(frame: Frame, verb: int) -> Iterator[Sign]:
    """Yield the clause or phrase on which a deed to come hangs."""
    for kid in frame.kids[verb]:
        label = frame.labels[kid]
        if label == "advcl":
            opened = _opened(frame, kid, "condition")
            if opened:
                yield Sign("conditional", opened)
        elif label == "prep" and frame.low[kid] in {"in", "without"}:
            noun = frame.child(kid, "pobj")
            if noun >= 0 and frame.low[noun] in {"event", "case", "return", "exchange"}:
                yield Sign("conditional", f"in {frame.low[noun]}")


def _opened(frame: Frame, clause: int, kind: str) -> str:
    """Return the word of the kind that opens a clause, or ""."""
    table = _words(kind)
    for kid in frame.kids[clause]:
        if kid >= clause:
            break
        low = frame.low[kid]
        if low in _TIMES and kind == "condition" and "only" in frame.low[max(0, kid - 1) : kid + 2]:
            return f"only {low}"
        if low in table and frame.labels[kid] in {"mark", "advmod", "aux", "prep"}:
            if low == "should" and frame.labels[kid] == "aux" and not _turned(frame, clause, [kid]):
                continue
            return low
    if frame.low[clause] in table and frame.low[clause] in {"provided", "providing", "assuming"}:
        return frame.low[clause]
    return ""


def _turned(frame: Frame, verb: int, auxes: list[int]) -> tuple[str, str] | None:
    """Return what an auxiliary before its subject tells: "should it bomb", "had they come"."""
    if not auxes:
        return None
    subject = next((kid for kid in frame.kids[verb] if frame.labels[kid] in _SUBJECTS), -1)
    first = auxes[0]
    if subject < first or subject < 0:
        return None
    if "?" in frame.low[verb:]:
        return "hypothetical", "?"
    word = frame.low[first]
    return (_TURNED[word], word) if word in _TURNED else None


def _beside(frame: Frame, verb: int) -> Iterator[Sign]:
    """Yield adverbs, and the word that opens the clause where it makes it a condition."""
    adverbs, marks = _words("adverb"), _words("mark")
    for kid in frame.kids[verb]:
        low, label = frame.low[kid], frame.labels[kid]
        if label == "advmod" and low in adverbs and kid < verb:
            yield Sign(adverbs[low], low)
        elif low in marks and label in {"mark", "advmod", "prep"} and kid < verb:
            if (frame.low[kid - 1], low) == ("as", "if"):
                continue
            if low == "if" and kid and frame.low[kid - 1] == "what":
                yield Sign("hypothetical", "what if")
                continue
            yield Sign("whether" if low == "whether" else marks[low], low)


def _future(frame: Frame, verb: int) -> bool:
    """Say whether a time to come hangs on a verb: "leaves next week"."""
    future = _words("future")
    for kid in frame.kids[verb]:
        if frame.labels[kid] in {"npadvmod", "advmod", "prep"} and any(
            frame.low[word] in future for word in (kid, *frame.kids[kid])
        ):
            return True
    return False


def noun_signs(frame: Frame, noun: int) -> Iterator[Sign]:
    """Yield what stands before a noun: "planned", "possible", "no", "next week's"."""
    adjectives = _words("adjective")
    if _none(frame, noun):
        yield Sign("denied", "no")
    for kid in frame.kids[noun]:
        low, label = frame.low[kid], frame.labels[kid]
        if kid < noun and label in {"amod", "nmod", "compound"} and low in adjectives:
            yield Sign(adjectives[low], low)
        elif label == "poss" and any(frame.low[k] == "next" for k in frame.kids[kid]):
            yield Sign("planned", "next")
