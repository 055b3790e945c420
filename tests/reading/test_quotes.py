"""What stands inside double quotation marks."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.models.words import cut_words
from readout.reading.quotes import find_quoted, quote_kind


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"We lost," she said, "all."', ['"We lost,"', '"all."']),
        ("“We lost,” she said.", ["“We lost,”"]),
        ("''We lost,'' she said.", ["''We lost,''"]),
        ("“One goes on.\n\n“And ends.” Plain.", ["“One goes on.", "“And ends.”"]),
        ('He opened "and never closed', ['"and never closed']),
        ("No quote's here, it's plain.", []),
        ("She said: “He told me ‘go’ and left.”", ["“He told me ‘go’ and left.”"]),
    ],
)
def test_quoted_stretches(text: str, quoted: list[str]) -> None:
    """Marks of all kinds, over paragraphs, left open, nested."""
    assert [span.of(text) for span in find_quoted(text)] == quoted


@pytest.mark.parametrize(
    ("content", "kind"),
    [('"It is lost"', "direct"), ("it is lost", "indirect"), ('it is "lost"', "mixed")],
)
def test_kind_of_a_content(content: str, kind: str) -> None:
    """All, none or some of its words inside marks."""
    words = [w for w in cut_words(content) if content[w[0]].isalpha()]

    assert quote_kind(words, find_quoted(content)) == kind


@given(st.text(alphabet="ab \n\"“”«»'`.", max_size=80))
def test_stretches_lie_in_the_text_in_order(text: str) -> None:
    """Any mess of marks."""
    found = find_quoted(text)

    assert all(span.end <= len(text) for span in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
