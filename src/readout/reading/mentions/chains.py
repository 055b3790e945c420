"""What finders of mentions make: a mention is a stretch of words, a chain those of one entity."""

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Chain", "ChainKind", "Mention", "MentionKind"]

MentionKind = Literal["name", "nominal", "pronoun"]
ChainKind = Literal["person", "organisation", "group", "unnamed"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words first to last, both included, that stand for an entity."""

    first: int
    last: int
    kind: MentionKind


@dataclass(slots=True, eq=False)
class Chain:
    """One entity of the page. It grows while the page is read and is not handed on."""

    kind: ChainKind
    gender: str = ""
    """m, f or "" where nothing tells."""
    likely: str = ""
    """The gender that only the sound of the first name hints at."""
    plural: bool = False
    names: list[Mention] = field(default_factory=list)
    """Its mentions by name or by a full noun phrase, in text order."""
    mentions: list[Mention] = field(default_factory=list)
    """All its mentions."""
    titled: set[int] = field(default_factory=set)
    """First words of the names that stand in a headline; there letter case tells nothing."""
    role: tuple[int, int] | None = None
    """First and last word of what the page says the entity is."""
    fullest: Mention | None = None
    """The mention that says most."""
    head: str = ""
    """The head noun in lower case, for an entity without a name."""
    called: set[str] = field(default_factory=set)
    """Nouns the page calls a named body by: the Herald, "a weekly"."""
    certain: float = 1.0
    """How sure it is that the mentions are of one."""
