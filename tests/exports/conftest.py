"""What exports are tested with: a ledger, all that it holds, and what an empty one holds."""

from pathlib import Path

import pytest

import readout
from exported_ledger import chosen_of, enter_example
from readout.exports.chosen import Chosen


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the place of a ledger of five pages."""
    return enter_example(str(tmp_path_factory.mktemp("ledger") / "readout.db"))


@pytest.fixture(scope="session")
def chosen(ledger: str) -> Chosen:
    """Return all that the ledger holds."""
    return chosen_of(ledger)


@pytest.fixture
def nothing(tmp_path: Path) -> Chosen:
    """Return what an empty ledger holds."""
    place = str(tmp_path / "empty.db")
    readout.open(place, create=True).close()
    return chosen_of(place)
