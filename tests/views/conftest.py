"""The hand-made reading that every view shows."""

import pytest

from readout import Reading
from sample_reading import sample_reading


@pytest.fixture
def reading() -> Reading:
    """Return the reading of one page of The Keld Courier."""
    return sample_reading()
