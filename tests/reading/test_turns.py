"""Transcripts: each turn is its label's words."""

from readout.reading.speakers import find_speakers
from readout.reading.turns import find_turns
from tagged import tagged

TRANSCRIPT = """
Anselm/NNP/PERSON Dorr/NNP/PERSON met/VBD the/DT press/NN ~./.

REPORTER/NN ~:/: Does/VBZ it/PRP rain/VB in/IN the/DT valley/NN ~?/.

DORR/NNP/PERSON ~:/: It/PRP rains/VBZ and/CC it/PRP pours/VBZ here/RB too/RB ~./.

REPORTER/NN ~:/: Since/IN when/WRB does/VBZ it/PRP rain/VB ~?/.
"""


QUESTIONS = """
Q/NN ~:/: Why/WRB does/VBZ it/PRP rain/VB here/RB ~?/.

A/NN ~:/: It/PRP is/VBZ what/WP it/PRP does/VBZ ~./.

Q/NN ~:/: And/CC when/WRB did/VBD it/PRP stop/VB ~?/.
"""


def test_a_turn_is_spoken_by_its_label() -> None:
    """“DORR: It rains.” is Anselm Dorr's, “REPORTER: ...” a reporter's."""
    page = tagged(TRANSCRIPT)

    found = find_speakers(page.article, page.sentences, ())

    names = [one.speaker.name if one.speaker else "" for one in found]
    assert names == ["REPORTER", "Anselm Dorr", "REPORTER"]
    assert [one.content[0].of(page.article.text) for one in found][
        1
    ] == "It rains and it pours here too."


def test_two_lines_with_a_colon_are_no_transcript() -> None:
    """“Time: noon” and “Place: Keld” are labels of something else."""
    page = tagged("Time/NN ~:/: noon/NN\n\nPlace/NN ~:/: Keld/NNP")

    assert find_turns(page.article) == ()


def test_a_bare_question_has_no_speaker() -> None:
    """“Q: ...” names nobody: the turn is kept, its speaker open."""
    page = tagged(QUESTIONS)

    found = find_speakers(page.article, page.sentences, ())

    assert [one.speaker for one in found] == [None, None, None]
