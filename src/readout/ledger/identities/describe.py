"""Mentions judged to be of one in, their identity out: names, roles, countries with days, pages."""

from collections import Counter
from collections.abc import Iterable, Sequence

from readout.ledger.digests import entry_id
from readout.ledger.identities.fold import fold_name
from readout.ledger.identities.words import small_words
from readout.records.identities import ActorMention, Identity, IdentityKind, SaidOf

__all__ = ["identity_of", "mention_order"]

_Said = tuple[str, ActorMention]


def mention_order(mention: ActorMention) -> tuple[object, ...]:
    """Return what puts mentions in an order that nothing but what they say decides."""
    return (
        mention.page,
        mention.span.start,
        mention.span.end,
        mention.name,
        mention.kind or "",
        mention.role or "",
        mention.country or "",
        mention.organisation or "",
        mention.sectors,
        mention.forms,
        mention.former,
        mention.day or "",
    )


def identity_of(
    mentions: Iterable[ActorMention],
    kind: IdentityKind,
    *,
    p: float = 1.0,
    reasons: Sequence[str] = (),
    apart: Sequence[str] = (),
) -> Identity:
    """Return the identity of these mentions; their order changes nothing."""
    own = sorted(mentions, key=mention_order)
    names = _said_of([(_bare(name), m) for m in own for name in (m.name, *m.forms)])
    fullest = _said_of([(_bare(m.name), m) for m in own])
    days = sorted({m.day for m in own if m.day})
    return Identity(
        identity_id=entry_id(
            "identity", *[(m.page, m.span.start, m.span.end, m.name) for m in own]
        ),
        kind=kind,
        name=max(fullest, key=_fullness).value,
        names=names,
        roles=_said_of([(_role(m), m) for m in own if m.role]),
        countries=_said_of([(m.country, m) for m in own if m.country]),
        sectors=_said_of([(code, m) for m in own for code in m.sectors]),
        organisations=_said_of([(m.organisation, m) for m in own if m.organisation]),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        pages=tuple(sorted({m.page for m in own})),
        mentions=tuple(own),
        p=p,
        reasons=tuple(reasons),
        open=tuple(apart),
    )


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


def _fullness(said: SaidOf) -> tuple[bool, int, int, str]:
    words = len(fold_name(said.value))
    return words > 1, len(said.pages), words, said.value


def _bare(name: str) -> str:
    """Return the name without its article."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else name


def _role(mention: ActorMention) -> str:
    words = (mention.role or "").split()
    if len(words) > 1 and words[0].lower() in small_words("leading"):
        del words[0]
    role = " ".join(words)
    return f"former {role}" if mention.former and "former" not in role.lower() else role


def _said_of(said: Iterable[_Said]) -> tuple[SaidOf, ...]:
    """Return each thing once, whatever its capitals, those on most pages first."""
    found: dict[str, tuple[Counter[str], set[str], set[str]]] = {}
    for value, mention in said:
        forms, pages, days = found.setdefault(value.casefold(), (Counter(), set(), set()))
        forms[value] += 1
        pages.add(mention.page)
        if mention.day:
            days.add(mention.day)
    told = [
        SaidOf(
            value=_usual(forms),
            first=min(days, default=None),
            last=max(days, default=None),
            pages=tuple(sorted(pages)),
        )
        for forms, pages, days in found.values()
    ]
    return tuple(sorted(told, key=lambda each: (-len(each.pages), each.value)))
