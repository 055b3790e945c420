"""One mention of an event and what tying needs to know of it besides."""

from dataclasses import dataclass

from readout.records.article import Role
from readout.records.event import EventMention

__all__ = ["Mentioned"]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention with what its sentence adds."""

    mention: EventMention
    sentence: int
    stem: str
    """What the trigger's word and its kin share: "expel" of expelled, "expuls" of expulsion."""
    definite: bool
    """Whether the words point back: "the talks", "this visit", "Tuesday's raid"."""
    role: Role
    """Of the block it stands in."""
    contexts: tuple[str, ...]
    background: bool
    """Whether the mention by itself tells of something older than the story."""
