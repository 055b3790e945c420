"""“Left” between commas or brackets is a side of a picture, else a deed."""

import pytest

from readout.reading.events.pictures import is_in_picture
from readout.records.text import Span


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("Ilse Marn, left, speaks with a voter.", True),
        ("Ilse Marn (left) and her deputy met.", True),
        ("Ilse Marn left, her deputy stayed.", False),
        ("Ilse Marn left office.", False),
        ("left", False),
    ],
)
def test_left_is_a_side_only_between_marks(text: str, *, picture: bool) -> None:
    """Who stands left in a picture has not gone."""
    at = text.index("left")

    assert is_in_picture(text, Span(at, at + 4)) is picture
