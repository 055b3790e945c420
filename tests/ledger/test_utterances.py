"""Quotes of one utterance, at different lengths and with other words."""

from ledger_pages import page, said
from readout.ledger.utterances import find_utterances
from readout.ledger.who import learn_names
from readout.records.entries import Entered
from readout.records.verdicts import Utterance

FULL = "No ship of theirs will touch a quay of ours for two years"


def quoted(outlet: str, words: str, *, by: str = "Ana Rey") -> Entered:
    """Return a page that quotes these words."""
    return page(outlet, "2020-03-01", statements=[said("a1", by, words, direct=True)])


def found(*pages: Entered) -> tuple[Utterance, ...]:
    """Return the utterances of the pages."""
    return find_utterances(pages, learn_names(pages))


def test_a_quote_cut_short_is_of_the_same_utterance() -> None:
    """The shorter is a variant of the fullest, and none of its words is altered."""
    (one,) = found(quoted("Post", FULL), quoted("Echo", "No ship of theirs will touch a quay"))

    assert (one.words, one.origins, len(one.statements)) == (FULL, 1, 2)
    assert [variant.altered for variant in one.variants] == [(), ()]


def test_altered_words_are_marked() -> None:
    """The Echo has "harbour" for "quay"."""
    (one,) = found(quoted("Post", FULL), quoted("Echo", FULL.replace("quay", "harbour")[:-14]))

    other = one.variants[1]
    assert [span.of(other.words) for span in other.altered] == ["harbour"]


def test_the_same_words_of_two_speakers_are_two_utterances() -> None:
    """Each said so."""
    assert found(quoted("Post", FULL), quoted("Echo", FULL, by="Ole Lie")) == ()


def test_words_of_a_few_are_no_utterance() -> None:
    """Everybody says “No comment”."""
    assert found(quoted("Post", "No comment"), quoted("Echo", "No comment")) == ()
