"""Actors and speakers in, the cells GDELT has for one side of an event out."""

from readout.bridges.cells import Row, one_line
from readout.reading.actors import describe_actor, plover_country
from readout.records.event import Actor
from readout.records.reading import Attribution

__all__ = ["Side", "actor_cells", "source_cells"]

Side = str
"""Actor1, who acts, or Actor2, to whom."""

_TYPES = 3  # columns for types
# PLOVER's codes that CAMEO writes otherwise: journalists and health. UNK says nothing.
_CAMEO = {"JRN": "MED", "MED": "HLH", "UNK": ""}


def actor_cells(actor: Actor | None, side: Side) -> Row:
    """Return code, name, country and types of an actor; empty cells for None."""
    if actor is None:
        return _cells(side, "", "", ())
    return _cells(side, actor.name, plover_country(actor) or "", actor.sectors)


def source_cells(text: str, found: Attribution, side: Side) -> Row:
    """Return the same of a statement's speaker, else its source as the text has it."""
    speaker = found.speaker
    if speaker is None:
        name = " … ".join(span.of(text) for span in found.source)
        return _cells(side, name, "", ())
    told = describe_actor(speaker.role or speaker.name)
    return _cells(side, speaker.name, speaker.country or "", told.sectors if told else ())


def _cells(side: Side, name: str, country: str, sectors: tuple[str, ...]) -> Row:
    coded = (_CAMEO.get(sector, sector) for sector in sectors)
    types = [*dict.fromkeys(filter(None, coded))][:_TYPES]
    row = {
        f"{side}Code": country + "".join(types),
        f"{side}Name": one_line(name),
        f"{side}CountryCode": country,
    }
    padded = [*types, *[""] * (_TYPES - len(types))]
    return row | {f"{side}Type{n}Code": code for n, code in enumerate(padded, 1)}
