"""A speaker and the page's text in, the country that the words beside the name tell out.

"Commander Ola Sund, a spokesman for the Danish navy"; "the spokesman said at the White House". Who
only visits a capital may speak there, but spokesmen speak at home.
"""

import re

from readout.reading.actors import describe_actor
from readout.records.reading import Attribution, Speaker

__all__ = ["country_beside"]

_DESCRIBED = re.compile(r"\s*,\s+(?:an?|the)\s+(?P<words>[^\W\d_][^,.;:“”\"\n]{3,70})[,.]")
_THERE = re.compile(
    r"[^,.;:“”\"\n]{0,40}?\b(?:at|in|from)\s+"
    r"(?P<place>(?:the\s+)?[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w’'-]*){0,2})"
)
_SPOKESMAN = re.compile(r"\bspokes\w+", re.IGNORECASE)
_SEAT, _CAPITAL = "organisation:", "metonym:"


def country_beside(said: Attribution, speaker: Speaker, text: str) -> str | None:
    """Return the country; None where no words tell, or the speaker is no person of a state."""
    if speaker.kind != "person":
        return None
    after = _DESCRIBED.match(text, speaker.mention.end)
    described = describe_actor(after["words"]) if after else None
    if described is not None and described.country and described.role:
        return described.country
    role = describe_actor(speaker.role) if speaker.role else None
    if role is None or "GOV" not in role.sectors or not said.cue:
        return None
    where = _THERE.match(text, max(span.end for span in said.cue))
    place = describe_actor(where["place"]) if where else None
    if place is None or "GOV" not in place.sectors:
        return None
    home = _SPOKESMAN.search(speaker.role or "") is not None and place.by.startswith(_CAPITAL)
    return place.country if place.by.startswith(_SEAT) or home else None
