"""A place in a text in, whether its word tells where somebody stands in a picture out."""

from readout.records.text import Span

__all__ = ["is_in_picture"]

_BEFORE, _AFTER = frozenset(",("), frozenset(",)")


def is_in_picture(text: str, place: Span) -> bool:
    """Say whether "left" names a side: "Ilse Marn, left, speaks" tells of nobody's leaving."""
    before, after = text[: place.start].rstrip()[-1:], text[place.end : place.end + 1]
    return place.of(text).lower() == "left" and before in _BEFORE and after in _AFTER
