"""What the ledger judges of its entries: which articles tell one story, which reports one event."""

from readout.records.event import EventType
from readout.records.text import Record

__all__ = ["LedgerEvent", "PairJudgement", "Story"]


class Story(Record, frozen=True, kw_only=True):
    """Articles that tell one story."""

    story_id: str
    """Digest of its articles."""
    articles: tuple[str, ...]
    """Their ids, sorted."""


class PairJudgement(Record, frozen=True, kw_only=True):
    """Whether two reports are of one event."""

    one: str
    other: str
    """Ids of the reports, the smaller first."""
    p: float
    """How likely they are of one event; 0 where they contradict each other."""
    reasons: tuple[str, ...] = ()
    """What speaks for it, in words."""
    contradictions: tuple[str, ...] = ()
    """What keeps them apart, in words."""


class LedgerEvent(Record, frozen=True, kw_only=True):
    """The reports judged to be of one event."""

    event_id: str
    """Digest of its reports."""
    type: EventType | None
    """That of most of its reports."""
    reports: tuple[str, ...]
    """Their ids, sorted."""
    p: float
    """How likely any two of its reports are of one event, on average; 1 for a single report."""
    judgements: tuple[PairJudgement, ...] = ()
    """The pairs that tie its reports together."""
