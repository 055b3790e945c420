"""Contents choose cues and cues choose sources by how the pieces stand to each other."""

import time
from collections.abc import Callable

import pytest

from readout.models import load_encoder
from readout.reading.attributions import decide_pieces
from readout.reading.layout import find_layout
from readout.reading.links import link_pieces

Groups = Callable[[str], list[tuple[str, str, list[str]]]]


@pytest.fixture(scope="module")
def groups_of() -> Groups:
    """Read a text's groups as the words of source, cue and contents."""
    encoder = load_encoder()

    def groups(text: str) -> list[tuple[str, str, list[str]]]:
        (encoded,) = encoder([text])
        layout = find_layout(encoded, encoder.decoders)
        (pieces,) = decide_pieces([encoded], [layout], encoder.decoders)
        found = link_pieces(pieces, encoded, layout, encoder.decoders)

        def words(first: int, last: int) -> str:
            return text[encoded.words[first][0] : encoded.words[last][1]]

        return [
            (
                words(group.source.first, group.source.last) if group.source else "",
                words(group.cue.first, group.cue.last),
                [words(piece.first, piece.last) for piece in group.content],
            )
            for group in found
        ]

    return groups


def test_each_cue_takes_its_own_source_in_a_run_of_speakers(groups_of: Groups) -> None:
    """Two speakers in two paragraphs keep their words."""
    text = (
        "“The port stays shut,” said Harbour Minister Ana Duarte. “No ship will pass.”\n\n"
        "Foreign Minister Lars Holm said Norway would answer in kind."
    )

    found = groups_of(text)

    assert [(source.split()[-1], cue) for source, cue, _ in found] == [
        ("Duarte", "said"),
        ("Holm", "said"),
    ]
    assert found[0][2][0].strip("“”") == "The port stays shut,"


def test_a_content_split_by_its_cue_is_one_attribution(groups_of: Groups) -> None:
    """“After the talks,” he said, “we left.” is one attribution of two pieces."""
    found = groups_of("“After the long talks,” the envoy said, “we left for home at once.”")

    assert len(found) == 1
    assert len(found[0][2]) == 2


def test_no_words_no_groups() -> None:
    """An empty text has nothing to link."""
    encoder = load_encoder()
    (encoded,) = encoder([""])
    layout = find_layout(encoded, encoder.decoders)

    assert link_pieces([], encoded, layout, encoder.decoders) == []


@pytest.mark.slow
def test_a_page_of_thousands_of_statements_takes_time_in_proportion() -> None:
    """Two thousand statements: no table of all their pairs is made."""
    encoder = load_encoder()
    text = "\n\n".join(f"Minister {n} said the port {n} would stay shut." for n in range(2000))
    (encoded,) = encoder([text])
    layout = find_layout(encoded, encoder.decoders)
    (pieces,) = decide_pieces([encoded], [layout], encoder.decoders)
    began = time.process_time()

    groups = link_pieces(pieces, encoded, layout, encoder.decoders)

    assert len(groups) > 1000
    assert time.process_time() - began < 5
    assert all(
        abs(piece.first - group.cue.first) < 40 for group in groups for piece in group.content
    )
