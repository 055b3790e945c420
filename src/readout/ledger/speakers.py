"""A statement in, who speaks in it out, as far as its own page and sentence tell.

"Norway expelled them, the foreign ministry said" is Norway's ministry; "guards had fired, said the
Danish navy" tells of Denmark's guards; the "lawyer" of a headline is whom its page quotes so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.ledger.who import STATE, Names, Who, who_is
from readout.reading.actors import describe_actor
from readout.records.entries import Report, ReportParty, Statement

__all__ = ["country_of", "speaker_of"]

_OFFICE = re.compile(
    r"(?:(?:his|her|their|its)\s+(?:\w+\s+)?(?:office|government)|(?:the\s+)?office\s+of)\b",
    re.IGNORECASE,
)
_ANYONE = re.compile(
    r"(?:an?|one|two|three|four|five|some|several|many|both|another|other|his|her|its|their|who|he|"
    r"she|they)\b",
    re.IGNORECASE,
)
_SHORT = 4  # letters of a word for what somebody is


def speaker_of(
    said: Statement,
    names: Names,
    *,
    page: str,
    report: Report | None = None,
    beside: Sequence[Statement] = (),
) -> Who:
    """Return who speaks.

    `report` is what the statement tells, if it tells an event; `beside` are the page's statements.
    """
    who = _plain(said, names, page)
    if said.speaker_kind != "person" and not _ANYONE.match(said.source):
        who = _quoted(said, who, [(each, _plain(each, names, page)) for each in beside])
    if who.country or who.joint or report is None or said.speaker_kind != "organisation":
        return who
    if _OFFICE.match(said.source) is None and who.sector not in STATE:
        return who
    actors = [party for party in report.parties if party.side == "actor"]
    countries = {country_of(party, names, page=page) for party in actors}
    only = countries.pop() if len(countries) == 1 else None
    return who if only is None else replace(who, country=only, sector=who.sector or "GOV")


def country_of(
    party: ReportParty, names: Names, *, page: str, speaker: Who | None = None
) -> str | None:
    """Return the country of a party; "officers" are of the state that answers for them."""
    known = who_is(party.name, names, page=page, role=party.role, country=party.country)
    if known.country or speaker is None or party.side != "actor":
        return known.country
    is_body = known.sector in STATE and not known.joint and not known.roles and not known.named
    return speaker.country if is_body and speaker.sector in STATE else None


def _plain(said: Statement, names: Names, page: str) -> Who:
    return who_is(
        said.speaker or said.source,
        names,
        page=page,
        role=said.speaker_role,
        country=said.speaker_country,
    )


def _quoted(said: Statement, who: Who, beside: Sequence[tuple[Statement, Who]]) -> Who:
    """Return the one person whom the page quotes and calls so, of a body only the country."""
    word = who.name.split()[-1] if who.name else ""
    if who.named or who.country or len(word) < _SHORT or not word.islower():
        return who
    called = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    persons = {
        one.name: one
        for other, one in beside
        if other is not said and other.speaker_kind == "person" and one.named
        if called.search(f"{other.speaker_role} {other.source}")
    }
    described = describe_actor(word)
    if described is not None and described.sectors and described.role is None:
        lands = {one.country for one in persons.values()}
        return replace(who, country=lands.pop()) if len(lands) == 1 else who
    return next(iter(persons.values())) if len(persons) == 1 else who
