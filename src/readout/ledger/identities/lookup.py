"""A name or an id in, the identities meant by it out."""

from collections.abc import Iterable, Sequence

from readout.ledger.identities.fold import fold_name
from readout.records.identities import Identities, Identity, KnownActor

__all__ = ["known_actor", "look_up", "pages_naming"]

_SHORTEST_ID = 6
_SHOWN = 5


def look_up(identities: Iterable[Identity], words: str) -> list[Identity]:
    """Return the one with the id, else those who bear the name, else those with all its words."""
    listed = list(identities)
    if len(words) >= _SHORTEST_ID:
        by_id = [one for one in listed if one.identity_id.startswith(words.lower())]
        if by_id:
            return by_id
    asked = fold_name(words)
    if not any(asked):
        return []
    names = [(one, {fold_name(said.value) for said in one.names}) for one in listed]
    return [one for one, told in names if asked in told] or [
        one for one, told in names if any(set(asked) <= set(name) for name in told)
    ]


def known_actor(found: Identities, identity: Identity) -> KnownActor:
    """Return the identity with the mentions by office that are resolved to it."""
    own = tuple(each for each in found.references if each.identity == identity.identity_id)
    return KnownActor(identity=identity, references=own)


def pages_naming(identity: Identity, name: str) -> Sequence[str]:
    """Return a few pages on which the identity has that name, or any name where none has it."""
    asked = fold_name(name)
    pages = {mention.page for mention in identity.mentions if fold_name(mention.name) == asked}
    return sorted(pages or identity.pages)[:_SHOWN]
