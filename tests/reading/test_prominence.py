"""How much a clause is about a mention: subjects of main clauses first."""

import pytest

from parsed_words import parsed
from readout.reading.mentions import words_of
from readout.reading.mentions.prominence import prominence
from readout.records.article import Article, Block, Fact

VERB_FIRST = "they/PRP/left/nsubj left/VBD/said/ccomp said/VBD//ROOT Dorr/NNP/said/nsubj/PERSON"
APPOSED = (
    "minister/NN/spoke/nsubj ,/,/minister/punct Dorr/NNP/minister/appos/PERSON ,/,/minister/punct "
    "spoke/VBD//ROOT"
)
INNER = (
    "case/NN/asked/npadvmod that/IN/wins/mark Marn/NNP/wins/nsubj/PERSON wins/VBZ/case/acl "
    "Dorr/NNP/asked/nsubj/PERSON asked/VBD//ROOT Quist/NNP/asked/dobj/PERSON"
)
POSSESSOR = "a/DT/friend/det Marn/NNP/friend/compound/PERSON friend/NN/came/nsubj came/VBD//ROOT"


@pytest.mark.parametrize(
    ("script", "word", "expected"),
    [
        (VERB_FIRST, "Dorr", 1.0),
        (VERB_FIRST, "they", 0.7),
        (APPOSED, "Dorr", 1.0),
        (INNER, "Dorr", 1.0),
        (INNER, "Marn", 0.35),
        (INNER, "Quist", 0.0),
        (POSSESSOR, "Marn", 0.0),
    ],
)
def test_the_subject_of_the_main_clause_stands_out_most(
    script: str, word: str, expected: float
) -> None:
    """“said Dorr” is as much about Dorr as “Dorr said”; “in case that Marn wins” less of Marn."""
    text, sentence = parsed(script)
    block = Block(role="paragraph", span=sentence.span)
    article = Article(text=text, blocks=(block,), title=Fact(), outlet=Fact())
    words = words_of(article, [sentence])
    at = words.forms.index(word)

    assert prominence(words, at, at) == expected
