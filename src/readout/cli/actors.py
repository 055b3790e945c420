"""A ledger in, who is who in it out: `readout actors`, `actor NAME`, `actors merge|split`."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from readout.cli.actor_rows import (
    ACTOR,
    ACTOR_SHORT,
    ACTORS,
    ACTORS_SHORT,
    actor_rows,
    actor_short_rows,
    actors_rows,
    actors_short_rows,
)
from readout.cli.answers import print_csv, print_records_json, print_table
from readout.cli.asked import AsOf, Csv, Json, day_given
from readout.cli.border import border
from readout.cli.ledger import LedgerOption, open_for
from readout.errors import UsageError
from readout.records.identities import Decision, Identity, IdentityKind, Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.ledger_api import Ledger

__all__ = ["actor", "actors", "list_actors", "merge", "split"]

actors = typer.Typer(
    invoke_without_command=True,
    rich_markup_mode=None,
)

_Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help=", ".join(get_args(IdentityKind)))
]
_Country = Annotated[
    str | None, typer.Option("--country", metavar="CODE", help="ISO 3166-1 alpha-3.")
]
_Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why; kept with it.")]
_Name = Annotated[str, typer.Argument(metavar="NAME", help="A name, or an identity's id.")]
_Other = Annotated[str, typer.Argument(metavar="OTHER", help="A name, or an identity's id.")]
_From = Annotated[str | None, typer.Option("--from", metavar="OTHER", help="Whom the name is not.")]
_Pages = Annotated[
    list[str] | None,
    typer.Option("--page", metavar="DIGEST", help="Pages whose NAME is another; repeat it."),
]


@actors.callback()
def list_actors(  # noqa: PLR0913  one parameter an option
    asked: typer.Context,
    *,
    ledger: LedgerOption = "readout.db",
    kind: _Kind = None,
    country: _Country = None,
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """List who is who in a ledger: persons, bodies, offices, with their roles and days.

    Those on most pages first. Homonyms are rows of their own; p says how sure the least sure of
    its names or pages is.

    Example: readout actors --kind person --country NOR
    """
    if asked.invoked_subcommand is not None:
        return
    with border():
        with open_for(ledger) as opened:
            asked_for = _kind_called(kind)
            found = opened.actors(
                kind=asked_for, country=country, as_of=day_given("--as-of", as_of)
            )
        if json:
            print_records_json(found)
        elif csv:
            print_csv(actors_rows(found), ACTORS)
        else:
            print_table(actors_short_rows(found), ACTORS_SHORT)


def actor(
    name: _Name,
    *,
    ledger: LedgerOption = "readout.db",
    as_of: AsOf = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Tell all that a ledger knows of an actor: names, roles, countries, with days and pages.

    With the mentions by office alone ("the foreign minister") that are resolved to the actor.

    Example: readout actor "Torstein Aasgaard" --as-of 2026-05-12
    """
    with border():
        with open_for(ledger) as opened:
            known = opened.actor(name, as_of=day_given("--as-of", as_of))
        if not known:
            raise UsageError(f"no actor is called '{name}'", hint="readout actors lists them")
        if json:
            print_records_json(known)
        elif csv:
            print_csv(actor_rows(known), ACTOR)
        else:
            print_table(actor_short_rows(known), ACTOR_SHORT)


@actors.command()
def merge(
    name: _Name,
    other: _Other,
    *,
    reason: _Reason,
    ledger: LedgerOption = "readout.db",
) -> None:
    """Decide that two names are one actor's. The decision is kept and replayed, nothing is edited.

    Example: readout actors merge "Yury Belanov" "G. Belanov" --reason "one man, says his office"
    """
    with border(), open_for(ledger) as opened:
        one, two = _one(opened, name), _one(opened, other)
        if one.identity_id == two.identity_id:
            raise UsageError(f"'{name}' and '{other}' are one already: {one.identity_id}")
        made = _decision("merge", _bearing(one, name), reason, other=_bearing(two, other))
        opened.decide(made)
        _show(opened, made)


@actors.command()
def split(
    name: _Name,
    *,
    reason: _Reason,
    other: _From = None,
    pages: _Pages = None,
    ledger: LedgerOption = "readout.db",
) -> None:
    """Decide that a name, or its use on some pages, is another actor's than it is held to be.

    Example: readout actors split "J. Falk" --from "Jon Falk" --reason "it is Jane Falk"
    """
    with border(), open_for(ledger) as opened:
        one = _one(opened, name)
        two = _one(opened, other) if other else None
        if two is not None and two.identity_id != one.identity_id:
            raise UsageError(f"'{name}' and '{other}' are two already")
        own = _bearing(one, name)[0]
        unknown = set(pages or ()) - set(one.pages)
        if unknown:
            raise UsageError(f"'{name}' stands on no page '{min(unknown)}'")
        rest = None if pages else other or _other_name(one, own)
        made = _decision("split", (own, pages or ()), reason, other=(rest, ()) if rest else None)
        opened.decide(made)
        _show(opened, made)


def _kind_called(name: str | None) -> IdentityKind | None:
    """Return the kind of that name; raises UsageError where there is none."""
    if name is None:
        return None
    known: tuple[IdentityKind, ...] = get_args(IdentityKind)
    for kind in known:
        if kind == name:
            return kind
    raise UsageError(f"no kind is called '{name}'; there are {', '.join(known)}")


def _one(opened: "Ledger", name: str) -> Identity:
    """Return the one identity meant; raises UsageError where there is none, or several."""
    meant = [known.identity for known in opened.actor(name)]
    if not meant:
        raise UsageError(f"no actor is called '{name}'", hint="readout actors lists them")
    if len(meant) > 1:
        ids = ", ".join(one.identity_id for one in meant)
        raise UsageError(f"'{name}' may be {len(meant)} actors: {ids}", hint="give an id")
    return meant[0]


def _bearing(one: Identity, name: str) -> "tuple[str, Sequence[str]]":
    """Return a name that the identity bears, and pages that say which one is meant."""
    from readout.ledger.identities import fold_name, pages_naming  # noqa: PLC0415 -- as above

    told = {fold_name(mention.name): mention.name for mention in reversed(one.mentions)}
    own = told.get(fold_name(name), one.name)
    return own, pages_naming(one, own)


def _other_name(one: Identity, name: str) -> str:
    """Return the name on most pages that is not this one; raises UsageError where it has none."""
    from readout.ledger.identities import fold_name  # noqa: PLC0415 -- as above

    told = [one.name, *(mention.name for mention in one.mentions)]
    others = [other for other in told if fold_name(other) != fold_name(name)]
    if not others:
        raise UsageError(f"'{name}' is its only name", hint="--page says whose use is another's")
    return others[0]


def _decision(
    verb: Verb,
    told: "tuple[str, Sequence[str]]",
    reason: str,
    *,
    other: "tuple[str, Sequence[str]] | None",
) -> Decision:
    if not reason.strip():
        raise UsageError("a decision needs its reason", hint="--reason WORDS")
    return Decision(
        verb=verb,
        name=told[0],
        other=other[0] if other else None,
        pages=tuple(told[1]),
        other_pages=tuple(other[1]) if other else (),
        reason=reason,
        made=datetime.now(UTC).isoformat(timespec="microseconds"),
    )


def _show(opened: "Ledger", made: Decision) -> None:
    """Print who the names of a decision are now."""
    names = [made.name, *([made.other] if made.other else [])]
    known = (each.identity for name in names for each in opened.actor(name))
    meant = {one.identity_id: one for one in known}
    print_table(actors_short_rows(meant.values()), ACTORS_SHORT)
