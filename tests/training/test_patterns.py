"""Patterns of deeds become sentences, with parties in place of their letters."""

import re

import numpy as np
import pytest

from readout.errors import InvalidRecord
from training.patterns import FOLDER, fill_patterns
from training.sentences import Example


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """Return each pattern filled once."""
    return list(fill_patterns(np.random.default_rng(0), times=1))


def test_every_pattern_is_filled(examples: list[Example]) -> None:
    """No letter is left, every sentence begins with a capital and has its event."""
    assert len(examples) > 1000
    for one in examples:
        assert not re.search(r"(?<![\w'’-])[SDPOGCTN](?![\w'-])", one.text), one.text
        assert one.text[0].isupper() or not one.text[0].isalpha(), one.text
        assert bool(one.events) != one.file.startswith("no_event"), one.text


def test_one_seed_gives_one_set_and_another_gives_others() -> None:
    """Fillings are drawn by the generator given."""
    one, same, other = (
        [e.text for e in fill_patterns(np.random.default_rng(seed), times=1)] for seed in (1, 1, 2)
    )

    assert one == same
    assert one != other


def test_a_bad_line_is_named(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The file and the line of a pattern that does not parse stand in the error."""
    folder = tmp_path_factory.mktemp("patterns")
    (folder / "aid.txt").write_text("# head\n{a S} {e.nonsense gave} {r S} rice.\n", "utf-8")

    with pytest.raises(InvalidRecord, match=r"aid\.txt:2"):
        list(fill_patterns(np.random.default_rng(0), times=1, folder=folder))


def test_each_file_says_where_it_comes_from() -> None:
    """The first line names source, licence and date."""
    for path in FOLDER.glob("*.txt"):
        opening = path.read_text(encoding="utf-8").splitlines()[0]
        assert all(f"{word}: " in opening for word in ("Source", "Licence", "Date")), path.name
