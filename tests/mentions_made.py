"""What the tests of identities share: mentions of actors, made of a few words."""

from readout.records.identities import ActorMention, Identities, Identity
from readout.records.reading import SpeakerKind
from readout.records.text import Span

__all__ = ["mention", "named"]


def mention(  # noqa: PLR0913  one parameter a part of the mention
    name: str,
    page: str = "p1",
    day: str | None = "2031-03-01",
    *,
    role: str | None = None,
    country: str | None = None,
    sectors: tuple[str, ...] = (),
    organisation: str | None = None,
    kind: SpeakerKind | None = "person",
    forms: tuple[str, ...] = (),
    former: bool = False,
) -> ActorMention:
    """Return a mention; by itself it is of a person."""
    return ActorMention(
        name=name,
        page=page,
        day=day,
        span=Span(0, max(1, len(name))),
        kind=kind,
        forms=forms,
        role=role,
        country=country,
        sectors=sectors,
        organisation=organisation,
        former=former,
    )


def named(found: Identities, name: str) -> list[Identity]:
    """Return the identities that bear the name."""
    return [one for one in found.identities if name in {said.value for said in one.names}]
