"""The example story's expected ledger as records: what of it is scored."""

from collections.abc import Mapping

import msgspec

from readout.records.entries import Entered

__all__ = [
    "Copies",
    "CopyWanted",
    "EventWanted",
    "Expected",
    "OriginsWanted",
    "Pages",
    "ReportWanted",
    "SameWords",
    "StanceWanted",
    "StepWanted",
]

Pages = Mapping[str, Entered]
"""Entries by the paths of their pages."""


class ReportWanted(msgspec.Struct, frozen=True, kw_only=True):
    """One telling: its page, its words and the trigger inside them."""

    page: str
    words: str
    trigger: str


class OriginsWanted(msgspec.Struct, frozen=True, kw_only=True):
    """How many independent origins."""

    count: int


class StanceWanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a party says."""

    stance: str


class StepWanted(msgspec.Struct, frozen=True, kw_only=True):
    """A status, and the day on which it was said."""

    said: str | None = None
    status: str


class EventWanted(msgspec.Struct, frozen=True, kw_only=True):
    """One event."""

    id: str
    reports: tuple[ReportWanted, ...]
    origins: OriginsWanted
    parties: Mapping[str, tuple[StanceWanted, ...]]
    verdict: str
    disputed: bool
    history: tuple[StepWanted, ...]


class CopyWanted(msgspec.Struct, frozen=True, kw_only=True):
    """A reprint."""

    page: str


class Copies(msgspec.Struct, frozen=True, kw_only=True):
    """A wire story and its reprints."""

    first: str
    copies: tuple[CopyWanted, ...]


class SameWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words of one speaker, and the outlets that quote them."""

    words: str
    outlets: tuple[str, ...]


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of it."""

    events: tuple[EventWanted, ...]
    lineages: tuple[Copies, ...]
    same_words: tuple[SameWords, ...]
