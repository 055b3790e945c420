"""The time of a deed is told apart from the time of its telling."""

from parsed_words import parsed, trigger_at
from readout.reading.events.dates import find_date
from readout.reading.events.syntax import read_syntax
from readout.records.event import EventTime
from readout.records.reading import Attribution
from readout.records.text import Span
from readout.records.time import Interval, TimeType, Timex


def dated(
    script: str, word: str, *times: tuple[str, str], cue: str = "", kind: TimeType = "DATE"
) -> EventTime | None:
    """Return the time found for the trigger `word`; each of `times` is its words and its value."""
    text, sentence = parsed(script)
    first = next(i for i, t in enumerate(sentence.tokens) if text[t.start : t.end] == word)
    told = None
    if cue:
        start = text.index(cue)
        span = Span(start, start + len(cue))
        content = (Span(sentence.tokens[first].start, len(text)),)
        told = Attribution(
            aid="a1", cue=(span,), content=content, quote="indirect", p=0.9, by="test"
        )
    found = [
        Timex(
            tid=f"t{number}",
            span=Span(text.index(words), text.index(words) + len(words)),
            type=kind,
            value=value,
            interval=Interval(start=value, end=value),
        )
        for number, (words, value) in enumerate(times, start=1)
    ]
    trigger = trigger_at(sentence, first, "ASSAULT")
    return find_date(read_syntax(text, sentence), trigger, found, told, first=first)


TOLD = (
    "He/PRP/told/nsubj told/VBD//ROOT reporters/NNS/told/dobj on/IN/told/prep "
    "Monday/NNP/on/pobj that/IN/attacked/mark rebels/NNS/attacked/nsubj attacked/VBD/told/ccomp "
    "the/DT/port/det port/NN/attacked/dobj"
)


def test_the_day_of_the_telling_is_not_the_day_of_the_deed() -> None:
    """In `told reporters on Monday that rebels attacked the port` the attack has no day."""
    assert dated(TOLD, "attacked", ("Monday", "2026-05-04"), cue="told") is None


def test_each_of_two_times_goes_to_its_own_clause() -> None:
    """`said on Monday that rebels attacked the port last Friday`."""
    script = TOLD + " last/JJ/Friday/amod Friday/NNP/attacked/npadvmod"
    found = dated(
        script, "attacked", ("Monday", "2026-05-04"), ("last Friday", "2026-05-01"), cue="told"
    )

    assert found is not None
    assert (found.value, found.tid) == ("2026-05-01", "t2")


def test_a_time_on_the_verb_holds_for_the_noun_it_carries() -> None:
    """`They held talks in March`: the talks were in March, and the month stays a month."""
    script = (
        "They/PRP/held/nsubj held/VBD//ROOT talks/NNS/held/dobj in/IN/held/prep March/NNP/in/pobj"
    )
    found = dated(script, "talks", ("March", "2026-03"))

    assert found is not None
    assert found.value == "2026-03"


def test_a_time_before_the_noun_is_its_own() -> None:
    """`Friday's attack`, whatever day the president speaks."""
    script = (
        "He/PRP/condemned/nsubj condemned/VBD//ROOT Friday/NNP/attack/poss 's/POS/Friday/case "
        "attack/NN/condemned/dobj on/IN/condemned/prep Sunday/NNP/on/pobj"
    )
    found = dated(script, "attack", ("Friday", "2026-05-01"), ("Sunday", "2026-05-03"))

    assert found is not None
    assert found.value == "2026-05-01"


def test_a_time_that_only_bounds_the_deed_is_not_its_time() -> None:
    """`They attacked before Friday` does not say when."""
    script = (
        "They/PRP/attacked/nsubj attacked/VBD//ROOT before/IN/attacked/prep Friday/NNP/before/pobj"
    )

    assert dated(script, "attacked", ("Friday", "2026-05-08")) is None


def test_a_duration_is_no_date() -> None:
    """`They attacked for three days`."""
    script = (
        "They/PRP/attacked/nsubj attacked/VBD//ROOT for/IN/attacked/prep three/CD/days/nummod "
        "days/NNS/for/pobj"
    )

    assert dated(script, "attacked", ("three days", "P3D"), kind="DURATION") is None


def test_a_sentence_without_a_time_leaves_it_open() -> None:
    """The day of publication is not the day of the deed."""
    assert dated("Rebels/NNS/attacked/nsubj attacked/VBD//ROOT", "attacked") is None
