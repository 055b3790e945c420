"""An attribution in, the form its content opens with out: "to leave", "him to leave", "whether"."""

import re

from readout.records.reading import Attribution
from readout.records.text import Span

__all__ = ["content_form"]

_HEAD = 80  # characters of a content in which its form shows
_VERB = r"(?:not )?to (?!(?:the|an?|his|her|their|its|our|my|that)\b)[a-z]"
_TO = re.compile(rf"\W*{_VERB}")
_WHOM_TO = re.compile(rf"\W*(?:[Ff]or )?((?:[\w’'.-]+ ){{1,5}}?){_VERB}")
_CLAUSE = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|can|could|may|did|does|do|said|that|going|"
    r"i|he|she|they|we|hopes?|seeks?|want\w*|need\w*|plan\w*|\w+ing)\b|[,.;]",
    re.IGNORECASE,
)
"""What shows that the words before "to" are a clause, not somebody."""
_WHETHER = re.compile(r"\W*(?:whether|if|why|how|what|who|whom|when|where|which)\b", re.IGNORECASE)
_CLAIM = re.compile(
    r"\W*(?:that|(?:(?:the|any|his|her|their|this|such|those|these|all|as) )?(?:[\w’'-]+ )?"
    r"(?:notion|idea|claim|suggestion|allegation|accusation|charge|critici[sz]m|critic|report|"
    r"assertion|argument|contention|comparison|label|premise|characteri[sz]ation|speculation|"
    r"rumou?r|false|untrue|baseless|nonsense|concern|question|talk)s?)\b",
    re.IGNORECASE,
)
_DOING = re.compile(r"\W*\w+ing\b")


def content_form(text: str, attribution: Attribution) -> str:
    """Return the form by the name the cue table asks for it with, "" for any other."""
    head = _opening(text, attribution)
    if _TO.match(head):
        return "to"
    if (whom := _WHOM_TO.match(head)) and not _CLAUSE.search(whom.group(1)):
        return "whom to"
    if _WHETHER.match(head):
        return "whether"
    if _CLAIM.match(head):
        return "claim"
    return "doing" if _DOING.match(head) else ""


def _opening(text: str, attribution: Attribution) -> str:
    """Return the first words of the content, with the "to" that a cue may have kept."""
    first = min(attribution.content)
    head = Span(first.start, min(first.end, first.start + _HEAD)).of(text)
    last = max(attribution.cue, default=None)
    return f"to {head}" if last is not None and last.of(text).endswith(" to") else head
