"""Questions answered from columns: the same events as by looking through all of them."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from readout.errors import UsageError
from readout.ledger.questions import EventQuestion, choose_events
from readout.ledger_api import Ledger, open_ledger
from readout.views.ledger import timeline_steps
from told_pages import told_pages


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Return a judged ledger of thirty pages."""
    place = tmp_path_factory.mktemp("asking") / "readout.db"
    with open_ledger(str(place), create=True) as opened:
        opened.store.enter(told_pages(4, 30))
        opened.judge()
        yield opened


QUESTIONS = [
    EventQuestion(),
    EventQuestion(between=("NOR", "RUS")),
    EventQuestion(between=("Russia",)),
    EventQuestion(between=("NOR", "Brenna Metals", "RUS")),
    EventQuestion(actor="falk"),
    EventQuestion(speaker="Jon"),
    EventQuestion(speaker="100%_"),
    EventQuestion(type="SANCTION", status="occurred"),
    EventQuestion(since="2031-03-02", until="2031-03-20"),
    EventQuestion(until="2031-03-01", disputed=True),
    EventQuestion(confirmed_by="NOR"),
    EventQuestion(between=("NOR", "GEO"), confirmed_by="NOR"),
    EventQuestion(origins_at_least=2, since="2031-03-01"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_columns_answer_as_the_records_do(ledger: Ledger, question: EventQuestion) -> None:
    """Each filter, alone and with others; a limit leaves out the last."""
    every = ledger.judged().verdicts
    wanted = list(choose_events(every, question))

    assert ledger.answering(question) == wanted
    assert ledger.answering(question, most=3) == wanted[:3]
    assert ledger.steps(question) == timeline_steps(wanted)
    assert ledger.steps(question, most=5) == timeline_steps(wanted)[:5]


def test_most_questions_here_have_an_answer(ledger: Ledger) -> None:
    """So that the test above is no empty one."""
    assert sum(bool(ledger.answering(one)) for one in QUESTIONS) >= len(QUESTIONS) - 3


def test_an_event_is_called_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    """Whole or in part; another name is refused."""
    one = ledger.events()[0]
    assert ledger.event(one.event_id[:12].upper()) == one
    assert ledger.merged(one.event_id).event_id == one.event_id
    assert set(ledger.pages_of(one)) == set(one.documents)
    for wrong in ("ffffffffffff", "", "%", "zz' OR 1=1", one.event_id[:1]):
        with pytest.raises(UsageError):
            ledger.event(wrong)


def test_as_of_a_day_later_reports_are_left_out(ledger: Ledger) -> None:
    """What had not been published by then is in no event, and the event keeps its id."""
    now = {one.event_id: one for one in ledger.events()}
    then = ledger.events(as_of="2031-03-02")

    assert then
    assert all((one.last or "9") <= "2031-03-02" for one in then)
    assert all(set(one.reports) <= set(now[one.event_id].reports) for one in then)
    grown = next(one for one in then if len(one.reports) < len(now[one.event_id].reports))
    assert ledger.event(grown.event_id, as_of="2031-03-02") == grown


def test_actors_are_listed_and_called(ledger: Ledger) -> None:
    """By kind and country, by name and by id."""
    everyone = ledger.actors()
    assert everyone == list(ledger.judged().identities.identities)
    norwegian = ledger.actors(kind="person", country="nor")
    assert norwegian
    assert {one.kind for one in norwegian} == {"person"}
    for one in islice(everyone, 5):
        assert one in [known.identity for known in ledger.actor(one.identity_id)]
        assert ledger.actor(one.name)
    assert ledger.actor("'; DROP TABLE unit; --") == []


def test_what_was_entered_is_judged_at_the_first_question(tmp_path: Path) -> None:
    """Without `judge` in between."""
    with open_ledger(str(tmp_path / "readout.db"), create=True) as ledger:
        assert ledger.events() == []
        ledger.store.enter(told_pages(5, 3))
        found = ledger.events()
        assert found
        assert list(ledger.verify()) == []
