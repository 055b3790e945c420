"""Who says that a deed is so: the innermost statement that tells it, else the outlet."""

from readout.reading.events.voices import teller, voice_of
from readout.records.event import Voice
from readout.records.reading import Attribution, Speaker
from readout.records.text import Span

TEXT = "Oslo said the envoy claimed that Peru accused Chile of spying."


def told(aid: str, cue: str, content: str, name: str) -> Attribution:
    """Return a statement whose cue and content stand in TEXT."""
    spans = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in (cue, content)]
    speaker = Speaker(
        name=name, mention=spans[0], kind="person", mentions=(spans[0],), p=0.9, by="test"
    )
    return Attribution(
        aid=aid, cue=(spans[0],), content=(spans[1],), quote="indirect", speaker=speaker, p=1, by=""
    )


OUTER = told("a1", "said", "the envoy claimed that Peru accused Chile of spying", "Oslo")
INNER = told("a2", "claimed", "that Peru accused Chile of spying", "the envoy")
LAST = told("a3", "accused", "Chile of spying", "Peru")


def at(word: str) -> Span:
    """Return where a word of TEXT stands."""
    return Span(TEXT.index(word), TEXT.index(word) + len(word))


def test_the_innermost_statement_tells_the_deed() -> None:
    """The spying is told by Peru, through the envoy and Oslo."""
    assert voice_of(teller(at("spying"), (OUTER, INNER, LAST))) == Voice(aid="a3", name="Peru")


def test_a_cue_is_told_by_whoever_tells_of_it() -> None:
    """The accusation is told by the envoy, not by Peru."""
    assert voice_of(teller(at("accused"), (OUTER, INNER, LAST))) == Voice(
        aid="a2", name="the envoy"
    )


def test_without_a_statement_it_is_the_outlet_that_says_so() -> None:
    """That Oslo spoke is in the outlet's own voice."""
    assert voice_of(teller(at("said"), (OUTER, INNER, LAST))) == Voice()
