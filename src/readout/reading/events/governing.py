"""The word a deed hangs on in, what it makes of the deed's status in its own tense and mood out."""

from dataclasses import dataclass

from readout.reading.acts_forms import base_forms
from readout.reading.events.embedding_words import Effects, compose, effects_of
from readout.reading.events.modality import Sign, carrier, is_negated, noun_signs, verb_signs
from readout.reading.events.syntax import Syntax

__all__ = ["NEAR", "Climb", "govern"]

NEAR = frozenset({"in", "at", "under"})
"""Prepositions that only tie a deed to what it is part of: "took part in a march"."""
_POS = {"V": "verb", "N": "noun", "J": "adj", "R": "adj", "I": "adj"}
_MOODS = frozenset({"hypothetical", "conditional", "would", "cancelled"})


@dataclass(slots=True)
class Climb:
    """Where the climb from a deed to the words it hangs on stands, and what it found."""

    syntax: Syntax
    at: int
    said: bool
    """The deed is done by words: taking them back does not undo it."""
    status: str = "occurred"
    by: str = ""

    def take(self, sign: Sign) -> None:
        """Let a sign further out make of the status what it does."""
        made = compose(self.status, sign.effect)
        if made != self.status:
            self.status, self.by = made, sign.words


def govern(climb: Climb, head: int, how: str, preposition: str = "") -> bool:
    """Let the word the deed hangs on make of it what it does; False where the climb ends there."""
    syntax, came = climb.syntax, climb.at
    pos = _POS.get(syntax.tags[head][:1], "noun")
    if pos == "verb":
        perfect = any(syntax.forms[kid] == "have" for kid in syntax.children[came])
        special = _have_or_be(syntax, head, how, perfect=perfect)
        if special is not None:
            climb.take(special)
            climb.at = head
            return True
        if _copula(climb, head, how):
            return True
    found, words = effects_of(syntax, head, pos, how, preposition)
    if found is None:
        if how == "to" and pos == "verb":
            climb.take(Sign("planned", "to"))
        return False
    if preposition in NEAR and found[0] != "same":
        return False
    climb.at = head
    if pos == "verb":
        return found[0] != "stop" and _by_verb(climb, came, found, words)
    signs = list(noun_signs(syntax, head))
    no = any(sign.words == "no" for sign in signs)
    climb.take(Sign(found[no], f"no {words}" if no else words))
    for sign in signs:
        if sign.words != "no":
            climb.take(sign)
    return True


def _copula(climb: Climb, head: int, how: str) -> bool:
    """Read what a deed is said to be: "is possible", "is not true", "are under way"."""
    syntax = climb.syntax
    if "be" not in base_forms(syntax.forms[head]) or how not in {"subj", "that"}:
        return False
    for kid in syntax.children[head]:
        if kid == climb.at or syntax.labels[kid] not in {"acomp", "attr", "prep", "advmod"}:
            continue
        found, words = effects_of(syntax, kid, "adj", how)
        if found is None and syntax.forms[kid] == "under":
            found, words = ("ongoing", "denied"), "under way"
        if found is not None:
            negation = is_negated(syntax, head)
            climb.take(Sign(found[bool(negation)], f"{negation} {words}".strip()))
            for sign in verb_signs(syntax, head):
                if sign.effect in _MOODS:
                    climb.take(sign)
            climb.at = head
            return True
    return False


def _by_verb(climb: Climb, came: int, effects: Effects, words: str) -> bool:
    """Let a verb make of the deed what it does, in its own tense and mood."""
    syntax, head, (plain, negated) = climb.syntax, climb.at, effects
    below = range(came, came + 1)
    signs = tuple(verb_signs(syntax, head, inside=below))
    if plain == "same":
        for sign in signs:
            dropped = sign.effect == "denied" and _dropped(climb, came, words, sign)
            climb.take(Sign("cancelled", sign.words) if dropped else sign)
        return True
    negation = is_negated(syntax, carrier(syntax, head), inside=below)
    if negation:
        climb.take(Sign(negated, f"{negation} {words}"))
    elif climb.said and plain == "cancelled":
        return False
    elif plain == "planned" and _had(syntax, head):
        climb.take(Sign("cancelled", f"had {words}"))
    else:
        climb.take(Sign(plain, words))
    for sign in signs:
        if sign.effect in _MOODS:
            climb.take(sign)
    return not (plain == "denied" and negated == "stop")


def _dropped(climb: Climb, came: int, words: str, sign: Sign) -> bool:
    """Say whether what does not take place had been planned."""
    if climb.syntax.tags[came][:1] != "N":
        return False
    will = sign.words.startswith(("wi", "wo"))
    return climb.status == "planned" or (will and words in {"go ahead", "take place"})


def _had(syntax: Syntax, verb: int) -> bool:
    """Say whether a plan is told as past before the past: "had been due to"."""
    return any(
        syntax.forms[kid] == "had" and syntax.labels[kid] in {"aux", "auxpass"}
        for kid in syntax.children[carrier(syntax, verb)]
    )


def _have_or_be(syntax: Syntax, verb: int, how: str, *, perfect: bool) -> Sign | None:
    """Read "has yet to", "was to have", "have to"."""
    if how != "to" or syntax.lemmas[verb] not in {"have", "be"}:
        return None
    if syntax.lemmas[verb] == "be" and perfect:
        return Sign("cancelled", "was to have")
    if any(syntax.forms[kid] == "yet" for kid in syntax.children[verb]):
        return Sign("denied", "yet to")
    if syntax.lemmas[verb] == "be" or syntax.tags[verb] == "VBD":
        return None  # what somebody had to do is told as done
    return Sign("proposed", "have to")
