"""What is to be exported in, the rows of actors, lineages, copies and changes out."""

from collections.abc import Iterator

from readout.exports.cells import day, first_of, joined
from readout.exports.chosen import Chosen
from readout.exports.row_types import (
    ActorMentionRow,
    ActorRow,
    ChangeRow,
    CopyRow,
    DifferenceRow,
    LineageRow,
)
from readout.records.identities import ActorMention, Identity

__all__ = [
    "actor_mention_rows",
    "actor_rows",
    "change_rows",
    "chosen_actors",
    "chosen_mentions",
    "copy_rows",
    "difference_rows",
    "lineage_rows",
]


def chosen_actors(chosen: Chosen) -> Iterator[Identity]:
    """Yield the actors that the articles speak of."""
    pages = {one.reading.page for one in chosen.entered}
    for one in chosen.judged.identities.identities:
        if not pages.isdisjoint(one.pages):
            yield one


def chosen_mentions(chosen: Chosen, one: Identity) -> Iterator[ActorMention]:
    """Yield the places in which the articles speak of an actor, each once."""
    pages = {entered.reading.page for entered in chosen.entered}
    places: dict[object, ActorMention] = {}
    for mention in one.mentions:
        if mention.page in pages:
            places.setdefault((mention.page, mention.span), mention)
    yield from places.values()


def actor_rows(chosen: Chosen) -> Iterator[ActorRow]:
    """Yield a row an actor."""
    for one in chosen_actors(chosen):
        yield ActorRow(
            actor=one.identity_id,
            kind=one.kind,
            name=one.name,
            other_names=joined(said.value for said in one.names if said.value != one.name),
            role=first_of(one.roles),
            country=first_of(one.countries),
            sectors=joined(said.value for said in one.sectors),
            organisation=first_of(one.organisations),
            first=day(one.first),
            last=day(one.last),
            pages=len(one.pages),
            mentions=len(one.mentions),
            p=one.p,
        )


def actor_mention_rows(chosen: Chosen) -> Iterator[ActorMentionRow]:
    """Yield a row for each place in which the articles speak of an actor."""
    for one in chosen_actors(chosen):
        for mention in chosen_mentions(chosen, one):
            yield ActorMentionRow(
                actor=one.identity_id,
                page=mention.page,
                day=day(mention.day),
                name=mention.name,
                start=mention.span.start,
                end=mention.span.end,
                role=mention.role,
                country=mention.country,
                organisation=mention.organisation,
            )


def lineage_rows(chosen: Chosen) -> Iterator[LineageRow]:
    """Yield a row for each article of each lineage."""
    for one in chosen.judged.lineages:
        copied = dict(one.copies)
        for article in one.members:
            if article in chosen.articles:
                yield LineageRow(
                    lineage=one.origin,
                    article=article,
                    page=chosen.articles[article].reading.page,
                    copied_from=copied.get(article),
                    agency=one.agency,
                    p=one.p,
                    reason=one.reason,
                )


def copy_rows(chosen: Chosen) -> Iterator[CopyRow]:
    """Yield a row for each stretch of words that one article has from another."""
    for one in chosen.judged.copies:
        copy, original = chosen.articles.get(one.copy), chosen.articles.get(one.original)
        if copy is None or original is None:
            continue
        for shared in one.spans:
            yield CopyRow(
                copy=one.copy,
                original=one.original,
                copy_page=copy.reading.page,
                copy_start=shared.copy.start,
                copy_end=shared.copy.end,
                original_page=original.reading.page,
                original_start=shared.original.start,
                original_end=shared.original.end,
                words=shared.copy.of(copy.text),
                p=one.p,
            )


def change_rows(chosen: Chosen) -> Iterator[ChangeRow]:
    """Yield a row for each fact gained, lost or changed."""
    for one in chosen.changes:
        yield ChangeRow(
            change=one.change_id,
            kind=one.kind,
            about=one.about,
            before=one.before,
            after=one.after,
            before_reading=one.before_reading,
            after_reading=one.after_reading,
            words=one.words,
            why=one.why,
        )


def difference_rows(chosen: Chosen) -> Iterator[DifferenceRow]:
    """Yield a row for each part of each changed fact."""
    for one in chosen.changes:
        for each in one.differences:
            yield DifferenceRow(
                change=one.change_id, field=each.field, before=each.before, after=each.after
            )
