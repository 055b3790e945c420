"""A word of a sentence in, the signs beside it of how far its deed has come out.

Only what hangs on the word itself is looked at: its auxiliaries, negators, adverbs, adjectives,
and the clauses of condition beside it. What it hangs on is read in embedding.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from readout.data.tables import rows
from readout.reading.events.syntax import Syntax

__all__ = ["Sign", "carrier", "is_negated", "noun_signs", "verb_signs"]

_AUX = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COUNTED = _SUBJECTS | {"dobj", "attr"}
_TIMES = frozenset({"when", "after", "until"})
_BE = frozenset(
    {"is", "are", "was", "were", "am", "be", "been", "'s", "’s", "'re", "’re", "'m", "’m"}
)
_TURNED = {"should": "conditional", "were": "conditional", "had": "hypothetical"}
_IN_CASE = frozenset({"event", "case", "return", "exchange"})
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


def carrier(syntax: Syntax, verb: int) -> int:
    """Return the verb whose auxiliaries hold for `verb`: "will meet and sign"."""
    for _ in range(4):
        if syntax.labels[verb] != "conj" or syntax.tags[verb][:1] != "V":
            break
        head = syntax.heads[verb]
        if syntax.tags[head] != syntax.tags[verb] or any(
            syntax.labels[kid] in _AUX or syntax.labels[kid] in _SUBJECTS
            for kid in syntax.children[verb]
        ):
            break
        verb = head
    return verb


def is_negated(syntax: Syntax, verb: int, *, inside: range = range(0)) -> str:
    """Return the word that negates a verb, its subject or its object, or ""."""
    negators = _words("negator")
    if syntax.labels[verb] == "conj" and _nor(syntax, verb):
        return "nor"
    for kid in syntax.children[verb]:
        if kid in inside:
            continue
        low, label = syntax.forms[kid], syntax.labels[kid]
        if negators.get(low) == "denied" and label not in {"conj", "dobj", "nsubj"}:
            after = syntax.forms[kid + 1] if kid + 1 < len(syntax.forms) else ""
            if after not in {"only", "just", "merely"} and not _until(syntax, verb):
                return low
        elif low == "longer" and syntax.forms[kid - 1] == "no":
            return "no longer"
        elif label in _COUNTED and (_none(syntax, kid) or _nobody(label, negators.get(low, ""))):
            return "no"
    return ""


def _nobody(label: str, negator: str) -> bool:
    return negator == "no" and label in _SUBJECTS


def _nor(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb is joined to the one before it by "nor"."""
    head = syntax.heads[verb]
    return any(syntax.forms[kid] == "nor" and head < kid < verb for kid in syntax.children[head])


def _until(syntax: Syntax, verb: int) -> bool:
    """Say whether "not until" is meant, which affirms."""
    return any(
        syntax.forms[kid] == "until" and syntax.forms[kid - 1] == "not"
        for kid in syntax.children[verb]
    )


def _none(syntax: Syntax, noun: int) -> bool:
    """Say whether a noun is counted as none: "no protester", "not one of the helicopters"."""
    for kid in syntax.children[noun]:
        low = syntax.forms[kid]
        if low in {"no", "neither"} and syntax.labels[kid] in {"det", "neg", "preconj"}:
            after = syntax.forms[kid + 1] if kid + 1 < len(syntax.forms) else ""
            if after not in {"fewer", "less", "doubt"}:
                return True
        if low == "not" and syntax.labels[kid] == "neg":
            return True
    return False


def verb_signs(syntax: Syntax, verb: int, *, inside: range = range(0)) -> Iterator[Sign]:
    """Yield what stands beside a verb, from the inside out: aspect, modal, negation, condition.

    Words `inside` the trigger itself are its own ("will not budge") and no signs.
    """
    own = carrier(syntax, verb)
    kids, low = syntax.children[own], syntax.forms
    auxes = [kid for kid in kids if syntax.labels[kid] in _AUX and kid not in inside]
    words = [low[kid] for kid in auxes]
    modal = next((kid for kid in auxes if syntax.tags[kid] == "MD"), -1)
    effect = _words("modal").get(low[modal], "") if modal >= 0 else ""
    perfect = any(word in {"have", "'ve", "’ve", "had", "has"} for word in words)
    negation = is_negated(syntax, own, inside=inside)
    if not negation and own != verb:
        negation = is_negated(syntax, verb, inside=inside)
    turned = _turned(syntax, own, auxes)
    if turned:
        yield Sign(*turned)
    elif effect:
        sign = _modal_sign(low[modal], effect, negation, perfect=perfect)
        yield sign
        if sign.effect != "hypothetical":
            yield from _conditions(syntax, own)
    else:
        yield from _tense(syntax, own, words)
        if negation:
            yield Sign("denied", negation)
    yield from _beside(syntax, own)
    if own != verb:
        yield from _beside(syntax, verb)


