"""Who does what to whom, by syntax: from parses written by hand, with an encoder that is silent."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsed_words import at_word, parsed, syntax_of, told, trigger_at
from readout.reading.events.noun_groups import group_of
from readout.reading.events.parties import find_parties
from readout.reading.events.sides import find_sides
from readout.reading.events.syntax import read_syntax
from readout.records.event import EventType

ACTIVE = (
    "Peru/NNP/expelled/nsubj/GPE expelled=expel/VBD//ROOT two/CD/envoys/nummod "
    "Chilean/JJ/envoys/amod/NORP envoys=envoy/NNS/expelled/dobj on/IN/expelled/prep "
    "Tuesday/NNP/on/pobj/DATE ./././punct"
).replace("./././punct", "././expelled/punct")
PASSIVE = (
    "Two/CD/envoys/nummod envoys=envoy/NNS/expelled/nsubjpass were=be/VBD/expelled/auxpass "
    "expelled=expel/VBN//ROOT by/IN/expelled/agent Peru/NNP/by/pobj/GPE"
)
AGENTLESS = (
    "Sixty/CD/diplomats/nummod diplomats=diplomat/NNS/expelled/nsubjpass "
    "were=be/VBD/expelled/auxpass expelled=expel/VBN//ROOT"
)
NOMINAL = (
    "Russia/NNP/expulsion/poss/GPE 's/POS/Russia/case expulsion/NN/surprised/nsubj "
    "of/IN/expulsion/prep Dutch/JJ/diplomats/amod/NORP diplomats=diplomat/NNS/of/pobj "
    "surprised=surprise/VBD//ROOT few/JJ/surprised/dobj"
)
LIGHT = (
    "Peru/NNP/held/nsubj/GPE held=hold/VBD//ROOT talks=talk/NNS/held/dobj with/IN/talks/prep "
    "Chile/NNP/with/pobj/GPE in/IN/held/prep Lima/NNP/in/pobj/GPE"
)
BETWEEN = (
    "Talks=talk/NNS/began/nsubj between/IN/Talks/prep Peru/NNP/between/pobj/GPE "
    "and/CC/Peru/cc Chile/NNP/Peru/conj/GPE began=begin/VBD//ROOT"
)
MET = (
    "Peru/NNP/met/nsubj/GPE and/CC/Peru/cc Chile/NNP/Peru/conj/GPE met=meet/VBD//ROOT "
    "in/IN/met/prep Lima/NNP/in/pobj/GPE"
)
RELATIVE = (
    "The/DT/rebels/det rebels=rebel/NNS/fled/nsubj who/WP/killed/nsubj "
    "killed=kill/VBD/rebels/relcl the/DT/mayor/det mayor/NN/killed/dobj fled=flee/VBD//ROOT"
)
CONTROL = (
    "Peru/NNP/vowed/nsubj/GPE vowed=vow/VBD//ROOT to/TO/attack/aux attack/VB/vowed/xcomp "
    "the/DT/rebels/det rebels=rebel/NNS/attack/dobj"
)
RAISING = (
    "Peru/NNP/expected/nsubjpass/GPE is=be/VBZ/expected/auxpass expected=expect/VBN//ROOT "
    "to/TO/expel/aux expel/VB/expected/xcomp the/DT/envoy/det envoy/NN/expel/dobj"
)
INHERITED = (
    "Soldiers=soldier/NNS/stormed/nsubj stormed=storm/VBD//ROOT the/DT/palace/det "
    "palace/NN/stormed/dobj and/CC/stormed/cc arrested=arrest/VBD/stormed/conj "
    "the/DT/president/det president/NN/arrested/dobj"
)
PARTICIPLE = (
    "Police/NNS/fired/nsubj fired=fire/VBD//ROOT ,/,/fired/punct "
    "wounding=wound/VBG/fired/advcl protesters=protester/NNS/wounding/dobj"
)
AIMED = (
    "Peru/NNP/imposed/nsubj/GPE imposed=impose/VBD//ROOT sanctions=sanction/NNS/imposed/dobj "
    "on/IN/imposed/prep Chile/NNP/on/pobj/GPE"
)
CASES: list[tuple[str, str, EventType, list[str], list[str]]] = [
    (ACTIVE, "expelled", "SANCTION", ["Peru"], ["two Chilean envoys"]),
    (PASSIVE, "expelled", "SANCTION", ["Peru"], ["Two envoys"]),
    (AGENTLESS, "expelled", "SANCTION", [], ["Sixty diplomats"]),
    (NOMINAL, "expulsion", "SANCTION", ["Russia"], ["Dutch diplomats"]),
    (LIGHT, "talks", "CONSULT", ["Peru", "Chile"], []),
    (BETWEEN, "talks", "CONSULT", ["Peru", "Chile"], []),
    (MET, "met", "CONSULT", ["Peru", "Chile"], []),
    (RELATIVE, "killed", "ASSAULT", ["rebels"], ["mayor"]),
    (CONTROL, "attack", "ASSAULT", ["Peru"], ["rebels"]),
    (RAISING, "expel", "SANCTION", ["Peru"], ["envoy"]),
    (INHERITED, "arrested", "COERCE", ["Soldiers"], ["president"]),
    (PARTICIPLE, "wounding", "ASSAULT", ["Police"], ["protesters"]),
    (AIMED, "sanctions", "SANCTION", ["Peru"], ["Chile"]),
]


@pytest.mark.parametrize(("script", "trigger", "kind", "actors", "recipients"), CASES)
def test_sides_are_told_by_syntax_alone(
    script: str, trigger: str, kind: EventType, actors: list[str], recipients: list[str]
) -> None:
    """“Peru expelled two Chilean envoys” has an actor and a recipient, and no day among them."""
    assert told(script, trigger, kind) == (actors, recipients)


def test_where_the_text_does_not_say_who_acts_nobody_does() -> None:
    """“Sixty diplomats were expelled” has no actor."""
    actors, _ = told(AGENTLESS, "expelled", "SANCTION")

    assert actors == []


def test_a_group_holds_its_of_name_and_no_relative_clause() -> None:
    """“president of Peru” of “The president of Peru, who left”."""
    syntax = syntax_of(
        "The/DT/president/det president/NN/spoke/nsubj of/IN/president/prep Peru/NNP/of/pobj/GPE "
        ",/,/president/punct who/WP/left/nsubj left=leave/VBD/president/relcl ,/,/president/punct "
        "spoke=speak/VBD//ROOT"
    )

    first, last = group_of(syntax, at_word(syntax, "president"))

    assert syntax.forms[first : last + 1] == ["president", "of", "peru"]


def test_an_apposition_is_no_part_of_a_group() -> None:
    """“Ana Ruiz” of “Ana Ruiz, the envoy, spoke”."""
    syntax = syntax_of(
        "Ana/NNP/Ruiz/compound/PERSON Ruiz/NNP/spoke/nsubj/PERSON ,/,/Ruiz/punct "
        "the/DT/envoy/det envoy/NN/Ruiz/appos ,/,/Ruiz/punct spoke=speak/VBD//ROOT"
    )

    first, last = group_of(syntax, at_word(syntax, "ruiz"))

    assert syntax.forms[first : last + 1] == ["ana", "ruiz"]


def test_two_demonyms_joined_by_a_hyphen_are_two_groups() -> None:
    """“Greek-Turkish talks” are of the Greek and of the Turkish."""
    syntax = syntax_of(
        "Greek/JJ/Turkish/amod/NORP -/HYPH/Turkish/punct/NORP Turkish/JJ/talks/amod/NORP "
        "talks=talk/NNS/began/nsubj began=begin/VBD//ROOT"
    )

    groups = [group_of(syntax, at_word(syntax, word)) for word in ("greek", "turkish")]

    assert groups == [(0, 0), (2, 2)]


def test_ways_name_the_steps_from_the_trigger() -> None:
    """In “vowed to attack the rebels” the subject of the vow controls the attack."""
    syntax = syntax_of(CONTROL)
    at = at_word(syntax, "attack")

    ways = {syntax.forms[side.head]: side.way for side in find_sides(syntax, at, at)}

    assert ways["peru"] == "ctl.subj"
    assert ways["rebels"] == "obj"


def test_the_encoder_alone_can_name_a_side_that_syntax_leaves_open() -> None:
    """A loud guess for a word far off counts where no rule leads to it."""
    text, sentence = parsed(
        "Peru/NNP//ROOT/GPE :/:/Peru/punct envoys=envoy/NNS/Peru/dep expelled=expel/VBN/envoys/acl"
    )
    loud = np.full(4, -6, np.float32)
    loud[0] = 12

    trigger = trigger_at(sentence, 3, "SANCTION", loud)
    parties = find_parties(read_syntax(text, sentence), trigger, first=3)

    assert "Peru" in [span.of(text) for span in parties.actors]


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_parties_lie_in_the_sentence_and_never_overlap(data: st.DataObject) -> None:
    """Whatever the tree, each party quotes the text and is one side only."""
    size = data.draw(st.integers(1, 8))
    labels = ["nsubj", "dobj", "prep", "pobj", "conj", "xcomp", "relcl", "acl", "amod", "poss"]
    tags = st.sampled_from(["NN", "NNP", "VBD", "VBN", "IN", "WP", "JJ"])
    order = data.draw(st.permutations(range(size)))
    heads = {
        at: f"w{data.draw(st.sampled_from(order[:place]))}" if place else ""
        for place, at in enumerate(order)
    }
    words = [
        f"w{at}/{data.draw(tags)}/{heads[at]}/{data.draw(st.sampled_from(labels))}"
        for at in range(size)
    ]
    text, sentence = parsed(" ".join(words))
    at = data.draw(st.integers(0, size - 1))

    trigger = trigger_at(sentence, at, "CONSULT")
    found = find_parties(read_syntax(text, sentence), trigger, first=at)

    spans = [*found.actors, *found.recipients]
    assert all(span.of(text) for span in spans)
    assert not any(one.overlaps(other) for n, one in enumerate(spans) for other in spans[n + 1 :])