def _tense(syntax: Syntax, verb: int, auxes: list[str]) -> Iterator[Sign]:
    """Yield what tense and aspect tell without a modal."""
    if syntax.tags[verb] == "VBG" and not _BE.isdisjoint(auxes):
        was = "was" in auxes or "were" in auxes
        effect = "under way" if was else "planned" if _future(syntax, verb) else "ongoing"
        yield Sign(effect, "-ing")
    elif syntax.tags[verb] in {"VBZ", "VBP"} and _future(syntax, verb):
        yield Sign("planned", "present with a time to come")


def _modal_sign(modal: str, effect: str, negation: str, *, perfect: bool) -> Sign:
    """Return what a modal tells: "will", "would have", "could not"."""
    if effect == "would" and perfect:
        effect = "hypothetical"
    if negation and (effect in {"planned", "would"} or (modal in _CAN and not perfect)):
        return Sign("denied", f"{modal} {negation}")
    return Sign(effect, modal)


def _conditions(syntax: Syntax, verb: int) -> Iterator[Sign]:
    """Yield the clause or phrase on which a deed to come hangs."""
    for kid in syntax.children[verb]:
        label = syntax.labels[kid]
        if label == "advcl":
            opened = _opened(syntax, kid, "condition")
            if opened:
                yield Sign("conditional", opened)
        elif label == "prep" and syntax.forms[kid] in {"in", "without"}:
            noun = syntax.child(kid, ("pobj",))
            if noun is not None and syntax.forms[noun] in _IN_CASE:
                yield Sign("conditional", f"in {syntax.forms[noun]}")


def _opened(syntax: Syntax, clause: int, kind: str) -> str:
    """Return the word of the kind that opens a clause, or ""."""
    table, forms = _words(kind), syntax.forms
    for kid in syntax.children[clause]:
        if kid >= clause:
            break
        low, label = forms[kid], syntax.labels[kid]
        if low in _TIMES and kind == "condition" and "only" in forms[max(0, kid - 1) : kid + 2]:
            return f"only {low}"
        if low in table and label in {"mark", "advmod", "aux", "prep"}:
            if low == "should" and label == "aux" and not _turned(syntax, clause, [kid]):
                continue
            return low
    low = forms[clause]
    return low if low in table and low in {"provided", "providing", "assuming"} else ""


def _turned(syntax: Syntax, verb: int, auxes: list[int]) -> tuple[str, str] | None:
    """Return what an auxiliary before its subject tells: "should it bomb", "had they come"."""
    if not auxes:
        return None
    subject = next((kid for kid in syntax.children[verb] if syntax.labels[kid] in _SUBJECTS), -1)
    first = auxes[0]
    if subject < first or subject < 0:
        return None
    if "?" in syntax.forms[verb:]:
        return "hypothetical", "?"
    word = syntax.forms[first]
    return (_TURNED[word], word) if word in _TURNED else None


def _beside(syntax: Syntax, verb: int) -> Iterator[Sign]:
    """Yield adverbs, and the word that opens the clause where it makes it a condition."""
    adverbs, marks = _words("adverb"), _words("mark")
    for kid in syntax.children[verb]:
        low, label = syntax.forms[kid], syntax.labels[kid]
        if label == "advmod" and low in adverbs and kid < verb:
            yield Sign(adverbs[low], low)
        elif low in marks and label in {"mark", "advmod", "prep"} and kid < verb:
            if (syntax.forms[kid - 1], low) == ("as", "if"):
                continue
            if low == "if" and kid and syntax.forms[kid - 1] == "what":
                yield Sign("hypothetical", "what if")
                continue
            yield Sign("whether" if low == "whether" else marks[low], low)


def _future(syntax: Syntax, verb: int) -> bool:
    """Say whether a time to come hangs on a verb: "leaves next week"."""
    future = _words("future")
    for kid in syntax.children[verb]:
        if syntax.labels[kid] in {"npadvmod", "advmod", "prep"} and any(
            syntax.forms[word] in future for word in (kid, *syntax.children[kid])
        ):
            return True
    return False


def noun_signs(syntax: Syntax, noun: int) -> Iterator[Sign]:
    """Yield what stands before a noun: "planned", "possible", "no", "next week's"."""
    adjectives = _words("adjective")
    if _none(syntax, noun):
        yield Sign("denied", "no")
    for kid in syntax.children[noun]:
        low, label = syntax.forms[kid], syntax.labels[kid]
        if kid < noun and label in {"amod", "nmod", "compound"} and low in adjectives:
            yield Sign(adjectives[low], low)
        elif label == "poss" and any(syntax.forms[k] == "next" for k in syntax.children[kid]):
            yield Sign("planned", "next")
